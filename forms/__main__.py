"""The command line `shinsei`: reads the line, runs one command, ends with the status that the contract gives.

Decision: standard argparse; its messages come out in Japanese with status 2, a FormsError as its sentence with its own status.
"""

import argparse
import logging
import os
import signal
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from forms.commands import building, guiding, reading, writing
from forms.commands.showing import say_aside
from forms.errors import FormsError, InvalidAnswer
from forms.render.renderers import NAMES
from forms.wareki import parse_date

UNFORESEEN, INTERRUPTED = 3, 130
Command = Callable[[argparse.Namespace], int]


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        say_aside(self.format_usage().strip())
        say_aside(f"コマンドの書き方が違います（{message}）。{self.prog} --help をご覧ください。")
        sys.exit(2)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="shinsei", allow_abbrev=False, description="申請パケット：外国出願補助金の申請書類一式を作ります。")
    parser.add_argument("--calls", type=Path, help="公募のフォルダーを置いた場所（もとからあるものに加えて）")
    commands = parser.add_subparsers(required=True, metavar="コマンド", parser_class=_Parser)

    def command(name: str, run: Command, about: str, *arguments: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=about, description=about, allow_abbrev=False)
        sub.set_defaults(run=run)
        sub.add_argument("--calls", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)  # here as well as before
        for argument in arguments:
            sub.add_argument(argument, type=Path)
        return sub

    _add_reading(command)
    _add_writing(command)
    _add_building(command)
    _add_guide(commands.add_parser("guide", help="支援の案内", description="支援の案内：事業、窓口、ほかの相談先", allow_abbrev=False))
    return parser


def _add_reading(command: Callable[..., argparse.ArgumentParser]) -> None:
    command("calls", reading.calls, "公募の一覧").add_argument("--json", action="store_true")
    fields = command("fields", reading.fields, "公募の記入項目の一覧")
    fields.add_argument("call")
    fields.add_argument("--json", action="store_true")
    check = command("check", reading.check, "案件の確認", "case")
    _add_case_options(check)
    slots = command("slots", reading.slots, "Word様式の記入欄の確認", "template")
    slots.add_argument("--call", help="公募のid")
    command("verify", reading.prove, "作成した書類の読み返し", "folder")


def _add_guide(guide: argparse.ArgumentParser) -> None:
    topics = guide.add_subparsers(required=True, metavar="内容", parser_class=_Parser)
    for name, run, argument, about in guiding.TOPICS:
        topic = topics.add_parser(name, help=about, description=about, allow_abbrev=False)
        topic.set_defaults(run=run)
        topic.add_argument(argument, nargs="?")
        topic.add_argument("--json", action="store_true")


def _add_writing(command: Callable[..., argparse.ArgumentParser]) -> None:
    new = command("new", writing.new, "新しい案件", "case")
    new.add_argument("--call", required=True, help="公募のid")
    new.add_argument("--answers", type=Path, help="回答を書いたTOML")
    new.add_argument("--from", dest="source", type=Path, help="申請者の回答を引き継ぐ案件")
    answer = command("answer", writing.answer, "回答の入力", "case")
    answer.add_argument("assignments", nargs="+", metavar="ID=値")
    attach = command("attach", writing.attach, "書類を入れる", "case")
    attach.add_argument("document")
    attach.add_argument("files", nargs="+", type=Path)
    _add_password(attach)
    attach.add_argument("--json", action="store_true")
    command("detach", writing.detach, "書類を取り除く", "case").add_argument("document")
    command("export", writing.send_out, "案件の書き出し", "case", "folder")
    _add_password(command("import", writing.bring_in, "案件の取り込み", "folder", "case"))


def _add_password(command: argparse.ArgumentParser) -> None:
    command.add_argument("--password-file", type=Path, help="保護された書類のパスワードを書いたファイル")


def _add_building(command: Callable[..., argparse.ArgumentParser]) -> None:
    build = command("build", building.build, "申請書類一式の作成", "case")
    build.add_argument("--out", type=Path, required=True)
    build.add_argument("--draft", action="store_true", help="直すところや足りない書類があっても下書きを作る")
    build.add_argument("--templates", type=Path, help="自分の様式を置いたフォルダー")
    _add_renderer(build)
    _add_case_options(build)
    demo = command("demo", building.demo, "見本の作成")
    demo.add_argument("--out", type=Path, required=True)
    render = command("render", building.render, "Word文書をPDFに")
    render.add_argument("documents", nargs="+", type=Path)
    render.add_argument("--out", type=Path, required=True)
    _add_renderer(render)


def _add_renderer(command: argparse.ArgumentParser) -> None:
    command.add_argument("--renderer", default="auto", choices=NAMES, help="印刷のしかた")


def _day(text: str) -> date:
    try:
        return parse_date(text)
    except InvalidAnswer as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _add_case_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--with", dest="others", nargs="+", action="extend", type=Path, default=[], help="同じ申請者のほかの案件")
    command.add_argument("--today", type=_day, help="今日とみなす日")
    command.add_argument("--json", action="store_true")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status (0 done, 1 findings or a failed proof, 2 wrong line, 3 stopped, 130 interrupted)."""
    line = _parser().parse_args(arguments)
    run: Command = line.run
    try:
        status = run(line)
        sys.stdout.flush()
        return status
    except FormsError as error:
        say_aside(str(error))
        return error.exit_status
    except BrokenPipeError:  # whoever read our output has gone, as in `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INTERRUPTED
    except OSError as error:
        say_aside(f"{error.filename or 'ファイル'} を使えません（{error.strerror}）。場所、名前、空きをお確かめください。")
        return FormsError.exit_status
    except KeyboardInterrupt:
        say_aside("中止しました。")
        return INTERRUPTED
    except Exception:
        logging.exception("思いがけない障害で止まりました。書きかけのものは残していません。この記録を添えてお知らせください。")
        return UNFORESEEN


def run() -> NoReturn:
    """The installed command: being told to end is an interruption, which cleans up like any other."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.exit(main())


if __name__ == "__main__":
    run()

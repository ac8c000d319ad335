"""Starts the window: `shinsei-desktop [CASE]`, the same as `python -m desktop`.

Decision: this file makes nothing of Qt's before it is known that Qt can run here; what is missing is a sentence on standard error, not
a traceback. On Windows `shinsei-desktop` has no standard error and would only not open; `python -m desktop` in a console tells why.
"""

import argparse
import gc
import sys
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from pathlib import Path

from desktop.readiness import fault_here

WRONG_LINE, STOPPED = 2, 3


def run(line: Sequence[str] | None = None) -> int:
    """Open the window and stay until it is closed; the exit status."""
    arguments = _parser().parse_args(line)
    try:
        today = date.fromisoformat(arguments.today) if arguments.today else None
    except ValueError:
        return _complain(f"--today の「{arguments.today}」を日付として読めません。2023-08-21 のように書いてください。", WRONG_LINE)
    gc.disable()  # what is made now is there to stay, and to look through it again and again takes 10 ms: see application.start
    try:
        fault = fault_here()
        return _complain(fault, STOPPED) if fault else _start(arguments, today)
    finally:
        gc.enable()


def _complain(fault: str, status: int) -> int:
    print(fault, file=sys.stderr)  # says nothing where there is no standard error
    return status


def _start(arguments: argparse.Namespace, today: date | None) -> int:
    app = import_module("desktop.qtapplication").Application()
    status: int = import_module("desktop.application").start(app, arguments.case, today, arguments.calls)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="shinsei-desktop", description="外国出願支援事業の申請書類一式を作る画面を開きます。")
    parser.add_argument("case", nargs="?", type=Path, help="開く案件（.shinsei）")
    parser.add_argument("--today", default="", help="今日として扱う日（既定はシステムの日付）")
    parser.add_argument("--calls", type=Path, help="公募のフォルダーを追加で探す場所")
    return parser


if __name__ == "__main__":
    sys.exit(run())

"""The command line itself: exit statuses, what goes to which stream, interruptions, full disks, readers that go away."""

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from forms.casefile import open_case_file
from forms.cases import read_case
from forms.commands.showing import drive
from forms.progress import Progress
from tests.conftest import Shinsei
from tests.forms.pdfkit import page_pdf

ROOT = Path(__file__).resolve().parents[3]
needs_proc = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of a process whether it has started another")
FIELD_KEYS = {"id", "code", "kind", "label", "step", "required", "when", "choices", "columns"}


def start(*arguments: object, environment: Mapping[str, str] | None = None, file_limit: int = -1) -> subprocess.Popen[bytes]:
    """`python -m forms` as a process of its own, without a terminal; `file_limit`: bytes that a file may have."""
    limit = (file_limit, file_limit) if file_limit >= 0 else resource.getrlimit(resource.RLIMIT_FSIZE)
    return subprocess.Popen(
        [sys.executable, "-m", "forms", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit),
    )


def interrupt(process: subprocess.Popen[bytes]) -> tuple[int, str]:
    """Interrupt a process as soon as its worker has a file to read; its status and what it said."""
    workers = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while not workers.read_text():
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    said = process.communicate()[1].decode()
    return process.returncode, said


@pytest.mark.parametrize(
    "line",
    ["", "nothing", "check", "check CASE --nope", "check CASE --js", "check CASE --today tomorrow", "check CASE OTHER", "fields", "new CASE",
     "answer CASE", "attach CASE register", "build CASE", "build CASE --out OUT --renderer crayon", "import CASE", "calls --json x"],
)  # fmt: skip
def test_a_wrong_line_is_said_with_its_usage(shinsei: Shinsei, line: str) -> None:
    ran = shinsei(*line.split())
    assert (ran.status, ran.out) == (2, "")
    assert "usage: shinsei" in ran.err
    assert "コマンドの書き方が違います" in ran.err


@pytest.mark.parametrize(
    "line",
    ["fields nowhere-r1", "fields nowhere-r1 --json", "check none.shinsei", "check none.shinsei --json", "check none/case.toml", "check .",
     "check LONG", "new none/a --call hyogo-r5-2", "new file/a --call hyogo-r5-2", "new LONG --call hyogo-r5-2", "export none.shinsei out",
     "export a.shinsei file/out", "export a.shinsei file", "import none b.shinsei", "import LONG b.shinsei", "detach none.shinsei register",
     "build none.shinsei --out out", "build a.shinsei --out file/out --draft", "build a.shinsei --out file --draft",
     "verify none", "verify file", "slots none.docx", "slots a.shinsei", "render none.docx --out .", "render a.shinsei --out file/out"],
)  # fmt: skip
def test_what_stops_the_work_is_one_sentence_on_standard_error(
    case: Path, shinsei: Shinsei, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.chdir(case.parent)
    Path("file").write_text("text", encoding="utf-8")
    ran = shinsei(*line.replace("LONG", "x" * 300).split())
    assert (ran.status, ran.out) == (3, "")
    sentences = [said for said in ran.err.splitlines() if not said.startswith("out：")]
    assert len(sentences) == 1
    assert sentences[0].endswith("。")
    assert sorted(path.name for path in case.parent.iterdir()) == ["a.shinsei", "file"]


def test_the_calls_are_told_with_their_dates(shinsei: Shinsei) -> None:
    (told,) = shinsei("calls", "--json").json
    assert (told["id"], told["opens"], told["closes"]) == ("hyogo-r5-2", "2023-08-01", "2023-09-01")
    assert "hyogo-r5-2" in shinsei("calls").out


def test_every_field_is_told_with_its_code(shinsei: Shinsei) -> None:
    fields = {field["id"]: field for field in shinsei("fields", "hyogo-r5-2", "--json").json}
    assert all(field.keys() >= FIELD_KEYS for field in fields.values())
    assert fields["applicant.corporate_number"]["code"] == "C03"
    assert fields["applicant.corporate_number"]["when"] == {"applicant.type": ["corporation", "cooperative", "chamber", "npo"]}
    assert fields["base.right"]["choices"]["patent"] == "特許"
    assert {"country", "route", "planned", "local_attorney"} <= fields["destinations"]["columns"].keys()
    assert "C03　applicant.corporate_number　法人番号" in shinsei("fields", "hyogo-r5-2").out


def test_codes_are_a_letter_and_a_number_and_no_two_alike(shinsei: Shinsei, case: Path) -> None:
    codes = [field["code"] for field in shinsei("fields", "hyogo-r5-2", "--json").json]
    codes += [document["code"] for document in shinsei("check", case, "--json").json["documents"]]
    assert len(set(codes)) == len(codes)
    assert all(code[0].isupper() and code[1:].isdecimal() for code in codes)


def test_a_build_is_refused_while_an_error_stands(case: Path, shinsei: Shinsei, tmp_path: Path) -> None:
    ran = shinsei("build", case, "--out", tmp_path / "out")
    assert ran.status == 1
    assert "× [A01]" in ran.out
    assert "作成していません" in ran.err
    assert not (tmp_path / "out").exists()
    assert shinsei("build", case, "--out", tmp_path / "out", "--json").json["findings"][0]["severity"] == "error"


def test_another_folder_with_files_is_not_built_into(case: Path, shinsei: Shinsei, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/theirs").touch()
    assert shinsei("build", case, "--out", tmp_path / "out", "--draft").status == 3
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["theirs"]


def test_the_program_runs_as_a_process_without_a_terminal(case: Path) -> None:
    out, err = (process := start("check", case, "--json")).communicate()
    assert (process.returncode, err) == (1, b"")
    assert json.loads(out)["call"] == "hyogo-r5-2"


@pytest.mark.parametrize("encoding", ["ascii", "cp932", "utf-8"])
def test_any_encoding_of_the_output_will_do(case: Path, encoding: str) -> None:
    environment = {"PYTHONIOENCODING": encoding}
    out, err = (process := start("fields", "hyogo-r5-2", "--json", environment=environment)).communicate()
    assert (process.returncode, err) == (0, b"")
    assert json.loads(out.decode(encoding))[0]["label"] == "申請日"
    start("check", case, environment=environment).communicate()


@needs_proc
def test_an_interrupted_command_ends_with_130(case: Path, tmp_path: Path) -> None:
    (tmp_path / "slow.pdf").write_bytes(page_pdf(b"", {}, pages=2000))
    process = start("attach", case, "register", tmp_path / "slow.pdf", "--json")
    assert interrupt(process) == (130, "中止しました。\n")
    with open_case_file(case) as opened:
        assert opened.attached() == ()


@needs_proc
def test_an_interrupted_import_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/slow.pdf").write_bytes(page_pdf(b"", {}, pages=2000))
    (tmp_path / "in/case.toml").write_text('call = "hyogo-r5-2"\nattachments = { register = ["slow.pdf"] }', encoding="utf-8")
    process = start("import", tmp_path / "in", tmp_path / "b.shinsei")
    assert interrupt(process)[0] == 130
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_a_full_disk_is_said_and_the_case_is_as_before(case: Path, tmp_path: Path, shinsei: Shinsei) -> None:
    (tmp_path / "a.pdf").write_bytes(page_pdf(b"% " + os.urandom(300_000).hex().encode(), {}))
    assert shinsei("answer", case, "plan.use=自社").status == 0
    process = start("attach", case, "register", tmp_path / "a.pdf", file_limit=case.stat().st_size + 100_000)
    assert process.communicate()[1].decode().endswith("。\n")
    assert process.returncode == 3
    with open_case_file(case) as opened:
        assert (opened.answers(), opened.attached()) == ({"plan.use": "自社"}, ())


@pytest.mark.parametrize("line", ["new {0}/b.shinsei --call hyogo-r5-2", "export {0}/a.shinsei {0}/out"])
def test_a_full_disk_leaves_nothing_half_made(case: Path, line: str) -> None:
    process = start(*line.format(case.parent).split(), file_limit=10)
    assert process.communicate()[1].decode().count("\n") == 1
    assert process.returncode == 3
    assert not (case.parent / "b.shinsei").exists()
    assert not (case.parent / "out").exists() or not list((case.parent / "out").iterdir())


def test_an_unforeseen_failure_ends_with_3_and_leaves_its_traceback(case: Path) -> None:
    with closing(sqlite3.connect(case)) as connection, connection:
        connection.execute("INSERT INTO answer VALUES ('plan.use', 'no JSON')")
    out, err = (process := start("check", case, "--json")).communicate()
    assert (process.returncode, out) == (3, b"")
    assert "お知らせください。\nTraceback" in err.decode()


def test_progress_is_told_in_plain_lines_beside_the_result(capsys: pytest.CaptureFixture[str]) -> None:
    drive([Progress("印刷用にしています。", 0, 2), Progress("まとめています。", 1, 2)], "見本")
    assert capsys.readouterr() == ("", "見本：印刷用にしています。\n見本：まとめています。\n")


def test_a_reader_that_goes_away_is_no_accident() -> None:
    process = start("fields", "hyogo-r5-2", "--json")
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    with closing(process.stderr):
        assert process.stderr.read() == b""
    assert process.wait() == 130


def test_no_acknowledged_answer_is_lost_when_the_program_is_killed(case: Path) -> None:
    for number in range(3):
        done = start("answer", case, f"applicant.capital={number}")
        done.communicate()
        killed = start("answer", case, "plan.use=自社", f"plan.market={number}")
        killed.kill()
        killed.communicate()
        answers = read_case(case)[1]
        assert (done.returncode, answers["applicant.capital"]) == (0, number)

"""Building: the packet appears whole, proven and the same each time, or not at all."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pikepdf
import pytest

from forms.build import Order, build_packet
from forms.built import read_built
from forms.casefile import CaseFile
from forms.cases import import_case
from forms.errors import FormsError, RenderError, TargetError, UnreadyError
from forms.packet.finish import Finish
from forms.papers import Paper
from forms.paths import SAMPLES
from forms.post.writing import CALENDAR, LABEL_A4, LABEL_LETTERPACK, LETTER, POST, TABS
from forms.progress import Progress
from forms.proof.verify import verify
from forms.render.renderers import renderer
from forms.review import Review, review_case
from tests.conftest import TODAY
from tests.forms.wordforms import control, make_form, text_of
from tests.soak import kills

NAMES = sorted(folder.name for folder in SAMPLES.iterdir() if (folder / "case.toml").is_file())
LEFT_IN_FOLDER = {"packet.pdf", "packet-2in1.pdf", "original.pdf", "word", "receipt.json", "receipt.pdf", "post"}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseFile]:
    with import_case(SAMPLES / "startup-design", tmp_path_factory.mktemp("case") / "a.shinsei") as opened:
        yield opened


@pytest.fixture(scope="module")
def review(case: CaseFile) -> Review:
    return review_case(case, TODAY)


@pytest.fixture(scope="module")
def built(case: CaseFile, review: Review, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(case, review, tmp_path_factory.mktemp("built") / "packet")


def build(case: CaseFile, review: Review, target: Path, **options: object) -> Path:
    for _ in build_packet(case, review, Order(target, renderer("builtin"), **options)):  # type: ignore[arg-type]
        pass
    return target


def hashes(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def broken(documents: Sequence[Path], folder: Path) -> Iterator[Path]:
    raise RenderError("印刷できません")
    yield


def test_a_build_leaves_what_the_contract_says_and_nothing_else(built: Path) -> None:
    assert {path.name for path in built.iterdir()} == LEFT_IN_FOLDER
    assert {path.name for path in (built / "word").iterdir()} == {"form_1_1.docx", "consent.docx", "officers_list.docx"}
    assert {path.name for path in (built / "post").iterdir()} == {LABEL_A4, LABEL_LETTERPACK, LETTER, TABS, CALENDAR}
    assert [path.name for path in built.parent.iterdir()] == [built.name]
    assert verify(built) == []


@pytest.mark.parametrize("name", [LETTER, CALENDAR])
def test_what_goes_around_the_packet_is_proven_with_it(built: Path, tmp_path: Path, name: str) -> None:
    changed = Path(shutil.copytree(built, tmp_path / "changed"))
    with (changed / POST / name).open("ab") as file:
        file.write(b" ")
    assert verify(changed) == [f"{POST}/{name} が、作成された後に書き換えられています。"]


def test_the_same_case_gives_the_same_bytes(case: CaseFile, review: Review, built: Path, tmp_path: Path) -> None:
    assert hashes(build(case, review, tmp_path / "again")) == hashes(built)


def test_six_sets_cost_hardly_more_than_one(built: Path) -> None:
    assert (built / "packet.pdf").stat().st_size <= 1.01 * (built / "original.pdf").stat().st_size


def test_an_independent_reader_finds_no_fault(built: Path) -> None:
    for name in ("packet.pdf", "packet-2in1.pdf", "original.pdf", "receipt.pdf"):
        with pikepdf.open(built / name) as opened:
            assert opened.check_pdf_syntax() == []


def test_bookmarks_name_each_set_and_each_document(built: Path) -> None:
    with pikepdf.open(built / "packet.pdf") as opened, opened.open_outline() as outline:
        assert [item.title for item in outline.root] == ["正本", "副本1", "副本2", "副本3", "副本4", "副本5"]
        titles = [item.title for item in outline.root[0].children]
    assert titles[0] == "様式第1-1 間接補助金交付申請書"
    assert [title.split()[0] for title in titles[2:]] == [f"資料{n}" for n in (1, 2, 3, 4, 4, 4, 4, 5, 6, 7, 8)]


def test_a_failed_build_leaves_nothing(case: CaseFile, review: Review, tmp_path: Path) -> None:
    with pytest.raises(FormsError):
        list(build_packet(case, review, Order(tmp_path / "packet", broken)))
    assert list(tmp_path.iterdir()) == []


def test_a_failed_build_leaves_the_former_packet(case: CaseFile, review: Review, built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "packet")
    with pytest.raises(FormsError):
        list(build_packet(case, review, Order(tmp_path / "packet", broken)))
    assert hashes(tmp_path / "packet") == hashes(built)
    assert [path.name for path in tmp_path.iterdir()] == ["packet"]


@pytest.mark.parametrize("steps", [1, 5, 20, 40])
def test_a_stopped_build_leaves_nothing(case: CaseFile, review: Review, tmp_path: Path, steps: int) -> None:
    with closing(build_packet(case, review, Order(tmp_path / "packet", renderer("builtin")))) as running:
        for _ in range(steps):
            assert isinstance(next(running), Progress)
    assert list(tmp_path.iterdir()) == []


def test_a_new_build_takes_the_place_of_the_former_packet(case: CaseFile, review: Review, built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "packet")
    (tmp_path / "packet" / "packet.pdf").write_bytes(b"old")
    build(case, review, tmp_path / "packet")
    assert hashes(tmp_path / "packet") == hashes(built)


def file_there(place: Path) -> Path:
    place.write_text("x", encoding="utf-8")
    return place


def others_there(place: Path) -> Path:
    place.mkdir()
    (place / "diary.txt").write_text("x", encoding="utf-8")
    return place


def below_a_file(place: Path) -> Path:
    return file_there(place) / "packet"


@pytest.mark.parametrize("spoil", [file_there, others_there, below_a_file])
def test_a_place_that_cannot_be_used_is_said(case: CaseFile, review: Review, tmp_path: Path, spoil: Callable[[Path], Path]) -> None:
    target = spoil(tmp_path / "place")
    before = hashes(tmp_path)
    with pytest.raises(TargetError):
        build(case, review, target)
    assert hashes(tmp_path) == before


def test_an_error_stops_the_build_but_not_a_draft(tmp_path: Path) -> None:
    with import_case(SAMPLES / "startup-design", tmp_path / "a.shinsei") as unready:
        unready.detach("estimates")
        unready.enter({"applicant.trade_name": ""})
        review = review_case(unready, TODAY)
        with pytest.raises(UnreadyError):
            build(unready, review, tmp_path / "packet")
        draft = build(unready, review, tmp_path / "packet", draft=True)
    assert verify(draft) == []
    receipt = json.loads((draft / "receipt.json").read_text(encoding="utf-8"))
    assert receipt["draft"] is True


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    script = (
        "import resource, signal, sys; from forms.__main__ import main\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "case, out = sys.argv[1:]\n"
        "main(['import', case, out + '.shinsei'])\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))\n"
        "sys.exit(main(['build', out + '.shinsei', '--out', out, '--today', '2023-08-21']))"
    )
    line = [sys.executable, "-c", script, str(SAMPLES / "startup-design"), str(tmp_path / "packet")]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "書き込め" in done.stderr.splitlines()[-1]
    assert [path.name for path in tmp_path.iterdir()] == ["packet.shinsei"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk on which one packet of a sample finds room, and not two."""
    place = tmp_path / "disk"
    place.mkdir()
    line = ["mount", "-t", "tmpfs", "-o", "size=7m", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(line, capture_output=True, check=False).returncode:
        pytest.skip("a small disk cannot be mounted here: only root may")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_disk_that_fills_up_leaves_the_former_packet_whole(case: CaseFile, review: Review, built: Path, small_disk: Path) -> None:
    shutil.copytree(built, small_disk / "packet")
    with pytest.raises(TargetError, match="空き"):
        build(case, review, small_disk / "packet")
    assert hashes(small_disk / "packet") == hashes(built)
    assert [path.name for path in small_disk.iterdir()] == ["packet"]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_killed_build_leaves_one_of_both_packets_whole_and_is_swept_away() -> None:
    assert kills.kill(1) == []


@pytest.mark.parametrize(
    "finish",
    [
        Finish(slip=True, contents=True, set_marks=True, page_numbers=True, fresh="side"),
        Finish(stamp="{第{number}号}", separators=True, binding="long_edge", stamp_corner="bottom_left"),
    ],
    ids=["slip, contents, marks and numbers", "separators, long edge, stamp below"],
)
def test_the_switches_of_an_order_go_before_those_of_the_call(case: CaseFile, review: Review, tmp_path: Path, finish: Finish) -> None:
    packet = build(case, review, tmp_path / "packet", finish=finish)
    assert verify(packet) == []
    assert read_built(packet).finish == finish


def test_the_users_own_form_is_filled(case: CaseFile, review: Review, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    make_form(own / "consent.docx", "<w:r><w:t>事務局の様式</w:t></w:r>" + control("applicant.trade_name"))
    packet = build(case, review, tmp_path / "packet", templates=own)
    assert text_of(packet / "word" / "consent.docx").startswith("事務局の様式")


@pytest.mark.parametrize("name", NAMES)
def test_every_sample_builds_proven(name: str, tmp_path: Path) -> None:
    with import_case(SAMPLES / name, tmp_path / "a.shinsei") as opened:
        review = review_case(opened, TODAY)
        review = review_case(opened, review.facts.day("application.date") or TODAY)
        assert [finding.message for finding in review.findings if finding.severity == "error"] == []
        packet = build(opened, review, tmp_path / "packet")
    with pikepdf.open(packet / "original.pdf") as one, pikepdf.open(packet / "packet.pdf") as six:
        assert len(six.pages) == 6 * len(one.pages)
        assert len(one.pages) >= 25


MARKED = Finish(set_marks=True, page_numbers=True, separators=True, contents=True, binding="long_edge")


@pytest.mark.parametrize("finish", [Finish(slip=True), MARKED])
def test_a_packet_with_the_sets_names_on_it_is_proven_with_the_original(case: CaseFile, review: Review, tmp_path: Path, finish: Finish) -> None:
    assert verify(build(case, review, tmp_path / "packet", finish=finish)) == []


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_a_build_told_to_end_leaves_nothing(tmp_path: Path, told: signal.Signals) -> None:
    line = [sys.executable, "-m", "forms", "build", str(SAMPLES / "startup-design"), "--out", str(tmp_path / "packet")]
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen([*line, "--today", "2023-08-21"], stderr=subprocess.PIPE, env=environment) as running:
        assert running.stderr is not None
        running.stderr.readline()
        running.send_signal(told)
        running.stderr.read()
    assert running.returncode == 130
    assert list(tmp_path.iterdir()) == []


def test_a_signed_page_takes_the_place_of_the_printed_one(tmp_path: Path) -> None:
    with import_case(SAMPLES / "startup-design", tmp_path / "a.shinsei") as signed:
        scan = next(paper for paper in signed.attached() if paper.document == "funding_plan")
        signed.attach("consent", Paper("signed.pdf", "1" * 64, signed.original(scan), signed.pdf(scan), scan.pages, ()))
        review = review_case(signed, TODAY)
        assert [p.state for p in review.packet if p.document.id == "consent"] == ["attached"]
        packet = build(signed, review, tmp_path / "packet")
    documents = json.loads((packet / "receipt.json").read_text(encoding="utf-8"))["documents"]
    assert [d["sources"][0]["name"] for d in documents if d["document"] == "consent"] == ["signed.pdf"]
    assert (packet / "word" / "consent.docx").is_file()

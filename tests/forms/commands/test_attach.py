"""shinsei attach and detach: papers one by one; a refused one is reported and the rest are taken all the same."""

import os
import shutil
import zipfile
from pathlib import Path

import pytest
from pikepdf import Encryption, Pdf

from forms.casefile import Attached, open_case_file
from tests.conftest import Shinsei
from tests.forms.pdfkit import box_pdf, picture, picture_file, saved

KEYS = {"file", "document", "state", "pages", "notes", "reason"}


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder of good papers, and of such as cannot be taken."""
    folder = tmp_path / "papers"
    folder.mkdir()
    good = box_pdf()
    with Pdf.open(folder / write(folder / "good.pdf", good)) as pdf:
        write(folder / "protected.pdf", saved(pdf, Encryption(owner="o", user="開けゴマ")))
    write(folder / "wide.pdf", box_pdf((0, 0, 842, 595)))
    write(folder / "scan.jpg", picture_file(picture(), "JPEG"))
    write(folder / "empty.pdf", b"")
    write(folder / "cut.pdf", good[:40])
    write(folder / "text.pdf", "ただの文です。".encode())
    write(folder / "form.docx", b"PK\x03\x04 and so on")
    (folder / "folder.pdf").mkdir()
    return folder


def write(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    return path.name


def attached(case: Path) -> tuple[Attached, ...]:
    with open_case_file(case) as opened:
        return opened.attached()


def names(case: Path) -> list[str]:
    return [paper.name for paper in attached(case)]


def test_papers_are_taken_in_order(case: Path, papers: Path, shinsei: Shinsei) -> None:
    assert shinsei("attach", case, "estimates", papers / "wide.pdf", papers / "scan.jpg").status == 0
    assert shinsei("attach", case, "estimates", papers / "good.pdf").status == 0
    assert names(case) == ["wide.pdf", "scan.jpg", "good.pdf"]


def test_json_tells_of_every_file(case: Path, papers: Path, shinsei: Shinsei) -> None:
    files = [papers / name for name in ("wide.pdf", "empty.pdf", "good.pdf")]
    ran = shinsei("attach", case, "register", *files, "--json")
    told = ran.json["files"]
    assert (ran.status, ran.json.keys()) == (3, {"files"})
    assert all(paper.keys() == KEYS for paper in told)
    assert [paper["file"] for paper in told] == list(map(str, files))
    assert [(paper["document"], paper["state"], paper["pages"]) for paper in told] == [
        ("register", "attached", 1),
        ("register", "refused", 0),
        ("register", "attached", 1),
    ]
    assert ([bool(paper["notes"]) for paper in told], [bool(paper["reason"]) for paper in told]) == ([True, False, False], [False, True, False])
    assert names(case) == ["wide.pdf", "good.pdf"]


@pytest.mark.parametrize("name", ["empty.pdf", "cut.pdf", "text.pdf", "form.docx", "folder.pdf", "none.pdf", "protected.pdf"])
def test_a_refused_paper_is_reported_and_the_rest_taken(case: Path, papers: Path, shinsei: Shinsei, name: str) -> None:
    ran = shinsei("attach", case, "register", papers / name, papers / "good.pdf")
    assert ran.status == 3
    assert name in ran.err
    assert ran.err.count("\n") == 1
    assert ran.err.endswith("。\n")
    assert names(case) == ["good.pdf"]


@pytest.mark.parametrize("name", [b"\x93o\x8bL.pdf", "😀 湊.pdf".encode(), b"a\nb.pdf"])
def test_a_file_may_have_any_name(case: Path, papers: Path, shinsei: Shinsei, name: bytes) -> None:
    file = (papers / "good.pdf").rename(papers / os.fsdecode(name))
    ran = shinsei("attach", case, "register", file, "--json")
    assert (ran.status, ran.json["files"][0]["file"]) == (0, str(file))
    assert shinsei("attach", case, "register", file).status == 0
    assert shinsei("export", case, papers / "out").status == 0
    assert shinsei("import", papers / "out", papers / "b.shinsei").status == 0
    assert names(papers / "b.shinsei") == names(case)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_password_is_read_from_a_file(case: Path, papers: Path, shinsei: Shinsei, encoding: str, end: str) -> None:
    write(papers / "password", f"開けゴマ{end}".encode(encoding))
    ran = shinsei("attach", case, "register", papers / "protected.pdf", papers / "good.pdf", "--password-file", papers / "password")
    assert (ran.status, names(case)) == (0, ["protected.pdf", "good.pdf"])


def test_a_wrong_password_refuses_the_paper(case: Path, papers: Path, shinsei: Shinsei) -> None:
    write(papers / "password", b"wrong")
    ran = shinsei("attach", case, "register", papers / "protected.pdf", "--password-file", papers / "password", "--json")
    assert (ran.status, ran.json["files"][0]["state"], names(case)) == (3, "refused", [])


def test_a_zip_and_a_folder_stand_for_their_files(case: Path, papers: Path, shinsei: Shinsei) -> None:
    with zipfile.ZipFile(papers / "all.zip", "w") as archive:
        for name, inner in (("good.pdf", "書類/10.pdf"), ("wide.pdf", "書類/2.pdf"), ("empty.pdf", "書類/0.pdf")):
            archive.write(papers / name, inner)
    shutil.copy(papers / "scan.jpg", papers / "folder.pdf")
    ran = shinsei("attach", case, "estimates", papers / "all.zip", papers / "folder.pdf", "--json")
    told = [(paper["file"].removeprefix(f"{papers}/"), paper["state"]) for paper in ran.json["files"]]
    assert told == [
        ("all.zip/書類/0.pdf", "refused"), ("all.zip/書類/2.pdf", "attached"), ("all.zip/書類/10.pdf", "attached"),
        ("folder.pdf/scan.jpg", "attached"),
    ]  # fmt: skip
    assert (ran.status, names(case)) == (3, ["2.pdf", "10.pdf", "scan.jpg"])


def test_a_password_file_that_is_not_there_stops_before_anything(case: Path, papers: Path, shinsei: Shinsei) -> None:
    ran = shinsei("attach", case, "register", papers / "good.pdf", "--password-file", papers / "none", "--json")
    assert (ran.status, ran.out, names(case)) == (3, "", [])


@pytest.mark.parametrize("document", ["passport", "form_1_1", "applicant.type"])
@pytest.mark.parametrize("command", ["attach", "detach"])
def test_an_unknown_document_is_a_wrong_line(case: Path, papers: Path, shinsei: Shinsei, command: str, document: str) -> None:
    ran = shinsei(command, case, document, *([papers / "good.pdf"] if command == "attach" else []))
    assert (ran.status, ran.out, document in ran.err, names(case)) == (2, "", True, [])


def test_detach_takes_the_papers_of_one_document_away(case: Path, papers: Path, shinsei: Shinsei) -> None:
    shinsei("attach", case, "register", papers / "good.pdf")
    shinsei("attach", case, "estimates", papers / "good.pdf", papers / "scan.jpg")
    assert shinsei("detach", case, "estimates").status == 0
    assert [paper.document for paper in attached(case)] == ["register"]
    assert shinsei("detach", case, "estimates").status == 0


@pytest.mark.parametrize("command", ["attach", "detach"])
def test_papers_need_a_case_file(shinsei: Shinsei, papers: Path, command: str) -> None:
    ran = shinsei(command, papers / "none.shinsei", "register", *([papers / "good.pdf"] if command == "attach" else []))
    assert (ran.status, ran.out) == (3, "")

"""shinsei export and import: a case as text and files, and back."""

from pathlib import Path

import pytest
from pikepdf import Encryption, Pdf

from forms.casefile import open_case_file
from tests.conftest import Shinsei
from tests.forms.pdfkit import box_pdf, saved


@pytest.fixture
def filled(case: Path, shinsei: Shinsei, tmp_path: Path) -> Path:
    """A case with answers and two papers of one name."""
    for folder in ("1", "2"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "見積 書.pdf").write_bytes(box_pdf((0, 0, 600 + int(folder), 800)))
    papers = [tmp_path / folder / "見積 書.pdf" for folder in ("2", "1")]
    assert shinsei("attach", case, "estimates", *papers).status == 0
    assert shinsei("answer", case, "plan.use=一行目\n二行目😀", 'officers=[{name="湊　春香"}]', "applicant.capital=4800万").status == 0
    return case


def contents(path: Path) -> object:
    with open_case_file(path) as case:
        papers = [(paper.document, paper.name, paper.sha256, paper.pages, paper.notes) for paper in case.attached()]
        return case.call_id, case.answers(), papers


def test_a_case_goes_out_and_comes_back(filled: Path, shinsei: Shinsei, tmp_path: Path) -> None:
    assert shinsei("export", filled, tmp_path / "new/out").status == 0
    for number, source in enumerate(("new/out", "new/out/case.toml")):
        assert shinsei("import", tmp_path / source, tmp_path / f"{number}.shinsei").status == 0
        assert contents(tmp_path / f"{number}.shinsei") == contents(filled)


def test_what_is_exported_again_is_the_same(filled: Path, shinsei: Shinsei, tmp_path: Path) -> None:
    shinsei("export", filled, tmp_path / "a")
    shinsei("import", tmp_path / "a", tmp_path / "b.shinsei")
    shinsei("export", tmp_path / "b.shinsei", tmp_path / "b")
    files = [sorted(path for path in (tmp_path / name).rglob("*") if path.is_file()) for name in "ab"]
    assert [path.read_bytes() for path in files[0]] == [path.read_bytes() for path in files[1]]
    assert len(files[0]) == 3


def test_a_folder_that_is_not_empty_is_left_alone(filled: Path, shinsei: Shinsei, tmp_path: Path) -> None:
    ran = shinsei("export", filled, tmp_path / "1")
    assert (ran.status, ran.out) == (3, "")
    assert [path.name for path in (tmp_path / "1").iterdir()] == ["見積 書.pdf"]


def test_an_existing_case_is_left_alone(filled: Path, shinsei: Shinsei, tmp_path: Path) -> None:
    before = filled.read_bytes()
    shinsei("export", filled, tmp_path / "out")
    assert shinsei("import", tmp_path / "out", filled).status == 3
    assert filled.read_bytes() == before


def test_a_protected_paper_is_imported_with_its_password(filled: Path, shinsei: Shinsei, tmp_path: Path) -> None:
    (tmp_path / "password").write_text("開けゴマ\n", encoding="utf-8")
    with Pdf.open(tmp_path / "1/見積 書.pdf") as pdf:
        (tmp_path / "p.pdf").write_bytes(saved(pdf, Encryption(owner="o", user="開けゴマ")))
    shinsei("detach", filled, "estimates")
    shinsei("attach", filled, "register", tmp_path / "p.pdf", "--password-file", tmp_path / "password")
    shinsei("export", filled, tmp_path / "out")
    assert shinsei("import", tmp_path / "out", tmp_path / "b").status == 3
    assert not (tmp_path / "b").exists()
    assert shinsei("import", tmp_path / "out", tmp_path / "b", "--password-file", tmp_path / "password").status == 0
    assert contents(tmp_path / "b") == contents(filled)

"""Cases in and out: whatever a command names is opened, and a case goes to a folder and back without loss."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from pikepdf import Encryption, Pdf

from forms.attachments.turning import turned
from forms.casefile import CaseFile, create_case, open_case_file
from forms.cases import carried_answers, export_case, import_case, new_case, open_case, read_case, refuse_unless_attachable
from forms.casetoml import case_toml
from forms.catalog.model import Call
from forms.errors import CaseError, CatalogError, FormsError, PaperError, TargetError
from forms.papers import Paper
from forms.values.plain import Plain
from tests.forms.pdfkit import box_pdf, saved
from tests.forms.whole import whole

REFUSED: Mapping[str, Plain] = {
    "applicant.capital": "約百万",
    "applicant.type": ["？"],
    "applicant.postal_code": "〒\r\n65",
    "officers": [{"birth": "昭和45年2月30日"}],
    "base.joint": 7,
    "expenses": "後で",
}
HIDDEN: Mapping[str, Plain] = {"co_applicants": [{"name": "㈱青嶺", "share": "2/5", "cost_share": "1/3"}], "wage.base": 1_000}
ODD: Mapping[str, Plain] = {"plan.use": "一行目\n\n　三行目", "plan.product": "😀𠮷①㈱髙", "cost.note": '"""\\r\\n'}
ODD_NAMES = ("見 積.pdf", "-rf.pdf", "a'b\"c.pdf", "😀𠮷.PDF", ".pdf", "改\n行.pdf", "case.toml", "c:d*?.pdf", "x" * 251 + ".pdf")


def write(folder: Path, answers: Mapping[str, Plain], files: Mapping[str, Sequence[str]]) -> Path:
    """A case folder with one-page papers, no two of them alike."""
    folder.mkdir()
    for number, name in enumerate(name for names in files.values() for name in names):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(box_pdf((0, 0, 700 + number, 500)))
    (folder / "case.toml").write_text(case_toml("hyogo-r5-2", answers, files), encoding="utf-8")
    return folder


def contents(case: CaseFile) -> object:
    papers = [(p.document, p.name, p.sha256, p.pages, p.notes, case.original(p), case.pdf(p)) for p in case.attached()]
    return case.call_id, case.answers(), papers


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def there_and_back(case: CaseFile, folder: Path) -> object:
    export_case(case, folder)
    with import_case(folder, folder.with_suffix(".shinsei")) as again:
        return contents(again)


@pytest.mark.parametrize("answers", [whole(), whole(HIDDEN), whole(ODD), REFUSED, {}], ids=["whole", "hidden", "odd", "refused", "none"])
def test_answers_go_out_and_come_back_without_loss(tmp_path: Path, answers: Mapping[str, Plain]) -> None:
    with import_case(write(tmp_path / "in", answers, {}), tmp_path / "a") as case:
        assert case.answers().keys() == answers.keys()
        assert there_and_back(case, tmp_path / "out") == contents(case)


def test_answers_that_their_kinds_refuse_are_kept_as_they_are(tmp_path: Path) -> None:
    with import_case(write(tmp_path / "in", REFUSED, {}), tmp_path / "a") as case:
        assert case.answers() == REFUSED


def test_papers_go_out_and_come_back_without_loss(tmp_path: Path) -> None:
    files = {"register": ["1/scan.pdf"], "estimates": ["2/scan.pdf", "1/a.pdf", "1/b.pdf"], "funding_plan": [f"3/{name}" for name in ODD_NAMES]}
    with import_case(write(tmp_path / "in", {}, files), tmp_path / "a") as case:
        assert [paper.name for paper in case.attached()] == ["scan.pdf", "scan.pdf", "a.pdf", "b.pdf", *ODD_NAMES]
        assert all(paper.notes for paper in case.attached())
        assert there_and_back(case, tmp_path / "out") == contents(case)


def test_papers_of_one_document_keep_their_order_among_others(tmp_path: Path) -> None:
    with import_case(write(tmp_path / "in", {}, {"estimates": ["b.pdf"], "accounts": ["z.pdf", "y.pdf"]}), tmp_path / "a") as case:
        first = case.attached()[0]
        case.attach("estimates", Paper("a.pdf", first.sha256, case.original(first), case.pdf(first), 1, first.notes))
        export_case(case, tmp_path / "out")
    with import_case(tmp_path / "out", tmp_path / "b") as again:
        assert [p.name for p in again.attached() if p.document == "estimates"] == ["b.pdf", "a.pdf"]
        assert [p.name for p in again.attached() if p.document == "accounts"] == ["z.pdf", "y.pdf"]
        export_case(again, tmp_path / "again")
    assert tree(tmp_path / "again") == tree(tmp_path / "out")


def test_pages_turned_by_hand_come_back_turned(tmp_path: Path) -> None:
    with import_case(write(tmp_path / "in", {}, {"estimates": ["b.pdf", "a.pdf"]}), tmp_path / "a") as case:
        case.replace(case.attached()[1], turned(case.paper(case.attached()[1]), 3))
        assert there_and_back(case, tmp_path / "out") == contents(case)
    assert "turned" in (tmp_path / "out/case.toml").read_text(encoding="utf-8")


def test_yen_are_exported_as_integers(tmp_path: Path) -> None:
    answers: dict[str, Plain] = {"applicant.capital": "４，８００万円", "expenses": [{"country": "米国", "official_fee": "100,000円"}]}
    with import_case(write(tmp_path / "in", answers, {}), tmp_path / "a") as case:
        export_case(case, tmp_path / "out")
    text = (tmp_path / "out/case.toml").read_text(encoding="utf-8")
    assert '"applicant.capital" = 48000000\n' in text
    assert 'country = "US", official_fee = 100000' in text


def test_a_protected_paper_comes_back_with_its_password(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", {}, {"register": ["a.pdf"]})
    with Pdf.open(folder / "a.pdf") as pdf:
        protected = saved(pdf, Encryption(owner="o", user="開けゴマ"))
    (folder / "a.pdf").write_bytes(protected)
    with pytest.raises(PaperError, match="パスワード"):
        import_case(folder, tmp_path / "a")
    assert not (tmp_path / "a").exists()
    with import_case(folder, tmp_path / "a", password="開けゴマ") as case:
        export_case(case, tmp_path / "out")
    with import_case(tmp_path / "out", tmp_path / "b", password="開けゴマ") as again:
        assert again.original(again.attached()[0]) == protected


def test_a_paper_named_to_leave_the_folder_stays_in_it(tmp_path: Path) -> None:
    with create_case(tmp_path / "a", "hyogo-r5-2") as case:
        case.attach("register", Paper("../../../outside.pdf", "", b"x", b"", 1, ()))
        export_case(case, tmp_path / "out")
    assert tree(tmp_path / "out").keys() == {"case.toml", "files/01/outside.pdf"}


@pytest.mark.parametrize("place", ["full", "file", "file/below"])
def test_an_export_goes_to_a_new_or_empty_folder_only(tmp_path: Path, place: str) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full/theirs").touch()
    (tmp_path / "file").touch()
    before = tree(tmp_path)
    with create_case(tmp_path / "a", "hyogo-r5-2") as case, pytest.raises(TargetError):
        export_case(case, tmp_path / place)
    assert tree(tmp_path).keys() - {"a"} == before.keys()


def test_an_export_that_fails_leaves_nothing_of_itself(tmp_path: Path) -> None:
    with create_case(tmp_path / "a", "hyogo-r5-2") as case:
        case.attach("register", Paper("a.pdf", "", b"x", b"", 1, ()))
        case.attach("register", Paper("x" * 300, "", b"x", b"", 1, ()))
        with pytest.raises(TargetError, match="書き込めません"):
            export_case(case, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ('call = "nowhere-r1"', CatalogError),
        ('call = "hyogo-r5-2"\nanswers = { "applicant.nickname" = "x" }', CaseError),
        ('call = "hyogo-r5-2"\nanswers = { "officers" = [{ age = 3 }] }', CaseError),
        ('call = "hyogo-r5-2"\nattachments = { passport = ["a.pdf"] }', CaseError),
        ('call = "hyogo-r5-2"\nattachments = { form_1_1 = ["a.pdf"] }', CaseError),
        ('call = "hyogo-r5-2"\nattachments = { register = ["a.pdf", "none.pdf"] }', PaperError),
        ('call = "hyogo-r5-2"\nattachments = { register = ["a.pdf", "empty.pdf"] }', PaperError),
        ('call = "hyogo-r5-2"\nattachments = { register = ["a.pdf", "."] }', PaperError),
    ],
)
def test_an_import_that_fails_says_why_and_leaves_nothing(tmp_path: Path, text: str, error: type[FormsError]) -> None:
    (tmp_path / "a.pdf").write_bytes(box_pdf())
    (tmp_path / "empty.pdf").touch()
    (tmp_path / "case.toml").write_text(text, encoding="utf-8")
    with pytest.raises(error, match="。$"):
        import_case(tmp_path, tmp_path / "a.shinsei")
    assert not list(tmp_path.glob("a.shinsei*"))


def test_a_new_case_is_gone_where_its_making_fails(tmp_path: Path, call: Call) -> None:
    with pytest.raises(TypeError), new_case(tmp_path / "a", call) as case:
        case.enter({"plan.use": object()})  # type: ignore[dict-item]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a.shinsei", "in", "in/case.toml"])
def test_a_case_is_opened_from_a_file_a_folder_or_a_text(tmp_path: Path, name: str) -> None:
    folder = write(tmp_path / "in", {"plan.use": "自社"}, {"register": ["a.pdf"]})
    import_case(folder, tmp_path / "a.shinsei").close()
    with open_case(tmp_path / name) as case:
        assert (case.answers(), len(case.attached())) == ({"plan.use": "自社"}, 1)
    assert read_case(tmp_path / name) == ("hyogo-r5-2", {"plan.use": "自社"})
    assert tree(folder).keys() == {"case.toml", "a.pdf"}


@pytest.mark.parametrize("document", ["passport", "form_1_1", "officers_list", ""])
def test_only_papers_that_the_applicant_brings_are_taken_in(call: Call, document: str) -> None:
    refuse_unless_attachable(call, "register")
    with pytest.raises(CaseError):
        refuse_unless_attachable(call, document)


def test_the_applicants_own_answers_are_carried_over_and_nothing_of_the_filing(call: Call) -> None:
    carried = carried_answers(call, {**whole(), "of.another.call": 1, "case.state": "posted"})
    assert {"applicant.trade_name", "applicant.type", "contact.email", "officers"} <= carried.keys()
    assert {name.partition(".")[0] for name in carried} <= {"applicant", "contact", "officers", "attorney"}
    assert "applicant.group" not in carried


def test_an_import_never_writes_over_a_case(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", {"plan.use": "自社"}, {})
    import_case(folder, tmp_path / "a").close()
    with pytest.raises(CaseError, match="すでにあります"):
        import_case(folder, tmp_path / "a")
    with open_case_file(tmp_path / "a") as case:
        assert case.answers() == {"plan.use": "自社"}

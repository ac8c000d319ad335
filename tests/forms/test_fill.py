"""Filling Word forms: text, boxes, marks, rows; and no control left behind."""

from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from forms.errors import TemplateError
from forms.fill import SDT, fill_form, fill_keeping_controls, open_form, tags_of
from forms.slots import Slot, Slots
from tests.forms.wordforms import control, make_form, text_of, texts


def filled(form: Path, slots: Slots) -> str:
    target = form.with_name("filled.docx")
    fill_form(form, slots, target)
    assert not list(open_form(target).element.iter(SDT))
    return text_of(target)


def test_a_control_takes_the_answer_and_keeps_its_look(tmp_path: Path) -> None:
    form = make_form(tmp_path / "form.docx", control("a.name", "〔名称〕", looks="<w:b/>"))
    assert filled(form, Slots(texts(a__name="株式会社髙﨑"))) == "株式会社髙﨑"
    runs = docx.Document(str(tmp_path / "filled.docx")).paragraphs[0].runs
    assert [(run.text, run.bold) for run in runs] == [("株式会社髙﨑", True)]


def test_a_form_for_looking_at_says_the_same_and_keeps_its_controls(tmp_path: Path) -> None:
    form = make_form(tmp_path / "form.docx", control("a.name", "〔名称〕") + control("b", "☐"))
    slots = Slots(texts(a__name="株式会社髙﨑", b="乙"))
    fill_keeping_controls(form, slots, tmp_path / "kept.docx")
    assert text_of(tmp_path / "kept.docx") == filled(form, slots)
    assert tags_of(tmp_path / "kept.docx") == ("a.name", "b")


@pytest.mark.parametrize(
    ("tag", "blank", "slot", "printed"),
    [
        ("day", "令和　　年　　月　　日", Slot(), "令和　　年　　月　　日"),
        ("day", "令和　　年　　月　　日", Slot("令和5年8月21日"), "令和5年8月21日"),
        ("day", "〔日付〕", Slot(), ""),
        ("code", "〒〔郵便番号〕", Slot("650-0046"), "〒650-0046"),
        ("code", "〒〔郵便番号〕", Slot(), ""),
        ("type=a", "☐", Slot("甲", (), frozenset(["a"])), "☑"),
        ("type=a", "☐", Slot("乙", (), frozenset(["b"])), "☐"),
        ("type=a", "□", Slot("甲", (), frozenset(["a"])), "☑"),
        ("type=a", "○", Slot("甲", (), frozenset(["a"])), "○"),
        ("type=a", "○", Slot("乙", (), frozenset(["b"])), "\u3000"),
        ("flag=true", "☐", Slot("はい", (), frozenset(["true"])), "☑"),
        ("number#2", "〔〕", Slot("", ("7", "0", "1")), "0"),
        ("number#9", "〔〕", Slot("", ("7", "0", "1")), ""),
    ],
)
def test_a_tag_says_what_is_put_in(tmp_path: Path, tag: str, blank: str, slot: Slot, printed: str) -> None:
    name = tag.partition("=")[0].partition("#")[0]
    assert filled(make_form(tmp_path / "form.docx", control(tag, blank)), Slots({name: slot})) == printed


def test_line_breaks_of_a_long_text_are_line_breaks(tmp_path: Path) -> None:
    fill_form(make_form(tmp_path / "form.docx", control("plan")), Slots(texts(plan="一行目\n二行目")), tmp_path / "filled.docx")
    assert docx.Document(str(tmp_path / "filled.docx")).paragraphs[0].text == "一行目\n二行目"


@pytest.mark.parametrize(("blanks", "people"), [(1, 3), (3, 1), (2, 2), (2, 0)])
def test_rows_grow_with_the_list_and_stay_as_blanks(tmp_path: Path, blanks: int, people: int) -> None:
    row = (control("officers[].name"), control("officers[].birth#1"))
    form = make_form(tmp_path / "form.docx", "", rows=(row,) * blanks)
    people_rows = tuple({"name": Slot(f"氏名{n}"), "birth": Slot("", ("S", "45"))} for n in range(people))
    filled(form, Slots({}, {"officers": people_rows}))
    table = docx.Document(str(tmp_path / "filled.docx")).tables[0]
    expected = [[f"氏名{n}", "S"] for n in range(people)] + [["", ""]] * (max(blanks, people) - people)
    assert [[cell.text for cell in table_row.cells] for table_row in table.rows] == expected


def test_a_list_may_stand_in_two_tables(tmp_path: Path) -> None:
    form = make_form(tmp_path / "form.docx", "", rows=((control("officers[].name"),),))
    document = docx.Document(str(form))
    body = document.element.body
    body.insert(-1, parse_xml(f"<w:p {nsdecls('w')}/>"))
    body.insert(-1, body.tbl_lst[0].__copy__())
    document.save(str(form))
    assert filled(form, Slots({}, {"officers": (texts(name="甲"), texts(name="乙"))})) == "甲\n乙\n甲\n乙"


@pytest.mark.parametrize("kind", ["block", "cell", "run"])
def test_a_control_around_a_paragraph_or_a_cell_is_filled_too(tmp_path: Path, kind: str) -> None:
    inner = {"block": "<w:p><w:r><w:t>旧</w:t></w:r></w:p><w:p/>", "cell": "<w:tc><w:p><w:r><w:t>旧</w:t></w:r></w:p></w:tc>"}
    content = inner.get(kind, "<w:r><w:t>旧</w:t></w:r><w:r><w:t>い</w:t></w:r>")
    sdt = f"<w:sdt><w:sdtPr><w:tag w:val='a'/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    around = {"block": sdt, "cell": f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{sdt}</w:tr></w:tbl>", "run": f"<w:p>{sdt}</w:p>"}[kind]
    document = docx.Document()
    document.element.body.insert(0, parse_xml(around.replace(">", f" {nsdecls('w')}>", 1)))
    document.save(str(tmp_path / "form.docx"))
    assert filled(tmp_path / "form.docx", Slots(texts(a="新"))) == "新"


def test_the_same_slots_give_the_same_bytes(tmp_path: Path) -> None:
    form = make_form(tmp_path / "form.docx", control("a"))
    for name in ("one.docx", "two.docx"):
        fill_form(form, Slots(texts(a="x")), tmp_path / name)
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


@pytest.mark.parametrize("content", [b"", b"no word file", b"PK\x03\x04broken"])
def test_what_is_no_word_file_is_said_by_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "form.docx").write_bytes(content)
    with pytest.raises(TemplateError, match=r"form\.docx をWordの様式として開けません"):
        tags_of(tmp_path / "form.docx")


@pytest.mark.parametrize("tag", ["何か", "nobody.knows"])
def test_a_tag_that_is_none_of_ours_is_said(tmp_path: Path, tag: str) -> None:
    form = make_form(tmp_path / "form.docx", control(tag))
    with pytest.raises(TemplateError, match=f"記入欄「{tag}」"):
        fill_form(form, Slots({}), tmp_path / "filled.docx")

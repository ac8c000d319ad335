"""Whole journeys through the real window: a company's patent and a sole proprietor's trademark, to the verified packet; a new field."""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import docx
import pypdfium2  # type: ignore[import-untyped]
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PySide6.QtWidgets import QComboBox, QRadioButton
from pytestqt.qtbot import QtBot

from desktop.packet.packetpage import PacketPage
from desktop.questions.steppage import StepPage
from desktop.start.newcase import NewCaseSheet
from forms.answers import canonical
from forms.build import Order, build_packet
from forms.casefile import open_case_file
from forms.cases import import_case
from forms.catalog.model import Call
from forms.packet.receipt import ORIGINAL
from forms.paths import CALLS, SAMPLES, TEMPLATES
from forms.proof.verify import verify
from forms.render.renderers import renderer
from forms.review import review_case
from forms.values.plain import Plain
from tests.desktop.journey import Journey, built, day_of, journey, named, open_window
from tests.desktop.journeyhands import click, pick
from tests.desktop.journeytypist import enter
from tests.desktop.pageskit import words_in
from tests.desktop.startkit import sheet_over
from tests.forms.wordforms import control

NEW = """
["applicant.motto"]
code = "C99"
kind = "name"
label = "社是"
help = "会社案内のとおりに書きます。"
example = "和を以て貴しと為す"
step = "applicant"
section = "会社の考え方"
source = "様式第1-1 2"
"""


def page_texts(folder: Path) -> list[str]:
    """The text of every page of one set."""
    with pypdfium2.PdfDocument(folder / ORIGINAL) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def effective(call: Call, answers: Mapping[str, Plain]) -> dict[str, Plain]:
    """Answers with those that a question has from the start: choosing one of these again keeps nothing new."""
    return {field.id: canonical(field, field.default) for field in call.fields.values() if field.default} | dict(answers)


def built_by_the_library(walk: Journey, sample: str, folder: Path) -> Path:
    """The sample's packet without a window."""
    with import_case(SAMPLES / sample, folder / "library.shinsei") as case:
        review = review_case(case, day_of(walk.text))
        list(build_packet(case, review, Order(folder / "library", renderer(walk.window.settings.now.renderer, lambda _: None))))
    return folder / "library"


@pytest.mark.parametrize("sample", ["company-patent", "sole-trademark"])
def test_from_the_start_page_to_the_verified_packet(qtbot: QtBot, tmp_path: Path, sample: str) -> None:
    walk = journey(qtbot, tmp_path, sample)
    walk.begin()
    walk.answer_everything()
    walk.bring_papers()
    walk.go_on()
    assert walk.view.session.review.is_ready
    walk.go_on()
    packet = walk.build()
    kept, case = walk.papers(), walk.view.session.case.path
    walk.window.close()
    assert verify(packet) == []
    assert kept == {document: [file.name for file in files] for document, files in walk.text.attachments.items()}
    with open_case_file(case, read_only=True) as opened, import_case(SAMPLES / sample, tmp_path / "sample.shinsei") as meant:
        assert effective(walk.call, opened.answers()) == effective(walk.call, meant.answers())
    assert page_texts(packet) == page_texts(built_by_the_library(walk, sample, tmp_path))


@pytest.fixture
def copied_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of calls with a copy of ours that asks one thing more; the user's own form 1-1 has a control for it."""
    copy = shutil.copytree(CALLS / "hyogo-r5-2", tmp_path / "calls" / "hyogo-copy")
    with (copy / "fields.toml").open("a", encoding="utf-8") as fields:
        fields.write(NEW)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    form = docx.Document(str(TEMPLATES / "hyogo-r5-2" / "form_1_1.docx"))
    form.element.body.insert(-1, parse_xml(f"<w:p {nsdecls('w')}>{control('applicant.motto')}</w:p>"))
    own = tmp_path / "data" / "shinsei-packet" / "templates" / "hyogo-r5-2"
    own.mkdir(parents=True)
    form.save(str(own / "form_1_1.docx"))
    return copy.parent


def test_a_new_field_stands_in_the_window_and_on_the_paper_without_a_line_of_python(
    qtbot: QtBot, tmp_path: Path, copied_call: Path
) -> None:
    window = open_window(qtbot, tmp_path, date(2023, 8, 21), copied_call)
    click(window.start.side.new)
    sheet = sheet_over(window, NewCaseSheet)
    call = named(sheet, "newcase.call")
    assert isinstance(call, QComboBox)
    pick(call, "hyogo-copy")
    for name in ("applicant.type=corporation", "base.right=patent"):
        click(next(radio for radio in sheet.findChildren(QRadioButton, name) if radio.isVisible()))
    click(sheet.make)
    view = window.opened.view
    view.show_step("applicant")
    page = view.page
    assert isinstance(page, StepPage)
    row = page.rows["applicant.motto"]
    enter(row.editor, row.field, "三方よし、陰で支える")
    said = words_in(row)
    assert all(words in said for words in ("社是", "C99", "会社案内のとおりに書きます。　例：和を以て貴しと為す", "様式第1-1 2"))
    view.show_step("packet")
    assert isinstance(view.page, PacketPage)
    click(view.page.before.draft)
    folder = built(qtbot, view.page)
    assert "三方よし、陰で支える" in "".join(page_texts(folder)).replace("\n", "")
    assert verify(folder) == []

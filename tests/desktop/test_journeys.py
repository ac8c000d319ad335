"""Two whole journeys through the real window: a company's patent and a sole proprietor's trademark, to the verified packet."""

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from pytestqt.qtbot import QtBot

from forms.build import Order, build_packet
from forms.casefile import open_case_file
from forms.cases import import_case
from forms.packet.receipt import ORIGINAL
from forms.paths import SAMPLES
from forms.proof.verify import verify
from forms.render.renderers import renderer
from forms.review import review_case
from tests.desktop.journey import Journey, day_of, journey


def page_texts(folder: Path) -> list[str]:
    """The text of every page of one set."""
    with pypdfium2.PdfDocument(folder / ORIGINAL) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


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
        assert opened.answers() == meant.answers()
    assert page_texts(packet) == page_texts(built_by_the_library(walk, sample, tmp_path))

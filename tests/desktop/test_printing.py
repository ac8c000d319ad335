"""Printing: which sides go to the printer, at true scale on A4 landscape, also in two passes; each side is the packet's own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import ImageChops, ImageStat
from PIL.Image import Image
from PIL.ImageFilter import GaussianBlur
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.around.sheets import lay_over
from desktop.packet.postsheet import PostSheet
from desktop.packet.printing import LONG_EDGE, ONE_SIDE, PORTRAIT, SHORT_EDGE, Sides, Way, backs, fronts, set_up, sides_of
from desktop.packet.printsheet import PrintSheet, read_sheets
from desktop.packet.sheetcard import drawing_of
from desktop.packet.testsheet import RULER_TOP, draw_test_sheet
from desktop.studio import Studio
from forms.built import read_built
from forms.packet.finish import Finish
from forms.packet.receipt import IMPOSED
from forms.pdf.pictures import page_picture
from forms.positions import Binding, Layout
from tests.desktop.journey import SOON
from tests.desktop.journeyhands import click, rewrite
from tests.desktop.pageskit import words_in
from tests.desktop.startkit import button

LANDSCAPE = (842, 595)  # points
PIXELS = 10  # a millimetre
BLUR = GaussianBlur(2)
UNLIKE = 4.0  # mean difference of grey levels above which two drawings are not of the same page


@dataclass
class PdfPrinter:
    """Stands for the system's dialog: prints each job into a PDF of its own."""

    folder: Path
    files: list[Path] = field(default_factory=list)
    meddles: bool = False  # as a person who turns what is set in the dialog

    def __call__(self, printer: QPrinter, parent: QWidget, then: Callable[[], None]) -> None:
        """Choose the PDF and go on."""
        self.files.append(self.folder / f"{len(self.files)}.pdf")
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.files[-1]))
        if self.meddles:
            printer.setDuplex(ONE_SIDE)
            printer.setPageOrientation(PORTRAIT)
        then()


@pytest.fixture
def printer(tmp_path: Path) -> PdfPrinter:
    return PdfPrinter(tmp_path)


@pytest.fixture
def sheet(qtbot: QtBot, studio: Studio, packet: Path, printer: PdfPrinter) -> Iterator[PrintSheet]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 688)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    shown = PrintSheet(studio, read_built(packet), printer)
    lay_over(window, shown)
    yield shown
    window.close()


def only(sheet: PrintSheet, sets: tuple[int, ...], sheets: str) -> None:
    """Choose by hand."""
    for number, box in enumerate(sheet.sets):
        if box.isChecked() != (number in sets):
            box.click()
    click(sheet.sheets)
    rewrite(sheets)


def finish(qtbot: QtBot, sheet: PrintSheet, sides: int) -> None:
    qtbot.waitUntil(lambda: f"{sides}面をプリンターに送りました" in words_in(sheet), timeout=SOON)


def drawn(file: Path, pages: tuple[int, ...] = ()) -> list[Image]:
    """Pages of a PDF, grey and a little blurred: the printed ones are pictures of pictures."""
    with pypdfium2.PdfDocument(file) as pdf:
        wanted = pages or tuple(range(len(pdf)))
        return [pdf[number].render(scale=2).to_pil().convert("L").filter(BLUR) for number in wanted]


def difference(one: Image, other: Image) -> float:
    return float(ImageStat.Stat(ImageChops.difference(one, other.resize(one.size))).mean[0])


def test_sides_of_the_chosen_sheets_of_the_chosen_sets() -> None:
    layout = Layout((5, 5), 3)  # 3 sheets a set, two pages a side
    assert sides_of(layout, (0, 2), (0, 2)) == Sides((0, 1, 4, 5, 12, 13, 16, 17))
    assert fronts(Sides((0, 1, 4, 5))) == Sides((0, 4))
    assert backs(Sides((0, 1, 4, 5)), reverse=False) == Sides((1, 5))
    assert backs(Sides((0, 1, 4, 5)), reverse=True) == Sides((5, 1))


@pytest.mark.parametrize(
    ("text", "sheets"),
    [
        ("", (0, 1, 2, 3, 4, 5, 6)),
        ("7", (6,)),
        ("2-4,7", (1, 2, 3, 6)),
        ("２－４、７", (1, 2, 3, 6)),
        ("3, 3", (2,)),
        ("8", ()),
        ("0", ()),
        ("4-2", ()),
        ("a", ()),
        ("2-", ()),
        ("-", ()),
    ],
)
def test_sheets_are_named_as_people_write_them(text: str, sheets: tuple[int, ...]) -> None:
    assert read_sheets(text, 7) == sheets


def test_the_chosen_sheets_come_out_at_true_size_and_are_the_packets_own(
    qtbot: QtBot, sheet: PrintSheet, printer: PdfPrinter, packet: Path
) -> None:
    only(sheet, (1,), "2")
    click(sheet.go)
    finish(qtbot, sheet, 2)
    with pypdfium2.PdfDocument(printer.files[0]) as pdf:
        assert [tuple(map(round, page.get_size())) for page in pdf] == [LANDSCAPE] * 2
    first = (read_built(packet).layout.sheets_per_set + 1) * 2
    meant, other = drawn(packet / IMPOSED, (first, first + 1)), drawn(packet / IMPOSED, (0, 1))
    for came, right, wrong in zip(drawn(printer.files[0]), meant, other, strict=True):
        assert difference(came, right) < UNLIKE < difference(came, wrong)


def test_a_printer_that_cannot_turn_paper_takes_two_passes(
    qtbot: QtBot, sheet: PrintSheet, printer: PdfPrinter, packet: Path
) -> None:
    only(sheet, (0,), "1-2")
    click(sheet.both_sides)
    click(sheet.go)
    finish(qtbot, sheet, 2)
    click(sheet.second)
    qtbot.waitUntil(lambda: len(printer.files) == 2 and printer.files[1].exists() and len(drawn_or_none(printer.files[1])) == 2, timeout=SOON)
    for file, pages in zip(printer.files, ((0, 2), (1, 3)), strict=True):
        for came, right in zip(drawn(file), drawn(packet / IMPOSED, pages), strict=True):
            assert difference(came, right) < UNLIKE


def drawn_or_none(file: Path) -> list[Image]:
    """The pages of a PDF that may not be finished yet."""
    try:
        return drawn(file)
    except pypdfium2.PdfiumError:
        return []


def test_a_pile_that_comes_out_in_reverse_gets_its_backs_in_reverse(qtbot: QtBot, sheet: PrintSheet, printer: PdfPrinter, packet: Path) -> None:
    only(sheet, (0,), "1-3")
    click(sheet.both_sides)
    click(sheet.reverse)
    click(sheet.second)
    finish(qtbot, sheet, 3)
    for came, right in zip(drawn(printer.files[0]), drawn(packet / IMPOSED, (5, 3, 1)), strict=True):
        assert difference(came, right) < UNLIKE


@pytest.mark.parametrize(("binding", "edge"), [("short_edge", SHORT_EDGE), ("long_edge", LONG_EDGE)])
def test_the_printer_turns_the_paper_over_the_packets_edge_whatever_the_dialog_says(
    qtbot: QtBot, studio: Studio, packet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, binding: Binding, edge: QPrinter.DuplexMode
) -> None:
    told: list[QPrinter.DuplexMode] = []  # a PDF as printer forgets it
    monkeypatch.setattr(QPrinter, "setDuplex", lambda _, mode: told.append(mode))
    printer = PdfPrinter(tmp_path, meddles=True)
    sheet = PrintSheet(studio, replace(read_built(packet), finish=Finish(binding=binding)), printer)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 688)
    window.show()
    lay_over(window, sheet)
    sheet.sheets.setText("1")
    sheet.go.click()
    qtbot.waitUntil(lambda: not sheet.line.is_busy, timeout=SOON)
    assert told[-1] == edge
    assert sheet.both_sides.text().endswith("（短辺とじ）" if edge == SHORT_EDGE else "（長辺とじ）")
    with pypdfium2.PdfDocument(printer.files[0]) as pdf:
        assert [tuple(map(round, page.get_size())) for page in pdf] == [LANDSCAPE] * 12


def test_how_much_paper_it_takes_is_said_beforehand(sheet: PrintSheet) -> None:
    assert "用紙12枚×6部、計72枚" in words_in(sheet)
    only(sheet, (0, 2), "7")
    assert "用紙1枚×2部、計2枚" in words_in(sheet)


def test_nothing_is_sent_twice_and_what_is_on_its_way_can_be_stopped(qtbot: QtBot, sheet: PrintSheet, printer: PdfPrinter) -> None:
    click(sheet.go)
    assert not sheet.go.isEnabled()
    sheet.line.print(Path("another.pdf"), Sides((0,)), Way(SHORT_EDGE))
    assert len(printer.files) == 1
    click(sheet.line.stop)
    assert "中止しました" in words_in(sheet.line)
    assert sheet.go.isEnabled()
    only(sheet, (0,), "1")
    click(sheet.go)
    finish(qtbot, sheet, 2)
    assert len(drawn(printer.files[1])) == 2


def test_the_letter_is_printed_upright_on_one_side(qtbot: QtBot, studio: Studio, packet: Path, printer: PdfPrinter) -> None:
    sheet = PostSheet(studio, read_built(packet), printer)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 688)
    window.show()
    lay_over(window, sheet)
    click(button(sheet, "送付状を印刷"))
    qtbot.waitUntil(lambda: "1面をプリンターに送りました" in words_in(sheet), timeout=SOON)
    with pypdfium2.PdfDocument(printer.files[0]) as pdf:
        assert [tuple(map(round, page.get_size())) for page in pdf] == [LANDSCAPE[::-1]]
    assert difference(drawn(printer.files[0])[0], drawn(packet / "post" / "cover-letter.pdf")[0]) < UNLIKE


@pytest.mark.parametrize(("sets", "sheets", "said"), [((), "1", "印刷する部を選んでください。"), ((0,), "99", "までの番号で")])
def test_what_cannot_be_printed_is_said_and_nothing_is_sent(
    sheet: PrintSheet, printer: PdfPrinter, sets: tuple[int, ...], sheets: str, said: str
) -> None:
    only(sheet, sets, sheets)
    click(sheet.go)
    assert said in words_in(sheet.fault)
    assert printer.files == []


def test_who_closes_the_panel_goes_on_printing(qtbot: QtBot, sheet: PrintSheet, printer: PdfPrinter) -> None:
    only(sheet, (0,), "1-2")
    click(sheet.go)
    sheet.close_sheet()
    qtbot.waitUntil(lambda: printer.files[0].exists() and len(drawn_or_none(printer.files[0])) == 4, timeout=SOON)


def test_the_test_sheet_has_two_sides_at_true_size(sheet: PrintSheet, printer: PdfPrinter) -> None:
    click(button(sheet, "試し刷り"))
    with pypdfium2.PdfDocument(printer.files[0]) as pdf:
        assert [tuple(map(round, page.get_size())) for page in pdf] == [LANDSCAPE] * 2


@pytest.mark.parametrize(("binding", "side", "turned"), [("short_edge", 1, False), ("long_edge", 0, False), ("long_edge", 1, True)])
def test_on_the_screen_every_side_stands_as_one_reads_it(packet: Path, binding: Binding, side: int, turned: bool) -> None:
    built = replace(read_built(packet), finish=Finish(binding=binding))
    shown = drawing_of(built, side)(packet / IMPOSED, 0, 100)
    upright = page_picture(packet / IMPOSED, 0, 100)
    assert (shown.rgb != upright.rgb) == turned


def rows_of_ink(page: Image) -> tuple[int, int]:
    """How much is drawn in the upper and in the lower third of a page."""
    third = page.height // 3
    halves = (page.crop((0, 0, page.width, third)), page.crop((0, page.height - third, page.width, page.height)))
    upper, lower = (sum(half.point(lambda grey: grey < 128).histogram()[1:2]) for half in halves)
    return upper, lower


@pytest.mark.parametrize(("edge", "turned"), [(SHORT_EDGE, False), (LONG_EDGE, True)])
def test_the_back_of_the_test_sheet_stands_as_the_packets_backs_do(
    qapp: object, tmp_path: Path, edge: QPrinter.DuplexMode, turned: bool
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_up(printer, Way(edge))
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "test.pdf"))
    set_up(printer, Way(edge))
    draw_test_sheet(printer, edge)
    front, back = (rows_of_ink(page) for page in drawn(tmp_path / "test.pdf"))
    assert front[0] > front[1]  # the arrow is above
    assert (back[0] < back[1]) == turned


def test_the_ruler_of_the_test_sheet_is_ten_centimetres_long(qapp: object, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_up(printer, Way(SHORT_EDGE))
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "test.pdf"))
    set_up(printer, Way(SHORT_EDGE))
    draw_test_sheet(printer, SHORT_EDGE)
    with pypdfium2.PdfDocument(tmp_path / "test.pdf") as pdf:
        page = pdf[0].render(scale=PIXELS / 72 * 25.4).to_pil().convert("L")
    band = page.crop((0, round(RULER_TOP * PIXELS) - PIXELS, page.width, round(RULER_TOP * PIXELS) + PIXELS)).point(lambda grey: 255 * (grey < 200))
    left, _, right, _ = band.getbbox() or (0, 0, 0, 0)
    assert (right - left) / PIXELS == pytest.approx(100, abs=0.6)

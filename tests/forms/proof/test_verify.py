import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Page, Pdf, Stream, String

from forms.errors import FormsError
from forms.packet.finish import Finish
from forms.packet.receipt import RECEIPT, seal_of
from forms.proof.verify import verify
from tests.forms.pdfkit import build

SHAPE = (3, 1, 2, 4)  # two forms, 資料1 and 資料2: ten pages a set
EVERYTHING = Finish(page_numbers=True, set_marks=True, separators=True, contents=True, slip=True, fresh="side")
FINISHES = [
    Finish(stamp_corner="bottom_left", stamp_size="large", page_numbers=True),
    Finish(set_marks=True),
    Finish(slip=True),
    Finish(contents=True, separators=True),
    Finish(fresh="side", binding="long_edge"),
    Finish(fresh="sheet"),
    Finish(stamp=""),
    EVERYTHING,
]
Change = Callable[[Pdf], None]
PACKET, IMPOSED, ORIGINAL = "packet.pdf", "packet-2in1.pdf", "original.pdf"


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("whole") / "packet", SHAPE).folder


@pytest.fixture
def folder(whole: Path, tmp_path: Path) -> Path:
    shutil.copytree(whole, tmp_path / "packet")
    return tmp_path / "packet"


@contextmanager
def changed(path: Path) -> Iterator[Pdf]:
    with Pdf.open(path, allow_overwriting_input=True) as pdf:
        yield pdf
        pdf.save(path)


@contextmanager
def receipt_changed(folder: Path, *, resealed: bool = True) -> Iterator[dict[str, object]]:
    receipt = json.loads((folder / RECEIPT).read_text("utf-8"))
    yield receipt
    if resealed:
        receipt["seal"] = seal_of(receipt)
    (folder / RECEIPT).write_text(json.dumps(receipt, ensure_ascii=False), "utf-8")


@pytest.mark.parametrize("draft", [False, True])
@pytest.mark.parametrize("pages", [(1,), (4, 4), (1, 2, 3, 5)])
def test_a_packet_as_it_was_built_is_proven(tmp_path: Path, pages: tuple[int, ...], draft: bool) -> None:
    assert verify(build(tmp_path / "packet", pages, draft=draft).folder) == []


@pytest.mark.parametrize("finish", FINISHES, ids=str)
def test_a_packet_is_proven_with_all_its_switches(tmp_path: Path, finish: Finish) -> None:
    assert verify(build(tmp_path / "packet", (3, 1, 2, 4), copies=2, finish=finish).folder) == []


@pytest.fixture(scope="session")
def switched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("switched") / "packet", SHAPE, copies=2, finish=EVERYTHING).folder


def exchange(pdf: Pdf, one: int, other: int, key: str) -> None:
    """Give the first page what the second carries under a name."""
    page, giving = pdf.pages[one].obj, pdf.pages[other].obj
    shown = {name: form for name, form in page.Resources.XObject.items() if name != f"/{key}"}
    page.Resources = Dictionary(XObject=Dictionary({**shown, f"/{key}": giving.Resources.XObject[f"/{key}"]}))


def mark_a_page_of_another_set(pdf: Pdf) -> None:
    exchange(pdf, 5, 5 + len(pdf.pages) // 3, "M")


def mark_a_whole_set_as_another(pdf: Pdf) -> None:
    size = len(pdf.pages) // 3
    for page in range(1, size):
        exchange(pdf, page, page + size, "M")


def name_a_slip_otherwise(pdf: Pdf) -> None:
    exchange(pdf, 0, len(pdf.pages) // 3, "M")


def number_all_pages_wrong(pdf: Pdf) -> None:
    size = len(pdf.pages) // 3
    for number in range(3):
        exchange(pdf, number * size + 7, 8, "N")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (mark_a_page_of_another_set, "packet.pdf の6ページ目（正本の「書類1」1ページ目）の「正本」の印が違います。"),
        (mark_a_whole_set_as_another, "正本の「目次」1ページ目に「正本」の印がありません。"),
        (name_a_slip_otherwise, "正本の「ホチキス留めしない旨の紙」1ページ目に「正本」の印がありません。"),
        (number_all_pages_wrong, "original.pdf の8ページ目（正本の「資料1 書類2」1ページ目）は、packet.pdfの同じページと違います"),
    ],
)
def test_a_wrong_mark_or_number_is_said(switched: Path, tmp_path: Path, change: Change, said: str) -> None:
    folder = shutil.copytree(switched, tmp_path / "packet")
    with changed(folder / PACKET) as pdf:
        change(pdf)
    assert any(fault.startswith(said) for fault in verify(folder)), verify(folder)


def test_a_switch_that_was_turned_in_the_receipt_is_said(switched: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(switched, tmp_path / "packet")
    with receipt_changed(folder) as receipt:
        receipt["finish"]["binding"] = "long_edge"  # type: ignore[index]
    assert f"{IMPOSED} の両面印刷の設定が、長辺とじではありません。" in verify(folder)


def test_metadata_that_names_somebody_is_said(folder: Path) -> None:
    with changed(folder / PACKET) as pdf:
        pdf.docinfo["/Author"] = "minato"
    assert f"{PACKET} に、ページのほかのものが含まれています（/Author）。" in verify(folder)


def test_a_packet_that_was_only_packed_anew_is_proven(folder: Path) -> None:
    for name in (PACKET, IMPOSED, ORIGINAL):
        with Pdf.open(folder / name, allow_overwriting_input=True) as pdf:
            pdf.save(folder / name, recompress_flate=True, object_stream_mode=ObjectStreamMode.generate)
    assert verify(folder) == []


def swap(pdf: Pdf, one: int, other: int) -> None:
    first, second = pdf.pages[one].obj, pdf.pages[other].obj
    for key in ("/Contents", "/Resources"):
        first[key], second[key] = second[key], first[key]


def drop(pdf: Pdf) -> None:
    del pdf.pages[24]


def double(pdf: Pdf) -> None:
    pdf.pages.insert(15, Page(pdf.make_indirect(Dictionary(dict(pdf.pages[14].obj.items())))))


def turn(pdf: Pdf) -> None:
    pdf.pages[36].obj.Rotate = 180


def crop(pdf: Pdf) -> None:
    pdf.pages[36].obj.CropBox = Array([0, 0, 300, 300])


def shift(pdf: Pdf) -> None:
    pdf.pages[36].obj.Contents = Stream(pdf, b"q 1 0 0 1 5 0 cm /P Do Q")


def form_of(pdf: Pdf, page: int, name: str = "P") -> Object:
    return pdf.pages[page].obj.Resources.XObject[f"/{name}"]


def draw_over(pdf: Pdf) -> None:
    form = form_of(pdf, 9)
    form.write(form.read_bytes() + b" 0 0 9 9 re f")


def draw_over_one_copy(pdf: Pdf) -> None:
    page = pdf.pages[25].obj
    form = Stream(pdf, b"0 0 9 9 re f")
    for key, value in page.Resources.XObject.P.items():
        if key not in ("/Length", "/Filter"):
            form[key] = value
    page.Resources = Dictionary(XObject=Dictionary(P=form))


def restamp_one_copy(pdf: Pdf) -> None:
    page = pdf.pages[24].obj
    page.Resources = Dictionary(XObject=Dictionary(P=page.Resources.XObject.P, S=form_of(pdf, 26, "S")))


def restamp_all(pdf: Pdf) -> None:
    stamp = form_of(pdf, 6, "S")
    for number in range(4, len(pdf.pages), 10):
        pdf.pages[number].obj.Resources.XObject.S = stamp


def bookmark(pdf: Pdf) -> None:
    pdf.Root.Outlines.First.First.Dest[0] = pdf.pages[7].obj


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda pdf: swap(pdf, 12, 13), "13ページ目（副本1の「書類0」3ページ目）に、違うページ（「書類1」1ページ目）"),
        (lambda pdf: swap(pdf, 12, 13), "14ページ目（副本1の「書類1」1ページ目）に、違うページ（「書類0」3ページ目）"),
        (drop, "packet.pdf は60ページのはずですが、59ページあります。"),
        (drop, "packet.pdf に、副本2の「資料1 書類2」1ページ目がありません。"),
        (double, "packet.pdf は60ページのはずですが、61ページあります。"),
        (double, "packet.pdf の16ページ目に、違うページ（「資料1 書類2」1ページ目）"),
        (turn, "packet.pdf の37ページ目（副本3の「資料2 書類3」1ページ目）の向き・大きさ・位置が変えられています。"),
        (crop, "37ページ目（副本3の「資料2 書類3」1ページ目）の向き・大きさ・位置が変えられています。"),
        (shift, "37ページ目（副本3の「資料2 書類3」1ページ目）の向き・大きさ・位置が変えられています。"),
        (draw_over, "10ページ目（正本の「資料2 書類3」4ページ目）に、受領証にない、書き換えられたページ"),
        (draw_over_one_copy, "26ページ目（副本2の「資料1 書類2」2ページ目）に、受領証にない、書き換えられたページ"),
        (restamp_one_copy, "25ページ目（副本2の「資料1 書類2」1ページ目）は、ほかの組の同じページと違います"),
        (bookmark, "packet.pdf のしおりが、書類の並びと合いません。"),
    ],
)
def test_what_was_done_to_the_packet_is_said_with_its_place(folder: Path, change: Change, said: str) -> None:
    with changed(folder / PACKET) as pdf:
        change(pdf)
    assert any(said in fault for fault in verify(folder)), verify(folder)


def test_a_wrong_number_in_all_sets_is_said(folder: Path) -> None:
    with changed(folder / PACKET) as pdf:
        restamp_all(pdf)
    assert any("5ページ目（正本の「資料1 書類2」1ページ目）は、packet.pdfの同じページと違います" in f for f in verify(folder))


def test_a_wrong_number_on_an_attachment_is_said(folder: Path) -> None:
    for name in (PACKET, ORIGINAL):
        with changed(folder / name) as pdf:
            restamp_all(pdf)
    assert "正本の「資料1 書類2」1ページ目の右上に「資料1」がありません。" in verify(folder)


def test_an_original_that_is_not_the_packets_is_said(folder: Path) -> None:
    with changed(folder / ORIGINAL) as pdf:
        swap(pdf, 0, 1)
    assert any(fault.startswith("original.pdf の1ページ目（正本の「書類0」1ページ目）") for fault in verify(folder))


def swap_halves(pdf: Pdf) -> None:
    shown = pdf.pages[0].obj.Resources.XObject
    shown.L, shown.R = shown.R, shown.L


def swap_sides(pdf: Pdf) -> None:
    swap(pdf, 8, 9)


def scale_side(pdf: Pdf) -> None:
    pdf.pages[7].obj.Contents = Stream(pdf, b"q 0.7 0 0 0.7 0 0 cm /L Do Q q 0.7 0 0 0.7 421 0 cm /R Do Q")


def drop_sheet(pdf: Pdf) -> None:
    del pdf.pages[4:6]


def long_edge(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.Duplex = Name.DuplexFlipLongEdge


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (swap_halves, "packet-2in1.pdf の正本・用紙1枚目の表の左は正本の「書類0」1ページ目のはずですが、違うものです。"),
        (swap_sides, "packet-2in1.pdf の副本1・用紙2枚目の裏の右は副本1の「資料2 書類3」2ページ目のはずですが、違うものです。"),
        (scale_side, "packet-2in1.pdf の副本1・用紙1枚目の裏は、2ページの置き方が変えられています。"),
        (drop_sheet, "packet-2in1.pdf は用紙18枚（36面）のはずですが、34面あります。"),
        (long_edge, "packet-2in1.pdf の両面印刷の設定が、短辺とじではありません。"),
    ],
)
def test_what_was_done_to_the_sheets_is_said_with_its_place(folder: Path, change: Change, said: str) -> None:
    with changed(folder / IMPOSED) as pdf:
        change(pdf)
    assert said in verify(folder), verify(folder)


def add_script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def add_note(pdf: Pdf) -> None:
    pdf.pages[3].obj.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]))])


def add_file(pdf: Pdf) -> None:
    pdf.attachments["x.txt"] = b"x"


@pytest.mark.parametrize("name", [PACKET, IMPOSED, ORIGINAL])
@pytest.mark.parametrize(("change", "key"), [(add_script, "/OpenAction"), (add_note, "/Annots"), (add_file, "/EF")])
def test_what_acts_or_carries_a_file_is_said(folder: Path, name: str, change: Change, key: str) -> None:
    with changed(folder / name) as pdf:
        change(pdf)
    assert any(fault.startswith(f"{name} に、ページのほかのもの") and key in fault for fault in verify(folder))


def test_a_font_that_is_not_embedded_is_said(folder: Path) -> None:
    with changed(folder / PACKET) as pdf:
        resources = form_of(pdf, 0).Resources
        for font in resources.Font.values():
            del font.FontDescriptor["/FontFile2"]
    assert any("埋め込まれていない字体があります" in fault for fault in verify(folder))


@pytest.mark.parametrize("name", [PACKET, IMPOSED, ORIGINAL, "receipt.pdf", "word/form_1_1.docx"])
def test_a_missing_file_is_said(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert f"{name} がありません。" in verify(folder)


@pytest.mark.parametrize("name", ["notes.txt", "word/other.docx", "post/label.pdf"])
def test_an_unexpected_file_is_said(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(b"x")
    assert f"{name} は、作成されたものではありません。" in verify(folder)


def test_a_changed_word_file_is_said(folder: Path) -> None:
    (folder / "word" / "form_1_1.docx").write_bytes(b"another form")
    assert verify(folder) == ["word/form_1_1.docx が、作成された後に書き換えられています。"]


def test_a_changed_check_sheet_is_said(folder: Path) -> None:
    with changed(folder / "receipt.pdf") as pdf:
        pdf.pages[0].obj.Contents = Stream(pdf, b"n")
    assert verify(folder) == ["receipt.pdf が、作成された後に書き換えられています。"]


@pytest.mark.parametrize("name", [PACKET, IMPOSED, ORIGINAL, "receipt.pdf"])
@pytest.mark.parametrize("kept", [0.0, 0.5])
def test_a_broken_file_is_said(folder: Path, name: str, kept: float) -> None:
    data = (folder / name).read_bytes()
    (folder / name).write_bytes(data[: int(len(data) * kept)])
    assert f"{name} は壊れていて読めません。" in verify(folder)


def test_a_changed_amount_is_said_even_if_the_receipt_is_sealed_again(folder: Path) -> None:
    with receipt_changed(folder) as receipt:
        receipt["amounts"]["requested"] = 765_000  # type: ignore[index]
    assert verify(folder) == ["receipt.json の間接補助金申請額 765,000 円が、様式に見当たりません。金額が変えられています。"]


@pytest.mark.parametrize("name", ["pages_per_set", "sheets_per_set", "sheets"])
def test_a_figure_of_the_receipt_that_does_not_add_up_is_said(folder: Path, name: str) -> None:
    with receipt_changed(folder) as receipt:
        receipt[name] = 7
    assert any(fault.startswith(f"receipt.json の {name} は") for fault in verify(folder))


def test_a_receipt_that_was_changed_after_it_was_sealed_is_said(folder: Path) -> None:
    with receipt_changed(folder, resealed=False) as receipt:
        receipt["date"] = "2023-08-26"
    assert verify(folder) == ["receipt.json が、作成された後に書き換えられています（封印が合いません）。"]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"seal": ""}', '{"documents": [{}], "sets": "x"}'])
def test_a_receipt_that_is_none_is_said(folder: Path, text: str) -> None:
    (folder / RECEIPT).write_text(text, "utf-8")
    faults = verify(folder)
    assert any("receipt.json" in fault for fault in faults)


def test_a_folder_without_a_packet_stops_the_work(tmp_path: Path) -> None:
    with pytest.raises(FormsError, match="というフォルダーがありません"):
        verify(tmp_path / "nowhere")

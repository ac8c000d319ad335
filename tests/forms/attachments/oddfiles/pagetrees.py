"""The page tree: counts, kids, loops, depths, what is inherited; and boxes, units and turns of pages."""

from tests.forms.attachments.oddfiles.model import REPAIRED, Odd, constant
from tests.forms.attachments.oddfiles.rawpdf import MARKS, assembled, many_pages, one_page, page_objects, stream
from tests.forms.pdfkit import marked

NO_PAGE = "ページが1枚もありません"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>"
TURNED = "横長のため"
SMALLER = "A4 に収まるよう縮小しました"


def tree(pages: bytes, more: dict[int, bytes] | None = None) -> bytes:
    """A document whose page tree's root is this."""
    return one_page(more={2: pages, **(more or {})})


def nested(levels: int) -> bytes:
    """A page below so many nodes, the box at the top one."""
    objects = page_objects(page=b"/MediaBox null")
    objects[2] = b"<</Type/Pages/Kids[10 0 R]/Count 1/MediaBox[0 0 595 842]>>"
    for level in range(levels):
        objects[10 + level] = b"<</Type/Pages/Parent %d 0 R/Count 1/Kids[%d 0 R]>>" % (9 + level if level else 2, 11 + level)
    objects[10 + levels] = b"<</Type/Page/Parent %d 0 R/Contents 4 0 R/Resources<<>>>>" % (9 + levels)
    del objects[3]
    return assembled(objects)


def box(*corners: float, more: bytes = b"") -> bytes:
    """A page with this MediaBox, with marks in its corners."""
    left, bottom, right, top = corners
    shown = (min(left, right), min(bottom, top), max(left, right), max(bottom, top))
    return one_page(marked(shown), b"/MediaBox[%b]" % b" ".join(b"%.2f" % edge for edge in corners) + more)


ODD = (
    Odd("no-pages", "the page tree has no pages", lambda: tree(b"<</Type/Pages/Kids[]/Count 0>>"), refused=NO_PAGE),
    Odd("kids-missing", "the page tree has no /Kids", lambda: tree(b"<</Type/Pages/Count 1>>"), refused="「"),
    Odd("kids-null", "the only kid does not exist", lambda: tree(b"<</Type/Pages/Kids[55 0 R]/Count 1>>"), refused="「"),
    Odd("kids-mixed", "kids that are null, a number and a page", lambda: tree(b"<</Type/Pages/Kids[null 7 3 0 R 55 0 R]/Count 4>>"), notes=("ページ",), unlike="PDFium does not open it"),
    Odd("kids-not-array", "/Kids is the page itself", lambda: tree(b"<</Type/Pages/Kids 3 0 R/Count 1>>"), refused="「"),
    Odd("page-direct", "the page is written within /Kids", lambda: tree(b"<</Type/Pages/Count 1/Kids[" + PAGE + b"]>>"), notes=(REPAIRED,)),
    Odd("pages-is-page", "the catalogue names a page as the tree", lambda: one_page(more={1: b"<</Type/Catalog/Pages 3 0 R>>"}), notes=(REPAIRED,)),
    Odd("pages-missing", "the catalogue names no tree", lambda: one_page(more={1: b"<</Type/Catalog>>"}), refused="「"),
    Odd("count-too-high", "/Count says 5, there is 1", lambda: tree(b"<</Type/Pages/Kids[3 0 R]/Count 5>>"), notes=("5ページ",)),
    Odd("count-negative", "/Count is -1", lambda: tree(b"<</Type/Pages/Kids[3 0 R]/Count -1>>")),
    Odd("count-too-low", "/Count says 1, there are 3", lambda: assembled({**many_pages(3), 2: many_pages(3)[2].replace(b"/Count 3", b"/Count 1")}), pages=3, unlike="PDFium does not open it"),
    Odd("page-loop", "the tree has itself as a kid", lambda: tree(b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>"), refused="「"),
    Odd("self-parent", "the page is its own parent", lambda: one_page(more={3: PAGE.replace(b"2 0 R", b"3 0 R").replace(b"/MediaBox[0 0 595 842]", b"")}), notes=(REPAIRED, SMALLER)),
    Odd("parent-loop", "two nodes are each other's parents", lambda: tree(b"<</Type/Pages/Kids[9 0 R]/Count 1/Parent 9 0 R>>", {9: b"<</Type/Pages/Kids[3 0 R]/Count 1/Parent 2 0 R>>"}), notes=(REPAIRED,)),
    Odd("shared-page", "one page object is a kid three times", lambda: tree(b"<</Type/Pages/Kids[3 0 R 3 0 R 3 0 R]/Count 3>>"), pages=3, notes=(REPAIRED,)),
    Odd("deep-tree", "a page under 60 nodes, with the box at the top", lambda: nested(60)),
    Odd("deeper-tree", "a page under 20,000 nodes", lambda: nested(20_000), refused="「"),
    Odd("tree-bomb", "a tree of 20 levels of 10 kids each, all shared", lambda: _bomb(), refused="「"),
    Odd("pages-100000", "100,000 pages", lambda: assembled(many_pages(100_000)), refused="100,000ページ"),
    Odd("page-1000000-times", "one page a million times", lambda: tree(b"<</Type/Pages/Count 1000000/Kids[" + b"3 0 R " * 1_000_000 + b"]>>"), refused="「"),
    Odd("pages-300", "300 pages in one array", lambda: assembled(many_pages(300)), pages=300),
    Odd("no-mediabox", "no box anywhere", lambda: one_page(more={3: PAGE.replace(b"/MediaBox[0 0 595 842]", b"")}), notes=(REPAIRED, SMALLER)),
    Odd("box-inherited", "box, turn and resources stand in the tree", lambda: _inherited()),
    Odd("box-indirect", "the box's numbers are references", lambda: one_page(page=b"/MediaBox[7 0 R 7 0 R 8 0 R 9 0 R]", more={7: b"0", 8: b"595", 9: b"842"})),
    Odd("box-words", "the box holds words", lambda: one_page(page=b"/MediaBox[/a (b) null true]"), notes=(REPAIRED, SMALLER)),
    Odd("box-short", "the box has three numbers", lambda: one_page(page=b"/MediaBox[0 0 595]"), notes=(REPAIRED, SMALLER)),
    Odd("box-offset", "the origin lies outside the sheet", lambda: box(1000, 2000, 1595, 2842)),
    Odd("box-negative", "the sheet lies below the origin", lambda: box(-595, -842, 0, 0)),
    Odd("box-swapped", "corners the wrong way round", lambda: box(595, 842, 0, 0)),
    Odd("box-far", "the origin is a million points away", lambda: box(1_000_000, 1_000_000, 1_000_595, 1_000_842)),
    Odd("box-empty", "the box has no area", lambda: one_page(page=b"/MediaBox[0 0 0 0]"), notes=("A4 として",), unlike="viewers take US Letter"),
    Odd("box-huge", "a sheet of 200 by 200 inches", lambda: box(0, 0, 14_400, 14_400), notes=(SMALLER,)),
    Odd("box-hair", "a sheet 1 point wide", lambda: one_page(page=b"/MediaBox[0 0 1 842]"), notes=("A4 として",), unlike="nothing can be seen on it"),
    Odd("receipt", "a receipt: 58 mm wide, 1 m long", lambda: box(0, 0, 164, 2835), notes=(SMALLER,)),
    Odd("banner", "a banner: 4 m wide, 20 cm high", lambda: box(0, 0, 11_339, 567), notes=(TURNED, SMALLER)),
    Odd("a3", "A3", lambda: box(0, 0, 841.89, 1190.55), notes=(SMALLER,)),
    Odd("b4-landscape", "B4 landscape", lambda: box(0, 0, 1031.8, 728.5), notes=(TURNED, SMALLER)),
    Odd("sizes-mixed", "A4, A3 landscape and a receipt in one file", lambda: _mixed(), pages=3, notes=("2ページ目は横長", SMALLER)),
    Odd("crop", "only a part of the sheet is shown", lambda: one_page(page=b"/CropBox[100 100 500 700]")),
    Odd("crop-outside", "the crop reaches beyond the sheet", lambda: one_page(page=b"/CropBox[-100 -100 900 900]")),
    Odd("crop-apart", "the crop lies beside the sheet", lambda: one_page(page=b"/CropBox[900 900 990 990]"), unlike="PDFium shows nothing where a crop leaves nothing"),
    Odd("crop-empty", "the crop has no area", lambda: one_page(page=b"/CropBox[10 10 10 10]")),
    Odd("crop-swapped", "the crop's corners the wrong way round", lambda: one_page(page=b"/CropBox[500 700 100 100]")),
    Odd("crop-inherited", "the crop stands in the tree", lambda: tree(b"<</Type/Pages/Kids[3 0 R]/Count 1/CropBox[100 100 500 700]>>")),
    Odd("trimbox", "trim, bleed and art boxes are set: they are for printing houses", lambda: one_page(page=b"/TrimBox[100 100 200 200]/BleedBox[0 0 9 9]/ArtBox[5 5 50 50]")),
    *(
        Odd(f"rotate{turn}", f"turned by {turn} degrees", constant(one_page(page=b"/Rotate %d" % turn)), notes=(TURNED,) * (turn % 180 != 0))
        for turn in (90, 180, 270, -90, 450)
    ),
    Odd("rotate45", "turned by 45 degrees", constant(one_page(page=b"/Rotate 45")), notes=("向きの指定が半端", TURNED)),
    Odd("rotate-word", "turned by a word", constant(one_page(page=b"/Rotate/Left"))),
    Odd("rotate-and-crop", "turned, cropped, and off the origin", lambda: box(50, 60, 645, 902, more=b"/Rotate 90/CropBox[100 100 500 800]"), notes=(TURNED,)),
    Odd("userunit", "a unit of 2 points", lambda: one_page(marked((0, 0, 297, 421)), b"/MediaBox[0 0 297 421]/UserUnit 2"), unlike="PDFium ignores units"),
    Odd("userunit-huge", "a unit of 75,000 points", lambda: one_page(page=b"/UserUnit 75000"), notes=(SMALLER,)),
    Odd("userunit-zero", "a unit of 0", lambda: one_page(page=b"/UserUnit 0")),
    Odd("userunit-negative", "a unit of -2", lambda: one_page(page=b"/UserUnit -2")),
)  # fmt: skip


def _bomb() -> bytes:
    more = {10 + n: b"<</Type/Pages/Count 9/Kids[" + b"%d 0 R " % (11 + n) * 10 + b"]>>" for n in range(20)}
    return tree(b"<</Type/Pages/Count 9/Kids[10 0 R]>>", {**more, 30: PAGE})


def _inherited() -> bytes:
    top = b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 842 595]/Rotate 90/Resources<</XObject<</F 5 0 R>>>>>>"
    page = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>"
    form = stream(marked((0, 0, 842, 595)), b"/Type/XObject/Subtype/Form/BBox[0 0 842 595]")
    return one_page(b"/F Do", more={2: top, 3: page, 5: form})


def _mixed() -> bytes:
    boxes = (b"[0 0 595 842]", b"[0 0 1190 842]", b"[0 0 164 600]")
    pages = {10 + n: PAGE.replace(b"[0 0 595 842]", size) for n, size in enumerate(boxes)}
    return assembled({**many_pages(3), **pages, 4: stream(MARKS)})

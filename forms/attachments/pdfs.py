"""A foreign PDF made into upright A4 pages that only show: no form, no note, no script, no link, no file inside.

Decision: nothing of the document is kept but what its pages draw. Each page becomes one Form XObject, clipped to what
was visible of it, in a new document; what hangs on the old catalogue stays behind by construction. Read with pikepdf
(qpdf), which opens what other readers give up on; what it had to repair is told.
"""

import logging
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from pikepdf import Dictionary, Name, Object, PasswordError, Pdf, PdfError, Stream

from forms.attachments.flatten import flatten
from forms.attachments.layers import settle_layers
from forms.attachments.notes import READING, SHOWN, TURNED, Printable, on_pages
from forms.attachments.pagesource import OversizedPageError, PageSource, page_source
from forms.attachments.scrub import save_scrubbed
from forms.attachments.unusedfonts import drop_unused_fonts
from forms.attachments.upright import Placement, place
from forms.errors import PaperError, PasswordNeeded
from forms.pdf.contentstream import placed
from forms.pdf.foreignfonts import fonts_missing
from forms.positions import A4
from forms.progress import Tell, telling, untold

MAX_PAGES = 10_000
PERCENT = 100
LOG = logging.getLogger(__name__)
BROKEN = (
    PdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RuntimeError, OverflowError, zlib.error,
)  # fmt: skip  # what pikepdf raises on a file whose objects are not what they should be
REPAIRED = "壊れていたところを直して読み込みました。抜けたページや消えた文字がないかお確かめください。"
BOXLESS = "は用紙の大きさが書かれていないため、A4 として扱いました。"
ODDLY_TURNED = "は向きの指定が半端なため、近い向きに直しました。"
DAMAGED = "は壊れていて、一部が写らないことがあります。"
BLANK = "は何も描かれていない白紙です。"
SUBSTITUTED = "が埋め込まれていません。印刷したときに文字の形が変わらないかお確かめください。"
STANDARD_FONTS = ("Helvetica", "Times", "Courier", "Symbol", "ZapfDingbats", "Arial")
SPLIT = "要るページだけを保存し直して添付してください。"
REMAKE = "元の書類から PDF を作り直すか、印刷したものをスキャンして添付してください。"


def pdf_pages(name: str, data: bytes, password: str = "", tell: Tell = untold) -> Printable:
    """The pages of a PDF as upright A4 pages.

    Raises PasswordNeeded where it is protected, PaperError where it is empty or damaged beyond repair.
    """
    try:
        with _opened(name, data, password) as source:
            return _converted(name, source, tell)
    except OversizedPageError:
        raise PaperError(f"「{name}」には描かれているものが多すぎるページがあり、読めません。{REMAKE}") from None
    except BROKEN as error:
        LOG.debug("reading a paper", exc_info=True)
        raise PaperError(f"「{name}」は壊れていて、PDF として読めません。{REMAKE}") from error


@contextmanager
def _opened(name: str, data: bytes, password: str) -> Iterator[Pdf]:
    try:
        with _unlocked(data, password) as source:
            yield source
    except PasswordError:
        tried = "渡されたパスワードでは開けません" if password else "開くのにパスワードが要ります"
        raise PasswordNeeded(
            f"「{name}」は{tried}。パスワードを確かめるか、パスワードを外して保存した PDF を添付してください。"
        ) from None


def _unlocked(data: bytes, password: str) -> Pdf:
    """Opened without the password where none is needed."""
    try:
        return Pdf.open(BytesIO(data))
    except PasswordError:
        return Pdf.open(BytesIO(data), password=password)


def _converted(name: str, source: Pdf, tell: Tell) -> Printable:
    _refuse_unprintable(name, source)
    notes = settle_layers(source) + flatten(source)
    with Pdf.new() as target:
        pages = [_page(source, target, index) for index in telling(tell, READING, len(source.pages))]
        drop_unused_fonts(target)
        notes += _page_notes(pages) + _font_notes(target)
        if source.get_warnings():
            notes += (REPAIRED,)
        return Printable(save_scrubbed(target), len(pages), notes)


def _refuse_unprintable(name: str, source: Pdf) -> None:
    count = len(source.pages)
    if count == 0:
        raise PaperError(f"「{name}」にはページが1枚もありません。{REMAKE}")
    if count > MAX_PAGES:
        raise PaperError(
            f"「{name}」は{count:,}ページあり、取り込める{MAX_PAGES:,}ページを超えています。{SPLIT}"
        )
    if "/NeedsRendering" in source.Root and "/XFA" in source.Root.get("/AcroForm", Dictionary()):
        raise PaperError(
            f"「{name}」は専用のソフトでしか表示できない入力フォーム（XFA）です。"
            "そのソフトで開き、PDF に印刷したものを添付してください。"
        )


@dataclass(frozen=True)
class _Page:
    """What was met on one page."""

    source: PageSource
    placement: Placement


def _page(source: Pdf, target: Pdf, index: int) -> _Page:
    found = page_source(source.pages[index].obj)
    placement = place(found.sheet)
    form = Stream(source, found.contents)
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = list(found.sheet.box)
    form.Resources = found.resources
    if found.group is not None:
        form.Group = found.group
    add_page(target, target.copy_foreign(form), placement)
    return _Page(found, placement)


def add_page(target: Pdf, shown: Object, placement: Placement) -> None:
    """Append an upright A4 page on which one XObject (a form or a picture) lies."""
    page = target.add_blank_page(page_size=A4)
    page.obj.Resources = Dictionary(XObject=Dictionary(P=shown))
    page.obj.Contents = Stream(target, placed("P", placement.matrix))


def _font_notes(target: Pdf) -> tuple[str, ...]:
    """What printers would have to find a substitute for; every one of them has the fourteen standard fonts."""
    missing = fonts_missing(page.obj.get("/Resources") for page in target.pages)
    foreign = [name for name in missing if not name.rpartition("+")[2].startswith(STANDARD_FONTS)]
    return (f"字体（{'・'.join(foreign[:SHOWN])}）{SUBSTITUTED}",) if foreign else ()


def _page_notes(pages: list[_Page]) -> tuple[str, ...]:
    numbered = list(enumerate(pages, 1))
    smaller = {number: page.placement.scale for number, page in numbered if page.placement.scale < 1}
    percent = round(min(smaller.values(), default=1) * PERCENT)
    return (
        *on_pages((n for n, page in numbered if page.placement.turned), TURNED),
        *on_pages(smaller, f"は A4 より大きいため、A4 に収まるよう縮小しました（最小{percent} %）。"),
        *on_pages((n for n, page in numbered if page.source.boxless), BOXLESS),
        *on_pages((n for n, page in numbered if page.source.oddly_turned), ODDLY_TURNED),
        *on_pages((n for n, page in numbered if page.source.damaged), DAMAGED),
        *on_pages((n for n, page in numbered if page.source.blank), BLANK),
    )

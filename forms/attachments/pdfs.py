"""A foreign PDF made into upright A4 pages that only show: no form, no note, no script, no link, no file inside.

Decision: nothing of the document is kept but what its pages draw. Each page becomes one Form XObject, clipped to what
was visible of it, in a new document; what hangs on the old catalogue stays behind by construction. Read with pikepdf
(qpdf), which opens what other readers give up on; what it had to repair is told.
"""

import logging
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from io import BytesIO

from pikepdf import Dictionary, Name, Object, PasswordError, Pdf, PdfError, QpdfRuntimeError, Stream

from forms.attachments.flatten import Flattened, Laid, flatten
from forms.attachments.layers import settle_layers
from forms.attachments.limits import MAX_PAGES, OversizedError, refuse_depth, within_limits
from forms.attachments.notes import READING, Printable, on_pages
from forms.attachments.pagenotes import Taken, count_notes, font_notes, page_notes
from forms.attachments.pagesource import page_source
from forms.attachments.scrub import save_scrubbed
from forms.attachments.smalltext import small_text_notes
from forms.attachments.soundness import Examiner, OversizedPictureError, showing
from forms.attachments.unpacking import Allowance
from forms.attachments.unusedfonts import drop_unused_fonts
from forms.attachments.upright import Placement, place
from forms.errors import PaperError, PasswordNeeded
from forms.pdf.contentstream import placed
from forms.positions import A4
from forms.progress import Tell, telling, untold

LOG = logging.getLogger(__name__)
BROKEN = (PdfError, QpdfRuntimeError)  # all that qpdf says of a file; 3,000 files made odd by chance raised nothing else
END, TAIL = b"%%EOF", 1024
ENCRYPTED = b"/Encrypt"
NO_PAGES = "no pages found"  # how qpdf says so
REPAIRED = "壊れていたところを直して読み込みました。抜けたページや消えた文字がないかお確かめください。"
PORTFOLIO = "中に別のファイルが入っています（ポートフォリオ）。印刷するのは表紙だけですので、要るファイルは取り出して添付してください。"
PASSED_OVER = "は画像が多いため、傷みがないかを調べていません。表示をお確かめください。"
SPLIT = "要るページだけを保存し直して添付してください。"
REMAKE = "元の書類から PDF を作り直すか、印刷したものをスキャンして添付してください。"


class PagelessError(ValueError):
    """A document without a page."""


def pdf_pages(name: str, data: bytes, password: str = "", tell: Tell = untold) -> Printable:
    """The pages of a PDF as upright A4 pages.

    Raises PasswordNeeded where it is protected, PaperError where it is empty or damaged beyond repair.
    """
    try:
        with within_limits(), _opened(name, data, password) as source:
            return _converted(name, source, tell)
    except OversizedPictureError:
        raise PaperError(f"「{name}」の画像は画素が多すぎて取り込めません。解像度を下げて保存し直してください。") from None
    except PagelessError:
        raise PaperError(f"「{name}」にはページが1枚もありません。{REMAKE}") from None
    except (OversizedError, MemoryError):
        raise PaperError(f"「{name}」には描かれているものが多すぎて読めません。{REMAKE}") from None
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
        return _read(data, "")
    except PasswordError:
        return _read(data, password)


def _read(data: bytes, password: str) -> Pdf:
    """Opened; where the tables of a file lead to no page, by its objects alone."""
    whole = data if data[-TAIL:].rstrip().endswith(END) else data + b"\n" + END  # else qpdf loses an object with which a file breaks off
    try:
        return Pdf.open(BytesIO(whole), password=password)
    except PasswordError:
        raise
    except PdfError as error:
        if ENCRYPTED in data:
            raise  # without its trailer an encrypted file would be read as noise
        loose = whole.replace(b"startxref", b"startnone").replace(b"trailer", b"tr-none")
        with suppress(PdfError):
            return Pdf.open(BytesIO(loose), password=password)
        if NO_PAGES in str(error):
            raise PagelessError from error
        raise


@dataclass(frozen=True)
class _Reading:
    """What is known of a document while its pages are read."""

    flattened: Flattened
    allowance: Allowance = field(default_factory=Allowance)
    seen: set[tuple[int, int]] = field(default_factory=set)


def _converted(name: str, source: Pdf, tell: Tell) -> Printable:
    _refuse_unprintable(name, source)
    notes = settle_layers(source)
    flattened = flatten(source)
    notes += flattened.notes
    with Pdf.new() as target:
        reading = _Reading(flattened)
        told = telling(tell, READING, len(source.pages))
        pages = [_page(source, target, page.obj, reading) for page, _ in zip(source.pages, told, strict=True)]
        examiner = Examiner(reading.allowance)
        examiner.examine(target)
        notes += page_notes(pages, showing(target, examiner.torn))
        notes += on_pages(showing(target, examiner.passed_over), PASSED_OVER)
        drop_unused_fonts(target)
        notes += font_notes(target) + count_notes(source.Root.get("/Pages"), len(pages))
        if "/Collection" in source.Root:
            notes += (PORTFOLIO,)
        if source.get_warnings():
            notes += (REPAIRED,)
        pdf = save_scrubbed(target)
    return Printable(pdf, len(pages), notes + small_text_notes(pdf))


def _refuse_unprintable(name: str, source: Pdf) -> None:
    count = len(source.pages)
    if count == 0:
        raise PagelessError
    if count > MAX_PAGES:
        raise PaperError(
            f"「{name}」は{count:,}ページあり、取り込める{MAX_PAGES:,}ページを超えています。{SPLIT}"
        )
    if "/NeedsRendering" in source.Root and "/XFA" in source.Root.get("/AcroForm", Dictionary()):
        raise PaperError(
            f"「{name}」は専用のソフトでしか表示できない入力フォーム（XFA）です。"
            "そのソフトで開き、PDF に印刷したものを添付してください。"
        )


def _page(source: Pdf, target: Pdf, page: Object, reading: _Reading) -> Taken:
    found = page_source(page, reading.allowance)
    placement = place(found.sheet)
    own = Stream(source, b"")
    own.write(zlib.compress(found.contents), filter=Name.FlateDecode)  # unpacked they would all be held until the file is written
    own.Type, own.Subtype = Name.XObject, Name.Form
    own.BBox = list(found.sheet.box)
    own.Resources = found.resources
    form = _with_notes(source, own, reading.flattened.laid.get(page.objgen, []))
    if found.group is not None:
        form.Group = found.group
    refuse_depth(form, reading.seen)
    add_page(target, target.copy_foreign(form), placement)
    return Taken(placement, found.boxless, found.oddly_turned, found.damaged, found.blank)


def _with_notes(source: Pdf, form: Object, laid: Sequence[Laid]) -> Object:
    """A form that draws the page's and over it what is laid on it; a page's own drawing may leave anything open."""
    if not laid:
        return form
    names = [f"N{number}" for number in range(len(laid))]
    drawing = placed("P") + b"".join(placed(name, one.matrix) for name, one in zip(names, laid, strict=True))
    whole = Stream(source, drawing)
    whole.Type, whole.Subtype, whole.BBox = Name.XObject, Name.Form, form.BBox
    shown = {f"/{name}": one.form for name, one in zip(names, laid, strict=True)}
    whole.Resources = Dictionary(XObject=Dictionary({"/P": source.make_indirect(form), **shown}))
    return whole


def add_page(target: Pdf, shown: Object, placement: Placement) -> None:
    """Append an upright A4 page on which one XObject (a form or a picture) lies."""
    page = target.add_blank_page(page_size=A4)
    page.obj.Resources = Dictionary(XObject=Dictionary(P=shown))
    page.obj.Contents = Stream(target, placed("P", placement.matrix))

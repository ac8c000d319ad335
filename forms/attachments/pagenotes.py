"""What the applicant should know of the pages of a PDF that was taken in, in sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pikepdf import Dictionary, Object, Pdf

from forms.attachments.notes import SHOWN, TURNED, on_pages
from forms.attachments.upright import Placement
from forms.pdf.foreignfonts import fonts_missing

PERCENT = 100
BOXLESS = "は用紙の大きさが書かれていないため、A4 として扱いました。"
ODDLY_TURNED = "は向きの指定が半端なため、近い向きに直しました。"
DAMAGED = "は壊れていて、一部が欠けているかもしれません。表示を元の書類と見比べてください。"
BLANK = "は何も描かれていない白紙です。"
SUBSTITUTED = "が埋め込まれていません。印刷したときに文字の形が変わらないかお確かめください。"
STANDARD_FONTS = ("Helvetica", "Times", "Courier", "Symbol", "ZapfDingbats", "Arial")


@dataclass(frozen=True)
class Taken:
    """Where a page was put and what was amiss with it; its drawing is not kept."""

    placement: Placement
    boxless: bool
    oddly_turned: bool
    damaged: bool
    blank: bool


def page_notes(pages: Sequence[Taken], damaged: Iterable[int]) -> tuple[str, ...]:
    """Sentences about the pages; `damaged` are those (from 1) that draw with something torn."""
    numbered = list(enumerate(pages, 1))
    smaller = {number: page.placement.scale for number, page in numbered if page.placement.scale < 1}
    percent = round(min(smaller.values(), default=1) * PERCENT)
    torn = {number for number, page in numbered if page.damaged} | set(damaged)
    return (
        *on_pages((n for n, page in numbered if page.placement.turned), TURNED),
        *on_pages(smaller, f"は A4 より大きいため、A4 に収まるよう縮小しました（最小{percent} %）。"),
        *on_pages((n for n, page in numbered if page.boxless), BOXLESS),
        *on_pages((n for n, page in numbered if page.oddly_turned), ODDLY_TURNED),
        *on_pages(torn, DAMAGED),
        *on_pages((n for n, page in numbered if page.blank and n not in torn), BLANK),
    )


def font_notes(target: Pdf) -> tuple[str, ...]:
    """What printers would have to find a substitute for."""
    foreign = fonts_to_find(page.obj.get("/Resources") for page in target.pages)
    return (f"字体（{'・'.join(foreign[:SHOWN])}）{SUBSTITUTED}",) if foreign else ()


def fonts_to_find(roots: Iterable[Object | None]) -> list[str]:
    """Names of the fonts below these objects that do not come along, but for the standard ones, which every printer has."""
    return [name for name in fonts_missing(roots) if not name.rpartition("+")[2].startswith(STANDARD_FONTS)]


def count_notes(tree: Object | None, pages: int) -> tuple[str, ...]:
    """A sentence where the file says that it has more pages than were found in it."""
    said = tree.get("/Count") if isinstance(tree, Dictionary) else None
    if not isinstance(said, int) or said <= pages:
        return ()
    return (f"{said:,}ページあると書かれているファイルですが、{pages:,}ページしか見つかりません。抜けたページがないかお確かめください。",)

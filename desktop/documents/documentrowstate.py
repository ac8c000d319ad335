"""What a document's row says: its sign, its state in a few words, its pages.

Decision: worked out of the review each time; a finding's first words stand for it in the row, its whole sentence in the side.
"""

import re
from dataclasses import dataclass

from desktop.session import Session
from forms.catalog.model import Document
from forms.check import MISSING_PAPER, Finding
from forms.plan import ATTACHED, FILLED, MISSING, Planned

TELLING = re.compile(r"[^。]*?[がは、]([^。がは、]{3,12})。")  # 決算書が「1期分だけのようです」。


@dataclass(frozen=True)
class Doing:
    """What is going on with a document's files: how many are being taken in, how many were refused."""

    coming: int = 0
    refused: int = 0


@dataclass(frozen=True)
class RowState:
    """A row, ready to paint; `token`: the colour of the words; `pages` as text, "" where not known."""

    glyph: str
    label: str
    title: str
    words: str
    token: str
    pages: str
    bold: bool = False


def label_of(document: Document) -> str:
    """資料6, or 様式 for what has no number."""
    return f"資料{document.number}" if document.number else "様式"


def takes_papers(document: Document) -> bool:
    """Whether a person may put files in: not in place of a form that is printed as it is."""
    return not document.template or bool(document.by_hand)


def pages_of(planned: Planned) -> int:
    """The pages of its papers."""
    return sum(paper.pages for paper in planned.papers)


def row_state(session: Session, planned: Planned, doing: Doing, pages: int) -> RowState:
    """The row of a document; `pages`: how many there are, 0 for not known."""
    glyph, words, token = _state(session, planned, doing)
    bold = token != "text2"
    label = f"資料 {planned.document.number}" if planned.document.number else "様式"
    return RowState(glyph, label, planned.title, words, token, f"{pages}ページ" if pages else "", bold)


def _state(session: Session, planned: Planned, doing: Doing) -> tuple[str, str, str]:
    found = [f for f in session.findings_of(planned.document.id) if f.id != MISSING_PAPER and f.severity != "note"]
    errors = [finding for finding in found if finding.severity == "error"]
    if doing.refused:
        return "error", f"{doing.refused}件が入りません", "err"
    if doing.coming:
        return "busy", "入れています", "text"
    if errors:
        return "error", short_words(errors[0]), "err"
    if planned not in session.review.packet:
        return "warning", "印刷しません", "warn"
    if planned.state == MISSING:
        return "missing", "まだありません", "text"
    if found:
        return "warning", short_words(found[0]), "warn"
    return _calm(planned)


def _calm(planned: Planned) -> tuple[str, str, str]:
    if planned.state == FILLED:
        return "form", "プログラムが作成", "text2"
    if planned.state == ATTACHED:
        return "ready", "署名入りを入れました" if planned.document.template else "そろいました", "text2"
    return "optional", "任意・入れない", "text2"


def short_words(finding: Finding) -> str:
    """A finding in a few words: what its first sentence says of the document, if that is short."""
    found = TELLING.match(finding.message)
    return found[1] if found else "お確かめください"

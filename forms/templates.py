"""Which Word form is filled for a document: the user's own, where there is one and it is sound, else the bundled one.

Decision: a user's form that cannot be filled stops the work with a sentence; it is never passed over in silence.
"""

from dataclasses import dataclass
from pathlib import Path

import platformdirs

from forms.catalog.model import Call, Document
from forms.errors import TemplateError
from forms.fill import tags_of
from forms.paths import TEMPLATES
from forms.slots import is_known, parse_tag


@dataclass(frozen=True)
class Census:
    """The content controls of a form, by tag: those the call fills, those it does not know, and ours that the form lacks.

    `lacking`: of the missing ones, those without which it cannot stand for its document.
    """

    known: tuple[str, ...]
    unknown: tuple[str, ...]
    missing: tuple[str, ...]
    lacking: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Whether the form can be filled: it has controls, the call knows every one, and none is lacking."""
        return bool(self.known) and not self.unknown and not self.lacking

    @property
    def fault(self) -> str:
        """What keeps the form from being sound, as the end of a sentence."""
        if self.unknown:
            return f"知らない記入欄「{self.unknown[0]}」があります"
        return f"記入欄「{self.lacking[0]}」がありません" if self.lacking else "記入欄がありません"


def census(call: Call, form: Path) -> Census:
    """What `shinsei slots` tells of a form; `missing` is held against our form of the same name."""
    tags = dict.fromkeys(tags_of(form))
    known = tuple(tag for tag in tags if _knows(call, tag))
    ours = TEMPLATES / call.terms.templates / form.name
    expected = dict.fromkeys(tags_of(ours)) if ours.is_file() else {}
    needs = [slot for document in call.documents.values() if document.template == form.name for slot in document.needs]
    return Census(
        known=known,
        unknown=tuple(tag for tag in tags if tag not in known),
        missing=tuple(tag for tag in expected if tag not in tags),
        lacking=tuple(slot for slot in needs if slot not in tags),
    )


def _knows(call: Call, text: str) -> bool:
    tag = parse_tag(text)
    return tag is not None and is_known(call, tag)


def user_templates() -> Path:
    """The folder in which a user's own Word forms take the place of ours, one subfolder a call; it need not exist."""
    return Path(platformdirs.user_data_dir("shinsei-packet", appauthor=False)) / "templates"


def template_of(call: Call, document: Document, own: Path | None = None) -> Path:
    """The form to fill; `own` is the user's folder of templates (by default the one in the user's data directory)."""
    if own is not None and not own.is_dir():
        raise TemplateError(f"様式のフォルダー {own} がありません。--templates の場所をお確かめください。")
    folder = own if own is not None else user_templates()
    for place in (folder / call.terms.templates, folder):
        form = place / document.template
        if form.exists():
            return _sound(call, form)
    return TEMPLATES / call.terms.templates / document.template


def is_ours(form: Path) -> bool:
    """Whether a form is one of the bundled reconstructions."""
    return form.is_relative_to(TEMPLATES)


def _sound(call: Call, form: Path) -> Path:
    found = census(call, form)
    if not found.is_sound:
        raise TemplateError(f"{form} に{found.fault}。shinsei slots で確かめ、直すか、フォルダーから外してください。")
    return form

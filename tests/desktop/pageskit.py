"""A case in a page, without the window round it: as the window would make it, one page at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.desk import Desk
from desktop.page import Page
from desktop.session import Session
from desktop.settings import SettingsFile
from desktop.studio import Studio
from forms.casefile import create_case, open_case_file
from forms.cases import import_case
from forms.catalog.model import Step
from forms.paths import RESOURCES
from forms.values.plain import Plain

TODAY = date(2023, 8, 24)


@contextmanager
def opened(folder: Path, sample: str = "") -> Iterator[Desk]:
    """A sample, or an empty case, opened."""
    file = folder / f"{sample or 'empty'}.shinsei"
    if sample:
        import_case(RESOURCES / "samples" / sample, file)
    else:
        create_case(file, "hyogo-r5-2").close()
    studio = Studio()
    with open_case_file(file) as case:
        yield Desk(Session(case, TODAY), studio, SettingsFile(folder))
    studio.close()


def step_of(desk: Desk, name: str) -> Step:
    call = desk.session.call
    return (dict(call.steps) | dict(call.pages))[name]


def shown(page: Page, width: int = 1138, height: int = 577) -> Page:
    """A page as large as in a window of 1366×688, and refreshed at every change."""
    page.resize(width, height)
    page.be_sized(narrow=width < 900, short=height < 500)
    page.session.changed.connect(page.refresh)
    page.refresh()
    page.show()
    return page


def words_in(widget: QWidget) -> str:
    """Everything that a screen reader could say of what is shown inside a widget."""
    seen = [widget, *(child for child in widget.findChildren(QWidget) if child.isVisibleTo(widget))]
    texts = (f"{child.accessibleName()} {child.property('text') or ''}" for child in seen)
    return " ".join(texts)


def rows_of(plain: Plain) -> list[dict[str, Plain]]:
    """Kept rows as a list of tables."""
    return [dict(row) for row in plain if isinstance(row, dict)] if isinstance(plain, list) else []

"""The built-in renderer's entry: a .docx in, a PDF out.

Decision: laying out and drawing are two steps, because a preview lays a whole form out and draws one page of it.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from forms.errors import RenderError, TargetError
from forms.render.builtin.census import note_unprinted
from forms.render.builtin.collecting import collected_later
from forms.render.builtin.controls import SlotBox
from forms.render.builtin.draw import draw_pages, find_boxes
from forms.render.builtin.flow import paginate
from forms.render.builtin.package import Package, open_package
from forms.render.builtin.pages import Page
from forms.render.files import require_own_names
from forms.render.notes import Tell, unheard


@dataclass(frozen=True)
class LaidOut:
    """A .docx on its pages, nothing drawn yet.

    `boxes`: where its content controls with a tag stand, page by page. A control over several lines, cells or pages has a box on
    each; one without text has the room that its text would take.
    """

    document: Path
    pages: tuple[Page, ...]
    boxes: tuple[SlotBox, ...]


def render_builtin(documents: Sequence[Path], folder: Path, tell: Tell = unheard) -> Iterator[Path]:
    """Print each .docx to `folder/<stem>.pdf` and yield that path; `tell` hears what is not printed as the file asks.

    Raises RenderError, naming the file, where one cannot be opened or would land on another's PDF, and TargetError where the
    folder cannot be written.
    """
    require_own_names(documents)
    for document in documents:
        yield _render(document, folder / f"{document.stem}.pdf", tell)


def lay_out(document: Path) -> LaidOut:
    """Lay a .docx out as `render_builtin` does. Raises RenderError, naming the file."""
    pages = _pages(document, open_package(document))
    with _naming_faults(document):
        return LaidOut(document, tuple(pages), tuple(find_boxes(pages)))


def draw_page(laid: LaidOut, page: int, target: Path) -> None:
    """Print one page (from 0) of those that `render_builtin` prints, as a PDF of its own. Raises what that raises."""
    _draw(laid.document, laid.pages[page : page + 1], target)


def _render(document: Path, target: Path, tell: Tell) -> Path:
    package = open_package(document)
    note_unprinted(package)
    _draw(document, _pages(document, package), target)
    for note in package.notes.all():
        tell(document, note)
    return target


def _pages(document: Path, package: Package) -> list[Page]:
    with _naming_faults(document):
        return paginate(package)


def _draw(document: Path, pages: Sequence[Page], target: Path) -> None:
    printed = BytesIO()
    with _naming_faults(document):
        draw_pages(pages, printed)
    try:
        target.write_bytes(printed.getvalue())
    except OSError as error:
        raise TargetError(f"{target}に書き込めません。フォルダーの空きと書き込みの権限をお確かめください。") from error


@contextmanager
def _naming_faults(document: Path) -> Iterator[None]:
    """What stops the work, as sentences that name the file."""
    try:
        with collected_later():
            yield
    except RenderError as error:
        raise _naming(document, error) from error
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise RenderError(f"{document.name}に読めない書式の値があります。Wordで開いて保存し直してください。") from error
    except OSError as error:  # nothing is written yet: it is a picture that was not read to its end
        raise RenderError(f"{document.name}の中の図を読めません。Wordで図を貼り直して保存してください。") from error


def _naming(document: Path, error: RenderError) -> RenderError:
    text = str(error)
    return error if document.name in text else RenderError(f"{document.name}: {text}")

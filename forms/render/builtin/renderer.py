"""The built-in renderer's entry: a .docx in, a PDF out."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from forms.errors import RenderError, TargetError
from forms.render.builtin.census import note_unprinted
from forms.render.builtin.collecting import collected_later
from forms.render.builtin.controls import SlotBox
from forms.render.builtin.draw import draw_pages
from forms.render.builtin.flow import paginate
from forms.render.builtin.package import Package, open_package
from forms.render.files import require_own_names
from forms.render.notes import Tell, unheard


def render_builtin(documents: Sequence[Path], folder: Path, tell: Tell = unheard) -> Iterator[Path]:
    """Print each .docx to `folder/<stem>.pdf` and yield that path; `tell` hears what is not printed as the file asks.

    Raises RenderError, naming the file, where one cannot be opened or would land on another's PDF, and TargetError where the
    folder cannot be written.
    """
    require_own_names(documents)
    for document in documents:
        yield _render(document, folder / f"{document.stem}.pdf", tell)


def draw_with_boxes(document: Path, target: Path) -> tuple[SlotBox, ...]:
    """Print a .docx to `target` as `render_builtin` does, and say where its content controls with a tag stand.

    A control over several lines, cells or pages has a box on each; one without text has the room that its text would take. The
    boxes come page by page. Raises what `render_builtin` raises.
    """
    return _drawn(document, open_package(document), target)


def _render(document: Path, target: Path, tell: Tell) -> Path:
    package = open_package(document)
    note_unprinted(package)
    _drawn(document, package, target)
    for note in package.notes.all():
        tell(document, note)
    return target


def _drawn(document: Path, package: Package, target: Path) -> tuple[SlotBox, ...]:
    printed = BytesIO()
    try:
        with collected_later():
            boxes = draw_pages(paginate(package), printed)
    except RenderError as error:
        raise _naming(document, error) from error
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise RenderError(f"{document.name}に読めない書式の値があります。Wordで開いて保存し直してください。") from error
    except OSError as error:  # nothing is written yet: it is a picture that was not read to its end
        raise RenderError(f"{document.name}の中の図を読めません。Wordで図を貼り直して保存してください。") from error
    try:
        target.write_bytes(printed.getvalue())
    except OSError as error:
        raise TargetError(f"{target}に書き込めません。フォルダーの空きと書き込みの権限をお確かめください。") from error
    return tuple(boxes)


def _naming(document: Path, error: RenderError) -> RenderError:
    text = str(error)
    return error if document.name in text else RenderError(f"{document.name}: {text}")

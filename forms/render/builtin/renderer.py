"""The built-in renderer's entry: a .docx in, a PDF out."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from forms.errors import RenderError, TargetError
from forms.render.builtin.draw import draw_pages
from forms.render.builtin.flow import paginate
from forms.render.builtin.package import open_package
from forms.render.builtin.refusals import refuse_unprintable


def render_builtin(documents: Sequence[Path], folder: Path) -> Iterator[Path]:
    """Print each .docx to `folder/<stem>.pdf` and yield that path.

    Raises RenderError, naming the file, where one cannot be opened or holds what this version cannot print, and TargetError
    where the folder cannot be written.
    """
    for document in documents:
        yield _render(document, folder / f"{document.stem}.pdf")


def _render(document: Path, target: Path) -> Path:
    package = open_package(document)
    refuse_unprintable(package)
    try:
        draw_pages(paginate(package), target)
    except RenderError as error:
        raise _naming(document, error) from error
    except ValueError as error:
        raise RenderError(f"{document.name}に読めない書式の値があります。Wordで開いて保存し直してください。") from error
    except OSError as error:
        raise TargetError(f"{target}に書き込めません。フォルダーの空きと書き込みの権限をお確かめください。") from error
    return target


def _naming(document: Path, error: RenderError) -> RenderError:
    text = str(error)
    return error if document.name in text else RenderError(f"{document.name}: {text}")

"""One contract for every renderer: built-in, LibreOffice where it is installed, Word as a fake one.

What holds for one of them only (a program that hangs, a Word that is in use) stands in test_suites.py.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path

import pytest
from pypdf import PdfReader

from forms.errors import RenderError, TargetError
from forms.render.builtin.renderer import render_builtin
from forms.render.choosing import Render
from forms.render.libreoffice import find_soffice, libreoffice
from forms.render.word import word
from tests.forms.render.docxkit import p, word_file
from tests.forms.render.fakeword import FakeWindows

MAKERS: dict[str, Callable[[], Render]] = {
    "builtin": lambda: render_builtin,
    "libreoffice": lambda: libreoffice(find_soffice()),
    "word": lambda: word(FakeWindows().machine()),
}
NO_SOFFICE = pytest.mark.skipif(
    not shutil.which("soffice"), reason="soffice (LibreOffice) is not installed here: its side of the contract was not tested"
)


@pytest.fixture(params=["builtin", pytest.param("libreoffice", marks=NO_SOFFICE), "word"])
def render(request: pytest.FixtureRequest) -> Render:
    return MAKERS[request.param]()


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, of this test alone."""
    folder = tmp_path / "一時 files"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def forms(folder: Path, *stems: str) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    return [word_file(folder / f"{stem}.docx", p(f"本文は{stem}です")) for stem in stems]


def text(pdf: Path) -> str:
    return "".join("".join(page.extract_text().split()) for page in PdfReader(pdf).pages)


def work(render: Render, documents: list[Path], folder: Path) -> Generator[Path]:
    folder.mkdir(exist_ok=True)
    landed = render(documents, folder)
    assert isinstance(landed, Generator)
    with closing(landed):
        yield from filter(None, landed)


def running(mark: Path) -> list[str]:
    """The command lines of the processes that were told of this folder; ended ones have none."""
    lines = [(folder / "cmdline") for folder in Path("/proc").glob("[0-9]*")]
    return [line for file in lines if (line := _read(file)) and str(mark) in line]


def _read(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8", "replace")
    except OSError:
        return ""


def sockets() -> set[Path]:
    """What killed LibreOffices have left in /tmp: sockets that no process listens on."""
    heard = _read(Path("/proc/net/unix"))
    return {path for path in Path("/tmp").glob("OSL_PIPE_*") if str(path) not in heard}


def test_one_pdf_a_document_in_their_order_as_they_land(render: Render, tmp_path: Path) -> None:
    documents, out = forms(tmp_path, "b", "c", "a"), tmp_path / "out"
    landed = work(render, documents, out)
    assert next(landed) == out / "b.pdf"
    assert text(out / "b.pdf") == "本文はbです"
    assert not (out / "a.pdf").exists()
    assert list(landed) == [out / "c.pdf", out / "a.pdf"]
    assert [text(out / f"{stem}.pdf") for stem in "ca"] == ["本文はcです", "本文はaです"]


def test_no_document_no_pdf(render: Render, tmp_path: Path, temporary: Path) -> None:
    assert list(work(render, [], tmp_path / "out")) == []
    assert list((tmp_path / "out").iterdir()) == list(temporary.iterdir()) == []


def test_spaces_and_japanese_in_paths(render: Render, tmp_path: Path) -> None:
    documents = forms(tmp_path / "申請 書類（案）", "様式 第1-1", "a%20b#c")
    out = tmp_path / "提出 先"
    assert list(work(render, documents, out)) == [out / "様式 第1-1.pdf", out / "a%20b#c.pdf"]
    assert text(out / "様式 第1-1.pdf") == "本文は様式第1-1です"


def test_an_older_pdf_is_replaced(render: Render, tmp_path: Path) -> None:
    documents, out = forms(tmp_path, "a"), tmp_path / "out"
    out.mkdir()
    (out / "a.pdf").write_bytes(b"old")
    assert text(next(work(render, documents, out))) == "本文はaです"


@pytest.mark.parametrize("content", [b"", b"plain text", b"PK\x03\x04broken", None])
def test_a_file_that_is_no_word_file_is_named(render: Render, tmp_path: Path, content: bytes | None) -> None:
    documents = [*forms(tmp_path, "a"), tmp_path / "こわれた.docx"]
    if content is not None:
        documents[1].write_bytes(content)
    with pytest.raises(RenderError, match=r"こわれた\.docx"):
        list(work(render, documents, tmp_path / "out"))


def test_a_folder_that_cannot_be_written_is_said(render: Render, tmp_path: Path, temporary: Path) -> None:
    with pytest.raises(TargetError, match="書き込めません"):
        list(render(forms(tmp_path, "a"), tmp_path / "nowhere"))
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_stopped_in_the_middle_nothing_runs_and_nothing_is_left(render: Render, tmp_path: Path, temporary: Path) -> None:
    documents, out, before = forms(tmp_path / "in", *"abcd"), tmp_path / "out", sockets()
    landed = work(render, documents, out)
    next(landed)
    landed.close()
    assert running(temporary) == []
    assert list(temporary.iterdir()) == []
    assert sockets() <= before
    assert sorted(out.iterdir()) == [out / "a.pdf"]


def test_done_nothing_is_left_beside_the_pdfs(render: Render, tmp_path: Path, temporary: Path) -> None:
    documents, out, before = forms(tmp_path / "in", "a", "b"), tmp_path / "out", sockets()
    kept = [document.read_bytes() for document in documents]
    assert list(work(render, documents, out)) == sorted(out.iterdir())
    assert list(temporary.iterdir()) == []
    assert sorted((tmp_path / "in").iterdir()) == documents
    assert [document.read_bytes() for document in documents] == kept
    assert sockets() <= before


def test_two_at_once(render: Render, tmp_path: Path) -> None:
    first = work(render, forms(tmp_path / "1", "a", "b"), tmp_path / "out1")
    second = work(render, forms(tmp_path / "2", "a", "b"), tmp_path / "out2")
    landed = [pdf for pair in zip(first, second, strict=True) for pdf in pair]
    assert landed == [tmp_path / out / f"{stem}.pdf" for stem in "ab" for out in ("out1", "out2")]
    assert [text(pdf) for pdf in landed] == ["本文はaです", "本文はaです", "本文はbです", "本文はbです"]

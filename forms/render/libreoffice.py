"""Printing through LibreOffice, where it is installed: `soffice` run once for all documents, in a profile of its own.

`soffice` ends with 0 having written nothing, two of them cannot share a profile, and a hanging one never ends: so a private
profile, a time limit, the whole process group killed, and every PDF opened before it is believed. On Linux it is shown our
fonts under the names Word uses, else ＭＳ 明朝 falls to whatever the machine has.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pikepdf

from forms.errors import RenderError
from forms.fonts import family_for
from forms.paths import FONTS

TIME_LIMIT = 180.0  # seconds for one run
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
WORD_FONTS = (
    "ＭＳ 明朝", "MS Mincho", "ＭＳ Ｐ明朝", "MS PMincho", "ＭＳ ゴシック", "MS Gothic", "ＭＳ Ｐゴシック", "MS PGothic", "游明朝",
    "Yu Mincho", "游明朝 Light", "游ゴシック", "Yu Gothic", "游ゴシック Light", "メイリオ", "Meiryo", "Century", "Times New Roman",
    "Arial", "BIZ UD明朝 Medium", "BIZ UDP明朝 Medium", "BIZ UDゴシック", "BIZ UDPゴシック",
)  # fmt: skip


def find_soffice() -> Path:
    """LibreOffice's program. Raises RenderError where it is not installed."""
    named = shutil.which("soffice") or shutil.which("libreoffice")
    found = next((place for place in (named, *PLACES) if place and Path(place).exists()), None)
    if found is None:
        raise RenderError("LibreOfficeが見つかりません。インストールするか、印刷方法にbuiltinを指定してください。")
    return Path(found)


def libreoffice(program: Path, limit: float = TIME_LIMIT) -> Callable[[Sequence[Path], Path], Iterator[Path]]:
    """The renderer that runs this program for at most `limit` seconds."""

    def render(documents: Sequence[Path], folder: Path) -> Iterator[Path]:
        """Print each .docx to `folder/<stem>.pdf`; raises RenderError for a run or a PDF that failed."""
        with tempfile.TemporaryDirectory(prefix="shinsei-") as scratch:
            _run(program, documents, Path(scratch), limit)
            for document in documents:
                yield _proven(document, Path(scratch), folder)

    return render


def _run(program: Path, documents: Sequence[Path], scratch: Path, limit: float) -> None:
    profile = (scratch / "profile").as_uri()
    names = [str(document.resolve()) for document in documents]
    options = [f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(scratch)]
    try:
        process = subprocess.Popen(
            [str(program), *options, *names],
            env=_environment(scratch),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise RenderError(f"LibreOffice（{program}）を起動できません。印刷方法にbuiltinを指定してください。") from error
    try:
        process.wait(limit)
    except subprocess.TimeoutExpired as error:
        raise RenderError(f"LibreOfficeの印刷が{limit:.0f}秒で終わりません。印刷方法にbuiltinを指定してください。") from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill what is left of the run, with the processes that it started."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _environment(scratch: Path) -> dict[str, str]:
    if not sys.platform.startswith("linux"):
        return dict(os.environ)
    config = scratch / "fonts.conf"
    config.write_text(_fontconfig(scratch), encoding="utf-8")
    return dict(os.environ) | {"FONTCONFIG_FILE": str(config)}


def _fontconfig(scratch: Path) -> str:
    """The machine's fonts and ours, with ours answering to the names that Word uses."""
    aliases = "".join(
        f'<alias binding="same"><family>{escape(name)}</family><prefer><family>BIZ {family_for(name)}</family></prefer></alias>'
        for name in WORD_FONTS
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<dir>{escape(str(FONTS))}</dir><include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<cachedir>{escape(str(scratch / 'cache'))}</cachedir>{aliases}</fontconfig>"
    )


def _proven(document: Path, scratch: Path, folder: Path) -> Path:
    """Move a PDF to its place once it has been opened and has pages."""
    made, target = scratch / f"{document.stem}.pdf", folder / f"{document.stem}.pdf"
    try:
        with pikepdf.open(made) as pdf:
            pages = len(pdf.pages)
    except (OSError, pikepdf.PdfError):
        pages = 0
    if not pages:
        raise RenderError(
            f"LibreOfficeは{document.name}を印刷できませんでした。Wordで開けるか確かめるか、builtinを指定してください。"
        )
    shutil.move(made, target)
    return target

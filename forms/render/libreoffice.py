"""Printing through LibreOffice, where it is installed: `soffice` run once for all documents, in a profile of its own.

`soffice` ends with 0 having written nothing, two of them cannot share a profile, and a hanging one never ends: so a private
profile and temporary folder, a time limit, the whole process group killed, and every PDF opened before it is believed.
Decision: it prints copies and is looked over its shoulder: a document is finished when a later one is there or the run is
over, so PDFs land while the rest is still being printed, and the user's own files are never locked or touched.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from forms.errors import RenderError
from forms.render.files import copied, deliver, require_word_files
from forms.render.officefonts import fontconfig
from forms.render.processes import end, start

TIME_LIMIT = 120.0  # seconds for the next document to be there
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
SETTINGS = (  # a form that somebody sent in fetches nothing and runs nothing
    '<?xml version="1.0"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.Office.Common/Security/Scripting">'
    '<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>'
    '<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>'
    '<item oor:path="/org.openoffice.Office.Writer/Content/Update">'
    '<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>'
    '<item oor:path="/org.openoffice.Office.Calc/Content/Update">'
    '<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item></oor:items>'
)


def find_soffice() -> Path:
    """LibreOffice's program. Raises RenderError where it is not installed."""
    named = shutil.which("soffice") or shutil.which("libreoffice")
    found = next((place for place in (named, *PLACES) if place and Path(place).exists()), None)
    if found is None:
        raise RenderError("LibreOfficeが見つかりません。インストールするか、印刷方法にbuiltinを指定してください。")
    return Path(found)


def libreoffice(program: Path, limit: float = TIME_LIMIT) -> Callable[[Sequence[Path], Path], Iterator[Path | None]]:
    """The renderer that runs this program, with at most `limit` seconds from one document to the next."""

    def render(documents: Sequence[Path], folder: Path) -> Iterator[Path | None]:
        """Print each .docx to `folder/<stem>.pdf`, None while waiting; raises RenderError for a run or a PDF that failed."""
        require_word_files(documents)
        if not documents:
            return
        with tempfile.TemporaryDirectory(prefix="shinsei-", ignore_cleanup_errors=True) as scratch:
            expected = [Path(scratch) / "out" / f"{document.stem}.pdf" for document in documents]
            with _running(program, documents, Path(scratch)) as process:
                for number, document in enumerate(documents):
                    yield from _await(process, expected[number + 1 :], document, limit)
                    yield deliver(expected[number], document, folder, "LibreOffice")

    return render


def print_document(program: Path, document: Path, wait: Callable[[], None], limit: float = TIME_LIMIT) -> bytes:
    """Print one document of any kind that LibreOffice reads; its PDF. `wait` is called again and again meanwhile.

    Raises RenderError where it takes longer than `limit` seconds or gives no PDF.
    """
    with tempfile.TemporaryDirectory(prefix="shinsei-", ignore_cleanup_errors=True) as name:
        scratch = Path(name)
        with _running(program, [document], scratch) as process:
            for _ in _await(process, (), document, limit):
                wait()
        return deliver(scratch / "out" / f"{document.stem}.pdf", document, scratch, "LibreOffice").read_bytes()


@contextmanager
def _running(program: Path, documents: Sequence[Path], scratch: Path) -> Iterator[subprocess.Popen[bytes]]:
    """`soffice` at work on copies of the documents, writing to `scratch/out`; nothing of it is left afterwards."""
    profile, copies = (scratch / "profile").as_uri(), copied(documents, scratch / "in")
    try:
        _make_profile(scratch)
        process = start([str(program), *_options(profile), "--outdir", str(scratch / "out"), *map(str, copies)], _environment(copies, scratch))
    except OSError as error:
        raise RenderError(
            f"LibreOffice（{program}）を起動できません（{error.strerror or error}）。印刷方法にbuiltinを指定してください。"
        ) from error
    try:
        yield process
    finally:
        end(process)
        _remove_socket(profile)


def _options(profile: str) -> tuple[str, ...]:
    return (f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "pdf")


def _make_profile(scratch: Path) -> None:
    """The profile, and the folder for PDFs beside it."""
    settings = scratch / "profile" / "user" / "registrymodifications.xcu"
    for folder in (scratch / "out", settings.parent):
        folder.mkdir(parents=True)
    settings.write_text(SETTINGS, encoding="utf-8")


def _environment(copies: Sequence[Path], scratch: Path) -> dict[str, str]:
    """Ours, with temporary files in the scratch folder; on Linux with our fonts and a locale that knows Japanese file names."""
    own = {name: str(scratch) for name in ("TMPDIR", "TMP", "TEMP")}
    if sys.platform.startswith("linux"):
        config = scratch / "fonts.conf"
        config.write_text(fontconfig(copies, scratch / "cache"), encoding="utf-8")
        own |= {"FONTCONFIG_FILE": str(config), "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
    return dict(os.environ) | own


def _remove_socket(profile: str) -> None:
    """Remove what LibreOffice listens on for a second start with this profile: when it is killed, it leaves it behind."""
    if sys.platform != "win32":
        digest = hashlib.md5(profile.encode("utf-16-le"), usedforsecurity=False).digest()
        name = "".join(f"{byte:x}" for byte in digest)
        (Path("/tmp") / f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{name}").unlink(missing_ok=True)


def _await(process: subprocess.Popen[bytes], later: Sequence[Path], document: Path, limit: float) -> Iterator[None]:
    """Wait until this document is finished: one of the `later` is there, or the run has ended."""
    deadline = time.monotonic() + limit
    while process.poll() is None and not any(pdf.exists() for pdf in later):
        if time.monotonic() > deadline:
            raise RenderError(
                f"LibreOfficeの{document.name}の印刷が{limit:.0f}秒で終わりません。印刷方法にbuiltinを指定してください。"
            )
        time.sleep(0.02)
        yield None

"""Saving a PDF: the same bytes for the same content, step by step, whole or not at all.

Decision: pikepdf never writes to a path in this program, for on a full disk qpdf ends the whole process; it writes to a stream of
ours, in a thread beside. So whoever asked for the file keeps the word: he sees how much is written, and when he has had enough
the stream refuses the next bytes, whatever size the file was to become.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from io import BytesIO, RawIOBase
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, BinaryIO

from pikepdf import ObjectStreamMode, Pdf, StreamDecodeLevel

from forms.errors import TargetError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

STEP = 0.05  # seconds between two looks at how far it is


class _Stopped(Exception):  # noqa: N818 - no failure, and nobody but this file sees it
    """Nobody wants the file any more."""


class _Sink(RawIOBase):
    """What qpdf writes to, from beginning to end: a file, until it is told to stop."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self.written, self.stop = file, 0, Event()

    def writable(self) -> bool:
        """It is there to be written."""
        return True

    def write(self, data: "ReadableBuffer") -> int:
        """Write on."""
        if self.stop.is_set():
            raise _Stopped
        count = self._file.write(data)
        self.written += count
        return count


def saved(pdf: Pdf) -> bytes:
    """A document that pikepdf holds, as bytes, the same ones for the same content."""
    out = BytesIO()
    pdf.save(out, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


def save_in_steps(pdf: Pdf, target: Path) -> Iterator[int]:
    """Save a document, what is packed in it left as it is; yields the bytes written so far, and may be closed at any time.

    Leaves a whole file or none. TargetError where the disk refuses.
    """
    try:
        with target.open("wb") as file:
            yield from _written(pdf, file)
    except OSError as error:
        target.unlink(missing_ok=True)
        sentence = f"{target.name} を書き込めません（{error.strerror}）。空き容量と書き込みの権限をお確かめください。"
        raise TargetError(sentence) from error
    except GeneratorExit:
        target.unlink(missing_ok=True)
        raise


def _written(pdf: Pdf, file: BinaryIO) -> Iterator[int]:
    sink = _Sink(file)
    with ThreadPoolExecutor(1) as beside:
        work = beside.submit(_save, pdf, sink)
        try:
            while not wait((work,), STEP).done:
                yield sink.written
        finally:
            sink.stop.set()
    work.result()


def _save(pdf: Pdf, sink: _Sink) -> None:
    pdf.save(
        sink,  # type: ignore[arg-type]  # a stream that is only written, which is all that is done with it
        min_version="1.7",
        object_stream_mode=ObjectStreamMode.generate,
        stream_decode_level=StreamDecodeLevel.none,
        deterministic_id=True,
    )

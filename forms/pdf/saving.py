"""Saving a PDF: the same bytes for the same content, and whole or not at all."""

from io import BytesIO
from pathlib import Path

from pikepdf import ObjectStreamMode, Pdf

from forms.errors import TargetError


def saved(pdf: Pdf) -> bytes:
    """A document that pikepdf holds, as bytes, the same ones for the same content."""
    out = BytesIO()
    pdf.save(out, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


def write_whole(target: Path, data: bytes) -> None:
    """Write a file, or leave none. TargetError where the disk refuses.

    pikepdf never writes to a path in this program: on a full disk qpdf ends the whole process.
    """
    try:
        target.write_bytes(data)
    except OSError as error:
        target.unlink(missing_ok=True)
        sentence = f"{target.name} を書き込めません（{error.strerror}）。空き容量と書き込みの権限をお確かめください。"
        raise TargetError(sentence) from error

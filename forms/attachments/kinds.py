"""What a file really is, told by its content and not by its name; and what to do about one that we cannot take.

Decision: the name counts only where the content could be anything (plain text), and for the advice.
"""

import re
import zipfile
from io import BytesIO

from forms.errors import PaperError

PDF, TEXT, OFFICE, ZIP = "PDF", "テキスト", "Office", "zip"
JPEG, PNG, TIFF, BMP, WEBP, GIF, HEIC, AVIF = "JPEG", "PNG", "TIFF", "BMP", "WebP", "GIF", "HEIC", "AVIF"
PICTURES = (JPEG, PNG, TIFF, BMP, WEBP, GIF, HEIC, AVIF)
KINDS = "PDF、写真・画像（JPEG・PNG・TIFF・HEIC など）、Word・Excel・PowerPoint、テキスト"
SUFFIXES = (  # what a dialog that asks for files offers
    "pdf", "jpg", "jpeg", "png", "tif", "tiff", "bmp", "webp", "gif", "heic", "heif", "avif",
    "docx", "doc", "xlsx", "xls", "pptx", "ppt", "odt", "ods", "odp", "rtf", "txt", "csv", "zip",
)  # fmt: skip
TEXT_SUFFIXES = ("txt", "text", "csv", "tsv", "md", "log")
HEADER_REACH = 1024  # readers accept a PDF header anywhere in the first 1,024 bytes
MAIL_REACH = 4096

SIGNATURES = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"II*\0", TIFF),
    (b"MM\0*", TIFF),
    (b"II+\0", TIFF),
    (b"MM\0+", TIFF),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"{\\rtf", OFFICE),
)
BRANDS = {
    b"avif": AVIF, b"avis": AVIF, b"heic": HEIC, b"heix": HEIC, b"hevc": HEIC, b"heim": HEIC, b"heis": HEIC, b"mif1": HEIC, b"msf1": HEIC,
}  # fmt: skip
ARCHIVE, COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
OFFICE_PARTS = ("word/", "xl/", "ppt/")
OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
LOCKED, MESSAGE = "EncryptedPackage".encode("utf-16-le"), "__substg1.0_".encode("utf-16-le")
MAIL = re.compile(rb"\A(?:(?:From|Received|Return-Path|Delivered-To|MIME-Version|Message-ID|X-[\w-]+): .*\r?\n(?:[ \t].*\r?\n)*){2}", re.I)
PAGE = re.compile(rb"\A\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<html)", re.I)

SAVE_AS_PDF = "Word・Excel・PowerPoint などのソフトで開き、「PDFとして保存」した PDF を添付してください。"
PICTURE = "画像を扱うソフトで開き、JPEG か PNG で保存し直してから添付してください。"
PRINT_IT = "作成したソフトで開き、PDFとして保存（または PDF に印刷）してから添付してください。"
MAIL_ADVICE = "はメールのため、このままでは添付できません。メールソフトで開いて PDF に印刷し、その PDF を添付してください。"
PAGE_ADVICE = "はウェブページのため、このままでは添付できません。ブラウザーで開いて PDF に印刷し、その PDF を添付してください。"
LOCKED_ADVICE = "はパスワードで保護された Office の文書のため、添付できません。開いて「PDFとして保存」した PDF を添付してください。"


def kind_of(name: str, data: bytes) -> str:
    """PDF, one of PICTURES, OFFICE, TEXT or ZIP; PaperError, naming the file and what to do, for everything else."""
    if not data:
        raise PaperError(f"「{name}」は空（0バイト）のファイルです。元のファイルを保存し直してから添付してください。")
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            return kind
    found = _picture(data) or _container(name, data)
    if not found and b"%PDF-" in data[:HEADER_REACH]:
        return PDF
    found = found or _writing(name, data)
    if found:
        return found
    raise PaperError(_refusal(name))


def _picture(data: bytes) -> str:
    """Kinds of pictures that have more than a signature."""
    if data[4:8] == b"ftyp":
        return BRANDS.get(data[8:12], "")
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return WEBP
    is_bitmap = data.startswith(b"BM") and int.from_bytes(data[14:18], "little") in (12, 40, 52, 56, 64, 108, 124)
    return BMP if is_bitmap else ""


def _container(name: str, data: bytes) -> str:
    """What holds other things: documents of office programs, archives; PaperError for a mail and what is locked."""
    if data.startswith(COMPOUND):
        if MESSAGE in data:
            raise PaperError(f"「{name}」{MAIL_ADVICE}")
        if LOCKED in data:
            raise PaperError(f"「{name}」{LOCKED_ADVICE}")
        return OFFICE
    if not data.startswith(ARCHIVE):
        return ""
    if data[30:].startswith(OPEN_DOCUMENT):
        return OFFICE
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError):
        raise PaperError(f"「{name}」は壊れていて、開けません。元のファイルを保存し直してから添付してください。") from None
    is_office = "[Content_Types].xml" in names and any(part.startswith(OFFICE_PARTS) for part in names)
    return OFFICE if is_office else ZIP


def _writing(name: str, data: bytes) -> str:
    """Plain text, as far as the name says so too; PaperError for a mail or a page of the web."""
    if MAIL.match(data[:MAIL_REACH]):
        raise PaperError(f"「{name}」{MAIL_ADVICE}")
    if PAGE.match(data[:MAIL_REACH]):
        raise PaperError(f"「{name}」{PAGE_ADVICE}")
    return TEXT if _suffix(name) in TEXT_SUFFIXES else ""


def _suffix(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _refusal(name: str) -> str:
    if _suffix(name) == "pdf":
        return f"「{name}」は、名前は PDF ですが中身が違います。元の書類から PDF を作り直して添付してください。"
    return f"「{name}」は、添付できる種類（{KINDS}）のファイルではありません。{PRINT_IT}"

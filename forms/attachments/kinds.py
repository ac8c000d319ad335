"""What a file really is, told by its first bytes and not by its name; and what to do about one that we cannot take."""

from forms.errors import PaperError

PDF, JPEG, PNG, TIFF = "PDF", "JPEG", "PNG", "TIFF"
KINDS = "PDF・JPEG・PNG・TIFF"
HEADER_REACH = 1024  # readers accept a PDF header anywhere in the first 1,024 bytes

SIGNATURES = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"II*\0", TIFF),
    (b"MM\0*", TIFF),
    (b"II+\0", TIFF),
    (b"MM\0+", TIFF),
)
OFFICE = "Word・Excel・PowerPoint などのソフトで開き、「PDFとして保存」した PDF を添付してください。"
PICTURE = "画像を扱うソフトで開き、JPEG か PNG で保存し直してから添付してください。"
ADVICE = (
    (b"PK\x03\x04", ("docx", "xlsx", "pptx", "odt", "ods", "odp"), OFFICE),
    (b"PK\x03\x04", (), "圧縮されたファイルです。中のファイルを取り出し、一つずつ添付してください。"),
    (b"\xd0\xcf\x11\xe0", (), OFFICE),
    (b"BM", (), PICTURE),
    (b"GIF8", (), PICTURE),
    (b"RIFF", ("webp",), PICTURE),
)
HEIF_BRANDS = (b"heic", b"heix", b"mif1", b"msf1", b"avif")
PRINT_IT = "作成したソフトで開き、PDFとして保存（または PDF に印刷）してから添付してください。"


def kind_of(name: str, data: bytes) -> str:
    """PDF, JPEG, PNG or TIFF; PaperError, naming the file and what to do, for everything else."""
    if not data:
        raise PaperError(f"「{name}」は空（0バイト）のファイルです。元のファイルを保存し直してから添付してください。")
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            return kind
    if b"%PDF-" in data[:HEADER_REACH]:
        return PDF
    raise PaperError(_refusal(name, data))


def _refusal(name: str, data: bytes) -> str:
    suffix = name.rpartition(".")[2].lower()
    if suffix == "pdf":
        return f"「{name}」は、名前は PDF ですが中身が違います。元の書類から PDF を作り直して添付してください。"
    if data[4:8] == b"ftyp" and data[8:12] in HEIF_BRANDS:
        return f"「{name}」は HEIC 形式の写真のため取り込めません。{PICTURE}"
    for signature, suffixes, advice in ADVICE:
        if data.startswith(signature) and (not suffixes or suffix in suffixes):
            return f"「{name}」は、このままでは取り込めません（取り込めるのは {KINDS} です）。{advice}"
    return f"「{name}」は、取り込める種類（{KINDS}）のファイルではありません。{PRINT_IT}"

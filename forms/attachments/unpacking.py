"""A stream's bytes unpacked as far as they go, within limits: told are what is there and whether it is all.

Decision: deflated data, which is nearly all there is, is unpacked here, because qpdf passes a torn stream in silence; other
packings are left to qpdf once it is known that they do not grow beyond all measure.
"""

import zlib
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Pdf, PdfError, Stream, StreamDecodeLevel

from forms.attachments.limits import MAX_DRAWN, MAX_STREAM, OversizedError
from forms.attachments.names import spelt

CHUNK = 65_536
FLATE, LZW = "/FlateDecode", "/LZWDecode"
PICTURES = frozenset(("/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode"))  # packings of pictures that qpdf does not undo
Bytes = bytes | bytearray
SHORT = {"/Fl": FLATE, "/LZW": LZW, "/DCT": "/DCTDecode", "/CCF": "/CCITTFaxDecode"}
LZW_CLEAR, LZW_END, LZW_WIDEST = 256, 257, 12
LIMIT_MET = "limit exceeded"  # how qpdf says so


@dataclass(frozen=True)
class Unpacked:
    """The bytes, and whether something is missing of them."""

    data: Bytes
    torn: bool


@dataclass
class Allowance:
    """How many bytes a file's drawings may still unpack to."""

    left: int = MAX_DRAWN

    def take(self, size: int) -> None:
        """OversizedError where it is more than is left."""
        self.left -= size
        if self.left < 0:
            raise OversizedError


def filters_of(stream: Object) -> list[str]:
    """The names of a stream's packings, outermost first, by their long names."""
    said = stream.get("/Filter")
    listed = list(said) if isinstance(said, Array) else [said]
    return [SHORT.get(spelt(name), spelt(name)) for name in listed if isinstance(name, Name)]


def is_predicted(stream: Object) -> bool:
    """Whether the rows of a deflated stream are told by their differences."""
    said = stream.get("/DecodeParms")
    parms = list(said) if isinstance(said, Array) else [said]
    return any(isinstance(entry, Dictionary) and entry.get("/Predictor", 1) != 1 for entry in parms)


def unpacked(stream: Object, allowance: Allowance) -> Unpacked:
    """What a stream that is no picture holds; OversizedError where that is too much."""
    names = filters_of(stream)
    if names == [FLATE] and not is_predicted(stream):
        found = inflated(stream.read_raw_bytes(), MAX_STREAM + 1)
    elif not names:
        found = Unpacked(stream.read_raw_bytes(), torn=False)
    else:
        found = _unpacked_by_qpdf(stream, names)
    if len(found.data) > MAX_STREAM:
        raise OversizedError
    allowance.take(len(found.data))
    return found


def inflated(raw: bytes, most: int) -> Unpacked:
    """Unpack deflated data as far as it goes, or to `most` bytes; what lies behind a damaged place is lost."""
    unpacker = zlib.decompressobj()
    out = bytearray()
    try:
        for start in range(0, len(raw), CHUNK):
            out += unpacker.decompress(raw[start : start + CHUNK], most - len(out))
            if len(out) >= most or unpacker.eof:
                return Unpacked(out, torn=False)
    except zlib.error:
        return _inflated_in_steps(raw, most)
    return Unpacked(out, torn=bool(raw))


def _inflated_in_steps(raw: bytes, most: int) -> Unpacked:
    """The same for damaged data, byte by byte: zlib throws away what it unpacked of a piece with damage in it."""
    unpacker = zlib.decompressobj()
    out = bytearray()
    try:
        for at in range(len(raw)):
            out += unpacker.decompress(raw[at : at + 1], max(most - len(out), 1))
    except zlib.error:
        pass
    return Unpacked(out, torn=True)


def _unpacked_by_qpdf(stream: Object, names: list[str]) -> Unpacked:
    if PICTURES & set(names):
        return Unpacked(b"", torn=True)
    if LZW in names:
        _refuse_much_lzw(stream, names)
    try:
        return Unpacked(stream.read_bytes(StreamDecodeLevel.specialized), torn=False)
    except PdfError as error:
        if LIMIT_MET in str(error):
            raise OversizedError from None
        return Unpacked(b"", torn=True)


def _refuse_much_lzw(stream: Object, names: list[str]) -> None:
    """qpdf has no limit of its own for LZW; what is packed so twice has no sense and is refused."""
    at = names.index(LZW)
    if names.count(LZW) > 1:
        raise OversizedError
    packed = layers_off(stream, names[:at]).data
    if lzw_size(packed, MAX_STREAM) > MAX_STREAM:
        raise OversizedError


def layers_off(stream: Object, names: list[str]) -> Unpacked:
    """The data with these packings, the outermost ones, undone."""
    raw = stream.read_raw_bytes()
    if not names:
        return Unpacked(raw, torn=False)
    with Pdf.new() as spare:
        outer = Stream(spare, raw)
        outer.Filter = Array([Name(name) for name in names])
        return unpacked(outer, Allowance(MAX_STREAM))


def lzw_size(packed: Bytes, enough: int) -> int:
    """To how many bytes LZW data unpack; counting ends soon after `enough`. Codes grow early, as PDF writers have it."""
    lengths, width, before, size = _first_lengths(), 9, 0, 0
    bits = have = 0
    for byte in packed:
        bits, have = (bits << 8 | byte) & 0xFFFFFF, have + 8
        if have < width:
            continue
        have -= width
        code = bits >> have & ((1 << width) - 1)
        if code == LZW_END or size > enough:
            break
        if code == LZW_CLEAR:
            lengths, width, before = _first_lengths(), 9, 0
            continue
        length = lengths[code] if code < len(lengths) else before + 1
        if before:
            lengths.append(before + 1)
        size, before = size + length, length
        width = min(max(9, (len(lengths) + 1).bit_length()), LZW_WIDEST)
    return size


def _first_lengths() -> list[int]:
    return [1] * LZW_CLEAR + [0, 0]

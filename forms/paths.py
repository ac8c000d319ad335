"""Where the data lies: in the checkout, or in the wheel under a name of its own."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent.parent
_PACKED = _HERE / "shinsei_packet_data"
_DATA = _PACKED if _PACKED.is_dir() else _HERE

RESOURCES = _DATA / "resources"
CALLS = RESOURCES / "calls"
FONTS = RESOURCES / "fonts"
POSTAL = RESOURCES / "postal"
SAMPLES = RESOURCES / "samples"
TEMPLATES = _DATA / "templates_docx"

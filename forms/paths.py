"""Where the data lies: in the checkout, or in the wheel under a name of its own; and where the user's own things lie."""

from pathlib import Path

import platformdirs

_HERE = Path(__file__).resolve().parent.parent
_PACKED = _HERE / "shinsei_packet_data"
_DATA = _PACKED if _PACKED.is_dir() else _HERE

RESOURCES = _DATA / "resources"
CALLS = RESOURCES / "calls"
FONTS = RESOURCES / "fonts"
POSTAL = RESOURCES / "postal"
SAMPLES = RESOURCES / "samples"
TEMPLATES = _DATA / "templates_docx"


def user_templates() -> Path:
    """The folder in which a user's own Word forms take the place of ours, one subfolder a call; it need not exist."""
    return Path(platformdirs.user_data_dir("shinsei-packet", appauthor=False)) / "templates"

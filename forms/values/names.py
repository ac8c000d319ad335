"""Whether two spellings name the same person or firm.

Decision: width and spaces do not count, ㈱ and （株） are 株式会社; 髙 and 高 are two characters, as in a register.
"""

import re

from forms.values.narrow import key

_SHORT = {"株": "株式会社", "有": "有限会社", "合": "合同会社", "資": "合資会社", "名": "合名会社"}
_SIGNS = str.maketrans({"㈱": "(株)", "㈲": "(有)", "㈾": "(資)", "㈴": "(名)"})


def same_name(one: str, other: str) -> bool:
    """Whether both name the same."""
    return _common(one) == _common(other)


def _common(name: str) -> str:
    return re.sub(r"\(([株有合資名])\)", lambda found: _SHORT[found[1]], key(name.translate(_SIGNS)))

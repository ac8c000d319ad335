"""Spellings made comparable: width, old and new characters, ㈱ and 株式会社, dashes, blanks, punctuation.

Decision: two foldings. `light` exchanges one character for one, so that what is shown to people is cut out of it; `fold` goes further
(here, and only here, NFKC is right: what comes out is compared and never shown).
"""

import re
import unicodedata
from functools import cache, lru_cache

from forms.paths import RESOURCES
from forms.values.narrow import narrow, seen

VARIANTS = RESOURCES / "characters" / "variants.txt"
_RULES = re.compile("[\u2500-\u257f]{2,}")  # a table's horizontal lines, drawn with characters
_UPRIGHTS = re.compile("[\u2502\u2503\u2506\u2507\u250a\u250b\u2551\uff5c|]")
_RADICALS = re.compile("[\u2e80-\u2fdf]")
_LONG, _KEPT = "ー", "\ue000"  # a long vowel is a hyphen only between figures
_DASHED = re.compile(r"(?<=\d)ー(?=\d)")
_DROPPED = re.compile(r"[\s、。，．,.・･'’‘\"”“「」『』\u00ad\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_SHORT = {
    "株": "株式会社", "有": "有限会社", "同": "合同会社", "合": "合同会社", "資": "合資会社", "名": "合名会社", "医": "医療法人",
    "財": "財団法人", "社": "社団法人", "一財": "一般財団法人", "一社": "一般社団法人", "公財": "公益財団法人", "公社": "公益社団法人",
    "特非": "特定非営利活動法人", "協": "協同組合", "学": "学校法人", "福": "社会福祉法人", "独": "独立行政法人",
}  # fmt: skip
_SHORTENED = re.compile(rf"\(({'|'.join(sorted(_SHORT, key=len, reverse=True))})\)")
_SAME = {"npo法人": "特定非営利活動法人", "弁理士法人": "特許業務法人", "&": "and"}
LEGAL_FORMS = ("株式会社", "有限会社", "合同会社", "合資会社", "合名会社", "法人", "組合", "商工会", "会議所")


@cache
def _variants() -> dict[int, str]:
    groups = VARIANTS.read_text(encoding="utf-8").split()
    return {ord(other): group[0] for group in groups for other in group[1:]}


def light(text: str) -> str:
    """A text of a paper in ASCII width, the radicals that PDF files hold as characters, a table's lines as tabs."""
    parted = _UPRIGHTS.sub("\t", _RULES.sub("\t", seen(text)))
    plain = _RADICALS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), parted)
    return _DASHED.sub("-", narrow(plain.replace(_LONG, _KEPT)).replace(_KEPT, _LONG))


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """What all spellings of one name or title have in common."""
    plain = narrow(unicodedata.normalize("NFKC", seen(text))).casefold().translate(_variants())
    line = _SHORTENED.sub(lambda short: _SHORT[short[1]], _DROPPED.sub("", plain))
    for word, same in _SAME.items():
        line = line.replace(word, same)
    return line


def has_legal_form(folded: str) -> bool:
    """Whether a folded name is that of a company, a corporation or an association."""
    return any(form in folded for form in LEGAL_FORMS)

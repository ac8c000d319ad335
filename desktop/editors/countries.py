"""The countries and offices that a country's editor offers: code and Japanese name, the usual destinations first.

Decision: the kind itself says which codes there are (it reads each as itself), so that nothing is listed twice.
"""

from functools import cache
from itertools import product
from string import ascii_uppercase

from forms.errors import InvalidAnswer
from forms.values.countries import parse_country, show_country
from forms.values.narrow import key

USUAL = ("US", "CN", "EP", "KR", "TW", "EM", "GB", "DE", "FR", "IN", "VN", "TH", "ID", "SG", "MY", "PH", "AU", "CA", "HK")


@cache
def countries() -> tuple[tuple[str, str], ...]:
    """Every code with its name, as (code, name): usual ones first, then by code."""
    codes = [code for code in map("".join, product(ascii_uppercase, repeat=2)) if _reads_as_itself(code)]
    return tuple((code, show_country(code)) for code in dict.fromkeys((*USUAL, *codes)))


def _reads_as_itself(code: str) -> bool:
    try:
        return parse_country(code) == code
    except InvalidAnswer:
        return False


def matching(text: str) -> tuple[tuple[str, str], ...]:
    """The countries that a part of a name, or of a code, may mean; all of them for nothing."""
    wanted = key(text)
    found = [(code, name) for code, name in countries() if wanted in key(name) or key(code).startswith(wanted)]
    named = _read(text)
    if named and named not in (code for code, _ in found):
        found.insert(0, (named, show_country(named)))
    return tuple(sorted(found, key=lambda each: not (key(each[1]).startswith(wanted) or key(each[0]) == wanted)))


def _read(text: str) -> str:
    try:
        return parse_country(text) if text.strip() else ""
    except InvalidAnswer:
        return ""

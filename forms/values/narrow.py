"""What people type in any width, made comparable.

Decision: never a blanket NFKC. It would turn ① into 1, ㈱ into (株) and swap characters of people's names. Only ASCII
look-alikes, dashes and spaces are narrowed, and only by kinds that expect numbers or codes, never by those of names.
"""

_WIDE_ASCII = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
# hyphens, dashes, minus signs, box-drawing lines and both long-vowel marks: all are typed where a number wants a hyphen
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u02d7\u2500\u2501\ufe58\ufe63\u30fc\uff70"
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
# zero-width and direction marks that come along when a number is copied from a page or an address book
_UNSEEN = "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"

_NARROW = _WIDE_ASCII | dict.fromkeys(map(ord, _DASHES), ord("-")) | dict.fromkeys(map(ord, _SPACES), ord(" "))
_GONE = dict.fromkeys(map(ord, _UNSEEN))


def narrow(text: str) -> str:
    """Digits, ASCII letters and punctuation, dashes and spaces to ASCII; every other character stays."""
    return text.translate(_NARROW)


def seen(text: str) -> str:
    """Without the marks nobody sees; no visible character changes."""
    return text.translate(_GONE)


def bare(text: str) -> str:
    """Narrowed, without unseen marks, trimmed: how numbers and codes are read."""
    return seen(narrow(text)).strip()


def bare_ascii(text: str) -> str:
    """As `bare`, but dashes and spaces inside stay: in a web address a long-vowel mark may belong to a word."""
    return seen(text.translate(_WIDE_ASCII)).strip()


def key(text: str) -> str:
    """What two spellings of one word have in common, for looking words up; not for showing."""
    return "".join(bare(text).casefold().split())


def quoted(text: str) -> str:
    """The start of what was typed, in 「」, for a message."""
    line = " ".join(text.split())
    if not line:
        return "空欄"
    return f"「{line}」" if len(line) <= 20 else f"「{line[:20]}...」"

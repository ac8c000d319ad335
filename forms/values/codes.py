"""Numbers and addresses that machines gave out: 法人番号, postal codes, phones, mail and web addresses.

Decision: any width and any dash is read; grouping is only mended where the numbering plan leaves one possibility.
"""

import re

from forms.errors import InvalidAnswer
from forms.values.narrow import bare, bare_ascii, key, quoted

_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]"
_EMAIL = re.compile(rf"[A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]+@{_HOST}")
_URL = re.compile(rf"(?:https?://)?(?P<host>{_HOST})(?::[0-9]{{1,5}})?(?:[/?#]\S*)?", re.IGNORECASE)
_PHONE = re.compile(r"\+?[0-9]+(?:-[0-9]+)*")
# the only numbers whose grouping is known without a table of area codes
_GROUPINGS = (
    (re.compile(r"(0[5789]0)([0-9]{4})([0-9]{4})"), r"\1-\2-\3"),
    (re.compile(r"(0120|0800|0570)([0-9]{3})([0-9]{3})"), r"\1-\2-\3"),
    (re.compile(r"(0[36])([0-9]{4})([0-9]{4})"), r"\1-\2-\3"),
)


def parse_corporate_number(text: str) -> str:
    """Read a 法人番号: 13 digits, the first a check digit; the T of an invoice number is dropped.

    Rule: 法人番号の指定等に関する省令 第2条 (weights 1 and 2 from the right, modulo 9). It is blind to 0 for 9.
    """
    digits = _digits(text).removeprefix("t")
    if re.fullmatch(r"[0-9]{12}", digits):
        raise InvalidAnswer("12桁の番号は登記の会社法人等番号です。法人番号の13桁を入力してください。")
    if not re.fullmatch(r"[0-9]{13}", digits):
        raise InvalidAnswer("法人番号は13桁の数字です。国税庁の法人番号公表サイトで確かめて、13桁を入力してください。")
    weighted = sum(int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits[1:])))
    if int(digits[0]) != 9 - weighted % 9:
        raise InvalidAnswer("法人番号の検査用の数字が合いません。13桁をもう一度お確かめください。")
    return digits


def parse_postal_code(text: str) -> str:
    """Seven digits with or without 〒 and hyphen, to 650-0046."""
    digits = _digits(text).removeprefix("〒").removeprefix("〶")
    if not re.fullmatch(r"[0-9]{7}", digits):
        raise InvalidAnswer("郵便番号は7桁の数字です。「650-0046」のように入力してください。")
    return f"{digits[:3]}-{digits[3:]}"


def postal_boxes(code: str) -> tuple[str, ...]:
    """The seven digits, without the hyphen."""
    return tuple(code.replace("-", ""))


def parse_phone(text: str) -> str:
    """A phone or fax number of 10 or 11 digits with its hyphens as typed; +81 and other countries' forms stay."""
    line = _phone_line(text)
    digits = line.replace("-", "")
    if not _PHONE.fullmatch(line):
        raise InvalidAnswer(f"{quoted(text)}は電話番号として読み取れません。「078-306-6808」のように入力してください。")
    if digits.startswith("+"):
        return _abroad(line)
    if not digits.startswith("0"):
        raise InvalidAnswer("電話番号は0から始まる市外局番を付けて、「078-306-6808」のように入力してください。")
    if len(digits) not in (10, 11):
        raise InvalidAnswer(f"電話番号は10桁か11桁ですが、{len(digits)}桁あります。もう一度お確かめください。")
    return line if "-" in line else _grouped(line)


def parse_email(text: str) -> str:
    """A mail address in ASCII, narrowed; one @ and a dot in its domain."""
    address = bare(text).removeprefix("mailto:")
    if not address.isascii():
        raise InvalidAnswer(f"{quoted(text)}に全角の文字があります。メールアドレスは半角の英数字で入力してください。")
    local = address.partition("@")[0]
    if not _EMAIL.fullmatch(address) or ".." in address or local.startswith("."):
        raise InvalidAnswer(f"{quoted(text)}はメールアドレスと読めません。「name@example.jp」の形で入力してください。")
    return address


def parse_url(text: str) -> str:
    """A web address with or without http(s)://, kept as typed but for full-width letters."""
    address = bare_ascii(text)
    if not _URL.fullmatch(address):
        raise InvalidAnswer(
            f"{quoted(text)}はURLとして読み取れません。「https://www.example.co.jp/」のように入力してください。"
        )
    return address


def _digits(text: str) -> str:
    """What is left without spaces, hyphens and dots."""
    return re.sub(r"[-.]", "", key(text))


def _phone_line(text: str) -> str:
    """Hyphens only: (078)306-6808 and 078 306 6808 become 078-306-6808, +81 (0)78 loses the (0)."""
    line = re.sub(r"^(?:TEL|FAX|電話)[:.]?", "", bare(text), flags=re.IGNORECASE)
    line = re.sub(r"^(\+[0-9]+)[ -]*\(0\)", r"\1-", line.strip())
    return re.sub(r"[ ().-]+", "-", line).strip("-")


def _abroad(line: str) -> str:
    if not 8 <= len(line.replace("-", "")) - 1 <= 15:
        raise InvalidAnswer("国番号から始まる電話番号の桁数が合いません。「+81-78-306-6808」のように入力してください。")
    return line


def _grouped(digits: str) -> str:
    """Hyphens put in where only one grouping exists; else the digits as they are."""
    for pattern, groups in _GROUPINGS:
        if pattern.fullmatch(digits):
            return pattern.sub(groups, digits)
    return digits

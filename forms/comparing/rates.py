"""What estimates reckon with: the price and number of words of a translation, and rates of exchange.

Decision: prices and rates are compared with those that the case's own notes name; a price and its number of words also have to come to
an amount that stands on the page.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from forms.comparing.amounts import amounts
from forms.comparing.context import Look, Mismatch
from forms.comparing.folding import light
from forms.comparing.leaves import Leaf

_PRICE = r"(?P<price>\d{1,4}(?:,\d{3})*(?:\.\d+)?)"
_COUNT = r"(?P<count>\d{1,3}(?:,\d{3})+|\d+)"
_WORD = r"(?:words?|ワ[-ー]ド|語|単語)"
_MARK = r"(?:[@¥\\]|JPY)?"
_TIMES = r"(?:[x*×✕╳✖]|かける)"
_COUNT_OF_WORDS = rf"{_COUNT.replace('count', 'words')}{_WORD}"
_NOTATIONS = tuple(
    re.compile(notation, re.IGNORECASE)
    for notation in (
        rf"1{_WORD}(?:当たり|あたり|単価|につき)?[=:]?{_MARK}{_PRICE}円?(?:{_TIMES}{_COUNT}{_WORD}?)?",
        rf"{_COUNT}{_WORD}{_TIMES}?{_MARK}{_PRICE}(?:円(?:/{_WORD})?|/{_WORD})",
        rf"{_MARK}{_PRICE}円?/1?{_WORD}(?:{_TIMES}{_COUNT}{_WORD}?|{_COUNT_OF_WORDS})?",
        rf"{_MARK}{_PRICE}円{_TIMES}{_COUNT}{_WORD}",
        rf"(?:{_WORD}|翻訳)単価[=:]?{_MARK}{_PRICE}円?(?:{_TIMES}{_COUNT}{_WORD}?)?",
    )
)
_TAXED = Decimal("1.1")


@dataclass(frozen=True)
class WordPrice:
    """Yen a word, and how many words where that is said."""

    price: Decimal
    count: int | None
    shown: str

    def agrees(self, other: "WordPrice") -> bool:
        """Whether both can be the same: what one does not say is not held against it."""
        return self.price == other.price and (None in (self.count, other.count) or self.count == other.count)


@lru_cache(maxsize=4096)
def word_prices(text: str) -> tuple[WordPrice, ...]:
    """The prices a word in a text, blanks aside."""
    line = "".join(light(text).split())
    for notation in _NOTATIONS:
        found = tuple(_word_price(match) for match in notation.finditer(line))
        if found:
            return found
    return ()


def _word_price(match: re.Match[str]) -> WordPrice:
    count = next((match[name] for name in ("count", "words") if match.groupdict().get(name)), None)
    return WordPrice(Decimal(match["price"].replace(",", "")), int(count.replace(",", "")) if count else None, match[0])


@lru_cache(maxsize=1024)
def _prices_on(leaf: Leaf) -> tuple[WordPrice, ...]:
    """The prices on a page; a price may be broken from its number of words."""
    found = [one for lines in leaf.readings for at in range(len(lines)) for one in word_prices("".join(lines[at : at + 2]))]
    whole = [one for one in found if one.count is not None]
    return tuple(dict.fromkeys([*whole, *(one for one in found if not any(one.price == other.price for other in whole))]))


def word_price(look: Look) -> Iterator[Mismatch]:
    """A price a word that the case names and no page does, while pages name others."""
    met = [(leaf, one) for leaf in look.leaves for one in _prices_on(leaf)]
    for cell in look.given if met else ():
        for given in word_prices(str(cell.value)):
            if not any(given.agrees(one) for _, one in met):
                leaf, seen = min(met, key=lambda pair: (pair[1].price != given.price, pair[1].count != given.count))
                yield Mismatch(cell.subject, leaf.place, seen.shown, given.shown)
                break


def word_price_missing(look: Look) -> Iterator[Mismatch]:
    """No price a word on any page, though translation is to be paid."""
    costs = any(isinstance(cell.value, int) and cell.value > 0 for cell in look.given)
    if costs and look.all_read and not any(_prices_on(leaf) for leaf in look.leaves):
        yield look.at_fault(look.whole, "")


def word_product(look: Look) -> Iterator[Mismatch]:
    """A price and number of words that come to no amount on its page and to none of the costs given."""
    costs = {cell.value for cell in look.given}
    for leaf in look.leaves:
        on_page = {one.yen for line in leaf.lines for one in amounts(line)}
        for price in _prices_on(leaf):
            product = price.price * price.count if price.count else None
            if product is not None and not any(int(sum_) in on_page | costs or round(sum_) in on_page for sum_ in (product, product * _TAXED)):
                yield look.at_fault(leaf.place, price.shown, f"{product:,.0f}")


def exchange_rate(look: Look) -> Iterator[Mismatch]:
    """A rate that the case names and no page does, while pages name another one for that currency."""
    met = [(leaf, *one) for leaf in look.leaves for one in _rates_on(leaf, _frozen(look.row.forms))]
    for cell in look.given if met else ():
        for currency, rate in rates(str(cell.value), _frozen(look.row.forms)):
            theirs = [(leaf, their) for leaf, other, their in met if other == currency]
            if theirs and rate not in (their for _, their in theirs):
                shown = look.row.forms[currency][0]
                yield Mismatch(cell.subject, theirs[0][0].place, f"1{shown}={theirs[0][1]}円", f"1{shown}={rate}円")
                break


Names = tuple[tuple[str, tuple[str, ...]], ...]


def _frozen(forms: Mapping[str, tuple[str, ...]]) -> Names:
    return tuple((code, tuple(names)) for code, names in forms.items())


@lru_cache(maxsize=1024)
def _rates_on(leaf: Leaf, names: Names) -> tuple[tuple[str, Decimal], ...]:
    return tuple(dict.fromkeys(one for line in leaf.lines for one in rates(line, names)))


@lru_cache(maxsize=4096)
def rates(text: str, names: Names) -> tuple[tuple[str, Decimal], ...]:
    """Currencies and yen for one unit of them: 1米ドル＝145円, USD1＝145円, 1 CHF = JPY 165, 145円/USD."""
    line = "".join(light(text).split())
    return tuple((code, Decimal(match[1] or match[2])) for code, spelt in names for match in _rate((code, *spelt)).finditer(line))


@lru_cache(maxsize=64)
def _rate(spelt: tuple[str, ...]) -> re.Pattern[str]:
    word = "|".join(map(re.escape, sorted(spelt, key=len, reverse=True)))
    yen = r"(?:JPY|¥)?(\d+(?:\.\d+)?)(?![\d,])"
    one = rf"(?:(?<![\d.])1(?:{word})|(?<![A-Za-z台港豪])(?:{word})1)(?:あたり|当たり|につき)?"
    return re.compile(rf"{one}[=:]{yen}|(?<![\d.,]){yen}円/(?:{word})", re.IGNORECASE)

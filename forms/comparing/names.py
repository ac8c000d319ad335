"""Names and titles on paper: of firms, of people, of inventions, of those to whom a paper is addressed.

Decision: a name agrees where it stands whole between two borders (blanks, brackets, ends of lines), so that みなと精機 is not found
in みなと精機工業; it differs only where something that is a name of that sort stands at a label instead.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from forms.catalog.comparisons import Comparison
from forms.comparing.context import Look, Mismatch, shortened
from forms.comparing.folding import fold, has_legal_form
from forms.comparing.labels import Value
from forms.comparing.leaves import Leaf, Leaves, folded_text
from forms.rules.context import Cell

_SHORT_FORM = re.compile(r"\([株有同合資名財社協医学福独特非公一]{1,2}\)")
_BORDERS = re.compile(r"[\s()\[\]「」『』【】〔〕:;、,。|/=]+|御中|殿(?!\w)|様(?!\w)|印$")
_ENDS = re.compile(r"(?:llp|llc|pllc|inc|ltd|limited|co|corp|corporation|company|gmbh|partg|pc|kk)+$")
_EMPTY = re.compile(r"同上|なし|無し?|[-*]+|別紙.*|見本|[(（].*")
_TERMS = "はがをに"  # in a piece of a sentence, not in a list
LAST = ("株式会社", "有限会社", "合同会社", "合資会社", "合名会社")
FIRST = (*LAST, "学校法人", "国立大学法人", "公立大学法人", "一般社団法人", "一般財団法人", "公益財団法人", "特定非営利活動法人")
MARK = 16  # letters of a line of a mark
LONGEST = 30  # letters of a firm's name


@lru_cache(maxsize=8192)
def _pieces(line: str) -> tuple[str, ...]:
    """A line between its borders, folded."""
    kept = _SHORT_FORM.sub(lambda short: fold(short[0]), line.replace("㈱", "(株)").replace("㈲", "(有)"))
    return tuple(piece for piece in (fold(each) for each in _BORDERS.split(kept)) if piece)


@lru_cache(maxsize=8192)
def stands_in(name: str, lines: tuple[str, ...]) -> bool:
    """Whether a folded name stands in these lines whole, broken over borders or lines or not."""
    text, borders = "", {0}
    for line in lines:
        for piece in _pieces(line):
            text += piece
            borders.add(len(text))
    at = text.find(name)
    while at >= 0:
        if at in borders and at + len(name) in borders:
            return True
        at = text.find(name, at + 1)
    return False


def _first_name(value: Value, *, legal: bool) -> str:
    """The first cell at a label that is a name; "" where none is."""
    for line in value.block[:2]:
        for cell in re.split(r"\t|  +", line):
            folded = fold(cell)
            if len(folded) > 1 and not _EMPTY.fullmatch(cell) and (has_legal_form(folded) or not legal):
                return cell
        if not legal:
            return ""
    return ""


def name(look: Look) -> Iterator[Mismatch]:
    """A firm's name at a label that is none of those given."""
    wanted = [fold(text) for text in look.texts]
    if not wanted or any(stands_in(one, value.block) for one in wanted for value in look.values):
        return
    legal = any(has_legal_form(one) for one in wanted)
    seen = ((value, _first_name(value, legal=legal)) for value in look.values)
    value, found = next(((value, found) for value, found in seen if found), (None, ""))
    if value is not None:
        yield look.mismatch(look.given[0], value.place, found)


def person(look: Look) -> Iterator[Mismatch]:
    """A person's name that is none of those at the first label that there is; a title may stand before it."""
    for cell in look.given:
        wanted = fold(str(cell.value))
        values = look.values
        if values and not any(stands_in(wanted, value.block) for value in values):
            named = [(value, _person_at(value)) for value in values]
            value, found = next(((value, found) for value, found in named if found), (None, ""))
            if value is not None:
                yield look.mismatch(cell, value.place, found)


def _person_at(value: Value) -> str:
    """The name at a label, as far as it may be one: two to twelve letters, no figures."""
    cell = re.split(r"\t|  +|(?<=\w) (?=(?:令和|平成|昭和))", value.head)[0].strip()
    folded = fold(cell)
    return cell if 1 < len(folded) <= 12 and not re.search(r"\d", folded) and not _EMPTY.fullmatch(cell) else ""


def title(look: Look) -> Iterator[Mismatch]:
    """The title of an invention, or a mark, that is another one on every page that names it; signs between its parts do not count."""
    for cell in look.given:
        wanted = _bare(str(cell.value))
        named = [value for value in look.values if _bare(value.head)]
        if named and not any(_is_titled(wanted, value) for value in named):
            yield look.mismatch(cell, named[0].place, _title_at(named[0]))


def _bare(text: str) -> str:
    return re.sub(r"\W", "", fold(text))


def _title_at(value: Value) -> str:
    """What stands there; a short one (a mark) with the line below it."""
    below = value.tail[0] if value.tail and len(value.head) <= MARK >= len(value.tail[0]) else ""
    return f"{value.head} {below}".strip()


def _is_titled(wanted: str, value: Value) -> bool:
    """Whether what stands there, up to some line or border, is the title."""
    text = ""
    for line in value.block:
        for piece in _pieces(line):
            text += _bare(piece)
            if text == wanted:
                return True
    return False


def named(look: Look) -> Iterator[Mismatch]:
    """Names that stand on no page, while others stand at the labels."""
    for cell, others in _absent(look):
        if others:
            yield look.mismatch(cell, others[0].place, "、".join(dict.fromkeys(shortened(_named_at(value)) for value in others)))


def unnamed(look: Look) -> Iterator[Mismatch]:
    """Names that stand on no page, and no others at the labels either."""
    for cell, others in _absent(look):
        if not others:
            yield look.mismatch(cell, look.whole, "")


def _absent(look: Look) -> Iterator[tuple[Cell, list[Value]]]:
    for cell in look.given if look.all_read else ():
        for text in cell.value if isinstance(cell.value, tuple) else (str(cell.value),):
            wanted = _ENDS.sub("", fold(text)) or fold(text)
            if not any(wanted in said for leaf in look.leaves for said in folded_text(leaf)):
                yield replace(cell, shown=text), [value for value in look.values if _named_at(value)]


def _named_at(value: Value) -> str:
    """What stands at a label up to a border, if it may be a name."""
    cell = re.split(r"[\t)」』】]|  +", value.head)[0].strip()
    return "" if len(fold(cell)) < 3 or _EMPTY.match(cell) or cell.startswith(("費用", "手数料", "の")) or re.fullmatch(r"[\d,.円 ]+", cell) else cell


def firm(look: Look) -> Iterator[Mismatch]:
    """A paper on which one of the firms' names does not stand, but that of another one does, by itself."""
    wanted = [fold(text) for text in look.texts]
    for cell in look.given:
        for leaves in look.papers:
            if not any(fold(str(cell.value)) in text for leaf in leaves for text in folded_text(leaf)):
                others = [(leaf, found) for leaf, found in _firms(leaves) if fold(found) not in wanted]
                if others:
                    yield look.mismatch(cell, others[0][0].place, others[0][1])
                    break


def _firms(leaves: Leaves) -> Iterator[tuple[Leaf, str]]:
    """Names of firms that are a whole cell on a paper."""
    for leaf in leaves:
        for line in leaf.lines:
            for cell in line.split("\t"):
                own = re.split(r" [(]|  +|代表|御中", cell)[0].strip()
                folded = fold(own)
                is_firm = folded.startswith(FIRST) or folded.endswith(LAST)
                if is_firm and 4 < len(folded) <= LONGEST and not any(sign in own for sign in _TERMS):
                    yield leaf, own


def addressee(look: Look) -> Iterator[Mismatch]:
    """A paper addressed to a firm that is none of those given; the row's labels are what follows an address."""
    wanted = [fold(text) for text in look.texts]
    for leaves in look.papers if wanted else ():
        addressed = [(leaf, line) for leaf in leaves for line in _addressed(leaf, look.row.labels)]
        others = [(leaf, line) for leaf, line in addressed if has_legal_form(fold(line))]
        if others and not any(stands_in(one, (line,)) for one in wanted for _, line in addressed):
            yield look.mismatch(look.given[0], others[0][0].place, others[0][1])


@lru_cache(maxsize=1024)
def _addressed(leaf: Leaf, endings: tuple[str, ...]) -> tuple[str, ...]:
    """The cells that end with 御中 or the like, without it."""
    cells = [cell for line in leaf.lines for cell in line.split("\t") if cell.endswith(endings)]
    addressed = [cell.removesuffix(next(each for each in endings if cell.endswith(each))).strip() for cell in cells]
    return tuple(name for name in addressed if name)


def parties(look: Look) -> Iterator[Mismatch]:
    """Names below the row's headings (those of applicants) that are none of those given, and those given that are none of them."""
    row, given = look.row, {fold(text): text for text in look.texts}
    named = [(leaf, line) for leaf in look.leaves for line in _under_headings(leaf, row)]
    strangers = [leaf for leaf, line in named if not any(stands_in(one, (line,)) for one in given)]
    missing = [one for one in given if not any(stands_in(one, (line,)) for _, line in named)]
    if given and named and (strangers or missing):
        seen = "、".join(dict.fromkeys(shortened(line) for _, line in named))
        yield Mismatch(look.given[0].subject, strangers[0].place if strangers else named[0][0].place, seen, "、".join(given.values()))


@lru_cache(maxsize=1024)
def _under_headings(leaf: Leaf, row: Comparison) -> tuple[str, ...]:
    """What stands at the labels below such a heading, until another one comes."""
    inside, found = False, []
    for line in leaf.lines:
        bare = "".join(line.split())
        if any(heading in bare for heading in row.under):
            inside = True
        elif any(heading in bare for heading in row.unless):
            inside = False
        elif inside and (label := next((each for each in row.labels if bare.startswith(each)), "")):
            found.append(line[line.index(label[-1]) + 1 :].strip())
    return tuple(found)

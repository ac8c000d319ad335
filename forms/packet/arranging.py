"""The parts of a set in their order on paper: leaves put between the documents, and on what each of them begins.

Decision: all sets have the same pages; a leaf is a part like any other, laid out, numbered, listed in the receipt and proven, and
only the contents do not name the leaves. A separator has a sheet of paper for itself, and so has the slip.
"""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from forms.packet.assemble import CONTENTS, SEPARATOR, SLIP, Part, layout_of
from forms.packet.finish import Finish
from forms.packet.leaves import ContentsLine, contents_pages, contents_pdf, separators_pdf, slip_pdf
from forms.packet.parts import Steps, measured
from forms.positions import Fresh, Origin

TITLES = {SLIP: "ホチキス留めしない旨の紙", CONTENTS: "目次", SEPARATOR: "仕切り紙"}
DRAWN_LATER = "-"  # stands for the hash of a page of the contents until it is known what they say


def arranged(parts: Sequence[Part], finish: Finish, folder: Path) -> Generator[None, None, tuple[Part, ...]]:
    """The documents' parts with the leaves that are wanted, whose PDFs are made in `folder`, each to begin where it is to begin."""
    front: list[Part] = []
    if finish.slip:
        front.append((yield from _leaf(SLIP, None, slip_pdf(), folder)))
    if finish.contents:
        pages = contents_pages(sum(part.pages > 0 for part in parts))
        front.append(replace(_drawn(CONTENTS, None, folder), hashes=(DRAWN_LATER,) * pages))
    whole = [*front, *(yield from _separated(parts, finish, folder))]
    if finish.slip:
        whole[1] = replace(whole[1], fresh="sheet")
    if finish.contents:
        place = len(front) - 1
        contents = yield from _leaf(CONTENTS, None, contents_pdf(list(_lines(whole))), folder)
        whole[place] = replace(contents, fresh=whole[place].fresh)
    return tuple(whole)


def _separated(parts: Sequence[Part], finish: Finish, folder: Path) -> Generator[None, None, list[Part]]:
    """The documents, those of a 資料 number beginning together, behind a separator where there are to be some."""
    whole: list[Part] = []
    begins: Fresh = "sheet" if finish.separators else finish.fresh
    for number, group in groupby(parts, lambda part: part.number):
        first, *others = group
        if number is None:
            whole += [first, *others]
            continue
        if finish.separators:
            heading = f"資料{number} {'・'.join(part.title for part in (first, *others))}"
            separator = yield from _leaf(SEPARATOR, number, separators_pdf([heading]), folder)
            whole.append(replace(separator, fresh="sheet"))
        whole += [replace(first, fresh=begins), *others]
    return whole


def _lines(parts: Sequence[Part]) -> Iterator[ContentsLine]:
    layout = layout_of(parts, 0)
    for index, part in enumerate(parts):
        if part.pages and not part.leaf:
            place = layout.place(Origin(0, index, 0))
            yield ContentsLine(part.heading, place.packet_page + 1, part.pages, place.sheet + 1)


def _leaf(leaf: str, number: int | None, pdf: bytes, folder: Path) -> Steps:
    part = _drawn(leaf, number, folder)
    part.pdfs[0].write_bytes(pdf)
    return (yield from measured(part))


def _drawn(leaf: str, number: int | None, folder: Path) -> Part:
    """A leaf whose pages are still to come; `number`: of the 資料 before which it stands."""
    name, title = (f"{leaf}_{number}", f"{TITLES[leaf]}（資料{number}）") if number else (leaf, TITLES[leaf])
    return Part(name, None, title, (folder / f"{name}.leaf.pdf",), (), (), "", (), leaf=leaf)

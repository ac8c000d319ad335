"""Odd files made odder by chance, taken in one after another: a crash, a wrong exception or 20 seconds end it and name the case.

    python -m tests.forms.attachments.oddfiles.soak [CASES] [FIRST SEED]

Bytes are changed, pieces cut out, doubled or swapped, values and objects exchanged for others; a seed makes the same case again.
"""

import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from io import BytesIO

from pikepdf import Pdf

from forms.attachments.pdfs import pdf_pages
from forms.errors import PaperError
from tests.forms.attachments.oddfiles import drawings, marks, pagetrees, structure

MOST_SECONDS = 20.0
LARGEST = 300_000  # bytes of a file that is worth changing
BODY = re.compile(rb"(?<= obj\n).*?(?=\nendobj)", re.DOTALL)
VALUE = re.compile(rb"(?<=[ /\]>)])(?:-?\d+ 0 R|-?[\d.]+|/[A-Za-z]+|\([^()]*\)|\[[^\[\]]*\]|true|null)")
STRANGE = (b"null", b"-1", b"0", b"99999999999", b"1e9", b"/X", b"()", b"[]", b"<<>>", b"true", b"3 0 R", b"4 0 R", b"1 0 R", b"[[[]]]", b"<FEFF>", b"0.0001")
Change = Callable[[random.Random, bytes], bytes]


def flipped(chance: random.Random, data: bytes) -> bytes:
    """Some bytes changed."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(chance: random.Random, data: bytes) -> bytes:
    """A piece taken out, or said twice."""
    start, length = chance.randrange(len(data)), chance.randint(1, 200)
    return data[:start] + data[start : start + length] * chance.choice((0, 2)) + data[start + length :]


def exchanged(chance: random.Random, data: bytes) -> bytes:
    """The bodies of two objects exchanged."""
    bodies = list(BODY.finditer(data))
    if len(bodies) < 2:
        return flipped(chance, data)
    one, other = sorted(chance.sample(bodies, 2), key=lambda found: found.start())
    return data[: one.start()] + other[0] + data[one.end() : other.start()] + one[0] + data[other.end() :]


def revalued(chance: random.Random, data: bytes) -> bytes:
    """Some values in dictionaries exchanged for strange ones."""
    for _ in range(chance.randint(1, 3)):
        values = list(VALUE.finditer(data))
        if values:
            found = chance.choice(values)
            data = data[: found.start()] + chance.choice(STRANGE) + data[found.end() :]
    return data


CHANGES: tuple[Change, ...] = (flipped, cut, exchanged, revalued, revalued)


def case(seed: int, sources: list[tuple[str, bytes]]) -> tuple[str, bytes]:
    """The file of this seed: what it was, and its bytes."""
    chance = random.Random(seed)
    name, data = chance.choice(sources)
    for _ in range(chance.randint(1, 3)):
        data = chance.choice(CHANGES)(chance, data) if data else data
    return name, data


def outcome(data: bytes) -> str:
    """What became of a file, in a word; any exception but a PaperError goes on up."""
    start = time.process_time()
    try:
        made = pdf_pages("x.pdf", data)
    except PaperError as refusal:
        return f"refused for {type(refusal.__cause__).__name__}"
    with Pdf.open(BytesIO(made.pdf)) as pdf:
        assert pdf.check_pdf_syntax() == []
    assert time.process_time() - start < MOST_SECONDS
    return "taken"


def soak(cases: int = 1000, first: int = 0) -> Counter[str]:
    """So many cases, from this seed on; how many ended how."""
    odds = (*structure.ODD, *pagetrees.ODD, *drawings.ODD, *marks.ODD)
    made = ((odd.name, odd.make()) for odd in odds)
    sources = [(name, data) for name, data in made if 0 < len(data) < LARGEST]
    ends: Counter[str] = Counter()
    for seed in range(first, first + cases):
        name, data = case(seed, sources)
        print(f"{seed} {name}", end=" ", flush=True)
        ended = outcome(data)
        ends[ended] += 1
        print(ended)
    return ends


if __name__ == "__main__":
    print(soak(*map(int, sys.argv[1:])))

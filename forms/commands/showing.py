"""How commands speak: results on standard output, as text or as one JSON document; progress on standard error."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from tqdm import tqdm

from forms.progress import Progress, Tell, untold

MARKS = {"error": "×", "warning": "！", "note": "・"}


def say(line: str) -> None:
    """A line of the result; what the terminal's encoding does not have comes out as its code."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(f"{line.encode(encoding, 'backslashreplace').decode(encoding)}\n")


def say_json(document: object) -> None:
    """The whole result, as one JSON document."""
    in_unicode = (sys.stdout.encoding or "utf-8").lower().startswith("utf")
    say(json.dumps(document, ensure_ascii=not in_unicode, indent=1))


def say_aside(line: str) -> None:
    """A line beside the result, on standard error."""
    sys.stderr.write(f"{line}\n")


def drive(steps: Iterable[Progress], title: str) -> None:
    """Run a generator of progress to its end: a bar on a terminal, plain lines otherwise."""
    if sys.stderr.isatty():
        with tqdm(desc=title, bar_format="{desc} {bar} {n_fmt}/{total_fmt} {postfix}", leave=False) as bar:
            for step in steps:
                bar.total, bar.n = step.total, step.done
                bar.set_postfix_str(step.task)
    else:
        said = ""
        for step in steps:
            if step.task != said:
                said = step.task
                say_aside(f"{title}：{said}")


@contextmanager
def hearing() -> Iterator[Tell]:
    """Somebody to tell how far a file is: a bar on a terminal, which goes with the block; nobody otherwise."""
    if not sys.stderr.isatty():
        yield untold
        return
    with tqdm(bar_format="{bar} {n_fmt}/{total_fmt} {postfix}", leave=False) as bar:

        def tell(progress: Progress) -> None:
            bar.total, bar.n = progress.total, progress.done
            bar.set_postfix_str(progress.task)

        yield tell


def as_json(node: object) -> Any:  # noqa: ANN401 - whatever JSON holds
    """What JSON can hold of data: tables and dataclasses as objects, days in ISO, fractions as 1/2."""
    if is_dataclass(node):
        return {field.name: as_json(getattr(node, field.name)) for field in fields(node)}
    if isinstance(node, Mapping):
        return {name: as_json(value) for name, value in node.items()}
    if isinstance(node, list | tuple):
        return [as_json(item) for item in node]
    return str(node) if isinstance(node, date | Fraction) else node

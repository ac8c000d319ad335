"""Makes case files for the start page: new ones, such as take over an applicant's earlier answers, and copies of samples.

Decision: this module loads the library; the start page imports it when it is first needed. The same functions of the library as
the command line's `new` and `import` do the work.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.editors.display import unit_of
from forms.answers import Row, is_blank, kind_of, read_answers
from forms.cases import carried_answers, checked_answers, import_case, new_case, read_case
from forms.catalog.load import call_folders, load_call
from forms.catalog.model import Call, Field
from forms.errors import CatalogError, TargetError
from forms.paths import SAMPLES
from forms.values.plain import Plain, Value

SUFFIX = ".shinsei"
UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')  # what no file's name may hold on some system
DAY = "application.date"
MARK = "見本:"
NAMED_MOST = 60  # characters of a file's name, well under every system's limit in bytes


@dataclass(frozen=True)
class Wish:
    """A case that somebody wants: the call's id, where the file is to lie, and the answers that it begins with."""

    call: str
    target: Path
    answers: Mapping[str, Plain]


@dataclass(frozen=True)
class Usable:
    """The calls that can be used, and a sentence for each that cannot."""

    calls: tuple[Call, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Carried:
    """An answer of an earlier case that a new one may take over: as it is kept, and as people read it, a line a row."""

    field: str
    label: str
    shown: str
    plain: Plain


@dataclass(frozen=True)
class Sample:
    """A filled example: whose it is, what it shows, and the day on which it is looked at."""

    folder: Path
    name: str
    says: str
    day: date


def questions_of(call: Call) -> tuple[Field, ...]:
    """What is asked before a case is made: the choices of the first step, on which all the rest hangs."""
    first = next(iter(call.steps), "")
    return tuple(f for f in call.fields.values() if f.step == first and f.kind == "choice" and f.required and not f.when)


def usable_calls(extra: Path | None) -> Usable:
    """The calls that load, and of the others why they do not. Raises CatalogError where none does."""
    calls, faults = [], []
    for name in call_folders(extra):
        try:
            calls.append(load_call(name, extra))
        except CatalogError as error:
            faults.append(str(error))
    if not calls:
        raise CatalogError("".join(faults))
    return Usable(tuple(calls), tuple(faults))


def carried_from(path: Path, call: Call) -> tuple[Carried, ...]:
    """What a case of that call can take over from the case at `path`, in the order of the questions. Raises FormsError."""
    answers = checked_answers(call, carried_answers(call, read_case(path)[1]))
    read = read_answers(call, answers)
    known = ((field, answers[name]) for name, field in call.fields.items() if name in answers)
    return tuple(
        Carried(field.id, field.label, "\n".join(_lines(field, plain, read.values, read.rows)), plain)
        for field, plain in known
        if not is_blank(plain, field)
    )


def _lines(field: Field, plain: Plain, values: Mapping[str, Value], rows: Mapping[str, tuple[Row, ...]]) -> Iterator[str]:
    if field.id in rows:
        for row in rows[field.id]:
            yield "　".join(kind_of(column).show(row[name]) for name, column in field.columns.items() if name in row)
    elif field.id in values:
        yield f"{kind_of(field).show(values[field.id])}{unit_of(field)}" or "該当なし"
    else:
        yield str(plain)  # what its kind refuses is taken over as it was typed


def file_for(folder: Path, name: str) -> Path:
    """A path in the folder at which there is nothing yet, named as near to `name` as files can be."""
    fit = UNFIT.sub("_", name).strip(" .").removesuffix(SUFFIX)[:NAMED_MOST] or "新しい申請"
    paths = (folder / f"{fit}{f' {number}' if number else ''}{SUFFIX}" for number in (0, *range(2, 10_000)))
    return next(path for path in paths if not path.exists())


def make_case(wish: Wish, calls: Path | None) -> Path:
    """Make the case; its path. Raises FormsError, and then there is nothing."""
    call = load_call(wish.call, calls)
    answers = checked_answers(call, wish.answers)
    _make_folder(wish.target.parent)
    with new_case(wish.target, call) as case, case:
        case.enter(answers)
    return wish.target


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TargetError(f"フォルダー {folder} を作れません（{error.strerror}）。別のフォルダーを選んでください。") from error


def samples(folder: Path = SAMPLES) -> tuple[Sample, ...]:
    """The samples, in the order of their names. Raises CaseError where one cannot be read."""
    return tuple(_sample(path.parent) for path in sorted(folder.glob("*/case.toml")))


def _sample(folder: Path) -> Sample:
    call_id, answers = read_case(folder)
    applicant = str(answers.get(load_call(call_id).terms.packet.applicant, folder.name))
    first = (folder / "case.toml").read_text(encoding="utf-8").partition("\n")[0]
    return Sample(folder, applicant, first.partition(MARK)[2].partition("。")[0].strip(), date.fromisoformat(str(answers[DAY])))


def copy_sample(sample: Sample, folder: Path) -> Path:
    """A case file of one's own with the sample in it, in the folder. Raises FormsError."""
    _make_folder(folder)
    target = file_for(folder, f"見本 {sample.name}")
    import_case(sample.folder, target).close()
    return target

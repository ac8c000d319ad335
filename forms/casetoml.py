"""case.toml: a case as text, for scripts, tests and keeping; what it holds is what the case file holds.

Decision: unknown calls, fields and documents stop the reading; a value that its kind refuses is kept as it is.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import Any

import tomli_w

from forms.errors import CaseError
from forms.values.plain import Plain

QUARTERS = (0, 1, 2, 3)
UNREADABLE = (ValueError, RecursionError)  # not TOML, not UTF-8, numbers without end, lists in lists without end


@dataclass(frozen=True)
class CaseText:
    """A case.toml, read: the call's id, plain answers, each document's files in order, and pages turned by hand.

    `turned`: of a file, the quarter turns clockwise of each of its pages.
    """

    call_id: str
    answers: Mapping[str, Plain]
    attachments: Mapping[str, tuple[Path, ...]]
    turned: Mapping[Path, tuple[int, ...]] = field(default_factory=dict)


def read_case_toml(path: Path) -> CaseText:
    """A case.toml, or the folder that holds it; files are found beside it. Raises CaseError."""
    file = path / "case.toml" if path.is_dir() else path
    data = _toml(file)
    unknown = data.keys() - {"call", "answers", "attachments", "turned"}
    if unknown:
        raise CaseError(f"{file} に知らない項目「{min(unknown)}」があります。call、answers、attachments、turned だけを書きます。")
    if not isinstance(data.get("call"), str):
        raise CaseError(f"{file} に call（公募のid）がありません。書き足してください。")
    attachments = data.get("attachments", {})
    if not isinstance(attachments, dict):
        raise CaseError(f"{file} の attachments は表（[attachments]）で書きます。")
    files = {name: _files(file, name, value) for name, value in attachments.items()}
    return CaseText(data["call"], _answers(data.get("answers", {}), file), files, _turned(data.get("turned", {}), file, files))


def read_answers_toml(file: Path) -> dict[str, Plain]:
    """A file of answers alone: a case.toml, or just its table of answers."""
    data = _toml(file)
    return _answers(data.get("answers", data), file)


def _answers(answers: object, file: Path) -> dict[str, Plain]:
    if not isinstance(answers, dict):
        raise CaseError(f"{file} の answers は表（[answers]）で書きます。")
    return {name: to_plain(value, f"{file} の「{name}」") for name, value in answers.items()}


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))  # some editors put a byte order mark first
    except OSError as error:
        raise CaseError(f"{file} を読めません（{error.strerror}）。場所と名前をお確かめください。") from error
    except UNREADABLE as error:
        raise CaseError(f"{file} はTOMLとして読めません（{error}）。その行をお確かめください。") from error


def read_value(text: str, where: str) -> Plain:
    """One value as it would stand in a case.toml, such as rows. Raises CaseError."""
    try:
        return to_plain(tomllib.loads(f"value = {text}")["value"], where)
    except UNREADABLE as error:
        raise CaseError(f"{where} の値を読めません（{error}）。書き方をお確かめください。") from error


def to_plain(value: object, where: str) -> Plain:
    """A TOML value as answers hold it: days become ISO text. Raises CaseError for what no answer can be."""
    match value:
        case bool() | int() | str():
            return value
        case date() | time():  # a datetime is a date; with a time of day no kind reads it, and it stays as it is
            return value.isoformat()
        case float():
            return repr(value)
        case list():
            return [to_plain(item, where) for item in value]
        case dict():
            return {key: to_plain(item, where) for key, item in value.items()}
    raise CaseError(f"{where} の値を読めません。")


def _files(file: Path, document: str, value: object) -> tuple[Path, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise CaseError(f'{file} の attachments.{document} は ["files/見積書.pdf"] の形で書きます。')
    return tuple(file.parent / item for item in value)


def _turned(table: object, file: Path, attachments: Mapping[str, Iterable[Path]]) -> dict[Path, tuple[int, ...]]:
    """The pages' turns by file. Raises CaseError for a file that is not attached."""
    if not isinstance(table, dict) or not all(isinstance(turns, list) and all(turn in QUARTERS for turn in turns) for turns in table.values()):
        raise CaseError(f'{file} の turned は "files/見積書.pdf" = [0, 1] の形（1頁ごとに右へ何回、90度回すか）で書きます。')
    turned = {file.parent / name: tuple(map(int, turns)) for name, turns in table.items()}
    for path in turned:
        if not any(path in files for files in attachments.values()):
            raise CaseError(f"{file} の turned にある「{path.name}」は、attachments にありません。綴りをお確かめください。")
    return turned


def case_toml(
    call_id: str,
    answers: Mapping[str, Plain],
    attachments: Mapping[str, Iterable[str]],
    turned: Mapping[str, Iterable[int]] | None = None,
) -> str:
    """The text of a case.toml; file names are relative to its folder. `turned`: pages turned by hand, by file."""
    papers = {document: list(names) for document, names in attachments.items()}
    data: dict[str, object] = {"call": call_id, "answers": dict(answers), "attachments": papers}
    if turned:
        data["turned"] = {name: list(turns) for name, turns in turned.items()}
    has_carriage_returns = "\\r" in repr(data)  # tomli-w drops them from its easier-to-read form
    return tomli_w.dumps(data, multiline_strings=not has_carriage_returns)

"""case.toml: a case as text, for scripts, tests and keeping; what it holds is what the case file holds.

Decision: unknown calls, fields and documents stop the reading; a value that its kind refuses is kept as it is.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

import tomli_w

from forms.errors import CaseError
from forms.values.plain import Plain

UNREADABLE = (ValueError, RecursionError)  # not TOML, not UTF-8, numbers without end, lists in lists without end


@dataclass(frozen=True)
class CaseText:
    """A case.toml, read: the call's id, plain answers, and each document's files in order."""

    call_id: str
    answers: Mapping[str, Plain]
    attachments: Mapping[str, tuple[Path, ...]]


def read_case_toml(path: Path) -> CaseText:
    """A case.toml, or the folder that holds it; files are found beside it. Raises CaseError."""
    file = path / "case.toml" if path.is_dir() else path
    data = _toml(file)
    unknown = data.keys() - {"call", "answers", "attachments"}
    if unknown:
        raise CaseError(f"{file} に知らない項目「{min(unknown)}」があります。call、answers、attachments だけを書きます。")
    if not isinstance(data.get("call"), str):
        raise CaseError(f"{file} に call（公募のid）がありません。書き足してください。")
    attachments = data.get("attachments", {})
    if not isinstance(attachments, dict):
        raise CaseError(f"{file} の attachments は表（[attachments]）で書きます。")
    return CaseText(data["call"], _answers(data.get("answers", {}), file), {name: _files(file, name, value) for name, value in attachments.items()})


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


def case_toml(call_id: str, answers: Mapping[str, Plain], attachments: Mapping[str, Iterable[str]]) -> str:
    """The text of a case.toml; file names are relative to its folder."""
    papers = {document: list(names) for document, names in attachments.items()}
    data = {"call": call_id, "answers": dict(answers), "attachments": papers}
    has_carriage_returns = "\\r" in repr(data)  # tomli-w drops them from its easier-to-read form
    return tomli_w.dumps(data, multiline_strings=not has_carriage_returns)

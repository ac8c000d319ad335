"""Reads a call's folder into a Call and proves it: the only place where the data's TOML is opened (guide.py asks here too).

Decision: everything that can be proven when a call is loaded is proven here, so that no later module asks again.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from forms.catalog.comparisons import Comparison
from forms.catalog.model import Call, Derived, Document, Field, Rule, Step
from forms.catalog.proof import prove
from forms.catalog.structure import structure
from forms.catalog.terms import Terms
from forms.errors import CatalogError
from forms.paths import CALLS, RESOURCES

T = TypeVar("T")


def call_folders(extra: Path | None = None) -> dict[str, Path]:
    """Every call's id (the folder's name) and folder; a folder of calls given as `extra` goes before ours."""
    if extra is not None and not extra.is_dir():
        raise CatalogError(f"公募のフォルダー {extra} がありません。--calls の場所をお確かめください。")
    places = [place for place in (CALLS, extra) if place is not None and place.is_dir()]
    return {f.name: f for place in places for f in sorted(place.iterdir()) if (f / "call.toml").is_file()}


def load_call(name: str, extra: Path | None = None) -> Call:
    """The call of that id. Raises CatalogError where there is none or its files cannot be used."""
    folders = call_folders(extra)
    if name not in folders:
        known = "、".join(folders) or "なし"
        raise CatalogError(f"公募「{name}」はありません。使える公募は {known} です。")
    return load_call_folder(folders[name])


@cache
def load_call_folder(folder: Path) -> Call:
    """The call that lies in a folder, read once a run."""
    fields = _with_includes(folder)
    groups, steps, pages = (_road(fields, name, folder) for name in ("groups", "steps", "pages"))
    derived = {key: table for key, table in fields.items() if _is_derived(key)}
    asked = {key: table for key, table in fields.items() if not _is_derived(key)}
    in_fields, in_documents = f"{folder / 'fields.toml'} の", f"{folder / 'documents.toml'} の"
    call = Call(
        id=folder.name,
        terms=structure(read_table(folder / "call.toml"), Terms, str(folder / "call.toml")),
        groups={key: str(title) for key, title in groups.items()},
        steps=_rows(steps, Step, f"{in_fields} [steps]"),
        pages=_rows(pages, Step, f"{in_fields} [pages]"),
        fields=_in_order(_rows(asked, Field, in_fields), steps),
        derived=_rows(derived, Derived, in_fields),
        documents=_rows(read_table(folder / "documents.toml"), Document, in_documents),
        rules=tuple(_rows(read_table(folder / "rules.toml"), Rule, f"{folder / 'rules.toml'} の").values()),
        comparisons=tuple(_rows(read_table(folder / "comparisons.toml"), Comparison, f"{folder / 'comparisons.toml'} の").values()),
    )
    prove(call, folder)
    return call


def _road(fields: dict[str, Any], name: str, folder: Path) -> Mapping[str, object]:
    """One of the tables that say which pages there are, taken out of the fields'."""
    table = fields.pop(name, {})
    if not isinstance(table, Mapping) or not table:
        raise CatalogError(f"{folder / 'fields.toml'} に [{name}] がありません。画面の並びを書いてください。")
    return table


def read_table(path: Path) -> dict[str, Any]:
    """A TOML file's table. Raises CatalogError, naming the file, where it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CatalogError(f"{path} を読めません（{error.strerror}）。ファイルがあるかお確かめください。") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CatalogError(f"{path} はTOMLとして読めません（{error}）。その行をお確かめください。") from error


def _with_includes(folder: Path) -> dict[str, Any]:
    path = folder / "fields.toml"
    own = read_table(path)
    tables: dict[str, Any] = {}
    for name in own.pop("include", []):
        beside = folder / name
        tables |= read_table(beside if beside.is_file() else RESOURCES / "fields" / name)
    twice = sorted(tables.keys() & own.keys())
    if twice:
        raise CatalogError(f"{path} の [{twice[0]}] は、取り込んだファイルにもあります。idを変えてください。")
    return tables | own


def _is_derived(key: str) -> bool:
    return key.startswith("derived.")


def _rows(tables: Mapping[str, object], shape: type[T], where: str) -> dict[str, T]:
    return {key: structure(table, shape, f"{where} [{key}]", id=key) for key, table in tables.items()}


def _in_order(fields: Mapping[str, Field], steps: Mapping[str, object]) -> dict[str, Field]:
    order = list(steps)
    last = len(order)
    return dict(sorted(fields.items(), key=lambda kv: (order.index(kv[1].step) if kv[1].step in steps else last)))

"""From a TOML table to a frozen dataclass, strictly: one sentence for an unknown key, a missing one or a value of another type.

Decision: the dataclass is the schema. There is no second description of what a file may hold.
"""

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from forms.errors import CatalogError

T = TypeVar("T")

_NAMES = {str: "文字列", int: "整数", bool: "true か false", date: "日付（2023-08-01 の形）", Fraction: '分数（"1/2" の形）'}


def structure(table: object, shape: type[T], where: str, **given: object) -> T:
    """An instance of the dataclass `shape` from a TOML table; `given` fills fields that the table must not hold.

    `where` (file and table) begins every message. Raises CatalogError.
    """
    if not isinstance(table, Mapping):
        raise CatalogError(f"{where} は表（[...]）である必要があります。")
    hints = get_type_hints(shape)
    wanted = {f.name: f for f in fields(shape) if f.name not in given}  # type: ignore[arg-type]
    for key in table:
        if key not in wanted:
            raise CatalogError(f"{where} に知らない項目「{key}」があります。綴りをお確かめください。")
    values = dict(given)
    for name, field in wanted.items():
        if name in table:
            values[name] = _value(table[name], hints[name], f"{where} の {name}")
        elif field.default is MISSING and field.default_factory is MISSING:
            raise CatalogError(f"{where} に {name} がありません。書き足してください。")
    if values.get("source", "-") == "":
        raise CatalogError(f"{where} の source が空です。要領の箇所を書いてください。")
    return shape(**values)


def _value(value: object, wanted: Any, where: str) -> object:  # noqa: ANN401 - a type hint has no narrower type
    origin = get_origin(wanted)
    if is_dataclass(wanted):
        return structure(value, wanted, where)  # type: ignore[arg-type]
    if origin is tuple:
        return _items(value, get_args(wanted)[0], where)
    if origin is not None and _is_mapping(origin):
        return _entries(value, get_args(wanted)[1], where)
    if origin is Literal:
        return _named(value, get_args(wanted), where)
    if origin in (Union, types.UnionType):
        return _one_of(value, get_args(wanted), where)
    if wanted is Fraction:
        return _fraction(value, where)
    if type(value) is not wanted:
        raise CatalogError(f"{where} は{_NAMES.get(wanted, str(wanted))}である必要があります。")
    return value


def _is_mapping(origin: object) -> bool:
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _items(value: object, wanted: object, where: str) -> tuple[object, ...]:
    if not isinstance(value, list):
        raise CatalogError(f"{where} は並び（[ ]）である必要があります。")
    return tuple(_value(item, wanted, f"{where}の{n}番目") for n, item in enumerate(value, 1))


def _entries(value: object, wanted: object, where: str) -> dict[str, object]:
    if not isinstance(value, Mapping):
        raise CatalogError(f"{where} は表である必要があります。")
    return {str(key): _value(item, wanted, f"{where}.{key}") for key, item in value.items()}


def _one_of(value: object, wanted: tuple[object, ...], where: str) -> object:
    shape = next((each for each in wanted if is_dataclass(each)), None)
    if shape is not None:
        return structure(value, shape, where)  # type: ignore[arg-type]
    if type(value) not in wanted:
        raise CatalogError(f"{where} に使えない値があります。")
    return value


def _named(value: object, names: tuple[object, ...], where: str) -> object:
    if value not in names:
        raise CatalogError(f"{where} は {'・'.join(map(str, names))} のどれかである必要があります。")
    return value


def _fraction(value: object, where: str) -> Fraction:
    try:
        return Fraction(value if isinstance(value, str) else "")
    except (ValueError, ZeroDivisionError):
        raise CatalogError(f'{where} は分数（"1/2" の形）である必要があります。') from None

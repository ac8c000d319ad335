"""Proves a call whole: ids, codes, kinds, conditions, calculations, checks and references all lead somewhere.

Decision: the first thing that is wrong is said in one sentence with its file and table; a call is used whole or not at all.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from forms.catalog.applyingproof import prove_applying
from forms.catalog.comparisonproof import prove_comparison
from forms.catalog.conditions import is_known, prove_when
from forms.catalog.model import (
    CALCULATIONS,
    CHECKS,
    COUNTING,
    ROW_CALCULATIONS,
    SEVERITIES,
    TWO_OF,
    Call,
    Column,
    Derived,
    Document,
    Field,
    Rule,
)
from forms.catalog.postproof import prove_post
from forms.catalog.references import literal, reference
from forms.catalog.roadproof import prove_fields_road, prove_road
from forms.catalog.termsproof import prove_terms
from forms.errors import CatalogError, InvalidAnswer
from forms.values.kinds import KIND_NAMES, make_kind


def prove(call: Call, folder: Path) -> None:
    """Raises CatalogError at the first reference that leads nowhere."""
    in_fields, in_documents, in_rules = (str(folder / f"{name}.toml") for name in ("fields", "documents", "rules"))
    prove_road(call, in_fields)
    for field in call.fields.values():
        _prove_field(call, field, f"{in_fields} の [{field.id}]")
    prove_fields_road(call, in_fields)
    for derived in call.derived.values():
        _prove_derived(call, derived, f"{in_fields} の [{derived.id}]")
    for document in call.documents.values():
        where = f"{in_documents} の [{document.id}]"
        for when in (document.when, *(title.when for title in document.titles)):
            prove_when(call, when, where)
    _prove_order(call, in_documents)
    _prove_codes(call, folder)
    for rule in call.rules:
        _prove_rule(call, rule, f"{in_rules} の [{rule.id}]")
    for comparison in call.comparisons:
        prove_comparison(call, comparison, f"{folder / 'comparisons.toml'} の [{comparison.id}]")
    prove_terms(call, str(folder / "call.toml"))
    prove_applying(call, str(folder / "call.toml"))
    prove_post(call, str(folder / "call.toml"))


def _prove_field(call: Call, field: Field, where: str) -> None:
    if field.step not in call.steps:
        raise CatalogError(f"{where} の step「{field.step}」は [steps] にありません。")
    if field.id in call.documents:
        raise CatalogError(f"{where} と同じidの書類があります。どちらかのidを変えてください。")
    if (field.kind == "rows") != bool(field.columns):
        raise CatalogError(f"{where} の columns は、kind が rows のときだけ、そのときは必ず書きます。")
    _prove_kind(field, where)
    prove_when(call, field.when, where)
    for name, column in field.columns.items():
        _prove_kind(column, f"{where} の columns.{name}")
        if column.calculation and column.calculation not in ROW_CALCULATIONS:
            raise CatalogError(f"{where} の columns.{name} の計算「{column.calculation}」はありません。")
        for other in column.fields:
            if other not in field.columns:
                raise CatalogError(f"{where} の columns.{name} にある「{other}」という列はありません。")
    for column_name, derived in (cell for total in field.totals for cell in total.cells.items()):
        if column_name not in field.columns or derived not in call.derived:
            raise CatalogError(f"{where} の totals にある「{column_name}」という列か「{derived}」という計算はありません。")


def _prove_kind(field: Field | Column, where: str) -> None:
    if field.kind not in (KIND_NAMES | {"rows"} if isinstance(field, Field) else KIND_NAMES):
        raise CatalogError(f"{where} の kind「{field.kind}」はありません。使えるのは {'、'.join(sorted(KIND_NAMES))} です。")
    if (field.kind in ("choice", "choices")) != bool(field.choices):
        raise CatalogError(f"{where} の choices は、kind が choice か choices のときだけ、そのときは必ず書きます。")
    for choice in field.choices:
        if not choice.isascii():
            raise CatalogError(f"{where} の選択肢のid「{choice}」はASCIIで書いてください。")
    if field.default:
        _prove_default(field, where)


def _prove_default(field: Field | Column, where: str) -> None:
    try:
        make_kind(field.kind, field.choices).parse(field.default)
    except InvalidAnswer as error:
        raise CatalogError(f"{where} の default「{field.default}」は使えません。{error}") from error


def _prove_derived(call: Call, derived: Derived, where: str) -> None:
    if derived.calculation not in CALCULATIONS:
        raise CatalogError(f"{where} の計算「{derived.calculation}」はありません。")
    if derived.calculation in ("lookup", "sum", "any_true", "given", "column_sum", "eligible_sum") and not derived.fields:
        raise CatalogError(f"{where} に fields がありません。計算 {derived.calculation} に要ります。")
    if derived.kind not in KIND_NAMES:
        raise CatalogError(f"{where} の kind「{derived.kind}」はありません。")
    for name in derived.fields:
        if not is_known(call, name):
            raise CatalogError(f"{where} の fields にある「{name}」という項目はありません。")


def _prove_order(call: Call, where: str) -> None:
    numbers = [document.number or 0 for document in call.documents.values()]
    if numbers != sorted(numbers):
        raise CatalogError(f"{where} の書類は資料番号の順（様式が先）に並べてください。")


def _prove_codes(call: Call, folder: Path) -> None:
    seen: dict[str, str] = {}
    rows: list[Field | Document] = [*call.fields.values(), *call.documents.values()]
    for row in rows:
        if row.code in seen:
            raise CatalogError(f"{folder} の [{seen[row.code]}] と [{row.id}] の code が同じ「{row.code}」です。")
        seen[row.code] = row.id


def _prove_rule(call: Call, rule: Rule, where: str) -> None:
    if rule.check not in CHECKS:
        raise CatalogError(f"{where} の check「{rule.check}」はありません。")
    if rule.severity not in SEVERITIES:
        raise CatalogError(f"{where} の severity は {'、'.join(SEVERITIES)} のどれかにしてください。")
    for key in CHECKS[rule.check]:
        if not getattr(rule, key):
            raise CatalogError(f"{where} に {key} がありません。check が {rule.check} のときに要ります。")
    prove_when(call, rule.when, where)
    _prove_wording(rule, where)
    if rule.check in TWO_OF and len(getattr(rule, TWO_OF[rule.check])) != 2:
        raise CatalogError(f"{where} の {TWO_OF[rule.check]} は、check が {rule.check} のとき2つ書きます。")
    if rule.document and rule.document not in call.documents:
        raise CatalogError(f"{where} の document「{rule.document}」という書類はありません。")
    for name in _names_in(rule):
        if not is_known(call, name):
            raise CatalogError(f"{where} にある「{name}」という項目はありません。")
    for value in (rule.limit, *rule.limits):
        if value and not _is_limit(call, value):
            raise CatalogError(f"{where} の限度「{value}」は、項目のidでも call. で始まる値でも数でもありません。")


def _prove_wording(rule: Rule, where: str) -> None:
    if rule.check in COUNTING and not rule.limit.isdecimal():
        raise CatalogError(f"{where} の limit は整数で書いてください。")
    try:
        rule.message.format(value="", limit="")
    except (KeyError, IndexError, ValueError):
        raise CatalogError(f"{where} の message に書ける波括弧は {{value}} と {{limit}} だけです。") from None


def _names_in(rule: Rule) -> Iterator[str]:
    yield from rule.fields
    yield from rule.among
    yield from (subject.replace("[0]", "[]") for subject in rule.subjects)
    if rule.choice:
        yield rule.choice


def _is_limit(call: Call, value: str) -> bool:
    if value.startswith("call."):
        return isinstance(reference(call.terms, value), date | int | str)
    return is_known(call, value) or literal(value) is not None

"""Proves a call whole: ids, codes, kinds, conditions, calculations, checks and references all lead somewhere.

Decision: the first thing that is wrong is said in one sentence with its file and table; a call is used whole or not at all.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from forms.catalog.model import (
    CALCULATIONS,
    CHECKS,
    COUNTING,
    ROW_CALCULATIONS,
    SEVERITIES,
    Call,
    Column,
    Derived,
    Document,
    Field,
    Rule,
    When,
)
from forms.catalog.references import literal, reference, split_list_id
from forms.errors import CatalogError, InvalidAnswer
from forms.positions import HALVES_PER_SIDE
from forms.values.kinds import KIND_NAMES, make_kind


def prove(call: Call, folder: Path) -> None:
    """Raises CatalogError at the first reference that leads nowhere."""
    in_fields, in_documents, in_rules = (str(folder / f"{name}.toml") for name in ("fields", "documents", "rules"))
    for field in call.fields.values():
        _prove_field(call, field, f"{in_fields} の [{field.id}]")
    for derived in call.derived.values():
        _prove_derived(call, derived, f"{in_fields} の [{derived.id}]")
    for document in call.documents.values():
        where = f"{in_documents} の [{document.id}]"
        for when in (document.when, *(title.when for title in document.titles)):
            _prove_when(call, when, where)
    _prove_order(call, in_documents)
    _prove_codes(call, folder)
    for rule in call.rules:
        _prove_rule(call, rule, f"{in_rules} の [{rule.id}]")
    _prove_terms(call, str(folder / "call.toml"))


def _prove_field(call: Call, field: Field, where: str) -> None:
    if field.step not in call.steps:
        raise CatalogError(f"{where} の step「{field.step}」は [steps] にありません。")
    if field.id in call.documents:
        raise CatalogError(f"{where} と同じidの書類があります。どちらかのidを変えてください。")
    if (field.kind == "rows") != bool(field.columns):
        raise CatalogError(f"{where} の columns は、kind が rows のときだけ、そのときは必ず書きます。")
    _prove_kind(field, where)
    _prove_when(call, field.when, where)
    for name, column in field.columns.items():
        _prove_kind(column, f"{where} の columns.{name}")
        if column.calculation and column.calculation not in ROW_CALCULATIONS:
            raise CatalogError(f"{where} の columns.{name} の計算「{column.calculation}」はありません。")
        for other in column.fields:
            if other not in field.columns:
                raise CatalogError(f"{where} の columns.{name} にある「{other}」という列はありません。")


def _prove_kind(field: Field | Column, where: str) -> None:
    if field.kind not in KIND_NAMES | {"rows"}:
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
    if derived.kind not in KIND_NAMES:
        raise CatalogError(f"{where} の kind「{derived.kind}」はありません。")
    for name in derived.fields:
        if not _known(call, name):
            raise CatalogError(f"{where} の fields にある「{name}」という項目はありません。")


def _prove_when(call: Call, when: When, where: str) -> None:
    for name, allowed in when.items():
        asked = call.fields.get(name) or call.derived.get(name)
        if asked is None:
            raise CatalogError(f"{where} の when にある「{name}」という項目はありません。")
        for value in allowed:
            if asked.choices and value not in asked.choices:
                raise CatalogError(f"{where} の when にある「{name}」に「{value}」という選択肢はありません。")
            if asked.kind == "boolean" and not isinstance(value, bool):
                raise CatalogError(f"{where} の when にある「{name}」は true か false で書いてください。")


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
    _prove_when(call, rule.when, where)
    _prove_wording(rule, where)
    if rule.document and rule.document not in call.documents:
        raise CatalogError(f"{where} の document「{rule.document}」という書類はありません。")
    for name in _names_in(rule):
        if not _known(call, name):
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


def _known(call: Call, name: str) -> bool:
    group, column = split_list_id(name)
    if column:
        return group in call.fields and column in call.fields[group].columns
    return name in call.fields or name in call.derived


def _is_limit(call: Call, value: str) -> bool:
    if value.startswith("call."):
        return isinstance(reference(call.terms, value), date | int | str)
    return _known(call, value) or literal(value) is not None


def _prove_terms(call: Call, where: str) -> None:
    """Choices that the terms count by: every right has a cap and routes, every industry a limit."""
    terms = call.terms
    for name, table in (
        ("base.right", terms.routes.months),
        ("base.right", terms.money.case_caps),
        ("applicant.industry", terms.sme.industries),
    ):
        _prove_table(call, name, table, where)
    for name in terms.money.company_by:
        if name not in call.fields:
            raise CatalogError(f"{where} の company_by にある「{name}」という項目はありません。")
    money, packet = terms.money, terms.packet
    for wrong, what in (
        (money.unit < 1, "[money] の unit は1以上"),
        (not 0 <= money.rate <= 1, "[money] の rate は0から1まで"),
        (money.consumption_tax < 0, "[money] の税率は0以上"),
        (min(money.company_cap, *money.case_caps.values()) < 0, "[money] の上限額は0以上"),
        (packet.copies < 0, "[packet] の copies は0以上"),
        (packet.pages_per_side != HALVES_PER_SIDE or not packet.both_sides, "[packet] は2in1・両面"),
        (not _is_stamp(packet.stamp), "[packet] の stamp に書ける波括弧は {number} だけ"),
    ):
        if wrong:
            raise CatalogError(f"{where} の{what}です。書き直してください。")
    if call.terms.reception.opens > call.terms.reception.closes:
        raise CatalogError(f"{where} の [reception] の opens が closes より後です。")


def _is_stamp(pattern: str) -> bool:
    try:
        pattern.format(number=1)
    except (KeyError, IndexError, ValueError):
        return False
    return True


def _prove_table(call: Call, name: str, table: Mapping[str, object], where: str) -> None:
    choices = call.fields[name].choices if name in call.fields else {}
    for choice in choices:
        if choice not in table:
            raise CatalogError(f"{where} に、{name} の「{choice}」の値がありません。")

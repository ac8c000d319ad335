"""Proves the call's terms against its fields: caps, routes and limits for every choice, figures within reason.

Decision: what the calculations take for granted of call.toml is proven here.
"""

from collections.abc import Mapping

from forms.catalog.conditions import prove_when
from forms.catalog.model import Call
from forms.errors import CatalogError
from forms.positions import HALVES_PER_SIDE


def prove_terms(call: Call, where: str) -> None:
    """Choices that the terms count by: every right has a cap and routes, every industry a limit."""
    terms = call.terms
    for name, table in (
        ("base.right", terms.routes.months),
        ("base.right", terms.money.case_caps),
        ("applicant.industry", terms.sme.industries),
    ):
        _prove_table(call, name, table, where)
    prove_when(call, terms.money.not_counted, f"{where} の [money] の not_counted")
    prove_when(call, {terms.stages.state: terms.stages.ready_in}, f"{where} の [stages]")
    for name in (*terms.money.company_by, terms.packet.applicant, *terms.packet.subject, terms.packet.kind):
        if name not in call.fields:
            raise CatalogError(f"{where} にある「{name}」という項目はありません。")
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

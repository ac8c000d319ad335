"""Proves what call.toml says about applying: every state, rule, step, document and {id} in it leads somewhere.

Decision: texts with {id} are proven here, so that putting answers into them cannot fail later.
"""

import re
from collections.abc import Iterable, Iterator

from forms.catalog.applying import OFFERS, Errand, Mail, Requirement, RoadStep
from forms.catalog.conditions import prove_when
from forms.catalog.model import Call
from forms.catalog.references import reference, split_list_id
from forms.errors import CatalogError

PLACE = re.compile(r"\{([\w.\[\]]+)\}", re.ASCII)  # {applicant.trade_name}, {destinations[].country}, {call.office.email}


def prove_applying(call: Call, where: str) -> None:
    """Raises CatalogError at the first reference that leads nowhere."""
    terms = call.terms
    for requirement in terms.requirements:
        _prove_requirement(call, requirement, f"{where} の [[requirements]]「{requirement.title}」")
    for criterion in terms.criteria:
        at = f"{where} の [[criteria]]「{criterion.question}」"
        _among(criterion.steps, call.steps, f"{at} の steps")
        _among(criterion.thin.fields if criterion.thin else (), call.fields, f"{at} の thin")
        prove_text(call, criterion.hint, at)
    for step in terms.road:
        _prove_step(call, step, f"{where} の [[road]]「{step.id}」")
    for errand in terms.errands:
        _prove_errand(call, errand, f"{where} の [[errands]]「{errand.title}」")


def _prove_requirement(call: Call, requirement: Requirement, where: str) -> None:
    prove_when(call, requirement.when, where)
    prove_when(call, requirement.holds, where)
    _among(requirement.asks, call.fields, f"{where} の asks")
    _among(requirement.rules, [rule.id for rule in call.rules], f"{where} の rules")


def _prove_step(call: Call, step: RoadStep, where: str) -> None:
    _prove_states(call, (step.state, step.after), where)
    for name in step.copy:
        _prove_name(call, name, where)
    for text in (step.title, step.short, step.text, step.hint, *(_texts_of(step.mail) if step.mail else ())):
        prove_text(call, text, where)


def _prove_errand(call: Call, errand: Errand, where: str) -> None:
    prove_when(call, errand.when, where)
    _prove_states(call, (errand.after,), where)
    _among([errand.road] if errand.road else [], [step.id for step in call.terms.road], f"{where} の road")
    _among([errand.document] if errand.document else [], call.documents, f"{where} の document")
    _among(errand.offers, OFFERS, f"{where} の offers")
    for text in (errand.title, errand.text):
        prove_text(call, text, where)


def _texts_of(mail: Mail) -> Iterator[str]:
    yield from (mail.to, mail.subject, mail.body)


def _prove_states(call: Call, states: Iterable[str], where: str) -> None:
    for state in filter(None, states):
        prove_when(call, {call.terms.stages.state: (state,)}, where)


def prove_text(call: Call, text: str, where: str) -> None:
    """Raises CatalogError for an {id} that there is not."""
    for name in PLACE.findall(text):
        _prove_name(call, name, where)


def _prove_name(call: Call, name: str, where: str) -> None:
    group, column = split_list_id(name)
    if column:
        known = group in call.fields and column in call.fields[group].columns
    elif name.startswith("call."):
        known = reference(call.terms, name) is not None
    else:
        known = (name in call.fields and not call.fields[name].columns) or name in call.derived
    if not known:
        raise CatalogError(f"{where} にある「{name}」という項目はありません。")


def _among(names: Iterable[str], known: Iterable[str], where: str) -> None:
    for name in names:
        if name not in known:
            raise CatalogError(f"{where} にある「{name}」はありません。綴りをお確かめください。")

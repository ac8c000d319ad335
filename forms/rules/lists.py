"""Checks of conditions, and of lists against lists: names, countries, routes, choices."""

from collections import Counter
from collections.abc import Iterator

from forms.casefile import Attached
from forms.catalog.model import Rule
from forms.catalog.references import split_list_id
from forms.rules.context import Context, Hit, all_cells, cells, shown_as
from forms.values.names import same_name
from forms.values.plain import Value


def holds(context: Context, rule: Rule) -> Iterator[Hit]:
    """The rule's condition holds: that alone is the fault."""
    yield Hit(rule.subjects[0])


def duplicates(context: Context, rule: Rule) -> Iterator[Hit]:
    """A value that stands in an earlier row as well."""
    seen: Counter[Value] = Counter()
    for cell in all_cells(context, rule):
        seen[cell.value] += 1
        if seen[cell.value] == 2:
            yield Hit(cell.subject, cell.shown)


def _listed(context: Context, names: tuple[str, ...]) -> list[str]:
    values = [cell.value for name in names for cell in cells(context, name)]
    return [str(item) for value in values for item in (value if isinstance(value, tuple) else (value,))]


def _is_listed(value: Value, listed: list[str]) -> bool:
    return any(same_name(str(value), other) for other in listed)


def not_among(context: Context, rule: Rule) -> Iterator[Hit]:
    """A value that is none of the others, once there are others."""
    listed = _listed(context, rule.among)
    for cell in all_cells(context, rule):
        if listed and not _is_listed(cell.value, listed):
            yield Hit(cell.subject, cell.shown)


def none_among(context: Context, rule: Rule) -> Iterator[Hit]:
    """Not one of the values is among the others, once there are both."""
    listed, cells = _listed(context, rule.among), list(all_cells(context, rule))
    if listed and cells and not any(_is_listed(cell.value, listed) for cell in cells):
        yield Hit(rule.subjects[0])


def paid_but_unnamed(context: Context, rule: Rule) -> Iterator[Hit]:
    """A cost above nought in one list whose payee, in the other list's row of the same country, has no name."""
    costs, payees = (split_list_id(name) for name in rule.fields)
    paid = {row.get("country") for row in context.facts.rows(costs[0]) if row.get(costs[1])}
    for index, row in enumerate(context.facts.rows(payees[0])):
        country = row.get("country")
        if country is not None and country in paid and not row.get(payees[1]):
            yield Hit(f"{payees[0]}[{index}].{payees[1]}", shown_as(context, f"{payees[0]}[].country", country))


def route_unknown(context: Context, rule: Rule) -> Iterator[Hit]:
    """A route that the right does not have."""
    routes = context.facts.call.terms.routes.months.get(context.facts.text("base.right") or "")
    for cell in all_cells(context, rule):
        if routes is not None and cell.value not in routes:
            yield Hit(cell.subject, cell.shown)


def not_joined(context: Context, rule: Rule) -> Iterator[Hit]:
    """A country that has not joined the treaty of the route in its row."""
    for cell in all_cells(context, rule):
        if cell.value in context.facts.call.terms.non_members.offices.get(str(cell.row.get("route")), ()):
            yield Hit(cell.subject, cell.shown)


def same_paper(context: Context, rule: Rule) -> Iterator[Hit]:
    """A file that was attached before, to the same document or to another one."""
    first: dict[str, Attached] = {}
    for paper in context.attached:
        if paper.sha256 and first.setdefault(paper.sha256, paper) is not paper:
            yield Hit(paper.document, paper.name, context.facts.call.documents[first[paper.sha256].document].title)


def not_needed(context: Context, rule: Rule) -> Iterator[Hit]:
    """Papers of a document that does not belong in this case's packet."""
    needed = {planned.document.id for planned in context.packet}
    for document in dict.fromkeys(paper.document for paper in context.attached):
        if document not in needed:
            yield Hit(document, context.facts.call.documents[document].title)


def choices_missing(context: Context, rule: Rule) -> Iterator[Hit]:
    """Each choice that was not chosen."""
    for name in rule.fields:
        value = context.facts.value(name)
        chosen = value if isinstance(value, tuple) else ()
        for choice, label in context.facts.call.fields[name].choices.items():
            if choice not in chosen:
                yield Hit(name, label)

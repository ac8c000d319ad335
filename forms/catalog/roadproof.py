"""Proves the road through a case: groups, steps and pages, sections inside a step, and postal codes that fill an address.

Decision: what stands together on the screen stands together in the data, so that no window has to sort.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from forms.catalog.model import PAGES, Call, Field
from forms.errors import CatalogError


def prove_road(call: Call, where: str) -> None:
    """Every step has a group that is there, groups are not interleaved, and the three last pages are there."""
    for table, steps in (("steps", call.steps), ("pages", call.pages)):
        for step in steps.values():
            if step.group not in call.groups:
                raise CatalogError(f"{where} の [{table}.{step.id}] の group「{step.group}」は [groups] にありません。")
    if tuple(call.pages) != PAGES:
        raise CatalogError(f"{where} の [pages] には {'、'.join(PAGES)} をこの順に書いてください。")
    for twice in _apart(step.group for step in (*call.steps.values(), *call.pages.values())):
        raise CatalogError(f"{where} の [steps] では、group「{twice}」のステップを続けて並べてください。")


def prove_fields_road(call: Call, where: str) -> None:
    """In each step the fields of one section stand together; what a postal code fills is asked in the same call."""
    for step in call.steps:
        asked = [field for field in call.fields.values() if field.step == step]
        for twice in _apart(field.section for field in asked):
            called = f"section「{twice}」の項目" if twice else "section のない項目"
            raise CatalogError(f"{where} では、ステップ「{step}」の{called}を続けて並べてください。")
    for field in call.fields.values():
        if field.fills:
            _prove_fills(call, field, f"{where} の [{field.id}]")


def _apart(names: Iterable[str]) -> Iterator[str]:
    """The names that come back after another one stood between."""
    seen: set[str] = set()
    for name, _ in groupby(names):
        if name in seen:
            yield name
        seen.add(name)


def _prove_fills(call: Call, field: Field, where: str) -> None:
    if field.kind != "postal_code":
        raise CatalogError(f"{where} の fills は、kind が postal_code のときだけ書けます。")
    if field.fills not in call.fields:
        raise CatalogError(f"{where} の fills にある「{field.fills}」という項目はありません。")

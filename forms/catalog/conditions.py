"""Proves the conditions (`when`) of data and the ids it names: what they name is there, and what they wait for can be chosen.

Decision: a file of its own, since fields, documents, rules and terms all have conditions.
"""

from forms.catalog.model import Call
from forms.catalog.references import split_list_id
from forms.catalog.when import When
from forms.errors import CatalogError


def prove_when(call: Call, when: When, where: str) -> None:
    """Raises CatalogError, beginning with `where`, at the first name or choice that there is not."""
    for name, allowed in when.items():
        asked = call.fields.get(name) or call.derived.get(name)
        if asked is None:
            raise CatalogError(f"{where} の when にある「{name}」という項目はありません。")
        for value in allowed:
            if asked.choices and value not in asked.choices:
                raise CatalogError(f"{where} の when にある「{name}」に「{value}」という選択肢はありません。")
            if asked.kind == "boolean" and not isinstance(value, bool):
                raise CatalogError(f"{where} の when にある「{name}」は true か false で書いてください。")


def is_known(call: Call, name: str) -> bool:
    """Whether an id is that of a field, of a column of rows or of a derived value."""
    group, column = split_list_id(name)
    if column:
        return group in call.fields and column in call.fields[group].columns
    return name in call.fields or name in call.derived

"""Proves the rows of comparisons.toml: kinds, documents and fields lead somewhere, and messages can be filled in."""

from forms.catalog.comparisons import KINDS, SEVERITIES, Comparison
from forms.catalog.conditions import is_known, prove_when
from forms.catalog.model import Call
from forms.errors import CatalogError


def prove_comparison(call: Call, row: Comparison, where: str) -> None:
    """Raises CatalogError, beginning with `where`, at the first thing that is wrong."""
    if row.kind not in KINDS:
        raise CatalogError(f"{where} の kind「{row.kind}」はありません。使えるのは {'、'.join(KINDS)} です。")
    if row.severity not in SEVERITIES:
        raise CatalogError(f"{where} の severity は {'、'.join(SEVERITIES)} のどちらかにしてください。")
    for key in KINDS[row.kind]:
        if not getattr(row, key):
            raise CatalogError(f"{where} に {key} がありません。kind が {row.kind} のときに要ります。")
    for document in row.documents:
        if document not in call.documents:
            raise CatalogError(f"{where} の documents にある「{document}」という書類はありません。")
    for name in row.fields:
        if not is_known(call, name):
            raise CatalogError(f"{where} にある「{name}」という項目はありません。")
    if row.limit and not row.limit.isdecimal():
        raise CatalogError(f"{where} の limit は整数で書いてください。")
    prove_when(call, row.when, where)
    _prove_message(row, where)


def _prove_message(row: Comparison, where: str) -> None:
    try:
        row.message.format(place="", seen="", given="")
    except (KeyError, IndexError, ValueError):
        raise CatalogError(f"{where} の message に書ける波括弧は {{place}}、{{seen}}、{{given}} だけです。") from None

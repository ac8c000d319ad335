"""The kinds of comparison by the name that comparisons.toml uses, and every contradiction of a case.

Decision: each row is looked at against each of its documents by itself; a row that finds nothing to look at finds nothing wrong.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from forms.catalog.comparisons import Comparison
from forms.comparing import days, figures, names, numbers, portions, rates, unread, years
from forms.comparing.address import address
from forms.comparing.context import Kind, Look, Mismatch
from forms.comparing.leaves import leaves_of
from forms.rules.context import Context

KINDS: Mapping[str, Kind] = {
    "address": address,
    "addressee": names.addressee,
    "amount": figures.amount,
    "application_number": numbers.application_number,
    "date": days.day,
    "exchange_rate": rates.exchange_rate,
    "expired": days.expired,
    "firm": names.firm,
    "issued_after": days.issued_after,
    "issued_long_ago": days.issued_long_ago,
    "latest_year_missing": years.latest_year_missing,
    "name": names.name,
    "named": names.named,
    "number_ending": numbers.number_ending,
    "one_year_only": years.one_year_only,
    "parties": names.parties,
    "person": names.person,
    "shares": portions.shares,
    "title": names.title,
    "total": figures.total,
    "unnamed": names.unnamed,
    "unread": unread.unread,
    "word_price": rates.word_price,
    "word_price_missing": rates.word_price_missing,
    "word_product": rates.word_product,
    "years_apart": years.years_apart,
}


def compare(context: Context) -> Iterator[tuple[Comparison, Mismatch]]:
    """What papers say otherwise than the case, row by row; what several papers say alike, once with all its places."""
    papers = {planned.document.id: (planned, leaves_of(planned)) for planned in context.packet if planned.papers}
    for row in context.facts.call.comparisons:
        there = [papers[document] for document in row.documents if document in papers]
        if there and context.facts.holds(row.when):
            found = [hit for planned, leaves in there for hit in KINDS[row.kind](Look(row, context, planned, leaves))]
            yield from ((row, hit) for hit in _gathered(found))


def _gathered(found: list[Mismatch]) -> Iterator[Mismatch]:
    alike: dict[Mismatch, list[str]] = {}
    for hit in found:
        alike.setdefault(replace(hit, place=""), []).append(hit.place)
    return (replace(hit, place="、".join(places)) for hit, places in alike.items())

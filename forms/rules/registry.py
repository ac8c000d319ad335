"""The checks by the name that rules.toml uses; a test holds them against the names the catalog accepts."""

from collections.abc import Mapping

from forms.rules import figures, lists, wording
from forms.rules.context import Check

CHECKS: Mapping[str, Check] = {
    "above": figures.above,
    "below": figures.below,
    "choices_missing": lists.choices_missing,
    "differs": figures.differs,
    "duplicates": lists.duplicates,
    "fewer_pages": figures.fewer_pages,
    "fewer_papers": figures.fewer_papers,
    "fewer_than": figures.fewer_than,
    "has_prefix": wording.has_prefix,
    "holds": lists.holds,
    "is_one_of": wording.is_one_of,
    "lacks_prefix": wording.lacks_prefix,
    "mentions": wording.mentions,
    "more_than": figures.more_than,
    "none_among": lists.none_among,
    "not_a_year": figures.not_a_year,
    "not_among": lists.not_among,
    "not_joined": lists.not_joined,
    "not_needed": lists.not_needed,
    "paid_but_unnamed": lists.paid_but_unnamed,
    "prefix_differs": wording.prefix_differs,
    "rest_day": figures.rest_day,
    "route_unknown": lists.route_unknown,
    "same_paper": lists.same_paper,
    "shares_differ": figures.shares_differ,
    "shares_exceed": figures.shares_exceed,
    "unprintable": wording.unprintable,
    "unreadable": wording.unreadable,
    "within": figures.within,
    "year_differs": figures.year_differs,
}
OF_THE_WHOLE = frozenset(  # look at papers, or at every answer: at more than the names that they ask the facts for
    {"fewer_pages", "fewer_papers", "not_needed", "same_paper", "unprintable", "unreadable"}
)

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.positions import A4, HALF_ORIGINS, HALF_SCALE, Fresh, Layout, Origin, Place, half_matrix

PAGES = st.one_of(st.integers(0, 9), st.sampled_from([1, 199]))
FRESH: st.SearchStrategy[Fresh] = st.sampled_from(["page", "side", "sheet"])
PARTS = st.lists(st.tuples(PAGES, FRESH), min_size=1, max_size=12)
LAYOUTS = st.builds(lambda parts, sets: Layout(tuple(p for p, _ in parts), sets, tuple(f for _, f in parts)), PARTS, st.integers(1, 7))
CLOSE = LAYOUTS.map(lambda layout: replace(layout, fresh=()))  # each part begins on the next page


@given(LAYOUTS)
def test_what_is_placed_somewhere_lies_there(layout: Layout) -> None:
    for origin in layout.origins():
        place = layout.place(origin)
        assert layout.at(place.sheet, place.side, place.half) == origin


@given(LAYOUTS)
def test_packet_pages_follow_one_another_without_a_gap(layout: Layout) -> None:
    assert [layout.place(origin).packet_page for origin in layout.origins()] == list(range(layout.pages))


@given(LAYOUTS)
def test_every_page_lies_on_one_half_and_in_order(layout: Layout) -> None:
    halves = [layout.at(s, side, half) for s in range(layout.sheets) for side in (0, 1) for half in (0, 1)]
    assert [origin for origin in halves if origin] == list(layout.origins())


@given(LAYOUTS)
def test_a_part_begins_on_what_it_asks_for_with_no_more_blank_than_that_takes(layout: Layout) -> None:
    before = -1
    for part, pages in enumerate(layout.parts):
        if pages:
            place = layout.place(Origin(0, part, 0))
            half = place.sheet * 4 + place.side * 2 + place.half
            step = {"page": 1, "side": 2, "sheet": 4}[layout.fresh[part]]
            assert half % step == 0
            assert half - before <= step
            before = half + pages - 1


@given(CLOSE)
def test_every_half_holds_one_page_or_is_blank_at_the_end_of_its_set(layout: Layout) -> None:
    halves = [layout.at(s, side, half) for s in range(layout.sheets) for side in (0, 1) for half in (0, 1)]
    per_set = layout.sheets_per_set * 4
    for start in range(0, len(halves), per_set or 1):
        filled = [origin is not None for origin in halves[start : start + per_set]]
        assert filled == sorted(filled, reverse=True)
        assert filled.count(False) < 4


@given(LAYOUTS)
def test_every_set_begins_on_the_front_of_a_fresh_sheet(layout: Layout) -> None:
    for origin in layout.origins():
        place = layout.place(origin)
        assert place.sheet // layout.sheets_per_set == origin.set_number
        if origin == next(o for o in layout.origins() if o.set_number == origin.set_number):
            assert (place.sheet % layout.sheets_per_set, place.side, place.half) == (0, 0, 0)


@given(LAYOUTS)
def test_sheets_of_a_part_are_those_its_pages_lie_on(layout: Layout) -> None:
    for part, pages in enumerate(layout.parts):
        lying = {layout.place(Origin(0, part, page)).sheet for page in range(pages)}
        assert layout.sheets_of_part(part) == len(lying)


@pytest.mark.parametrize(
    ("parts", "sheets"),
    [((1,), 1), ((4,), 1), ((5,), 2), ((3, 1, 4), 2), ((8, 8), 4), ((199,), 50), ((2, 0, 3), 2), ((0,), 0)],
)
def test_a_sheet_holds_four_pages(parts: tuple[int, ...], sheets: int) -> None:
    assert Layout(parts, 6).sheets_per_set == sheets
    assert Layout(parts, 6).sheets == 6 * sheets


def test_the_third_page_of_a_set_is_the_left_half_of_the_first_back() -> None:
    layout = Layout((1, 0, 4), 6)
    assert layout.place(Origin(2, 2, 1)) == Place(packet_page=12, sheet=4, side=1, half=0)


@pytest.mark.parametrize(
    "origin", [Origin(6, 0, 0), Origin(-1, 0, 0), Origin(0, 1, 0), Origin(0, -1, 0), Origin(0, 0, 3), Origin(0, 0, -1)]
)
def test_there_is_no_place_for_a_page_that_is_not_there(origin: Origin) -> None:
    with pytest.raises(IndexError):
        Layout((3,), 6).place(origin)


@pytest.mark.parametrize("place", [(6, 0, 0), (-1, 0, 0), (0, 2, 0), (0, 0, 2)])
def test_nothing_lies_beyond_the_sheets(place: tuple[int, int, int]) -> None:
    with pytest.raises(IndexError):
        Layout((3,), 6).at(*place)


def test_both_halves_lie_within_their_half_of_a_landscape_side() -> None:
    width, height = A4[0] * HALF_SCALE, A4[1] * HALF_SCALE
    assert height <= A4[0]
    for half, (left, bottom) in enumerate(HALF_ORIGINS):
        assert half * A4[1] / 2 <= left
        assert left + width <= (half + 1) * A4[1] / 2
        assert bottom >= 0


@pytest.mark.parametrize("half", [0, 1])
def test_over_the_long_edge_a_back_is_its_short_edge_self_turned_upside_down(half: int) -> None:
    assert half_matrix("long_edge", 0, half) == half_matrix("short_edge", 0, half) == half_matrix("short_edge", 1, half)
    upright, turned = half_matrix("short_edge", 1, half), half_matrix("long_edge", 1, half)
    for x, y in ((0.0, 0.0), A4):
        here = upright[0] * x + upright[4], upright[3] * y + upright[5]
        there = turned[0] * x + turned[4], turned[3] * y + turned[5]
        assert (here[0] + there[0], here[1] + there[1]) == pytest.approx((A4[1], A4[0]))

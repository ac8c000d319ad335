import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.attachments.upright import Box, Sheet, place, quarter_turn
from forms.positions import A4

A3 = (0.0, 0.0, 841.89, 1190.55)
SIDES = st.floats(20, 15_000)
SHEETS = st.builds(
    lambda x, y, w, h, turn, unit: Sheet((x, y, x + w, y + h), turn, unit),
    st.floats(-5000, 5000), st.floats(-5000, 5000), SIDES, SIDES, st.sampled_from((0, 90, 180, 270)), st.floats(0.1, 10),
)  # fmt: skip


def corners(sheet: Sheet, matrix: tuple[float, ...]) -> list[tuple[float, float]]:
    a, b, c, d, e, f = matrix
    left, bottom, right, top = sheet.box
    return [(a * x + c * y + e, b * x + d * y + f) for x, y in ((left, bottom), (right, bottom), (left, top))]


@given(SHEETS)
def test_every_sheet_lies_inside_the_page(sheet: Sheet) -> None:
    for x, y in corners(sheet, place(sheet).matrix):
        assert -1.01 <= x <= A4[0] + 1.01
        assert -1.01 <= y <= A4[1] + 1.01


@given(SHEETS)
def test_aspect_is_kept_and_nothing_is_enlarged(sheet: Sheet) -> None:
    placement = place(sheet)
    a, b, c, d, _, _ = placement.matrix
    assert a * a + b * b == pytest.approx(c * c + d * d)
    assert a * a + b * b == pytest.approx((placement.scale * sheet.unit) ** 2)
    assert placement.scale <= 1


@pytest.mark.parametrize(
    ("degrees", "turn"),
    [(0, 0), (90, 90), (-90, 270), (450, 90), (44, 0), (46, 90), (359, 0), (-1, 0), (180.0, 180), (225, 270)],
)
def test_odd_angles_become_the_nearest_quarter_turn(degrees: float, turn: int) -> None:
    assert quarter_turn(degrees) == turn


@pytest.mark.parametrize(
    ("box", "turn", "turned", "scale"),
    [
        ((0, 0, *A4), 0, False, 1.0),
        ((0, 0, 595, 842), 0, False, 1.0),
        ((0, 0, 842, 595), 90, False, 1.0),
        ((0, 0, 842, 595), 0, True, 1.0),
        ((0, 0, *A4), 90, True, 1.0),
        (A3, 0, False, 0.707),
        ((0, 0, A3[3], A3[2]), 0, True, 0.707),
        ((0, 0, 728.5, 1031.8), 0, False, 0.816),
        ((0, 0, 419.5, 595.3), 0, False, 1.0),
        ((0, 0, 595.276, 419.5), 0, False, 1.0),
        ((0, 0, 14_400, 14_400), 0, False, 0.0413),
    ],
    ids=["A4", "A4 rounded", "turned upright", "landscape", "on its side", "A3", "A3 landscape", "B4", "A5", "A5 landscape", "200 inches"],
)  # fmt: skip
def test_sheets_are_turned_and_fitted_as_they_need(box: Box, turn: int, turned: bool, scale: float) -> None:
    placement = place(Sheet(box, turn))
    assert placement.turned is turned
    assert placement.scale == pytest.approx(scale, abs=0.001)


def test_the_top_of_a_landscape_sheet_lies_at_the_left() -> None:
    left_foot, right_foot, left_head = corners(sheet := Sheet((0, 0, A4[1], A4[0])), place(sheet).matrix)
    assert left_head[0] < left_foot[0]
    assert right_foot[1] > left_foot[1]


def test_a_picture_is_enlarged_to_the_margin() -> None:
    placement = place(Sheet((0, 0, 100, 100)), margin=20, enlarge=True)
    assert placement.scale == pytest.approx((A4[0] - 40) / 100)

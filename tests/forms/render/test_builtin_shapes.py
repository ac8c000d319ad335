from pathlib import Path

import pdfplumber
import pytest

from forms.render.builtin.presets import MAKERS, POLYGONS, outline
from tests.forms.render.docxkit import found, printed, said
from tests.forms.render.drawingkit import LINE, anchor, holder, shape, vml

FILL = '<a:solidFill><a:schemeClr val="accent1"><a:lumMod val="50000"/></a:schemeClr></a:solidFill>'


def drawn(pdf: Path, kind: str) -> list[dict[str, object]]:
    with pdfplumber.open(pdf) as opened:
        return list(getattr(opened.pages[0], kind))


def page(folder: Path, preset: str, look: str = LINE, more: str = "") -> Path:
    box = anchor(shape(80, 40, preset=preset, look=look, more=more), 80, 40, across="page:100", down="page:100")
    return printed(folder, holder(box))


@pytest.mark.parametrize("preset", [*MAKERS, *POLYGONS])
def test_every_preset_stays_about_its_box(preset: str) -> None:
    path = outline(preset, 80, 40, {})
    assert path is not None
    points = [value for _, step in path for value in step]
    assert min(points) > -1
    assert max(points[::2]) <= 81
    assert max(points[1::2]) <= (66 if "Callout" in preset else 41)


def test_a_rectangle_has_its_line_and_fill(tmp_path: Path) -> None:
    [rect] = drawn(page(tmp_path, "rect", FILL + LINE), "rects")
    assert [rect[key] for key in ("x0", "top", "x1", "bottom")] == [pytest.approx(v) for v in (100, 100, 180, 140)]
    assert (rect["linewidth"], rect["stroke"], rect["fill"]) == (1, True, True)


@pytest.mark.parametrize("preset", ["roundRect", "ellipse", "bracketPair", "leftBrace"])
def test_round_things_are_curves_in_their_box(tmp_path: Path, preset: str) -> None:
    curves = drawn(page(tmp_path, preset), "curves")
    assert min(curve["x0"] for curve in curves) == pytest.approx(100, abs=0.5)  # type: ignore[type-var]
    assert max(curve["bottom"] for curve in curves) == pytest.approx(140, abs=0.5)  # type: ignore[type-var]


def test_a_flipped_line_runs_the_other_way(tmp_path: Path) -> None:
    [plain] = drawn(page(tmp_path, "line"), "lines")
    [flipped] = drawn(page(tmp_path, "line", more='flipV="1"'), "lines")
    assert plain["pts"] == [(pytest.approx(100), pytest.approx(100)), (pytest.approx(180), pytest.approx(140))]
    assert flipped["pts"] == [(pytest.approx(100), pytest.approx(140)), (pytest.approx(180), pytest.approx(100))]


def test_an_arrow_has_a_filled_head(tmp_path: Path) -> None:
    look = LINE.replace("</a:ln>", '<a:tailEnd type="triangle"/></a:ln>')
    assert [curve["fill"] for curve in drawn(page(tmp_path, "straightConnector1", look), "curves")] == [True]


def test_a_turned_shape_turns_about_its_middle(tmp_path: Path) -> None:
    [rect] = drawn(page(tmp_path, "rect", more='rot="5400000"'), "rects")
    assert [rect[key] for key in ("x0", "top", "x1", "bottom")] == [pytest.approx(v) for v in (120, 80, 160, 160)]


def test_an_unknown_preset_is_drawn_as_its_box_and_named(tmp_path: Path) -> None:
    body = holder(anchor(shape(80, 40, preset="gear9"), 80, 40))
    assert "gear9" in said(tmp_path, body)[0]
    assert len(drawn(tmp_path / "form.pdf", "rects")) == 1


def test_a_chart_is_named(tmp_path: Path) -> None:
    chart = '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
    assert "グラフ" in said(tmp_path, holder(anchor(chart, 80, 40)))[0]


def test_lines_and_colours_of_old_shapes(tmp_path: Path) -> None:
    line = vml("position:absolute;z-index:1", "", 'from="10pt,20pt" to="60pt,20pt" strokecolor="red" strokeweight="2pt"', "line")
    [stroke] = drawn(printed(tmp_path, holder(line)), "lines")
    assert (stroke["x0"], stroke["x1"], stroke["top"]) == pytest.approx((60, 110, 70))
    assert (stroke["linewidth"], stroke["stroking_color"]) == (2, (1, 0, 0))


@pytest.mark.parametrize(("behind", "order"), [(1, "箱本"), (0, "本箱")])
def test_what_stands_behind_the_text_is_drawn_first(tmp_path: Path, behind: int, order: str) -> None:
    box = anchor(shape(80, 40, "箱"), 80, 40, behind=behind)
    chars = drawn(printed(tmp_path, holder(box, "本")), "chars")
    assert "".join(str(char["text"]) for char in chars) == order


def test_an_old_horizontal_line_is_as_wide_as_the_text(tmp_path: Path) -> None:
    [rect] = drawn(printed(tmp_path, holder(vml("width:0;height:1.5pt", "", 'fillcolor="#aaaaaa" stroked="f"'))), "rects")
    assert (rect["x0"], rect["x1"], rect["height"]) == pytest.approx((50, 350, 1.5))


def test_word_art_is_named(tmp_path: Path) -> None:
    art = vml("position:absolute;width:80pt;height:20pt", '<v:textpath string="見本"/>', 'type="#_x0000_t136"', "shape")
    assert "ワードアート" in said(tmp_path, holder(art))[0]


def test_a_box_in_a_box_stands_where_its_own_text_is(tmp_path: Path) -> None:
    inner = holder(anchor(shape(40, 20, "内"), 40, 20, across="column:20", down="paragraph:15"), "外")
    word = found(printed(tmp_path, holder(anchor(shape(120, 80, inner), 120, 80, across="page:100", down="page:100"))), "内")
    assert (word.x0, word.y) == pytest.approx((100 + 7.2 + 20 + 7.2, 100 + 3.6 + 15 + 12.4))

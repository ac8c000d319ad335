from pathlib import Path

import pytest
from PIL import Image

from forms.catalog.post import Post
from forms.positions import MM
from forms.post.labels import SENDER_FIELD, TO_FIELD, draw_label_a4, draw_label_letterpack
from tests.forms.pdfkit import rendered, text_of
from tests.forms.post.postkit import LONG, LONG_NAME, post_of, without_phone

PIXELS = 4  # a millimetre
LABELS = (draw_label_a4, draw_label_letterpack)


def drawn(tmp_path: Path, post: Post, draw: object = draw_label_a4, *, draft: bool = False) -> Path:
    target = tmp_path / "label.pdf"
    draw(post, target, draft=draft)  # type: ignore[operator]
    return target


@pytest.mark.parametrize("draw", LABELS)
def test_the_office_and_the_sender_stand_on_it(tmp_path: Path, draw: object) -> None:
    text = text_of(drawn(tmp_path, post_of(), draw))
    for said in ("神戸市中央区港島中町6丁目1番地", "新産業創造研究機構", "御中", "株式会社みなと精機", "申請書類在中", "078-306-6808"):
        assert said in text.replace("\r\n", "")
    assert "簡易書留" in text or draw is draw_label_letterpack


@pytest.mark.parametrize("draw", LABELS)
def test_long_names_stay_whole_and_on_the_sheet(tmp_path: Path, draw: object) -> None:
    made = drawn(tmp_path, post_of(LONG), draw)
    assert LONG_NAME in text_of(made).replace("\r\n", "")
    shown = rendered(made, scale=1).convert("L")
    assert shown.crop((0, 0, 20, shown.height)).getextrema() == (255, 255)
    assert shown.crop((shown.width - 20, 0, shown.width, shown.height)).getextrema() == (255, 255)


def frames(made: Path) -> list[tuple[float, float]]:
    """Width and height in millimetres of the two frames to cut along, upper one first."""
    shown = rendered(made, scale=PIXELS / MM).convert("L").point(lambda grey: 255 * (grey < 200))
    column = [y for y in range(shown.height) if is_rule(shown, y)]
    tops = [y for y in column if y - 1 not in column]
    box = shown.crop((0, tops[0], shown.width, tops[0] + 1)).getbbox() or (0, 0, 0, 0)
    return [((box[2] - box[0]) / PIXELS, (below - above) / PIXELS) for above, below in (tops[0:2], tops[2:4])]


def is_rule(shown: Image.Image, y: int) -> bool:
    """Whether a line goes across there."""
    row = shown.crop((0, y, shown.width, y + 1))
    return row.histogram()[255] > 90 * PIXELS


def test_the_labels_for_the_letter_pack_have_their_true_size(tmp_path: Path) -> None:
    sizes = [edge for frame in frames(drawn(tmp_path, post_of(), draw_label_letterpack)) for edge in frame]
    assert sizes == pytest.approx([edge / MM for edge in (*TO_FIELD, *SENDER_FIELD)], abs=0.6)


def test_without_a_telephone_there_is_no_line_for_it(tmp_path: Path) -> None:
    assert "電話" not in text_of(drawn(tmp_path, without_phone(post_of())))


@pytest.mark.parametrize("draw", LABELS)
def test_a_draft_says_so(tmp_path: Path, draw: object) -> None:
    assert "下書き" in text_of(drawn(tmp_path, post_of(), draw, draft=True))

import re
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from forms.post.tabs import draw_tabs
from tests.forms.pdfkit import text_of


def pages_of(tmp_path: Path, numbers: range, sets: int) -> list[str]:
    draw_tabs(numbers, sets, tmp_path / "tabs.pdf", draft=False)
    with pypdfium2.PdfDocument(tmp_path / "tabs.pdf") as pdf:
        return [text_of(tmp_path / "tabs.pdf", page) for page in range(len(pdf))]


@pytest.mark.parametrize(("last", "sets", "pages"), [(1, 1, 1), (11, 1, 1), (11, 6, 2), (9, 6, 2), (60, 1, 2)])
def test_every_number_stands_on_both_faces_in_every_set(tmp_path: Path, last: int, sets: int, pages: int) -> None:
    made = pages_of(tmp_path, range(1, last + 1), sets)
    assert len(made) == pages
    words = re.findall(r"\d+", " ".join(made).replace("6mm", "").replace("100％", "").replace("副本", "副本 x"))
    for number in range(1, last + 1):
        assert words.count(str(number)) >= 2 * sets


def test_each_sets_tabs_stand_under_its_name(tmp_path: Path) -> None:
    text = "".join(pages_of(tmp_path, range(1, 4), 6))
    assert list(re.findall(r"正本|副本\d", text)) == ["正本", "副本1", "副本2", "副本3", "副本4", "副本5"]


def test_how_to_cut_and_fold_them_is_said(tmp_path: Path) -> None:
    assert "拡大縮小なし" in pages_of(tmp_path, range(1, 2), 1)[0]

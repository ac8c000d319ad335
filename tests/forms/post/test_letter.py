from datetime import date
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from forms.catalog.post import Post
from forms.post.letter import Enclosed, draw_letter
from tests.forms.pdfkit import rendered, text_of
from tests.forms.post.postkit import LONG, LONG_NAME, enclosed, post_of

DAY = date(2023, 8, 21)


def letter(tmp_path: Path, post: Post, what: Enclosed, *, draft: bool = False) -> Path:
    draw_letter(post, DAY, what, tmp_path / "letter.pdf", draft=draft)
    return tmp_path / "letter.pdf"


@pytest.mark.parametrize(
    "said",
    [
        "令和5年8月21日",
        "「令和5年度兵庫県中小企業等外国出願支援事業」担当　御中",
        "株式会社みなと精機",
        "申請書類の送付について",
        "拝啓　時下ますます",
        "敬具",
        "記",
        "特願2023-012345",
        "657,000円",
        "資料1 登記簿謄本の写し",
        "用紙2枚×6部（正本・副本1～5）、計12枚",
        "以上",
    ],
)
def test_the_letter_says_what_a_business_letter_says(tmp_path: Path, said: str) -> None:
    assert said in text_of(letter(tmp_path, post_of(), enclosed(["登記簿謄本の写し", "事業概要"]))).replace("\r\n", "")


def test_the_parts_of_a_letter_stand_in_their_order(tmp_path: Path) -> None:
    text = text_of(letter(tmp_path, post_of(), enclosed(["登記簿謄本の写し"])))
    places = [text.index(part) for part in ("令和5年8月21日", "御中", "株式会社みなと精機", "送付について", "拝啓", "敬具", "\n記", "登記簿", "以上")]
    assert places == sorted(places)


@pytest.mark.parametrize(("sets", "said"), [(1, "（正本）"), (2, "（正本・副本1）"), (6, "（正本・副本1～5）")])
def test_the_sets_are_named(tmp_path: Path, sets: int, said: str) -> None:
    assert said in text_of(letter(tmp_path, post_of(), enclosed(["書類"], sets)))


def test_a_long_list_goes_on_with_its_head_on_the_next_page(tmp_path: Path) -> None:
    titles = [f"とても長い題名の書類の写し（直近2期分のもの）その{number}" * 2 for number in range(1, 41)]
    made = letter(tmp_path, post_of(LONG), enclosed(titles))
    with pypdfium2.PdfDocument(made) as pdf:
        pages = len(pdf)
    text = "".join(text_of(made, page) for page in range(pages)).replace("\r\n", "")
    assert all(title in text for title in titles)
    assert LONG_NAME in text
    assert text.count("1部のページ数") == pages > 1


def test_long_names_stay_within_the_margins(tmp_path: Path) -> None:
    shown = rendered(letter(tmp_path, post_of(LONG), enclosed(["書" * 120])), scale=1).convert("L")
    assert shown.crop((shown.width - 60, 0, shown.width, shown.height)).getextrema() == (255, 255)


def test_a_draft_says_so(tmp_path: Path) -> None:
    assert "下書き" in text_of(letter(tmp_path, post_of(), enclosed(["書類"]), draft=True))

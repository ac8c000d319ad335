from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pikepdf import Pdf

from forms.errors import TargetError
from forms.packet.coverpages import draw_check_sheet, draw_missing_page
from forms.packet.finish import Finish
from forms.pdf.pagehash import unembedded_fonts
from forms.positions import Binding
from tests.forms.pdfkit import FACTS, make_parts, rendered, text_of


def check_sheet(tmp_path: Path, pages: tuple[int, ...] = (3, 3, 2), **changes: object) -> Path:
    target = tmp_path / "receipt.pdf"
    draw_check_sheet(make_parts(tmp_path / "parts", pages), replace(FACTS, **changes), target)  # type: ignore[arg-type]
    return target


@pytest.mark.parametrize(
    "said",
    [
        "封入チェックシート",
        "令和5年9月1日（金）",
        "当日消印有効",
        "〒650-0046",
        "神戸市中央区港島中町6丁目1番地",
        "665,000 円",
        "1,330,000 円",
        "全6組で用紙12枚（48ページ、2in1・両面）",
        "協力承諾書に署名をもらいます。",
        "ホチキス留め・製本はしません。",
        "資料1",
        "1～2",
        "何枚目",
        "重さの目安：1組 約8 g、全6組 約48 g（64 g/m²の紙として）。",
        "封筒（角形2号で約20 g）と送付状、クリップの分を加えます。",
        "副本5",
        "shinsei-packet 1.2.3",
    ],
)
def test_the_check_sheet_says_what_is_to_be_checked(tmp_path: Path, said: str) -> None:
    assert said in text_of(check_sheet(tmp_path)).replace("\r\n", "")


@pytest.mark.parametrize(("documents", "sheets"), [(1, 1), (18, 1), (40, 2)])
def test_it_stays_on_one_sheet_while_it_can(tmp_path: Path, documents: int, sheets: int) -> None:
    with Pdf.open(check_sheet(tmp_path, (1,) * documents)) as pdf:
        assert len(pdf.pages) == sheets
        assert pdf.check_pdf_syntax() == []


@pytest.mark.parametrize(("binding", "said"), [("short_edge", "両面（短辺とじ）"), ("long_edge", "両面（長辺とじ）")])
def test_it_says_over_which_edge_to_print(tmp_path: Path, binding: Binding, said: str) -> None:
    assert said in text_of(check_sheet(tmp_path, finish=Finish(binding=binding)))


def test_a_leaf_is_counted_as_paper_and_not_as_a_form(tmp_path: Path) -> None:
    form, *others = make_parts(tmp_path / "parts", (3, 3, 2))
    draw_check_sheet([replace(form, title="目次", leaf="contents"), *others], FACTS, tmp_path / "receipt.pdf")
    assert "紙 目次 3" in text_of(tmp_path / "receipt.pdf")


def test_a_long_list_goes_on_under_its_head_and_its_pages_are_numbered(tmp_path: Path) -> None:
    made = check_sheet(tmp_path, (1,) * 40)
    for page in (0, 1):
        assert "何枚目" in text_of(made, page)
        assert f"－ {page + 1} －" in text_of(made, page)
    assert "－ 1 －" not in text_of(check_sheet(tmp_path / "short"))


def test_what_is_missing_and_what_is_a_draft_is_said(tmp_path: Path) -> None:
    text = text_of(check_sheet(tmp_path, draft=True, missing=("資料8 先行技術調査等の結果",)))
    assert "下書き" in text
    assert "【欠落】資料8 先行技術調査等の結果がありません。" in text


def test_a_figure_that_is_not_known_is_said_to_be_open(tmp_path: Path) -> None:
    assert "未定" in text_of(check_sheet(tmp_path, amounts=replace(FACTS.amounts, requested=None)))


@pytest.mark.parametrize(("day", "said"), [(date(2024, 2, 29), "令和6年2月29日（木）"), (date(2019, 5, 1), "令和元年5月1日（水）")])
def test_the_deadline_comes_with_its_weekday(tmp_path: Path, day: date, said: str) -> None:
    assert said in text_of(check_sheet(tmp_path, deadline=day))


def test_long_texts_stay_on_the_page(tmp_path: Path) -> None:
    shown = rendered(check_sheet(tmp_path, applicant="株式会社" + "長" * 90, address=("〒650-0046", "神戸市" + "字" * 60)))
    margin = shown.crop((shown.width - 20, 0, shown.width, shown.height))
    assert margin.getextrema() == ((255, 255),) * 3


def test_what_no_font_prints_does_not_stop_a_draft(tmp_path: Path) -> None:
    assert "株式会社〓" in text_of(check_sheet(tmp_path, applicant="株式会社\U0001f600", draft=True))


def test_the_page_for_a_missing_paper_cannot_be_overlooked(tmp_path: Path) -> None:
    draw_missing_page("資料8 先行技術調査等の結果", tmp_path / "x.pdf")
    text = text_of(tmp_path / "x.pdf")
    assert "欠落" in text
    assert "資料8 先行技術調査等の結果" in text
    assert "この書類は、まだ添付されていません。" in text


def test_fonts_are_embedded_and_bytes_are_the_same_each_time(tmp_path: Path) -> None:
    first = check_sheet(tmp_path)
    assert unembedded_fonts(first) == ()
    assert first.read_bytes() == check_sheet(tmp_path).read_bytes()


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(TargetError, match="書き込めません"):
        draw_missing_page("x", tmp_path / "nowhere" / "x.pdf")

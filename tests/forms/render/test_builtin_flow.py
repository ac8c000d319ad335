from pathlib import Path

import pytest
from pypdf import PdfReader

from forms.render.builtin.renderer import render_builtin
from tests.forms.render.docxkit import KANJI, SECTION, p, pages, printed, texts, word_file

FIELD = '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>?</w:t></w:r></w:fldSimple><w:r><w:t>/</w:t></w:r>{}</w:p>'
COMPLEX = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NUMPAGES </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>?</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BREAK = '<w:p><w:r><w:t>前</w:t><w:br w:type="page"/><w:t>後</w:t></w:r></w:p>'


def test_a_page_takes_as_many_lines_as_fit(tmp_path: Path) -> None:
    assert [len(page) for page in texts(printed(tmp_path, p("行") * 100))] == [40, 40, 20]


def test_a_page_break_ends_the_page(tmp_path: Path) -> None:
    assert texts(printed(tmp_path, BREAK)) == [["前"], ["後"]]


def test_a_paragraph_can_ask_for_a_new_page(tmp_path: Path) -> None:
    assert texts(printed(tmp_path, p("前") + p("後", "<w:pageBreakBefore/>"))) == [["前"], ["後"]]


def test_no_page_is_left_blank_for_a_break_at_its_top(tmp_path: Path) -> None:
    assert texts(printed(tmp_path, p("後", "<w:pageBreakBefore/>"))) == [["後"]]


def test_the_first_line_of_a_paragraph_does_not_stand_alone(tmp_path: Path) -> None:
    body = p("前") * 39 + p(KANJI * 3)
    assert [len(page) for page in texts(printed(tmp_path, body))] == [39, 3]


@pytest.mark.parametrize(("control", "split"), [("1", [38, 3]), ("0", [40, 1])])
def test_the_last_line_of_a_paragraph_does_not_stand_alone(tmp_path: Path, control: str, split: list[int]) -> None:
    body = p("前") * 38 + p(KANJI * 3, f'<w:widowControl w:val="{control}"/>')
    assert [len(page) for page in texts(printed(tmp_path, body))] == split


def test_a_paragraph_higher_than_a_page_is_cut_all_the_same(tmp_path: Path) -> None:
    assert [len(page) for page in texts(printed(tmp_path, p(KANJI * 60, "<w:keepLines/>")))] == [40, 16]


def test_a_widow_takes_a_line_with_it(tmp_path: Path) -> None:
    body = p("前") * 37 + p(KANJI[:25] * 4, '<w:ind w:right="800"/>')  # 25 of 26 characters a line: four lines
    assert [len(page) for page in texts(printed(tmp_path, body))] == [39, 2]


def test_a_heading_stays_with_what_follows(tmp_path: Path) -> None:
    body = p("前") * 39 + p("見出し", "<w:keepNext/>") + p("本文")
    assert texts(printed(tmp_path, body))[1] == ["見出し", "本文"]


def test_lines_kept_together_move_together(tmp_path: Path) -> None:
    body = p("前") * 38 + p(KANJI * 4, "<w:keepLines/>")
    assert len(texts(printed(tmp_path, body))[0]) == 38


def test_space_before_is_dropped_where_a_page_ran_full(tmp_path: Path) -> None:
    second = pages(printed(tmp_path, p("前") * 40 + p("後", '<w:spacing w:before="400"/>')))[1]
    assert second[0].y == pytest.approx(58.8, abs=0.1)


def test_page_numbers_are_counted(tmp_path: Path) -> None:
    found = texts(printed(tmp_path, p("行") * 50, footer=FIELD.format(COMPLEX)))
    assert [page[-1] for page in found] == ["1/2", "2/2"]


def test_page_numbers_can_start_elsewhere_in_another_style(tmp_path: Path) -> None:
    section = SECTION + '<w:pgNumType w:start="5" w:fmt="decimalFullWidth"/>'
    assert texts(printed(tmp_path, p("行"), section=section, footer=FIELD.format("")))[0][-1] == "５/"


def test_a_footer_stands_at_its_distance_from_the_edge(tmp_path: Path) -> None:
    [[_, footer]] = pages(printed(tmp_path, p("行"), footer=p("足")))
    assert footer.y == pytest.approx(500 - 20 - 1.2, abs=0.1)


def test_a_tall_footer_takes_room_from_the_text(tmp_path: Path) -> None:
    found = texts(printed(tmp_path, p("行") * 40, footer=p("足") * 5))
    assert [page.count("行") for page in found] == [38, 2]


def test_sections_have_their_own_paper(tmp_path: Path) -> None:
    wide = '<w:pgSz w:w="10000" w:h="8000" w:orient="landscape"/><w:pgMar w:top="500" w:bottom="500" w:left="600" w:right="600"/>'
    body = p("横", f"<w:sectPr>{wide}</w:sectPr>") + p("縦")
    pdf = printed(tmp_path, body)
    assert [tuple(map(float, page.mediabox[2:])) for page in PdfReader(pdf).pages] == [(500, 400), (400, 500)]
    assert [page[0].x0 for page in pages(pdf)] == [30, 50]


def test_a_continuous_section_stays_on_the_page(tmp_path: Path) -> None:
    body = p("前", f"<w:sectPr>{SECTION}</w:sectPr>") + p("後")
    section = '<w:type w:val="continuous"/>' + SECTION
    assert texts(printed(tmp_path, body, section=section)) == [["前", "後"]]


def test_a_paragraph_that_only_ends_a_section_prints_no_line(tmp_path: Path) -> None:
    body = p("前") + p("", f"<w:sectPr>{SECTION}</w:sectPr>") + p("後")
    [[before, after]] = pages(printed(tmp_path, body, section='<w:type w:val="continuous"/>' + SECTION))
    assert after.y - before.y == pytest.approx(10)


def test_an_odd_page_section_skips_a_page(tmp_path: Path) -> None:
    body = p("前", f"<w:sectPr>{SECTION}</w:sectPr>") + p("後")
    assert texts(printed(tmp_path, body, section='<w:type w:val="oddPage"/>' + SECTION)) == [["前"], [], ["後"]]


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    document = word_file(tmp_path / "form.docx", p("☑𠮷野家") + BREAK, footer=FIELD.format(COMPLEX))
    (tmp_path / "again").mkdir()
    [one], [other] = (list(render_builtin([document], folder)) for folder in (tmp_path, tmp_path / "again"))
    assert one.read_bytes() == other.read_bytes()


def test_metadata_names_no_machine_and_no_moment(tmp_path: Path) -> None:
    metadata = PdfReader(printed(tmp_path, p("行"))).metadata
    assert metadata is not None
    assert str(metadata["/CreationDate"]) == "D:20000101000000+00'00'"
    assert str(metadata["/Author"]) == ""

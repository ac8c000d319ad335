import subprocess
import sys
from io import BytesIO

import pytest
from pypdf import PdfReader

from forms.errors import RenderError
from forms.fonts import (
    FALLBACK,
    FAMILIES,
    GOTHIC,
    MINCHO,
    P_GOTHIC,
    P_MINCHO,
    draw_text,
    drawable,
    face,
    family_for,
    open_canvas,
    segments,
    text_width,
)
from forms.paths import FONTS

HARD = "湊　春香 髙﨑 ①㈱ 𠮷野家 ➀ ☐☑☒ ✔ 葛\U000e0100城 ﾐﾅﾄ ﾊﾙｶ"


def drawn(text: str, family: str = MINCHO, *, bold: bool = False) -> PdfReader:
    return PdfReader(BytesIO(drawn_bytes(text, family, bold=bold)))


def drawn_bytes(text: str, family: str = MINCHO, *, bold: bool = False) -> bytes:
    out = BytesIO()
    canvas = open_canvas(out, (400, 100))
    draw_text(canvas, 10, 50, text, family, 12, bold=bold)
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(
    ("word", "family"),
    [
        ("ＭＳ 明朝", MINCHO),
        ("MS Mincho", MINCHO),
        ("游明朝", MINCHO),
        ("BIZ UD明朝 Medium", MINCHO),
        ("ＭＳ Ｐ明朝", P_MINCHO),
        ("MS PMincho", P_MINCHO),
        ("Century", P_MINCHO),
        ("Times New Roman", P_MINCHO),
        ("BIZ UDP明朝 Medium", P_MINCHO),
        ("ＭＳ ゴシック", GOTHIC),
        ("游ゴシック Light", GOTHIC),
        ("メイリオ", GOTHIC),
        ("ＭＳ Ｐゴシック", P_GOTHIC),
        ("Arial", P_GOTHIC),
        ("BIZ UDPゴシック", P_GOTHIC),
        ("知らない字体", MINCHO),
    ],
)
def test_word_fonts_have_a_bundled_stand_in(word: str, family: str) -> None:
    assert family_for(word) == family


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("bold", [False, True])
def test_what_is_drawn_reads_back(family: str, bold: bool) -> None:
    assert drawn(HARD, family, bold=bold).pages[0].extract_text().strip() == HARD


def test_every_font_is_embedded_and_none_but_ours() -> None:
    fonts = drawn(HARD).pages[0]["/Resources"]["/Font"].values()  # type: ignore[index]
    descriptors = [font.get_object()["/FontDescriptor"] for font in fonts]
    assert len(descriptors) == 2
    assert all("/FontFile2" in descriptor for descriptor in descriptors)


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert drawn_bytes(HARD) == drawn_bytes(HARD)


def test_characters_the_family_lacks_go_to_the_fallback() -> None:
    names = [(owner.name, text) for owner, text in segments("吉𠮷吉", GOTHIC, False)]
    assert names == [("BIZUDGothic-Regular", "吉"), ("NotoSerifJP-Regular", "𠮷"), ("BIZUDGothic-Regular", "吉")]


def test_the_fallback_is_emboldened_where_bold_is_wanted() -> None:
    assert [owner.emboldened for owner, _ in segments("吉𠮷", GOTHIC, True)] == [False, True]


def test_a_variation_selector_takes_no_room() -> None:
    assert text_width("葛\U000e0100城", MINCHO, 10) == pytest.approx(20)


def test_a_sequence_is_drawn_with_another_glyph_than_its_base() -> None:
    [(owner, text)] = segments("葛\U000e0100葛", MINCHO, False)
    plain, special = owner.width("葛"), owner.width(text[0])
    assert text[0] != "葛"
    assert text[1] == "葛"
    assert plain == special


def test_what_prints_nothing_is_left_out() -> None:
    assert segments("\U000e0100a\u200bb\ufe0f", MINCHO, False) == segments("ab", MINCHO, False)


def test_a_character_no_font_has_is_refused_by_name() -> None:
    with pytest.raises(RenderError, match="U\\+1F600"):
        segments("\U0001f600", MINCHO, False)


def test_drawable_tells_before_anything_is_drawn() -> None:
    assert {ord(character) for character in HARD} <= drawable()
    assert 0x1F600 not in drawable()


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("bold", [False, True])
def test_all_families_print_the_same_characters(family: str, bold: bool) -> None:
    assert [owner.name for owner, _ in segments("亜ｱA①㈱髙", family, bold)] == [face(family, bold).name]


def test_widths_are_fractions_of_the_size() -> None:
    assert face(MINCHO, False).width("あa") == pytest.approx(1.5)
    assert text_width("あa", MINCHO, 12) == pytest.approx(18)
    assert face(P_MINCHO, False).width("i") < 0.5


def test_ascent_and_descent_make_an_em() -> None:
    assert face(MINCHO, False).ascent + face(MINCHO, False).descent == pytest.approx(1.0)


def test_every_font_file_is_used_and_licensed() -> None:
    used = {face(family, bold).name for family in (*FAMILIES, FALLBACK) for bold in (False, True)}
    assert {path.stem for path in FONTS.glob("*.ttf")} == used
    assert len(list(FONTS.glob("OFL-*.txt"))) == 3


def test_another_user_of_the_same_font_file_does_not_get_in_the_way() -> None:
    script = (
        "from io import BytesIO; from pypdf import PdfReader; from reportlab.pdfbase import pdfmetrics, ttfonts\n"
        "from forms.fonts import draw_text, open_canvas; from forms.paths import FONTS\n"
        "pdfmetrics.registerFont(ttfonts.TTFont('theirs', str(FONTS / 'BIZUDMincho-Regular.ttf')))\n"
        "out = BytesIO(); canvas = open_canvas(out, (400, 100)); draw_text(canvas, 10, 50, '☐☑𠮷', 'UDMincho', 12); canvas.save()\n"
        "assert PdfReader(out).pages[0].extract_text() == '☐☑𠮷'"
    )
    subprocess.run([sys.executable, "-c", script], check=True)

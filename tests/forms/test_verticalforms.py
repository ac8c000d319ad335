from forms.fonts import GOTHIC, MINCHO, P_MINCHO, face, standing
from forms.paths import FONTS
from forms.verticalforms import vertical_advance, vertical_glyphs


def test_signs_have_their_own_form_in_vertical_text() -> None:
    for family in (MINCHO, GOTHIC):
        owner = face(family, False)
        assert all(standing(owner, sign) != sign for sign in "（）、。ー「」")
        assert standing(owner, "漢") == "漢"


def test_a_form_is_found_once_and_is_as_wide_as_it_is_high() -> None:
    owner = face(P_MINCHO, False)
    assert standing(owner, "し") == standing(owner, "し")
    assert owner.width("し") < owner.width(standing(owner, "し")) < 1


def test_a_font_without_vertical_tables_has_no_forms() -> None:
    data = (FONTS / "BIZUDMincho-Regular.ttf").read_bytes()
    renamed = data[:4096].replace(b"GSUB", b"XXXX").replace(b"vmtx", b"XXXX") + data[4096:]
    assert vertical_glyphs(renamed) == {}
    assert vertical_advance(renamed, 5) == 1.0

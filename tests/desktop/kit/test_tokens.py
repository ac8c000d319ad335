"""The colours can be read and told apart: WCAG 2.2, 1.4.3 and 1.4.11, on every ground they stand on."""

import pytest

from desktop.kit.tokens import DARK, LIGHT, Tokens, contrast

PAGES = ("surface", "canvas", "rail", "sunken", "tint")
TEXTS = (
    *((text, ground) for text in ("text", "text2") for ground in (*PAGES, "disabled", "err_tint", "warn_tint", "ok_tint")),
    *(("text3", ground) for ground in ("surface", "canvas", "rail", "sunken", "disabled")),
    *(("accent", ground) for ground in PAGES),
    *(("on_accent", ground) for ground in ("accent", "accent_hover", "accent_pressed")),
    *((tone, ground) for tone in ("err", "warn", "ok") for ground in ("surface", "canvas", "rail", f"{tone}_tint")),
)
SCHEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def of(tokens: Tokens, name: str) -> str:
    colour: str = getattr(tokens, name)
    return colour


def test_black_on_white_is_the_highest_contrast_there_is() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@SCHEMES
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_can_be_read_on_its_ground(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(of(tokens, text), of(tokens, ground)) >= 4.5


@SCHEMES
@pytest.mark.parametrize("ground", PAGES[:4])
@pytest.mark.parametrize("edge", ["ctl", "accent", "err"])
def test_the_edges_of_controls_can_be_seen(tokens: Tokens, edge: str, ground: str) -> None:
    assert contrast(of(tokens, edge), of(tokens, ground)) >= 3

from dataclasses import replace
from pathlib import Path

import pytest

from forms.errors import TargetError
from forms.packet.assemble import layout_of
from forms.pdf.pagehash import unembedded_fonts
from forms.positions import Layout
from forms.post.writing import CALENDAR, LABEL_A4, LABEL_LETTERPACK, LETTER, TABS, write_post
from tests.forms.pdfkit import make_parts, text_of
from tests.forms.whole import facts_of, whole

NAMES = sorted((CALENDAR, LABEL_A4, LABEL_LETTERPACK, LETTER, TABS))


def written(folder: Path) -> Path:
    parts = make_parts(folder.with_name("parts"), (3, 1, 2))
    write_post(folder, facts_of(whole()), parts, layout_of(parts, 5), draft=False)
    return folder


def test_everything_that_goes_around_the_packet_is_there(tmp_path: Path) -> None:
    folder = written(tmp_path / "post")
    assert sorted(path.name for path in folder.iterdir()) == NAMES
    assert [unembedded_fonts(path) for path in folder.glob("*.pdf")] == [()] * 4


def test_leaves_between_the_documents_are_told_in_one_line(tmp_path: Path) -> None:
    contents, *others = make_parts(tmp_path / "parts", (3, 1, 2))
    parts = [replace(contents, title="目次", leaf="contents"), *others]
    write_post(tmp_path / "post", facts_of(whole()), parts, layout_of(parts, 5), draft=False)
    text = text_of(tmp_path / "post" / LETTER)
    assert "目次・仕切り紙など 3 6" in text
    assert "目次 3" not in text


def test_the_same_case_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = written(tmp_path / "one"), written(tmp_path / "other")
    assert all((one / name).read_bytes() == (other / name).read_bytes() for name in NAMES)


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(TargetError, match="書き込めません"):
        write_post(tmp_path / "nowhere" / "post", facts_of(whole()), (), Layout((), 1), draft=False)

"""What can go wrong with an office suite: programs that hang, lie or are not there, and a Word that somebody uses."""

import stat
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from forms.errors import RenderError
from forms.render.choosing import Render
from forms.render.libreoffice import libreoffice
from forms.render.officefonts import fontconfig
from forms.render.word import find_word, word
from tests.forms.render.docxkit import p, word_file
from tests.forms.render.fakeword import OWN_PROCESS, FakeWindows, FakeWord, Opened, Refused
from tests.forms.render.test_contract import forms, running, temporary, text, work

__all__ = ["temporary"]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="a stand-in for soffice is a shell script")


def soffice(folder: Path, script: str, limit: float = 20) -> Render:
    """LibreOffice with a stand-in for its program."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return libreoffice(path, limit)


def nothing(document: Path, pdf: Path) -> None:
    """An export that ends well and writes nothing."""


def refused(document: Path, pdf: Path) -> None:
    raise Refused


@POSIX
@pytest.mark.parametrize("script", ["exit 0", "exit 77", 'for last; do :; done; echo no pdf > "${last%in/*}out/a.pdf"'])
def test_a_soffice_that_prints_nothing_has_failed(tmp_path: Path, script: str) -> None:
    with pytest.raises(RenderError, match=r"a\.docx"):
        list(work(soffice(tmp_path, script), forms(tmp_path, "a"), tmp_path / "out"))


@POSIX
def test_a_hanging_soffice_ends_with_its_children(tmp_path: Path, temporary: Path) -> None:
    render, began = soffice(tmp_path, f"sh -c 'sleep 60; true' '{temporary}' & wait", limit=0.3), time.monotonic()
    with pytest.raises(RenderError, match=r"a\.docxの印刷が0秒で終わりません"):
        list(work(render, forms(tmp_path, "a"), tmp_path / "out"))
    assert time.monotonic() - began < 5
    assert [*running(temporary), *temporary.iterdir()] == []


@POSIX
def test_a_child_that_outlives_soffice_is_ended(tmp_path: Path, temporary: Path) -> None:
    render = soffice(tmp_path, f"sh -c 'sleep 60; true' '{temporary}' & exit 0")
    with pytest.raises(RenderError):
        list(work(render, forms(tmp_path, "a"), tmp_path / "out"))
    assert [*running(temporary), *temporary.iterdir()] == []


@POSIX
def test_the_document_that_soffice_left_out_is_named(tmp_path: Path) -> None:
    made = next(work(word(FakeWindows().machine()), forms(tmp_path, "b"), tmp_path / "made"))
    render = soffice(tmp_path, f'for last; do :; done; cp "{made}" "${{last%in/*}}out/b.pdf"')
    landed = work(render, forms(tmp_path, "b", "a", "c"), tmp_path / "out")
    assert text(next(landed)) == "本文はbです"
    with pytest.raises(RenderError, match=r"a\.docx"):
        next(landed)


def test_a_program_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="起動できません"):
        list(work(libreoffice(tmp_path / "nowhere"), forms(tmp_path, "a"), tmp_path / "out"))


def test_two_documents_that_would_land_on_one_pdf_are_refused(tmp_path: Path) -> None:
    documents = [*forms(tmp_path / "1", "a"), *forms(tmp_path / "2", "a")]
    with pytest.raises(RenderError, match="同じ名前"):
        list(work(word(FakeWindows().machine()), documents, tmp_path / "out"))


def test_our_fonts_answer_to_the_names_in_a_file(tmp_path: Path) -> None:
    document = word_file(tmp_path / "a.docx", p("字", rpr='<w:rFonts w:eastAsia="R&amp;D 丸ゴシック"/>'))
    config = fontconfig([document], tmp_path)
    assert "<family>R&amp;D 丸ゴシック</family><prefer><family>BIZ UDGothic</family>" in config
    assert "<family>ＭＳ Ｐ明朝</family><prefer><family>BIZ UDPMincho</family>" in config


@pytest.mark.parametrize("export", [nothing, refused])
def test_a_word_that_prints_nothing_has_failed_and_is_ended(tmp_path: Path, export: Callable[[Path, Path], None]) -> None:
    windows = FakeWindows(export)
    with pytest.raises(RenderError, match=r"a\.docx"):
        list(work(word(windows.machine()), forms(tmp_path, "a"), tmp_path / "out"))
    assert windows.words[0].has_quit
    assert windows.killed == []


def test_a_hanging_word_is_killed_and_no_other_process(tmp_path: Path) -> None:
    windows = FakeWindows()
    windows.export = windows.hang
    with pytest.raises(RenderError, match=r"a\.docxの印刷が0秒で終わりません"):
        list(work(word(windows.machine(), limit=0.1), forms(tmp_path, "a"), tmp_path / "out"))
    assert windows.killed == [OWN_PROCESS]


def test_one_word_prints_the_whole_batch_and_quits(tmp_path: Path) -> None:
    windows = FakeWindows()
    list(work(word(windows.machine()), forms(tmp_path, "a", "b"), tmp_path / "out"))
    assert [own.has_quit for own in windows.words] == [True]
    assert [*windows.words[0].open, *windows.killed] == []


def test_a_stopped_batch_ends_its_word(tmp_path: Path) -> None:
    windows = FakeWindows()
    landed = work(word(windows.machine()), forms(tmp_path, "a", "b"), tmp_path / "out")
    next(landed)
    assert not windows.words[0].has_quit
    landed.close()
    assert windows.words[0].has_quit


def test_a_word_that_somebody_uses_is_left_alone(tmp_path: Path) -> None:
    used = FakeWindows().start()
    used.Visible = True
    machine = replace(FakeWindows().machine(), start=lambda: used)
    with pytest.raises(RenderError, match="利用中のWord"):
        list(work(word(machine), forms(tmp_path, "a"), tmp_path / "out"))
    assert (used.has_quit, used.Visible, used.AutomationSecurity) == (False, True, 1)


def test_a_word_that_does_not_start_is_said(tmp_path: Path) -> None:
    def start() -> FakeWord:
        raise Refused

    with pytest.raises(RenderError, match="起動できません"):
        list(work(word(replace(FakeWindows().machine(), start=start)), forms(tmp_path, "a"), tmp_path / "out"))


def test_a_word_in_which_a_user_opened_something_is_handed_over(tmp_path: Path) -> None:
    windows = FakeWindows()
    landed = work(word(windows.machine()), forms(tmp_path, "a", "b"), tmp_path / "out")
    next(landed)
    Opened(windows.words[0], tmp_path / "利用者の文書.docx")
    assert len(list(landed)) == 1
    assert (windows.words[0].has_quit, windows.words[0].Visible) == (False, True)


@pytest.mark.skipif(sys.platform == "win32", reason="speaks of other systems")
def test_where_there_is_no_windows_there_is_no_word() -> None:
    with pytest.raises(RenderError, match="WordのあるWindows"):
        find_word()

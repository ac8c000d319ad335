from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader

from forms.errors import RenderError
from forms.render.builtin.renderer import render_builtin
from forms.render.choosing import Choice, Printers, Render, automatic, choose
from forms.render.renderers import renderer
from tests.forms.render.docxkit import p, word_file


class Printer:
    """A renderer that only notes what it is given, and whether it was stopped."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.ended = False

    def __call__(self, documents: Sequence[Path], folder: Path) -> Iterator[Path]:
        self.batches.append([document.stem for document in documents])
        try:
            yield from (folder / f"{document.stem}.pdf" for document in documents)
        finally:
            self.ended = True


def missing() -> Render:
    raise RenderError("ありません")


def undrawn(document: Path) -> list[str]:
    """Documents whose name begins with x have what the built-in renderer cannot draw."""
    return ["脚注"] if document.stem.startswith("x") else []


def paths(stems: str) -> list[Path]:
    return [Path(f"{stem}.docx") for stem in stems.split()]


@pytest.mark.parametrize("name", ["auto", "builtin"])
def test_the_built_in_renderer_says_what_it_cannot_draw(tmp_path: Path, name: str) -> None:
    said: list[str] = []
    document = word_file(tmp_path / "様式.docx", p("影", rpr="<w:shadow/>"))
    assert list(filter(None, renderer(name, said.append)([document], tmp_path))) == [tmp_path / "様式.pdf"]
    assert any("様式.docx" in line and "影付き文字" in line for line in said)


def test_a_name_that_there_is_not_is_said() -> None:
    with pytest.raises(RenderError, match="tex"):
        renderer("tex")


def test_auto_prints_what_the_built_in_renderer_can_without_a_word(tmp_path: Path) -> None:
    remarks: list[str] = []
    document = word_file(tmp_path / "a.docx", p("本文"))
    assert list(renderer("auto", remarks.append)([document], tmp_path)) == [tmp_path / "a.pdf"]
    assert remarks == []


def test_a_value_that_cannot_be_read_counts_as_not_said(tmp_path: Path) -> None:
    [pdf] = render_builtin([word_file(tmp_path / "form.docx", p("字", rpr='<w:sz w:val="large"/>'))], tmp_path)
    assert "字" in PdfReader(pdf).pages[0].extract_text()


@pytest.mark.parametrize(
    ("undrawn", "suite", "name", "words"),
    [
        ([], None, "builtin", ()),
        ([], "Word", "builtin", ()),
        (["脚注"], "Word", "Word", ("a.docx", "「脚注」", "Word")),
        (["脚注", "縦書き"], "LibreOffice", "LibreOffice", ("「脚注」「縦書き」", "LibreOffice")),
        (["縦書き"], None, "builtin", ("a.docx", "「縦書き」", "異なります")),
    ],
)
def test_who_prints_what(undrawn: list[str], suite: str | None, name: str, words: tuple[str, ...]) -> None:
    choice = choose("a.docx", undrawn, suite)
    assert choice.name == name
    assert bool(choice.remark) == bool(words)
    assert all(word in choice.remark for word in words)


def test_nothing_undrawn_nothing_to_say() -> None:
    assert choose("a.docx", [], "Word") == Choice("builtin")


def test_one_batch_goes_to_the_suite_and_the_order_stays() -> None:
    builtin, suite, remarks = Printer(), Printer(), list[str]()
    auto = automatic(Printers(builtin, undrawn, {"Word": missing, "LibreOffice": lambda: suite}), remarks.append)
    assert [pdf.stem for pdf in filter(None, auto(paths("x1 a x2 b"), Path()))] == ["x1", "a", "x2", "b"]
    assert (builtin.batches, suite.batches) == ([["a", "b"]], [["x1", "x2"]])
    assert len(remarks) == 2


def test_the_first_suite_that_is_installed_is_taken() -> None:
    first, second = Printer(), Printer()
    auto = automatic(Printers(Printer(), undrawn, {"Word": lambda: first, "LibreOffice": lambda: second}), lambda _: None)
    list(auto(paths("x"), Path()))
    assert (first.batches, second.batches) == ([["x"]], [])


def test_no_suite_is_looked_for_where_none_is_needed() -> None:
    looked: list[str] = []

    def look() -> Render:
        looked.append("Word")
        return Printer()

    list(automatic(Printers(Printer(), undrawn, {"Word": look}), looked.append)(paths("a b"), Path()))
    assert looked == []


def test_without_a_suite_the_built_in_renderer_prints_and_the_difference_is_said() -> None:
    builtin, remarks = Printer(), list[str]()
    auto = automatic(Printers(builtin, undrawn, {"Word": missing}), remarks.append)
    assert [pdf.stem for pdf in filter(None, auto(paths("a x"), Path()))] == ["a", "x"]
    assert builtin.batches == [["a", "x"]]
    assert "「脚注」" in remarks[0]


def test_two_documents_of_one_name_are_refused() -> None:
    with pytest.raises(RenderError, match="同じ名前"):
        list(automatic(Printers(Printer(), undrawn, {}), lambda _: None)(paths("a b A"), Path()))


def test_stopping_auto_stops_the_suite() -> None:
    suite = Printer()
    landed = automatic(Printers(Printer(), undrawn, {"Word": lambda: suite}), lambda _: None)(paths("x y x2"), Path())
    next(landed)
    landed.close()  # type: ignore[attr-defined]
    assert suite.ended

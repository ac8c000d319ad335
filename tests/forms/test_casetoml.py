"""case.toml: what is written is read again, whatever it holds; what cannot be read is said in a sentence."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.casetoml import case_toml, read_answers_toml, read_case_toml, read_value
from forms.errors import CaseError
from forms.paths import SAMPLES
from forms.values.plain import Plain

texts = st.text(st.characters(codec="utf-8"))
plain: st.SearchStrategy[Plain] = st.recursive(
    st.booleans() | st.integers(-(2**63), 2**63 - 1) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    file = folder / "case.toml"
    file.write_text(text, encoding=encoding)
    return file


@given(st.dictionaries(texts, plain, max_size=4))
def test_whatever_is_written_is_read_again(answers: dict[str, Plain]) -> None:
    assert tomllib.loads(case_toml("hyogo-r5-2", answers, {}))["answers"] == answers


@pytest.mark.parametrize(
    "text",
    ["一行目\r\n二行目\r\n", "旧式\rの改行", "三つの\"\"\"引用符", "\\r\\n", "末尾の空白 \n\n", "😀𠮷野家①㈱", "タブ\tと\x7f", " 'x' "],
)
def test_odd_texts_come_back_from_the_file(tmp_path: Path, text: str) -> None:
    file = write(tmp_path, case_toml("hyogo-r5-2", {"plan.product": text}, {}))
    assert read_case_toml(file).answers == {"plan.product": text}


def test_papers_are_found_beside_the_file_and_in_order(tmp_path: Path) -> None:
    write(tmp_path, case_toml("hyogo-r5-2", {}, {"estimates": ["files/b.pdf", "files/a.pdf"], "register": ["見 積.pdf"]}))
    read = read_case_toml(tmp_path)
    assert read.attachments["estimates"] == (tmp_path / "files/b.pdf", tmp_path / "files/a.pdf")
    assert read.attachments["register"] == (tmp_path / "見 積.pdf",)


@pytest.mark.parametrize("sample", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_every_sample_comes_back_from_its_own_text(sample: Path, tmp_path: Path) -> None:
    read = read_case_toml(sample)
    again = read_case_toml(write(tmp_path, case_toml(read.call_id, read.answers, {})))
    assert (again.call_id, again.answers) == (read.call_id, read.answers)


def test_days_and_decimals_become_texts(tmp_path: Path) -> None:
    file = write(tmp_path, 'call = "c"\n[answers]\n"application.date" = 2023-08-21\n"base.share" = 0.5\n')
    assert read_case_toml(file).answers == {"application.date": "2023-08-21", "base.share": "0.5"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_byte_order_mark_and_carriage_returns_do_no_harm(tmp_path: Path, encoding: str) -> None:
    file = write(tmp_path, 'call = "c"\r\n[answers]\r\n"plan.use" = "自社"\r\n', encoding)
    assert read_case_toml(file).answers == {"plan.use": "自社"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('call = "c', "TOMLとして読めません"),
        ('call = "c"\ncall = "d"', "TOMLとして読めません"),
        ('call = "c"\n[answers]\n"a" = 2023-02-30', "TOMLとして読めません"),
        ("call = " + "[" * 3000, "TOMLとして読めません"),
        ("call = " + "9" * 5000, "TOMLとして読めません"),
        ("", "call（公募のid）がありません"),
        ("call = 5", "call（公募のid）がありません"),
        ('call = "c"\nanswer = {}', "知らない項目「answer」"),
        ('call = "c"\nanswers = 5', "answers は表"),
        ('call = "c"\nattachments = 5', "attachments は表"),
        ('call = "c"\n[attachments]\nregister = "a.pdf"', "attachments.register は"),
        ('call = "c"\n[attachments]\nregister = [5]', "attachments.register は"),
    ],
)
def test_a_case_that_cannot_be_read_says_where_and_why(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(CaseError, match=said) as caught:
        read_case_toml(write(tmp_path, text))
    assert "case.toml" in str(caught.value)


@pytest.mark.parametrize(("typed", "kept"), [("2023-08-21", "2023-08-21"), ("2023-08-21T10:00:00", "2023-08-21T10:00:00"), ("10:00:00",) * 2])
def test_days_and_times_are_kept_as_text(tmp_path: Path, typed: str, kept: str) -> None:
    assert read_case_toml(write(tmp_path, f'call = "c"\n[answers]\n"a" = {typed}')).answers == {"a": kept}


def test_a_file_in_another_encoding_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="TOMLとして読めません"):
        read_case_toml(write(tmp_path, 'call = "株"', "cp932"))


@pytest.mark.parametrize("name", ["", "none.toml", "none/case.toml"])
def test_a_file_that_is_not_there_is_said_so(tmp_path: Path, name: str) -> None:
    with pytest.raises(CaseError, match="を読めません.*場所と名前をお確かめください"):
        read_case_toml(tmp_path / name)


@pytest.mark.parametrize("text", ['"plan.use" = "自社"', '[answers]\n"plan.use" = "自社"', 'call = "c"\n[answers]\n"plan.use" = "自社"'])
def test_answers_are_read_from_a_case_or_from_a_bare_table(tmp_path: Path, text: str) -> None:
    assert read_answers_toml(write(tmp_path, text)) == {"plan.use": "自社"}


def test_a_value_is_read_as_it_would_stand_in_the_file() -> None:
    assert read_value(' [{ country = "US", planned = 2023-11-20 }]', "x") == [{"country": "US", "planned": "2023-11-20"}]


@pytest.mark.parametrize("text", ["[{", "[1, 10:00:61]", "", "[" * 3000, "9" * 5000])
def test_a_value_that_cannot_be_read_names_its_field(text: str) -> None:
    with pytest.raises(CaseError, match=r"plan\.use"):
        read_value(text, "plan.use")


def test_turned_pages_are_written_only_where_there_are_any_and_read_back(tmp_path: Path) -> None:
    files = {"register": ["files/a.pdf", "files/b.pdf"]}
    assert "turned" not in case_toml("c", {}, files)
    text = read_case_toml(write(tmp_path, case_toml("c", {}, files, {"files/b.pdf": (0, 3)})))
    assert text.turned == {tmp_path / "files/b.pdf": (0, 3)}


@pytest.mark.parametrize(
    "turned", ["turned = 1", *(f"[turned]\n{entry}" for entry in ("'a.pdf' = 1", "'a.pdf' = [4]", "'a.pdf' = ['1', [0]]", "'b.pdf' = [1]"))]
)
def test_turned_pages_that_cannot_be_meant_are_said(tmp_path: Path, turned: str) -> None:
    with pytest.raises(CaseError, match=r"case\.toml の turned.*(書きます|お確かめください)"):
        read_case_toml(write(tmp_path, f"call = 'c'\nattachments = {{register = ['a.pdf']}}\n{turned}"))

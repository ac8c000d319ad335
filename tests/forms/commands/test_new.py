"""shinsei new: a new case file, whole or not at all, with answers from a file or of the applicant's other case."""

from pathlib import Path

import pytest

from forms.cases import read_case
from forms.casetoml import case_toml
from forms.values.plain import Plain
from tests.conftest import Shinsei
from tests.forms.whole import whole

CALL = "hyogo-r5-2"


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "answers.toml"
    file.write_text(case_toml(CALL, whole(), {}), encoding="utf-8")
    return file


def kept(case: Path) -> dict[str, Plain]:
    return dict(read_case(case)[1])


def test_a_new_case_is_empty_and_of_its_call(shinsei: Shinsei, tmp_path: Path) -> None:
    assert shinsei("new", tmp_path / "a.shinsei", "--call", CALL).status == 0
    assert read_case(tmp_path / "a.shinsei") == (CALL, {})


def test_answers_come_from_a_file(shinsei: Shinsei, tmp_path: Path, answers: Path) -> None:
    assert shinsei("new", tmp_path / "a", "--call", CALL, "--answers", answers).status == 0
    assert kept(tmp_path / "a").keys() == whole().keys()


def test_answers_in_a_file_may_be_typed_in_any_way(shinsei: Shinsei, tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_text('"applicant.capital" = "４，８００万円"\n"applicant.type" = "法人"\n"base.joint" = "？"\n', encoding="utf-8")
    assert shinsei("new", tmp_path / "a", "--call", CALL, "--answers", tmp_path / "b.toml").status == 0
    assert kept(tmp_path / "a") == {"applicant.capital": 48_000_000, "applicant.type": "corporation", "base.joint": "？"}


@pytest.mark.parametrize("form", ["case file", "folder", "toml"])
def test_from_copies_the_applicants_own_answers_only(shinsei: Shinsei, tmp_path: Path, answers: Path, form: str) -> None:
    other = {"case file": tmp_path / "other", "folder": tmp_path / "folder", "toml": answers}[form]
    assert shinsei("new", tmp_path / "other", "--call", CALL, "--answers", answers).status == 0
    assert shinsei("export", tmp_path / "other", tmp_path / "folder").status == 0
    assert shinsei("new", tmp_path / "a", "--call", CALL, "--from", other).status == 0
    carried = kept(tmp_path / "a")
    assert carried["applicant.trade_name"] == "株式会社みなと精機"
    assert len(str(carried["officers"])) > 100
    assert not {"base.right", "application.date", "destinations", "expenses", "case.state", "plan.use"} & carried.keys()


def test_answers_of_the_file_go_before_those_of_the_other_case(shinsei: Shinsei, tmp_path: Path, answers: Path) -> None:
    (tmp_path / "b.toml").write_text('"applicant.capital" = 1\n', encoding="utf-8")
    assert shinsei("new", tmp_path / "a", "--call", CALL, "--from", answers, "--answers", tmp_path / "b.toml").status == 0
    assert (kept(tmp_path / "a")["applicant.capital"], kept(tmp_path / "a")["applicant.regular_employees"]) == (1, 42)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--call", "nowhere-r1"], "nowhere-r1"),
        (["--call", CALL, "--answers", "none.toml"], "none.toml"),
        (["--call", CALL, "--answers", "broken.toml"], "TOMLとして読めません"),
        (["--call", CALL, "--answers", "unknown.toml"], "applicant.nickname"),
        (["--call", CALL, "--from", "none.shinsei"], "none.shinsei"),
        (["--call", CALL, "--from", "broken.toml"], "TOMLとして読めません"),
    ],
)
def test_what_cannot_be_used_is_said_and_no_case_is_made(
    shinsei: Shinsei, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("broken.toml").write_text("call = ", encoding="utf-8")
    Path("unknown.toml").write_text('"applicant.nickname" = "x"', encoding="utf-8")
    ran = shinsei("new", "a.shinsei", *options)
    assert (ran.status, ran.out, said in ran.err) == (3, "", True)
    assert not Path("a.shinsei").exists()


def test_an_existing_file_is_left_alone(shinsei: Shinsei, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"theirs")
    assert shinsei("new", tmp_path / "a", "--call", CALL).status == 3
    assert (tmp_path / "a").read_bytes() == b"theirs"


def test_the_call_must_be_named(shinsei: Shinsei, tmp_path: Path) -> None:
    assert shinsei("new", tmp_path / "a").status == 2
    assert not (tmp_path / "a").exists()

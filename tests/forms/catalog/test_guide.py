"""The guide as it is loaded: whole and strictly; prefectures found as people write them."""

import shutil
from pathlib import Path

import pytest

from forms.catalog.guide import Guide, find_prefecture, load_guide, near_prefectures, place_of, prefectures, programmes_for
from forms.errors import CatalogError
from forms.paths import RESOURCES


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide()


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RESOURCES / "guide", tmp_path / "guide"))


def test_the_guide_is_read_once(guide: Guide) -> None:
    assert load_guide() is guide


def test_every_programme_serves_a_purpose_that_there_is(guide: Guide) -> None:
    served = {programme for purpose in guide.programmes.purpose for programme in programmes_for(guide, purpose.id)}
    assert served == set(guide.programmes.programme)
    known = {purpose.id for purpose in guide.programmes.purpose}
    assert all(known.issuperset(programme.purposes) for programme in served)


def test_every_prefecture_has_windows_and_a_bureau_that_can_be_reached(guide: Guide) -> None:
    places = [place_of(guide, name) for name in prefectures(guide)]
    assert len(places) == 47
    assert sum(len(place.windows) for place in places) == 57
    assert all(contact.phone and contact.email for place in places for contact in place.bureau_contacts)
    assert all(len(place.bureau_contacts) == len(guide.bureaus.contact_list) for place in places)


def test_only_hyogo_has_a_window_by_name(guide: Guide) -> None:
    assert [name for name in prefectures(guide) if place_of(guide, name).named] == ["兵庫県"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("兵庫県", "兵庫県"),
        ("兵庫", "兵庫県"),
        ("　兵庫 県 ", "兵庫県"),
        ("北海道", "北海道"),
        ("東京", "東京都"),
        ("京都", "京都府"),
        ("大阪府", "大阪府"),
        ("大阪県", None),
        ("神戸", None),
        ("京", None),
        ("", None),
    ],
)
def test_a_prefecture_is_found_with_its_last_character_or_without(guide: Guide, typed: str, name: str | None) -> None:
    assert find_prefecture(guide, typed) == name


def test_every_prefecture_is_found_by_its_short_name(guide: Guide) -> None:
    assert [find_prefecture(guide, name[:-1]) for name in prefectures(guide)] == list(prefectures(guide))


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("神戸", ["兵庫県"]),
        ("兵庫懸", ["兵庫県"]),
        ("神戸市須磨区", ["兵庫県"]),
        ("大阪県", ["大阪府", "大分県"]),
        ("京", ["東京都", "京都府"]),
        ("hyogo", []),
        ("", []),
    ],
)
def test_what_may_have_been_meant_is_near(guide: Guide, typed: str, near: list[str]) -> None:
    assert list(near_prefectures(guide, typed)) == near


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("windows", "[dial]\n", "[dial]\ncolour = 1\n", "colour"),
        ("windows", 'label     = "全国共通ナビダイヤル"\n', "", "label"),
        ("programmes", "number = 1", 'number = "1"', "number"),
        ("bureaus", 'id          = "kinki"', "id = 5", "bureau"),
        ("jetro", 'rate      = "1/2"', "rate = 0.5", "rate"),
        ("jetro", "[filing_desk]", "[filing_desk", "jetro.toml"),
    ],
)
def test_a_guide_of_another_shape_is_refused_by_name(copied: Path, name: str, old: str, new: str, said: str) -> None:
    path = copied / f"{name}.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CatalogError, match=said):
        load_guide(copied)


def test_a_missing_file_is_named(copied: Path) -> None:
    (copied / "windows.toml").unlink()
    with pytest.raises(CatalogError, match=r"windows\.toml"):
        load_guide(copied)

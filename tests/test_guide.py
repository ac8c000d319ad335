"""The leaflets' data: whole, in the right prefecture, free of scanning faults, and honest about what was mended.

The list of windows came from a bad scan, so the towns and their area codes stand here a second time, from knowledge of
the country and not from the leaflet: a row that slid to another prefecture cannot agree with both.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from forms.paths import RESOURCES

Table = dict[str, Any]

GUIDE = RESOURCES / "guide"
TEXT = {path.name: path.read_text(encoding="utf-8") for path in sorted(GUIDE.glob("*.toml"))}
DATA = {name: tomllib.loads(text) for name, text in TEXT.items()}
LEAFLETS = ("windows.toml", "bureaus.toml", "jetro.toml", "programmes.toml")
WINDOWS: list[Table] = DATA["windows.toml"]["leaflet"]["windows"]
PROGRAMMES: list[Table] = DATA["programmes.toml"]["programme"]

# Prefecture, town of a window, area code.
COUNTRY = """
北海道 札幌市北区 011 / 青森県 青森市 017 / 岩手県 盛岡市 019 / 宮城県 仙台市青葉区 022 / 秋田県 秋田市 018 /
山形県 山形市 023 / 福島県 郡山市 024 / 茨城県 水戸市 029 / 栃木県 宇都宮市 028 / 群馬県 前橋市 027 /
埼玉県 さいたま市中央区 048 / 千葉県 千葉市中央区 043 / 東京都 港区 03 / 神奈川県 横浜市西区 045 /
新潟県 新潟市中央区 025 / 新潟県 長岡市 0258 / 山梨県 甲府市 055 / 長野県 長野市 026 / 長野県 岡谷市 0266 /
静岡県 静岡市葵区 054 / 静岡県 沼津市 055 / 静岡県 浜松市中区 053 / 富山県 高岡市 0766 / 富山県 富山市 076 /
石川県 金沢市 076 / 岐阜県 岐阜市 058 / 愛知県 名古屋市千種区 052 / 三重県 津市 059 / 福井県 福井市 0776 /
滋賀県 栗東市 077 / 京都府 京都市下京区 075 / 大阪府 大阪市北区 06 / 大阪府 東大阪市 06 /
兵庫県 神戸市中央区 078 / 兵庫県 神戸市須磨区 078 / 奈良県 奈良市 0742 / 和歌山県 和歌山市 073 /
鳥取県 鳥取市 0857 / 鳥取県 米子市 0859 / 島根県 松江市 0852 / 岡山県 岡山市北区 086 / 広島県 広島市中区 082 /
山口県 山口市 083 / 徳島県 徳島市 088 / 香川県 高松市 087 / 愛媛県 松山市 089 / 高知県 高知市 088 /
福岡県 福岡市中央区 092 / 福岡県 福岡市博多区 092 / 福岡県 北九州市戸畑区 093 / 佐賀県 佐賀市 0952 /
長崎県 大村市 0957 / 熊本県 熊本市中央区 096 / 大分県 大分市 097 / 宮崎県 宮崎市 0985 /
鹿児島県 鹿児島市 099 / 沖縄県 浦添市 098
"""
TOWNS = {town: (prefecture, code) for prefecture, town, code in (row.split() for row in COUNTRY.split("/"))}
PREFECTURES = {prefecture for prefecture, _ in TOWNS.values()}

PHONE = re.compile(r"0\d{1,3}-\d{2,4}-\d{4}|0120-\d{3}-\d{3}|0570-\d{3}-\d{3}|0570-\d{6}|050-\d{4}-\d{4}")
MAIL = re.compile(r"[\w.-]+@([a-z0-9-]+\.)+jp", re.ASCII)
# Replacement and control characters, half-width kana, radicals that look like kanji, and the misread words themselves.
GARBAGE = re.compile(r"[\ufffd\u0000-\u0008\u000b-\u001f\u200b-\u200f\ufeff\uff61-\uff9f\u2e80-\u2fdf\u25a0\u3013]")
MISREAD = ("松米", "鑑西", "米町", "鷺塚", "雅賀", "べ切", "@etro", "10 階", "\t")


def tables(name: str) -> Iterator[tuple[str, Table]]:
    """Every table and every [[table]] of a file with its key; inline rows belong to the table they stand in."""
    for key, value in DATA[name].items():
        for table in value if isinstance(value, list) else [value]:
            yield key, table


def values(node: object, wanted: str) -> Iterator[Any]:
    """Everything that stands under the key `wanted`, at any depth."""
    if isinstance(node, list):
        for item in node:
            yield from values(item, wanted)
    if isinstance(node, dict):
        for key, value in node.items():
            if key == wanted:
                yield value
            yield from values(value, wanted)


def town(window: Table) -> str:
    return max((name for name in TOWNS if window["address"].startswith(name)), key=len)


def rows(name: str, key: str) -> list[Table]:
    found: list[Table] = DATA[name][key]
    return found


# ── the windows ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_there_are_57_windows_in_47_prefectures() -> None:
    assert len(PREFECTURES) == 47
    assert len(WINDOWS) == 57
    assert {window["prefecture"] for window in WINDOWS} == PREFECTURES


def test_prefectures_with_several_windows_are_the_known_ones() -> None:
    several = {name: count for name, count in Counter(w["prefecture"] for w in WINDOWS).items() if count > 1}
    assert {name for name, count in several.items() if count == 3} == {"静岡県", "福岡県"}
    assert {name for name, count in several.items() if count == 2} == {
        "新潟県",
        "長野県",
        "富山県",
        "大阪府",
        "兵庫県",
        "鳥取県",
    }


@pytest.mark.parametrize("window", WINDOWS, ids=lambda w: w["address"])
def test_a_window_lies_in_its_prefecture_and_rings_there(window: Table) -> None:
    prefecture, area_code = TOWNS[town(window)]
    assert window["prefecture"] == prefecture
    assert all(phone.startswith(area_code + "-") for phone in window["phones"])


def test_every_town_has_a_window_and_every_window_a_town() -> None:
    assert {town(window) for window in WINDOWS} == set(TOWNS)


@pytest.mark.parametrize("window", WINDOWS, ids=lambda w: w["address"])
def test_an_address_ends_in_its_number_and_a_place_follows(window: Table) -> None:
    assert set(window) == {"prefecture", "phones", "address", "place"}
    assert re.search(r"\d$", window["address"])
    assert " " not in window["address"]
    assert window["place"].strip() == window["place"] != ""


def test_only_the_window_known_to_lack_a_telephone_lacks_one() -> None:
    assert [window["address"] for window in WINDOWS if not window["phones"]] == ["東大阪市荒本北1-4-17"]


def test_no_telephone_and_no_address_stands_twice_among_the_windows() -> None:
    phones = [phone for window in WINDOWS for phone in window["phones"]]
    assert len(phones) == len(set(phones)) == 57  # two in Tokyo, none in Higashi-Osaka
    assert len({window["address"] for window in WINDOWS}) == 57


def test_the_dial_and_the_closed_days_are_there() -> None:
    assert DATA["windows.toml"]["dial"]["phone"] == "0570-082100"
    assert DATA["windows.toml"]["closed"]["days"] == ["土曜", "日曜", "祝日", "年末年始"]
    (named,) = rows("windows.toml", "named")
    assert named["url"] == "https://chizai-portal.inpit.go.jp/madoguchi/hyogo/"


# ── the bureaus ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_prefecture_has_exactly_one_bureau() -> None:
    listed = [name for bureau in rows("bureaus.toml", "bureau") for name in bureau["prefectures"]]
    assert Counter(listed) == Counter(PREFECTURES)


@pytest.mark.parametrize("contact_list", rows("bureaus.toml", "contact_list"), ids=lambda c: c["programme"])
def test_a_list_of_telephones_has_every_bureau_once(contact_list: Table) -> None:
    bureaus = [bureau["id"] for bureau in rows("bureaus.toml", "bureau")]
    assert [contact["bureau"] for contact in contact_list["contacts"]] == bureaus
    assert len({contact["phone"] for contact in contact_list["contacts"]}) == len(bureaus)
    assert len({contact["email"] for contact in contact_list["contacts"]}) == len(bureaus)
    assert contact_list["programme"] in {programme["id"] for programme in PROGRAMMES}


# ── the programmes ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_there_are_eight_purposes_and_each_has_a_programme() -> None:
    purposes = rows("programmes.toml", "purpose")
    assert [purpose["number"] for purpose in purposes] == list(range(1, 9))
    assert {purpose["id"] for purpose in purposes} == {p for row in PROGRAMMES for p in row["purposes"]}


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda p: p["id"])
def test_a_programme_says_what_when_and_whom_to_ask(programme: Table) -> None:
    assert programme["overview"]
    assert programme["period"]
    assert all("phone" in contact or "email" in contact or "url" in contact for contact in programme["contacts"])
    assert programme["contacts"]
    assert programme.get("opens", date.min) < programme.get("closes", date.max)


@pytest.mark.parametrize("key", ["purpose", "programme", "ecommerce", "productivity", "brand_subsidy"])
def test_ids_are_not_given_twice(key: str) -> None:
    ids = [row["id"] for row in rows("programmes.toml", key)]
    assert len(ids) == len(set(ids))


def test_the_four_ecommerce_programmes_can_stand_side_by_side() -> None:
    columns = rows("programmes.toml", "ecommerce")
    assert [column["name"] for column in columns] == ["JAPAN MALL", "JAPAN STREET", "JAPAN STORE", "JAPAN LINKAGE"]
    assert len({tuple(column["rows"]) for column in columns}) == 1
    assert {column["id"] for column in columns} <= {programme["id"] for programme in PROGRAMMES}


@pytest.mark.parametrize(
    ("subsidy", "most"),
    [("monozukuri", 20_000_000), ("jizokuka", 2_000_000), ("it_tools", 4_500_000), ("succession", 6_000_000)],
)
def test_the_largest_cap_of_a_productivity_subsidy_is_the_leaflets(subsidy: str, most: int) -> None:
    (row,) = (row for row in rows("programmes.toml", "productivity") if row["id"] == subsidy)
    assert max(cap for frame in row["frames"] for cap in frame["caps"]) == most
    assert all(frame.get("least", 0) < min(frame["caps"]) for frame in row["frames"])


def test_rates_are_proper_fractions() -> None:
    rates = [rate for found in values(DATA["programmes.toml"], "rates") for rate in found]
    assert {Fraction(rate) for rate in rates} == {Fraction(1, 2), Fraction(2, 3), Fraction(3, 4)}


def test_pct_fees_come_down_to_a_half_a_third_or_a_quarter() -> None:
    assert [share["pays"] for share in DATA["programmes.toml"]["pct"]["shares"]] == ["1/2", "1/3", "1/4"]
    assert DATA["programmes.toml"]["pct_grant"]["months_after_payment"] == 6


def test_the_reduction_and_the_grant_cover_different_fees() -> None:
    data = DATA["programmes.toml"]
    reduced = [fee for fees in values(data["pct_reduction"]["fees"], "fees") for fee in fees]
    granted = [fee for fees in values(data["pct_grant"]["fees"], "fees") for fee in fees]
    assert reduced == ["送付手数料", "調査手数料", "予備審査手数料"]
    assert granted == ["国際出願手数料", "取扱手数料"]


# ── JETRO's desk ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_foreign_filing_leaflet_has_its_caps() -> None:
    subsidy = DATA["jetro.toml"]["subsidy"]
    assert (subsidy["rate"], subsidy["company_cap"]) == ("1/2", 3_000_000)
    caps = {row["right"]: row["cap"] for row in subsidy["case_caps"]}
    assert caps.pop("patent") == 1_500_000
    assert caps.pop("defensive_trademark") == 300_000
    assert caps == {"utility_model": 600_000, "design": 600_000, "trademark": 600_000}


def test_desks_that_share_a_telephone_differ_by_extension() -> None:
    lines = [(desk["phone"], desk.get("extension")) for desk in rows("jetro.toml", "desk") if "phone" in desk]
    assert len(lines) == len(set(lines))
    shared = {phone for phone, count in Counter(phone for phone, _ in lines).items() if count > 1}
    assert shared == {"03-3581-1101"}


def test_the_desk_for_the_refused_is_a_sentence_for_the_applicant() -> None:
    assert all(desk["help"].endswith("。") for desk in rows("jetro.toml", "desk"))


# ── all of them ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", LEAFLETS)
def test_every_table_names_its_leaflet(name: str) -> None:
    assert [key for key, table in tables(name) if not table.get("source")] == []


@pytest.mark.parametrize("name", LEAFLETS)
def test_an_as_of_is_a_date_as_far_as_it_is_known(name: str) -> None:
    assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", found) for found in values(DATA[name], "as_of"))


@pytest.mark.parametrize("name", LEAFLETS)
def test_every_telephone_and_mail_address_has_the_shape_of_one(name: str) -> None:
    phones = [*values(DATA[name], "phone"), *values(DATA[name], "direct"), *sum(values(DATA[name], "phones"), [])]
    assert [phone for phone in phones if not PHONE.fullmatch(phone)] == []
    assert [phone for phone in phones if len(phone.replace("-", "")) != (11 if phone.startswith("050") else 10)] == []
    assert [mail for mail in values(DATA[name], "email") if not MAIL.fullmatch(mail)] == []


@pytest.mark.parametrize("name", LEAFLETS)
def test_no_scanning_garbage_is_left(name: str) -> None:
    assert GARBAGE.findall(TEXT[name]) == []
    assert [word for word in MISREAD if word in TEXT[name]] == []


@pytest.mark.parametrize("row", rows("mended.toml", "mended"), ids=lambda r: r["where"])
def test_what_was_mended_stands_mended(row: Table) -> None:
    text = TEXT[row["where"].partition(":")[0]]
    assert set(row) == {"where", "kind", "seed", "now", "why"}
    assert row["kind"] in {"character", "row", "cell", "space"}
    assert row["now"] in text
    assert row["kind"] == "cell" or row["seed"] not in text


@pytest.mark.parametrize("row", rows("mended.toml", "doubtful") + rows("mended.toml", "kept"), ids=lambda r: r["text"])
def test_what_was_left_alone_stands_as_scanned(row: Table) -> None:
    assert set(row) == {"where", "text", "why"}
    assert row["text"] in TEXT[row["where"].partition(":")[0]]

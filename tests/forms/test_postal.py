"""Postal codes: known ones by name, the table as a whole, and how quick it is."""

import gzip
import time

import pytest

from forms.paths import POSTAL
from forms.postal import Address, addresses_of


@pytest.mark.parametrize(
    ("code", "addresses"),
    [
        ("650-0046", ["兵庫県神戸市中央区港島中町"]),
        ("６５００８７６", []),
        ("６５０－００４７", ["兵庫県神戸市中央区港島南町"]),
        ("0600000", ["北海道札幌市中央区"]),  # 以下に掲載がない場合
        ("907-1801", ["沖縄県八重山郡与那国町与那国"]),
        ("4411324", ["愛知県新城市井道", "愛知県新城市奥井道", "愛知県新城市内井道"]),
        ("0295503", ["岩手県和賀郡西和賀町穴明", "岩手県和賀郡西和賀町清水ケ野", "岩手県和賀郡西和賀町間木野", "岩手県和賀郡西和賀町湯田"]),
        ("5220317", ["滋賀県犬上郡多賀町一円"]),  # the one place of that name
        ("650-8570", ["兵庫県神戸市中央区加納町6丁目5-1"]),  # the city hall has a code of its own
    ],
)
def test_a_code_gives_its_addresses(code: str, addresses: list[str]) -> None:
    assert [address.text for address in addresses_of(code)] == addresses


@pytest.mark.parametrize("text", ["", "650", "650-00460", "神戸市", "0000000", "9999999", "²²²²²²²"])
def test_what_is_no_code_gives_nothing(text: str) -> None:
    assert addresses_of(text) == ()


def test_an_address_is_told_in_its_parts() -> None:
    assert addresses_of("6500046") == (Address("兵庫県", "神戸市中央区", "港島中町"),)


def test_the_table_is_that_of_the_whole_country_with_its_date_and_source() -> None:
    (table,) = POSTAL.glob("postal-*.tsv.gz")
    head, _, towns = gzip.decompress(table.read_bytes()).decode().partition("\n\n")
    day = table.name.removeprefix("postal-").removesuffix(".tsv.gz")
    assert head.startswith(f"# 郵便番号データ {day}\n# 出典：日本郵便株式会社")
    lines = [line.split("\t") for line in towns.splitlines()]
    assert [line[0] for line in lines] == sorted(line[0] for line in lines)
    assert len({line[0] for line in lines}) > 140_000
    cities = [line.split("\t") for line in head.splitlines() if not line.startswith("#")]
    assert len({prefecture for prefecture, _ in cities}) == 47
    assert {int(number) for _, number, _ in lines} == set(range(len(cities)))
    assert not [town for _, _, town in lines if "掲載がない場合" in town or "（" in town]
    assert table.stat().st_size < 2_500_000


def test_every_tenth_code_is_found_where_the_table_has_it() -> None:
    (table,) = POSTAL.glob("postal-*.tsv.gz")
    towns = gzip.decompress(table.read_bytes()).decode().partition("\n\n")[2].splitlines()
    for line in (towns[0], *towns[::10], towns[-1]):
        code, _, town = line.split("\t")
        assert town in [address.town for address in addresses_of(code)]


def test_a_look_up_takes_no_time_anybody_would_notice() -> None:
    addresses_of("6500046")
    began = time.perf_counter()
    for number in range(0, 10_000_000, 10_000):
        addresses_of(f"{number:07}")
    assert (time.perf_counter() - began) / 1000 < 0.001

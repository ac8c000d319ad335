"""What a paper may say: the answers of its case.toml, and what only the papers know (tests/samples/data/<name>.toml).

Decision: the papers read the case, so that names, dates and amounts agree with it by construction.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from forms.paths import SAMPLES

DATA = Path(__file__).parent / "data"
COSTS = ("official_fee", "local_attorney", "domestic_attorney", "translation", "other")
COUNTRIES = {
    "US": ("米国", "United States of America"),
    "CN": ("中国", "China"),
    "EP": ("欧州特許庁", "European Patent Office"),
    "EM": ("欧州連合", "European Union"),
    "KR": ("韓国", "Republic of Korea"),
    "TW": ("台湾", "Taiwan"),
    "HK": ("香港", "Hong Kong"),
    "GB": ("英国", "United Kingdom"),
    "VN": ("ベトナム", "Viet Nam"),
}
RIGHTS = {
    "patent": "特許",
    "design": "意匠",
    "trademark": "商標",
    "defensive_trademark": "商標",
    "regional_trademark": "地域団体商標",
}
_ERAS = ((2019, 5, 1, "令和"), (1989, 1, 8, "平成"), (1926, 12, 25, "昭和"))


@dataclass(frozen=True)
class Sample:
    """One sample case: its name, its answers, and the papers' own facts."""

    name: str
    answers: dict[str, Any]
    extra: dict[str, Any]

    def text(self, key: str) -> str:
        return str(self.answers.get(key, ""))

    def day(self, key: str) -> date:
        return date.fromisoformat(self.text(key))

    @property
    def company(self) -> str:
        return self.text("applicant.trade_name")

    @property
    def head(self) -> str:
        """Title and name of the representative, as the papers sign."""
        return f"{self.text('applicant.representative_title')}　{self.text('applicant.representative_name')}".strip()

    @property
    def address(self) -> str:
        return self.text("applicant.head_office_address")

    @property
    def rows(self) -> list[dict[str, Any]]:
        return list(self.answers["expenses"])

    def total(self) -> int:
        return sum(row[cost] for row in self.rows for cost in COSTS)


def load(name: str) -> Sample:
    case = tomllib.loads((SAMPLES / name / "case.toml").read_text(encoding="utf-8"))
    extra = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
    return Sample(name, case["answers"], extra)


def prose(name: str) -> list[str]:
    """The lines of a long text under data/."""
    return (DATA / name).read_text(encoding="utf-8").splitlines()


def wareki(day: date) -> str:
    """令和5年8月21日"""
    for year, month, first, era in _ERAS:
        if day >= date(year, month, first):
            count = day.year - year + 1
            return f"{era}{'元' if count == 1 else count}年{day.month}月{day.day}日"
    raise ValueError(f"no era for {day}")


def iso(text: str) -> str:
    """An ISO day, said the Japanese way."""
    return wareki(date.fromisoformat(text))


def net(gross: int) -> int:
    """Without the 10 % consumption tax; the samples' amounts leave no remainder."""
    amount = Fraction(gross * 100, 110)
    if amount.denominator != 1:
        raise ValueError(f"{gross} does not come from a whole net amount")
    return int(amount)

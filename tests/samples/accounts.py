"""No. 4: two years of accounts of a company, cooperative, chamber or non-profit body, four pages a year.

Decision: figures follow from shares of one year's scale (data/accounts-*.toml); cash is the balancing figure and what a
year ends with opens the next, so that both years' sheets balance and join.
"""

import tomllib
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from reportlab.platypus import Flowable, PageBreak

from tests.samples.facts import DATA, Sample
from tests.samples.kit import CENTRE, MM, RIGHT, Cell, Ink, Sheet, entry, gap, grid, para, paras, pdf, shaded, yen

INK = Ink("mincho", 10, 14)


_KEPT = ("土地", "出資", "金", "証券")


@dataclass(frozen=True)
class Asset:
    """A fixed asset's way through one year, in yen."""

    label: str
    opening: int
    bought: int
    lost: int

    @property
    def closing(self) -> int:
        return self.opening + self.bought - self.lost


@dataclass(frozen=True)
class Year:
    """One year's figures in yen: groups of named lines and the capital's way from opening to closing."""

    facts: dict[str, Any]
    groups: dict[str, list[tuple[str, int]]]
    assets: list[Asset]
    capital: int
    reserve: int
    opening: int

    def total(self, group: str) -> int:
        return sum(amount for _, amount in self.groups.get(group, []))

    @property
    def gross(self) -> int:
        return self.total("revenue") - self.total("direct")

    @property
    def operating(self) -> int:
        return self.gross - self.total("admin")

    @property
    def ordinary(self) -> int:
        return self.operating + self.total("other_income") - self.total("other_cost")

    @property
    def tax(self) -> int:
        rate, flat = self.facts["tax"]
        return max(self.ordinary, 0) * int(rate) // 1000 // 100 * 100 + int(flat)

    @property
    def profit(self) -> int:
        return self.ordinary - self.tax

    @property
    def closing(self) -> int:
        return self.opening + self.profit - int(self.facts["dividend"])

    @property
    def equity(self) -> int:
        return self.capital + self.reserve + self.closing

    @property
    def debts(self) -> int:
        return self.total("current_debt") + self.total("long_debt")

    @property
    def cash(self) -> int:
        return self.debts + self.equity - self.total("current_assets") - self.total("fixed_assets")


def _form(sample: Sample) -> dict[str, Any]:
    name = f"accounts-{sample.extra['accounts']['form']}.toml"
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def _amount(line: tuple[str, int], scale: int, term: str) -> int:
    """The line's share of the scale, made uneven by its own name so that no figure looks rounded."""
    label, share = line
    return scale * share // 1000 + (crc32(f"{label}{term}".encode()) % 9871 if share else 0)


def _asset(line: list[Any], each: dict[str, Any], before: list[Asset]) -> Asset:
    """What the year before ended with opens this one; land, shares and deposits stay as they are."""
    label, term = str(line[0]), str(each["term"])
    wears = not any(word in label for word in _KEPT)
    opening = next((asset.closing for asset in before if asset.label == label), 0)
    opening = opening or _amount((label, int(line[1])), int(each["scale"]), term)
    bought = opening * (crc32(f"{label}{term}".encode()) % 7 + 4) // 100 if wears and "建物" not in label else 0
    return Asset(label, opening, bought, opening * 9 // 100 if wears else 0)


def _groups(form: dict[str, Any], each: dict[str, Any], held: list[Asset]) -> dict[str, list[tuple[str, int]]]:
    """The year's lines by group; what is written off agrees with the schedule where the form names its line."""
    groups = {
        group: [(str(line[0]), _amount((line[0], line[1]), int(each["scale"]), each["term"])) for line in lines]
        for group, lines in form["groups"].items()
    }
    lost, name = sum(asset.lost for asset in held), form.get("written_off", "")
    groups = {group: [(label, lost if label == name else amount) for label, amount in lines] for group, lines in groups.items()}
    return {**groups, "fixed_assets": [(asset.label, asset.closing) for asset in held]}


def year(sample: Sample, term: str) -> Year:
    """The figures of the year of that name; the first opens with the given balance, the next with the first's end."""
    facts, form = sample.extra["accounts"], _form(sample)
    opening, held = int(facts["opening"]), list[Asset]()
    for each in facts["years"]:
        held = [_asset(line, each, held) for line in form["groups"]["fixed_assets"]]
        one = Year({**facts, **each}, _groups(form, each, held), held, int(facts["capital"]), int(facts["reserve"]), opening)
        if one.cash < 0:
            raise ValueError(f"{sample.name} {term}: no cash left ({one.cash})")
        if each["term"] == term:
            return one
        opening = one.closing
    raise KeyError(term)


def accounts(sample: Sample, term: str) -> bytes:
    """Balance sheet, profit and loss, movement of equity, notes: a page each."""
    form, one = _form(sample), year(sample, term)
    pages = (
        _page(sample, form, one, 0, _balance(form, one)),
        _page(sample, form, one, 1, _profit_and_loss(form, one)),
        _page(sample, form, one, 2, _movement(form, one)),
        _page(sample, form, one, 3, _notes(sample, form, one)),
    )
    story: list[Flowable] = []
    for page in pages:
        story += [*page, PageBreak()]
    return pdf(story[:-1], Sheet(footer=f"{one.facts['term']}　決算報告書　{{page}}", bottom=18 * MM))


def _page(sample: Sample, form: dict[str, Any], one: Year, number: int, body: list[Flowable]) -> list[Flowable]:
    when = one.facts["ends"] if number == 0 else f"自　{one.facts['starts']}　　至　{one.facts['ends']}"
    return [
        para(form["titles"][number], INK.but(size=16, leading=24, align=CENTRE)),
        para(f"{when}{'現在' if number == 0 else ''}", INK.but(align=CENTRE, after=6)),
        para(f"{sample.company}　　　　（単位：円）", INK.but(align=RIGHT, after=4)),
        *body,
    ]


def _block(title: str, lines: list[tuple[str, int]]) -> list[list[Cell]]:
    head: list[Cell] = [title, sum(amount for _, amount in lines)]
    return [head, *(entry(f"　{label}", amount) for label, amount in lines)]


def _filled(column: list[list[Cell]], other: list[list[Cell]]) -> list[list[Cell]]:
    """The column, with empty cells down to the other's end."""
    return column + [entry("", "")] * max(len(other) - len(column), 0)


def _balance(form: dict[str, Any], one: Year) -> list[Flowable]:
    words = form["words"]
    left: list[list[Cell]] = [
        *_block("流動資産", [(words["cash"], one.cash), *one.groups["current_assets"]]),
        *_block("固定資産", one.groups["fixed_assets"]),
    ]
    equity = [(words["capital"], one.capital), (words["reserve"], one.reserve), (words["retained"], one.closing)]
    right: list[list[Cell]] = [
        *_block("流動負債", one.groups["current_debt"]),
        *_block("固定負債", one.groups["long_debt"]),
        ["負債合計", one.debts],
        *_block(words["equity"], equity),
    ]
    rows = [[*a, *b] for a, b in zip(_filled(left, right), _filled(right, left), strict=True)]
    assets = one.cash + one.total("current_assets") + one.total("fixed_assets")
    last: list[Cell] = ["資産合計", assets, f"負債及び{words['equity']}合計", one.debts + one.equity]
    head: list[Cell] = ["資産の部", "金額", f"負債・{words['equity']}の部", "金額"]
    return [grid([head, *rows, last], (48, 37, 48, 37), INK.but(size=9.5), shaded())]


def _profit_and_loss(form: dict[str, Any], one: Year) -> list[Flowable]:
    words = form["words"]
    rows: list[list[Cell]] = [["科目", "内訳", "金額"]]

    def part(title: str, group: str) -> None:
        lines = one.groups.get(group, [])
        rows.extend([[f"　{label}", amount, ""] for label, amount in lines])
        rows.append([title, "", one.total(group)])

    part(words["revenue"], "revenue")
    part(words["direct"], "direct")
    rows.append([words["gross"], "", one.gross])
    part(words["admin"], "admin")
    rows.append([words["operating"], "", one.operating])
    part(words["other_income"], "other_income")
    part(words["other_cost"], "other_cost")
    rows += [[words["ordinary"], "", one.ordinary], [words["tax"], "", one.tax], [words["profit"], "", one.profit]]
    tight = (("TOPPADDING", (0, 0), (-1, -1), 1.2), ("BOTTOMPADDING", (0, 0), (-1, -1), 2.2))
    return [grid(rows, (90, 40, 40), INK.but(size=9.5, leading=13), [*shaded(), *tight])]


def _movement(form: dict[str, Any], one: Year) -> list[Flowable]:
    words, dividend = form["words"], int(one.facts["dividend"])
    before, after = one.capital + one.reserve + one.opening, one.equity
    rows: list[list[Cell]] = [
        ["", words["capital"], words["reserve"], words["retained"], f"{words['equity']}合計"],
        ["当期首残高", one.capital, one.reserve, one.opening, before],
        [words["dividend"], "－", "－", -dividend, -dividend],
        [words["profit"], "－", "－", one.profit, one.profit],
        ["当期変動額合計", "－", "－", one.profit - dividend, one.profit - dividend],
        ["当期末残高", one.capital, one.reserve, one.closing, after],
    ]
    return [
        grid(rows, (38, 30, 30, 36, 36), INK.but(size=9.5), shaded()),
        gap(10),
        para(f"{form['schedule']}の明細", INK.but(size=12, after=4)),
        grid(_schedule(one), (46, 31, 31, 31, 31), INK.but(size=9.5), shaded()),
    ]


def _schedule(one: Year) -> list[list[Cell]]:
    """Fixed assets: opening, bought, written off, closing."""
    rows: list[list[Cell]] = [["資産の種類", "期首帳簿価額", "当期取得額", "当期償却額", "期末帳簿価額"]]
    rows += [entry(asset.label, asset.opening, asset.bought, asset.lost, asset.closing) for asset in one.assets]
    return rows


def _notes(sample: Sample, form: dict[str, Any], one: Year) -> list[Flowable]:
    words = {"total": yen(one.debts + one.equity), "profit": yen(one.profit), "capital": yen(one.capital)}
    lines = [note.format(**{**one.facts, **words}) for note in form["notes"]]
    return [
        *paras(lines, INK.but(size=10.5, leading=19, left=10, first=-10, after=4)),
        gap(10),
        *paras([one.facts["approved"], f"{sample.company}　　{sample.head}"], INK.but(size=10.5, leading=19, align=RIGHT)),
    ]

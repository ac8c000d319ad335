"""No. 8: the result list as a search service prints it, and the searcher's report.

Decision: the names found stand in data/<name>.toml, numbers and days follow from the names; all begin with 99, which no
real publication has.
"""

import re
from datetime import date, timedelta
from zlib import crc32

from reportlab.lib import colors
from reportlab.platypus import Flowable

from tests.samples.facts import Sample, iso
from tests.samples.kit import CENTRE, Cell, Ink, Sheet, gap, grid, para, paras, pdf, shaded, texts

INK = Ink("gothic", 10, 16)
_PUBLISHED = re.compile(r"(?:特開|WO |US )(\d{4})")
_HIT_WIDTHS = (10, 34, 44, 40, 20, 22)


def _seed(sample: Sample, text: str) -> int:
    return crc32(f"{sample.name}{text}".encode())


def _filed(sample: Sample, name: str, number: str = "") -> date:
    """The day of filing; where the number names the year of publication, some eighteen months before that."""
    seed, published = _seed(sample, f"{name}day"), _PUBLISHED.match(number)
    if published:
        return date(int(published[1]) - 2, 7, 4) + timedelta(days=seed % 350)
    first = 2008 if sample.text("base.right") == "design" else 2004
    return date(first, 1, 6) + timedelta(days=seed % (365 * (2022 - first)))


def _number(sample: Sample, name: str) -> str:
    """A number of the right kind for the year in which the thing was filed."""
    filed, seed, right = _filed(sample, name), _seed(sample, name), sample.text("base.right")
    if right == "patent":
        return f"特開{filed.year + (1 if filed.month < 7 else 2)}－99{seed // 7 % 10000:04}"
    if right == "design":
        return f"意匠登録99{seed % 100000:05}"
    return f"登録99{seed // 3 % 100000:05}" if seed % 3 else f"商願{filed.year}－99{seed // 3 % 10000:04}"


def _hits(sample: Sample, *, everywhere: bool) -> list[list[Cell]]:
    """The table of what was found; a fourth entry is a number of its own, mostly a foreign one, which the domestic list
    has not, a fifth the day of filing."""
    facts = sample.extra["search"]
    rows: list[list[Cell]] = [["No.", "文献・登録番号", facts["column"], "出願人・権利者", "分類", "出願日"]]
    for name, owner, code, *foreign in facts["hits"]:
        number = foreign[0] if foreign else _number(sample, name + owner)
        if everywhere or not foreign:
            filed = date.fromisoformat(foreign[1]) if foreign[1:] else _filed(sample, name + owner, number if foreign else "")
            rows.append([str(len(rows)), number, name, owner, code, filed.strftime("%Y/%m/%d")])
    return rows


def result_list(sample: Sample, _: str) -> bytes:
    """A print of the result screen: what was asked, how many were found, the list."""
    facts, ink = sample.extra["search"], INK.but(size=9, leading=13)
    hits = _hits(sample, everywhere=False)
    heads: list[list[Cell]] = [
        ["検索対象", facts["scope"]],
        ["検索キーワード", facts["query"]],
        ["件数", f"{facts['count']}　{len(hits) - 1}件を表示"],
        ["検索日時", facts["when"]],
    ]
    story: list[Flowable] = [
        para("検索結果一覧", INK.but(size=15, leading=22, after=4)),
        grid(heads, (34, 136), ink, (("BACKGROUND", (0, 0), (0, -1), colors.HexColor("#dfe9f3")),)),
        gap(4),
        grid(hits, _HIT_WIDTHS, ink, shaded()),
        gap(4),
        *paras(facts["screen_notes"], ink),
    ]
    return pdf(story, Sheet(footer="特許情報の検索画面の印刷（見本）　{page}/{pages}", font="gothic"))


def report(sample: Sample, _: str) -> bytes:
    """The searcher's report: kind, range, searcher, formulas, findings, opinion."""
    facts = sample.extra["search"]
    particulars: list[list[Cell]] = [
        ["調査の種類", sample.text("search.kind")],
        ["調査の対象", f"{sample.text('base.application_number')}「{sample.text('base.title')}」"],
        ["調査の範囲", sample.text("search.range")],
        ["調査の実施者", sample.text("search.by")],
        ["調査した日", iso(sample.text("search.date"))],
    ]
    formulas: list[list[Cell]] = [["No.", "検索式", "件数"], *texts(facts["formulas"])]
    story: list[Flowable] = [
        para(facts["title"], INK.but(size=16, leading=24, align=CENTRE, after=8)),
        grid(particulars, (34, 136), INK),
        para("１　検索式と件数", INK.but(size=11, before=10, after=4, keep=True)),
        grid(formulas, (14, 124, 32), INK.but(size=9, leading=14), shaded()),
        para("２　確認した主な文献・登録", INK.but(size=11, before=10, after=4, keep=True)),
        grid(_hits(sample, everywhere=True), _HIT_WIDTHS, INK.but(size=8.5, leading=12), shaded()),
        para("３　結果と見込み", INK.but(size=11, before=10, after=4, keep=True)),
        para(sample.text("search.result"), INK.but(leading=19)),
        para("４　対比", INK.but(size=11, before=10, after=4, keep=True)),
        grid(
            [["対比の点", "先行のもの", "本件"], *texts(facts["contrast"])],
            (40, 65, 65),
            INK.but(size=9, leading=14),
            shaded(),
        ),
        para("５　所見", INK.but(size=11, before=10, after=4, keep=True)),
        *paras(facts["opinion"], INK.but(leading=19, after=4)),
        para("以上", INK.but(align=2, before=6)),
    ]
    return pdf(story, Sheet(footer="{page}／{pages}", font="gothic"))

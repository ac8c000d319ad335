"""The estimates of no. 6: the domestic attorney's, a local attorney's in English, WIPO's fees, a translator's.

Decision: every sum is worked out from the lines that are printed and must meet the case's expense row, else ValueError.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from reportlab.platypus import Flowable, KeepTogether

from tests.samples.facts import COSTS, COUNTRIES, RIGHTS, Sample, iso, net, wareki
from tests.samples.kit import CENTRE, MM, RIGHT, Cell, Ink, Sheet, entry, gap, grid, para, paras, pdf, shaded, yen

BODY = Ink("gothic", 9)
WEST = Ink("pmincho", 10.5, 15)
_HEADS = ("外国特許庁への出願手数料", "現地代理人費用", "国内代理人費用", "翻訳費用", "その他")


def _rate(sample: Sample, currency: str) -> Fraction:
    return Fraction(sample.extra["estimates"]["rates"][currency])


def _in_yen(sample: Sample, line: Sequence[Any]) -> int:
    amount = Fraction(line[3]) * _rate(sample, line[2])
    if amount.denominator != 1:
        raise ValueError(f"{line} is no whole yen amount")
    return int(amount)


def _meet(country: str, worked: int, stated: int) -> int:
    if worked != stated:
        raise ValueError(f"{country}: the estimate says {worked}, the case {stated}")
    return worked


def _lines(sample: Sample, country: str) -> Mapping[str, Any]:
    lines: Mapping[str, Any] = sample.extra["estimates"]["rows"][country]
    return lines


def abroad(sample: Sample, row: Mapping[str, Any], kind: str) -> list[list[Cell]]:
    """The lines of the office's or the local attorney's fees, with their sum."""
    country, column = row["country"], {"official": "official_fee", "local": "local_attorney"}[kind]
    lines = _lines(sample, country).get(kind, [])
    worked = sum(_in_yen(sample, each) for each in lines)
    _meet(country, worked, row[column])
    number = 1 if kind == "official" else 2
    head: list[Cell] = [f"({number}) {_HEADS[number - 1]}", "", "", worked]
    return [
        head,
        *(entry(f"　{each[0]}", f"{each[2]} {each[3]:,}", f"{each[2]}1＝{_rate_text(sample, each[2])}円", "") for each in lines),
    ]


def _rate_text(sample: Sample, currency: str) -> str:
    return str(sample.extra["estimates"]["rates"][currency])


def domestic(sample: Sample, row: Mapping[str, Any]) -> list[list[Cell]]:
    lines = _lines(sample, row["country"]).get("domestic", [])
    if not lines:
        _meet(row["country"], 0, row["domestic_attorney"])
        return []
    bare = sum(each[1] for each in lines)
    _meet(row["country"], bare, net(row["domestic_attorney"]))
    tax = row["domestic_attorney"] - bare
    head: list[Cell] = [f"(3) {_HEADS[2]}（税込）", "", "", row["domestic_attorney"]]
    taxed: list[Cell] = ["　消費税（10％）", "", yen(tax), ""]
    return [head, *(entry(f"　{each[0]}", "税抜", yen(each[1]), "") for each in lines), taxed]


def translation(sample: Sample, row: Mapping[str, Any]) -> list[list[Cell]]:
    word = _lines(sample, row["country"]).get("word")
    if not word:
        _meet(row["country"], 0, row["translation"])
        return [[f"(4) {_HEADS[3]}", "", "既存の訳文を流用", 0]]
    language, price, words = word
    bare = _meet(row["country"], price * words, net(row["translation"]))
    return [
        [f"(4) {_HEADS[3]}（税込）", "", "", row["translation"]],
        [f"　{language}　1WORD＝{price}円×{words:,}WORD", "税抜", yen(bare), ""],
        ["　消費税（10％）", "", yen(row["translation"] - bare), ""],
    ]


def _country_table(sample: Sample, row: Mapping[str, Any], index: int) -> Flowable:
    planned = sample.answers["destinations"][index]
    local = planned.get("local_attorney", "なし（国際登録の段階では用いない）")
    title: list[Cell] = [f"{COUNTRIES[row['country']][0]}　（現地代理人：{local}）", "", "内訳", "金額（円）"]
    cells = [title, *abroad(sample, row, "official"), *abroad(sample, row, "local"), *domestic(sample, row)]
    cells += translation(sample, row)
    cells.append([f"(5) {_HEADS[4]}（外国送金手数料・不課税）", "", "", row["other"]])
    cells.append(["国別計", "", "", sum(row[cost] for cost in COSTS)])
    return grid(
        cells,
        (82, 25, 38, 25),
        BODY,
        [
            *shaded(),
            ("SPAN", (0, 0), (1, 0)),
            ("SPAN", (0, -1), (2, -1)),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ],
    )


def _summary(sample: Sample) -> Flowable:
    ink = BODY.but(size=8)
    head: list[Cell] = ["国名", *_HEADS, "国別計"]
    rows: list[list[Cell]] = [
        [COUNTRIES[row["country"]][0], *(row[cost] for cost in COSTS), sum(row[cost] for cost in COSTS)] for row in sample.rows
    ]
    total: list[Cell] = ["合計", *(sum(row[cost] for row in sample.rows) for cost in COSTS), sample.total()]
    return grid([head, *rows, total], (24, 26, 24, 24, 24, 22, 26), ink, shaded())


def _letterhead(sample: Sample) -> list[Flowable]:
    facts, small = sample.extra["estimates"], BODY.but(align=RIGHT)
    sender = [
        facts.get("sender", sample.text("attorney.office")),
        facts.get("signer", f"弁理士　{sample.text('attorney.name')}"),
        f"〒{facts.get('postal', sample.text('attorney.postal_code'))}　{facts.get('address', sample.text('attorney.address'))}",
        f"電話　{facts.get('phone', sample.text('attorney.phone'))}",
    ]
    return [
        *paras([f"見積番号　{facts['number']}", iso(facts["date"])], small),
        para("御　見　積　書", BODY.but(size=18, align=CENTRE, before=6, after=10)),
        para(f"{_customer(sample)}　御中" if "office" not in facts else facts["office"], BODY.but(size=12, after=6)),
        *paras(sender, small),
    ]


def _customer(sample: Sample) -> str:
    return sample.company


def _subject(sample: Sample) -> Flowable:
    facts = sample.extra["estimates"]
    rows: list[list[Cell]] = [
        ["件名", f"「{sample.text('base.title')}」の外国{RIGHTS[sample.text('base.right')]}出願費用"],
        ["基礎出願", f"{sample.text('base.application_number')}（{iso(sample.text('base.filing_date'))}出願）"],
        ["整理番号", facts["reference"]],
        ["有効期限", f"発行の日から{facts.get('valid', '6か月')}"],
        ["御見積額", f"金{sample.total():,}円（消費税及び地方消費税を含む）"],
    ]
    return grid(rows, (28, 142), BODY.but(size=10))


def office_estimate(sample: Sample, _: str) -> bytes:
    """The domestic attorney's estimate: all countries, each with its lines, and the table of the form."""
    story: list[Flowable] = [*_letterhead(sample), gap(4), _subject(sample), gap(4), _summary(sample), gap(5)]
    for index, row in enumerate(sample.rows):
        story += [KeepTogether([_country_table(sample, row, index), gap(3)])]
    story += paras(sample.extra["estimates"]["notes"], BODY.but(size=8.5, left=10, first=-10))
    return pdf(story, Sheet(footer="{page}／{pages}", font="gothic", top=24 * MM, bottom=16 * MM))


def translator_estimate(sample: Sample, _: str) -> bytes:
    """Where no attorney acts: a translation company's estimate alone."""
    facts, head = sample.extra["estimates"], list[Cell](["言語", "単価×語数", "税抜（円）", "消費税10％", "税込（円）"])
    rows: list[list[Cell]] = []
    for row in sample.rows:
        language, price, words = _lines(sample, row["country"])["word"]
        bare = _meet(row["country"], price * words, net(row["translation"]))
        rows.append([language, f"1WORD＝{price}円×{words:,}WORD", bare, row["translation"] - bare, row["translation"]])
    total = sum(row["translation"] for row in sample.rows)
    bare = net(total)
    rows.append(["合計", "", bare, total - bare, total])
    story: list[Flowable] = [
        *_letterhead(sample),
        gap(8),
        para(f"件名　商標「{sample.text('base.title')}」の使用規則及び指定商品の翻訳　一式", BODY.but(size=11, after=8)),
        para(f"御見積額　金{total:,}円（税込）", BODY.but(size=13, after=10)),
        grid([head, *rows], (38, 52, 26, 26, 28), BODY.but(size=10), shaded()),
        gap(8),
        *paras(facts["notes"], BODY.but(left=10, first=-10, after=3)),
    ]
    return pdf(story, Sheet(font="gothic"))


def quotation(sample: Sample, country: str) -> bytes:
    """A local attorney's quotation, in English, in the currencies it bills."""
    lines, english = _lines(sample, country), sample.extra["english"]
    firm = next(row["local_attorney"] for row in sample.answers["destinations"] if row["country"] == country)
    card = lines["firm"]
    story: list[Flowable] = [
        para(firm, WEST.but(size=17, leading=22)),
        para(card["address"], WEST.but(size=9, after=14)),
        para(f"Date: {_western(card['date'])}", WEST.but(align=RIGHT)),
        *paras([f"Attn: {english['attention']}", english["office"], english["place"]], WEST),
        para("QUOTATION", WEST.but(size=14, align=CENTRE, before=12, after=8)),
        para(f"Re: {english['kind']} {_place(country)} for {_quoted(english['title'])}", WEST),
        para(
            f"Applicant: {english['applicant']}　　Based on: {_based(english['base'])}　　Our ref.: {card['ref']}",
            WEST.but(after=8),
        ),
        _western_table(lines),
        gap(5),
        *paras(card["notes"], WEST.but(size=9.5, leading=13.5, left=12, first=-12, after=2)),
        gap(12),
        *paras(["Sincerely yours,", "", card["signer"], firm], WEST),
    ]
    return pdf(story, Sheet(font="pmincho", side=24 * MM))


def _western(day: str) -> str:
    """August 3, 2023"""
    read = date.fromisoformat(day)
    return f"{read:%B} {read.day}, {read.year}"


def _place(country: str) -> str:
    name = COUNTRIES[country][1]
    if country == "EP":
        return f"at the {name}"
    return f"in the {name}" if country in ("US", "KR", "GB") else f"in {name}"


def _quoted(title: str) -> str:
    """The title in quotation marks, the classes after them."""
    name, comma, classes = title.partition(", class")
    return f"“{name}”{comma}{classes}"


def _based(base: str) -> str:
    """Country and number stay on one line."""
    return base.replace("JP ", "JP\u00a0")


def _western_table(lines: Mapping[str, Any]) -> Flowable:
    ink = WEST.but(size=10, leading=14)
    rows: list[list[Cell]] = [["Item", "Currency", "Amount"]]
    for title, key in (("A. Official fees", "official"), ("B. Attorney’s fees", "local")):
        rows.append([title, "", ""])
        rows += [[f"    {line[1]}", line[2], line[3]] for line in lines[key]]
    sums: dict[str, int] = {}
    for line in (*lines["official"], *lines["local"]):
        sums[line[2]] = sums.get(line[2], 0) + line[3]
    rows += [["Total", currency, amount] for currency, amount in sums.items()]
    return grid(rows, (104, 24, 34), ink, shaded())


def wipo_fees(sample: Sample, system: str) -> bytes:
    """A print of a fee calculation for an international application, in Swiss francs."""
    english, ink = sample.extra["english"], Ink("pmincho", 10, 14)
    story: list[Flowable] = [
        para(f"{system} System – Fee Calculation (estimate)", ink.but(size=15, leading=20, after=8)),
        grid(
            [
                ["Applicant", english["applicant"]],
                ["Basic application", english["base"]],
                ["Subject", english["title"]],
                ["Office of origin / indirect filing", "JP – Japan"],
                ["Date of calculation", sample.extra["estimates"]["calculated"]],
            ],
            (50, 120),
            ink,
        ),
        gap(6),
        _wipo_table(sample, ink),
        gap(6),
        *paras(sample.extra["estimates"]["wipo_notes"], ink.but(left=10, first=-10, after=3)),
    ]
    return pdf(story, Sheet(font="pmincho", footer="Fee calculation   {page}/{pages}"))


def _wipo_table(sample: Sample, ink: Ink) -> Flowable:
    rows: list[list[Cell]] = [["Designation", "Fee item", "CHF", "JPY"]]
    for row in sample.rows:
        for line in _lines(sample, row["country"])["official"]:
            rows.append([COUNTRIES[row["country"]][1], line[1], line[3], _in_yen(sample, line)])
    francs = sum(int(line[3]) for row in sample.rows for line in _lines(sample, row["country"])["official"])
    rows.append(
        ["Grand total", f"1 CHF = JPY {_rate_text(sample, 'CHF')}", francs, sum(row["official_fee"] for row in sample.rows)]
    )
    return grid(rows, (44, 78, 20, 28), ink, shaded())


def funding_plan(sample: Sample, _: str) -> bytes:
    """No. 7: where the money comes from, when it goes out, and who stands for it."""
    ink = Ink("gothic", 10)
    total = sample.total()
    sources: list[list[Cell]] = [["区分", "金額（円）", "調達の時期", "備考"]]
    for label, key, when in (
        ("自己資金", "own", "手元資金"),
        ("借入金", "loan", "令和5年10月"),
        ("その他", "other", "令和5年10月"),
    ):
        amount = int(sample.answers[f"funding.{key}"])
        when = sample.extra["funding"].get(f"{key}_when", when)
        sources.append([label, amount, when if amount else "－", sample.extra["funding"][key] if amount else "－"])
    sources.append(["合計", total, "", "外国出願に要する経費の合計と同額"])
    story: list[Flowable] = [
        para("資　金　計　画　書", ink.but(size=16, align=CENTRE, after=10)),
        para(wareki(sample.day("application.date")), ink.but(align=RIGHT)),
        *paras([sample.address, sample.company, sample.head], ink.but(align=RIGHT)),
        para("1　外国出願に要する経費", ink.but(size=11, before=8, after=4)),
        _summary(sample),
        para("2　資金の調達", ink.but(size=11, before=10, after=4)),
        grid(sources, (26, 30, 30, 84), ink, shaded()),
        para(sample.text("funding.note"), ink.but(before=6, after=4)),
        para("3　支払の予定", ink.but(size=11, before=8, after=4)),
        grid(_payments(sample), (38, 92, 40), ink, shaded()),
        para(
            "補助金は実績報告及び確定検査の後に支払われるため、上の資金により全額を立て替え、交付を受けた後は手元資金又は借入金の返済に充てます。",
            ink.but(before=10),
        ),
    ]
    return pdf(story, Sheet(font="gothic"))


def _payments(sample: Sample) -> list[list[Cell]]:
    rows: list[list[Cell]] = [["時期", "内容", "金額（円）"]]
    for planned, row in zip(sample.answers["destinations"], sample.rows, strict=True):
        rows.append(
            [
                iso(planned["planned"]),
                f"{COUNTRIES[row['country']][0]}への出願（請求の翌月末までに支払）",
                sum(row[cost] for cost in COSTS),
            ]
        )
    return [*rows, ["令和6年1月31日まで", "支払の完了及び実績の報告", sample.total()]]

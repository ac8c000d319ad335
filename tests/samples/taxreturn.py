"""No. 4 of a sole proprietor: the copy of a tax return and its statement of a blue return, three pages a year.

Decision: sales and costs stand in data/<name>.toml, every sum on the page is worked out from them.
"""

from typing import Any

from reportlab.platypus import Flowable, PageBreak

from tests.samples.facts import Sample, wareki
from tests.samples.kit import CENTRE, RIGHT, Cell, Ink, Sheet, entry, gap, grid, para, paras, pdf, shaded

INK = Ink("gothic", 9.5, 13)
TIGHT = (("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 3))


def _year(sample: Sample, key: str) -> dict[str, Any]:
    facts: dict[str, Any] = sample.extra["tax"]["years"][key]
    return facts


def _costs(sample: Sample, facts: dict[str, Any]) -> list[tuple[str, int]]:
    return list(zip(sample.extra["tax"]["costs"], facts["costs"], strict=True))


def _income(sample: Sample, facts: dict[str, Any]) -> tuple[int, int, int]:
    """Sales, cost of sales, and what is left after all costs."""
    sales = sum(facts["months"])
    bought = facts["stock_before"] + facts["purchases"] - facts["stock_after"]
    return sales, bought, sales - bought - sum(facts["costs"])


def tax_return(sample: Sample, key: str) -> bytes:
    facts = _year(sample, key)
    story: list[Flowable] = [
        *_first_form(sample, facts),
        PageBreak(),
        *_profit(sample, facts),
        PageBreak(),
        *_months_and_balance(sample, facts),
    ]
    return pdf(story, Sheet(font="gothic", footer="控用　{page}／{pages}（見本）"))


def _income_tax(taxable: int) -> int:
    """所得税の速算表, as far as the sample needs it (所得税法 第89条)."""
    brackets = ((3_300_000, 20, 427_500), (1_950_000, 10, 97_500), (0, 5, 0))
    _, rate, less = next(bracket for bracket in brackets if taxable > bracket[0] or not bracket[0])
    return taxable * rate // 100 - less


def _first_form(sample: Sample, facts: dict[str, Any]) -> list[Flowable]:
    left = _income(sample, facts)[2]
    earned = left - 650_000
    rows, taxable = _deductions(sample, facts, earned)
    tax = _income_tax(taxable)
    extra = tax * 21 // 1000
    rows += [
        ["税金の計算", "課税される所得金額", taxable],
        ["", "上の金額に対する税額", tax],
        ["", "復興特別所得税額（2.1％）", extra],
        ["", "申告納税額（百円未満切捨て）", (tax + extra) // 100 * 100],
    ]
    who: list[list[Cell]] = [
        ["納税地", f"〒{sample.text('applicant.postal_code')}　{sample.address}"],
        ["屋号", sample.company],
        ["氏名", sample.text("applicant.representative_name")],
        ["職業", "織物製造業"],
        ["電話番号", sample.text("contact.phone")],
    ]
    return [
        para(f"{facts['name']}分の所得税及び復興特別所得税の確定申告書（第一表）", INK.but(size=13, leading=20, align=CENTRE)),
        para(
            f"{facts['office']}税務署長　殿　　　　{facts['filed']}　提出（電子申告　受付番号 {facts['receipt']}）",
            INK.but(after=8),
        ),
        grid(who, (34, 136), INK),
        gap(5),
        grid([["区分", "項目", "金額（円）"], *rows], (40, 85, 45), INK.but(size=10), shaded()),
        gap(6),
        *paras(
            [
                "青色申告特別控除額　650,000円",
                "この写しは、電子申告の送信データを印刷したものです。メール詳細（受信通知）の内容は上の受付番号のとおりです。",
            ],
            INK.but(size=9),
        ),
    ]


def _deductions(sample: Sample, facts: dict[str, Any], earned: int) -> tuple[list[list[Cell]], int]:
    taken = facts["deductions"]
    taxable = max(earned - sum(taken.values()), 0) // 1000 * 1000
    rows: list[list[Cell]] = [
        ["収入金額等", "事業　営業等", sum(facts["months"])],
        ["所得金額等", "事業　営業等（青色申告特別控除後）", earned],
        ["", "合計", earned],
    ]
    names = list(taken.items())
    rows += [["所得から差し引かれる金額" if index == 0 else "", label, amount] for index, (label, amount) in enumerate(names)]
    return [*rows, ["", "合計", sum(taken.values())]], taxable


def _profit(sample: Sample, facts: dict[str, Any]) -> list[Flowable]:
    sales, bought, left = _income(sample, facts)
    rows: list[list[Cell]] = [
        ["科目", "金額（円）"],
        ["売上（収入）金額", sales],
        ["期首商品（製品）棚卸高", facts["stock_before"]],
        ["仕入金額（製品製造原価）", facts["purchases"]],
        ["期末商品（製品）棚卸高", facts["stock_after"]],
        ["差引原価", bought],
        ["差引金額", sales - bought],
        *[entry(f"　{label}", amount) for label, amount in _costs(sample, facts)],
        ["経費　計", sum(facts["costs"])],
        ["差引金額（青色申告特別控除前の所得金額）", left],
        ["青色申告特別控除額", 650_000],
        ["所得金額", left - 650_000],
    ]
    return [
        para(f"{facts['name']}分所得税青色申告決算書（一般用）", INK.but(size=13, leading=20, align=CENTRE)),
        para(f"住所　{sample.address}　　事業所　同左　　業種名　織物製造業　　屋号　{sample.company}", INK),
        para(f"氏名　{sample.text('applicant.representative_name')}　　損益計算書（自1月1日　至12月31日）", INK.but(after=6)),
        grid(rows, (115, 50), INK.but(size=10), [*shaded(), *TIGHT]),
    ]


def _months_and_balance(sample: Sample, facts: dict[str, Any]) -> list[Flowable]:
    months: list[list[Cell]] = [["月", "売上金額（円）", "月", "売上金額（円）"]]
    sold = facts["months"]
    months += [[f"{index + 1}月", sold[index], f"{index + 7}月", sold[index + 6]] for index in range(6)]
    months.append(["計", "", "", sum(sold)])
    assets, debts = facts["assets"], facts["debts"]
    capital = sum(assets.values()) - sum(debts.values())
    left: list[tuple[str, int]] = list(assets.items())
    right = [*debts.items(), ("元入金・事業主借・所得の計", capital)]
    tall = max(len(left), len(right))
    rows: list[list[Cell]] = [["資産の部（12月31日）", "金額（円）", "負債・資本の部（12月31日）", "金額（円）"]]
    for index in range(tall):
        a = list[Cell](left[index]) if index < len(left) else ["", ""]
        b = list[Cell](right[index]) if index < len(right) else ["", ""]
        rows.append([*a, *b])
    rows.append(["合計", sum(assets.values()), "合計", sum(assets.values())])
    return [
        para(f"月別売上（収入）金額及び貸借対照表　{facts['name']}分", INK.but(size=12, leading=18, after=6)),
        grid(months, (25, 60, 25, 60), INK, [*shaded(), *TIGHT]),
        gap(6),
        para("減価償却費の計算", INK.but(size=11, after=3)),
        grid(
            [list[Cell](row) for row in [["資産の名称", "取得年月", "取得価額", "本年分の償却費"], *facts["depreciation"]]],
            (60, 35, 37, 38),
            INK,
            [*shaded(), *TIGHT],
        ),
        gap(6),
        para("貸借対照表（資産負債調）", INK.but(size=11, after=3)),
        grid(rows, (52, 33, 52, 33), INK, [*shaded(), *TIGHT]),
        para(f"開業　{wareki(sample.day('applicant.established'))}", INK.but(align=RIGHT, before=6)),
    ]

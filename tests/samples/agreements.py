"""Nos. 9 and 10, and a startup's papers: joint contract, award notice, notice of establishment, balances, trade."""

from reportlab.platypus import Flowable

from tests.samples.facts import Sample, iso, prose, wareki
from tests.samples.kit import CENTRE, MM, RIGHT, Cell, Ink, Sheet, gap, grid, para, paras, pdf, shaded

INK = Ink("mincho", 10.5, 19)


def contract(sample: Sample, _: str) -> bytes:
    """共同出願契約書 with ownership and cost shares."""
    facts, other = sample.extra["contract"], sample.answers["co_applicants"][0]
    words = {
        "name": sample.company,
        "other": other["name"],
        "number": sample.text("base.application_number"),
        "title": sample.text("base.title"),
        "share": _share(sample.text("base.share")),
        "other_share": _share(other["share"]),
        "cost": _share(facts["cost_share"]),
        "other_cost": _share(other["cost_share"]),
    }
    story: list[Flowable] = [para("共同出願契約書", INK.but(size=16, leading=28, align=CENTRE, after=8))]
    for line in prose(facts["text"]):
        story.append(para(line.strip().format(**words) if _is_item(line) else line.format(**words), _line_ink(line)))
    parties = [("甲", sample.address, sample.company, sample.head), ("乙", facts["address"], other["name"], facts["head"])]
    story += [gap(6), para(iso(facts["signed"]), INK), gap(4)]
    for letter, address, name, head in parties:
        story += [*paras([f"{letter}　　{address}", f"　　　{name}", f"　　　{head}　　　　　　印"], INK.but(left=60)), gap(5)]
    return pdf(story, Sheet(side=25 * MM, footer="{page}／{pages}"))


def _is_item(line: str) -> bool:
    return line.startswith(("　２", "　３"))


def _line_ink(line: str) -> Ink:
    """Articles hang under their number, their further paragraphs one step in."""
    if line.startswith("第"):
        return INK.but(left=21, first=-21, before=3)
    return INK.but(left=42, first=-21) if _is_item(line) else INK


def _share(text: str) -> str:
    """2/5 as 5分の2"""
    part, whole = text.split("/")
    return f"{whole}分の{part}"


def award(sample: Sample, _: str) -> bytes:
    """交付決定通知書 of the programme that gives the extra point."""
    facts = sample.extra["award"]
    story: list[Flowable] = [
        *paras([facts["number"], iso(facts["date"])], INK.but(align=RIGHT)),
        gap(8),
        *paras([sample.address, sample.company, f"{sample.head}　殿"], INK),
        gap(8),
        *paras(facts["sender"], INK.but(align=RIGHT)),
        para(facts["title"], INK.but(size=13, leading=24, align=CENTRE, before=16, after=12)),
        *paras(facts["body"], INK.but(leading=22, after=4)),
        para("記", INK.but(align=CENTRE, before=8, after=8)),
        grid([[label, text] for label, text in facts["items"]], (50, 120), INK),
        *paras(facts["conditions"], INK.but(before=6, left=21, first=-21)),
        gap(10),
        para("（見本）", INK.but(size=8, align=RIGHT)),
    ]
    return pdf(story, Sheet())


def establishment(sample: Sample, _: str) -> bytes:
    """法人設立届出書: the boxes of the tax office's form."""
    facts, ink = sample.extra["startup"], Ink("gothic", 10, 15)
    rows: list[list[Cell]] = [
        ["（フリガナ）", sample.text("applicant.trade_name_kana")],
        ["法人名", sample.company],
        ["法人番号", sample.text("applicant.corporate_number")],
        [
            "本店又は主たる事務所の所在地",
            f"〒{sample.text('applicant.postal_code')}　{sample.address}　　電話　{sample.text('contact.phone')}",
        ],
        ["納税地", "同上"],
        ["代表者氏名", sample.text("applicant.representative_name")],
        ["代表者住所", facts["home"]],
        ["設立年月日", wareki(sample.day("applicant.established"))],
        ["事業年度", facts["fiscal_year"]],
        ["設立時の資本金又は出資金の額", f"{sample.answers['applicant.capital']:,}円"],
        ["消費税の新設法人に該当することとなった事業年度開始の日", "該当なし"],
        ["事業の目的", facts["purpose"]],
        ["支店・出張所・工場等", "なし"],
        ["設立の形態", "１　個人企業を法人組織とした法人である場合　　　５　その他（金銭出資による設立）　○"],
        ["事業開始（見込み）年月日", facts["begun"]],
        ["「給与支払事務所等の開設届出書」提出の有無", "有"],
        ["添付書類", "１　定款の写し　　２　その他（株主名簿）"],
        ["関与税理士", facts["accountant"]],
    ]
    story: list[Flowable] = [
        para("法人設立届出書", ink.but(size=16, leading=24, align=CENTRE, after=6)),
        para(f"{iso(facts['notified'])}　　　{facts['office']}税務署長　殿", ink),
        para(f"（電子申告　受付番号　{facts['receipt']}　　受付日時　{facts['accepted']}）", ink.but(size=9)),
        para("新たに内国法人を設立したので届け出ます。", ink.but(before=6, after=6)),
        grid(rows, (58, 112), ink, (("TOPPADDING", (0, 0), (-1, -1), 5), ("BOTTOMPADDING", (0, 0), (-1, -1), 6))),
        para("（見本）", ink.but(size=8, align=RIGHT, before=8)),
    ]
    return pdf(story, Sheet(font="gothic"))


def balance(sample: Sample, which: str) -> bytes:
    """残高証明書 of the bank, at the end of a month."""
    facts = sample.extra["startup"]["balances"][which]
    rows: list[list[Cell]] = [["種類", "口座番号", "金額（円）", "摘要"], *[list[Cell](row) for row in facts["accounts"]]]
    rows.append(["合計", "", sum(row[2] for row in facts["accounts"]), ""])
    story: list[Flowable] = [
        para("残　高　証　明　書", INK.but(size=18, leading=28, align=CENTRE, after=20)),
        *paras([sample.address, f"{sample.company}　様"], INK.but(size=11.5)),
        gap(10),
        para(
            f"　貴名義の下記勘定について、{iso(facts['day'])}の業務終了時における残高を次のとおり証明します。",
            INK.but(size=11.5, leading=24),
        ),
        gap(6),
        grid(
            rows, (36, 46, 46, 42), INK, [*shaded(), ("TOPPADDING", (0, 0), (-1, -1), 8), ("BOTTOMPADDING", (0, 0), (-1, -1), 9)]
        ),
        gap(16),
        *paras([iso(facts["issued"]), *facts["bank"]], INK.but(size=11.5, leading=22, left=220)),
        gap(16),
        para("金額の訂正をしたもの及び当行の証明印のないものは無効です。（見本）", INK.but(size=8.5)),
    ]
    return pdf(story, Sheet(side=24 * MM, top=34 * MM))


def invoice(sample: Sample, _: str) -> bytes:
    """請求書: what a customer was billed, tax apart."""
    facts = sample.extra["startup"]["invoice"]
    return _bill(
        sample,
        "御　請　求　書",
        facts["number"],
        facts["issued"],
        f"下記のとおりご請求申し上げます。お支払期限　{iso(facts['due'])}",
        facts["notes"],
    )


def delivery(sample: Sample, _: str) -> bytes:
    """納品書 of the same goods, as the customer signed for it."""
    facts = sample.extra["startup"]["invoice"]
    return _bill(
        sample,
        "納　品　書",
        facts["delivery"],
        facts["delivered"],
        f"下記のとおり納品いたしました。　　受領　{facts['received_by']}",
        facts["delivery_notes"],
    )


def _bill(sample: Sample, title: str, number: str, day: str, sentence: str, notes: list[str]) -> bytes:
    facts, ink = sample.extra["startup"]["invoice"], Ink("gothic", 10.5, 17)
    rows: list[list[Cell]] = [["品名", "数量", "単価（円）", "金額（円）"]]
    rows += [[name, f"{count}個", price, count * price] for name, count, price in facts["lines"]]
    bare = sum(count * price for _, count, price in facts["lines"])
    tax = bare // 10
    rows += [["小計", "", "", bare], ["消費税（10％）", "", "", tax], ["合計", "", "", bare + tax]]
    sender = [
        sample.company,
        f"〒{sample.text('applicant.postal_code')}　{sample.address}",
        f"電話　{sample.text('contact.phone')}",
    ]
    story: list[Flowable] = [
        *paras([f"No. {number}", iso(day)], ink.but(align=RIGHT)),
        para(title, ink.but(size=18, leading=28, align=CENTRE, after=10)),
        para(f"{facts['customer']}　御中", ink.but(size=13, after=8)),
        *paras(sender, ink.but(align=RIGHT)),
        para(sentence, ink.but(before=8, after=6)),
        para(f"合計金額　　¥{bare + tax:,}－（税込）", ink.but(size=14, leading=22, after=8)),
        grid(rows, (80, 25, 32, 33), ink, shaded()),
        gap(6),
        *paras(notes, ink.but(size=9.5)),
    ]
    return pdf(story, Sheet(font="gothic"))

"""No. 1: the certified register copy, the residence record copy and the articles.

Decision: laid out like the originals, without a seal, and marked 見本 at the foot: nobody is to take them for real ones.
"""

import re
from datetime import date
from typing import Any

from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepTogether

from tests.samples.facts import Sample, iso, prose, wareki
from tests.samples.kit import A4, CENTRE, MM, RIGHT, Cell, Ink, Sheet, gap, grid, para, paras, pdf

INK = Ink("mincho", 10, 15.5)
_WIDTHS = (44, 126)
_ITEM = re.compile("[一二三四五六七]　")


def certificate(sample: Sample, _: str) -> bytes:
    """履歴事項全部証明書: ruled rows, one a matter, the officers each with their entries."""
    facts = sample.extra["register"]
    rows: list[list[Cell]] = [
        ["会社法人等番号", _grouped(sample.text("applicant.corporate_number")[1:])],
        [facts.get("name_label", "商号"), sample.company],
        [facts.get("place_label", "本店"), _with_history(sample.address, facts.get("moved"))],
        ["公告をする方法", facts["notice"]],
        [facts.get("founded_label", "会社成立の年月日"), wareki(sample.day("applicant.established"))],
        [facts.get("purpose_label", "目的"), "\n".join(facts["purposes"])],
        *[[label, text] for label, text in facts["matters"]],
    ]
    story: list[Flowable] = [
        para("履歴事項全部証明書", INK.but(size=17, leading=24, align=CENTRE, after=8)),
        *paras([sample.address, sample.company], INK.but(size=11)),
        gap(4),
        grid(rows, _WIDTHS, INK, (("VALIGN", (0, 0), (-1, -1), "TOP"),)),
        grid(_officers(sample), (44, 70, 56), INK, (("VALIGN", (0, 0), (-1, -1), "TOP"),)),
        grid([["登記記録に関する事項", facts["record"]]], _WIDTHS, INK, (("VALIGN", (0, 0), (-1, -1), "TOP"),)),
        gap(10),
        *_attestation(facts),
    ]
    return pdf(
        story,
        _sheet(f"整理番号　{facts['serial']}　　＊　下線のあるものは抹消事項であることを示す。　　{{page}}／{{pages}}　（見本）"),
    )


def _sheet(footer: str) -> Sheet:
    return Sheet(footer=footer, top=22 * MM, bottom=24 * MM, decorate=_tint)


def _tint(canvas: Canvas, page: int) -> None:
    """The pale ground of certificate paper."""
    canvas.setFillColor(colors.HexColor("#f1f6f1"))
    canvas.rect(10 * MM, 14 * MM, A4[0] - 20 * MM, A4[1] - 24 * MM, stroke=0, fill=1)
    canvas.setFillColor(colors.black)


def _grouped(number: str) -> str:
    return f"{number[:4]}－{number[4:6]}－{number[6:]}"


def _with_history(now: str, before: dict[str, str] | None) -> str:
    if not before:
        return now
    return f"{before['from']}（抹消）\n{now}\n　　{before['moved']}移転　　{before['entered']}登記"


def _officers(sample: Sample) -> list[list[Cell]]:
    facts = sample.extra["register"]
    rows: list[list[Cell]] = []
    listed = {row["name"]: row for row in sample.answers["officers"]}
    for name, entries in facts["officers"].items():
        post = facts.get("posts", {}).get(name, listed[name]["post"] if name in listed else "")
        for index, (happened, entered) in enumerate(entries):
            label = facts["officer_label"] if not rows else ""
            place = f"\n{facts['homes'][name]}" if name in facts.get("homes", {}) and index == len(entries) - 1 else ""
            person = "　".join(name.split("　")[-2:])
            parted = "　　" if len(post + person) < 18 else "\n　　"
            rows.append([label, f"{post}{parted}{person}{place}", f"{happened}\n{entered}登記"])
    return rows


def _attestation(facts: dict[str, Any]) -> list[Flowable]:
    text = "　これは登記簿に記録されている閉鎖されていない事項の全部であることを証明した書面である。"
    lines = [iso(facts["issued"]), facts["bureau"], f"登記官　　　　　{facts['registrar']}　　　"]
    place = para(f"（{facts['jurisdiction']}管轄）", INK)
    return [KeepTogether([para(text, INK), gap(3), place, gap(4), *paras(lines, INK.but(left=60))])]


def residence(sample: Sample, _: str) -> bytes:
    """住民票の写し: one person, the columns of a city's form."""
    facts, person = sample.extra["residence"], sample.answers["officers"][0]
    rows: list[list[Cell]] = [
        ["フリガナ", facts["kana"], "生年月日", wareki(date.fromisoformat(person["birth"]))],
        ["氏名", sample.text("applicant.representative_name"), "性別", {"F": "女", "M": "男"}[person["sex"]]],
        ["住所", sample.address, "住民となった年月日", facts["since"]],
        ["世帯主", facts["householder"], "住所を定めた年月日", facts["settled"]],
        ["続柄", "省略", "届出の年月日", facts["reported"]],
        ["前住所", facts["before"], "個人番号", "省略"],
        ["本籍", "省略", "住民票コード", "省略"],
        ["備考", facts["remarks"], "", ""],
    ]
    city = facts["mayor"]
    story: list[Flowable] = [
        para("住　民　票", INK.but(size=18, leading=26, align=CENTRE, after=12)),
        grid(
            rows,
            (24, 70, 36, 44),
            INK,
            (("SPAN", (1, 7), (3, 7)), ("TOPPADDING", (0, 0), (-1, -1), 9), ("BOTTOMPADDING", (0, 0), (-1, -1), 9)),
        ),
        gap(14),
        para("　この写しは、世帯の一部の住民票の原本と相違ないことを証明する。", INK.but(size=11)),
        gap(8),
        *paras([iso(facts["issued"]), city], INK.but(size=12, leading=20, left=200)),
        gap(20),
        para(f"発行番号　{facts['serial']}　　（見本）", INK.but(size=8, align=RIGHT)),
    ]
    return pdf(story, _sheet("偽造防止用紙ではない写しです（見本）"))


def articles(sample: Sample, _: str) -> bytes:
    """定款: chapters, articles and the sentence that they agree with the original."""
    facts = sample.extra["articles"]
    body, chapter, title = (
        INK.but(size=10.5, leading=18, left=21, first=-21),
        INK.but(size=12, leading=18, align=CENTRE, before=12, after=4, keep=True),
        INK.but(size=10.5, leading=18, before=3, keep=True),
    )
    story: list[Flowable] = [para(f"{sample.company}　定款", INK.but(size=17, leading=30, align=CENTRE, after=12))]
    for line in prose(facts["text"]):
        words = line.format(name=sample.company, address=sample.address)
        ink = chapter if words.startswith("　　第") else title if words.startswith("（") else body
        item = _ITEM.match(words) is not None
        story.append(para(words.strip() if ink is chapter else words, body.but(left=42, first=-21) if item else ink))
    closing = [
        "　上記は、当組合の定款の写しに相違ありません。",
        f"　　{facts['signed']}",
        f"　　　{sample.address}",
        f"　　　{sample.company}　　{sample.head}",
    ]
    return pdf([*story, gap(8), *paras(closing, INK.but(size=10.5, leading=20))], Sheet(side=25 * MM, footer="－ {page} －"))

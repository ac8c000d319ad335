"""No. 5 of a patent: request, description, claims, abstract and drawings; and a PCT application with its two reports.

Decision: the text lies in data/<name>-spec.txt, a paragraph a line, the parts parted by lines that begin with 【書類名】.
"""

from collections.abc import Iterator

from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from tests.samples.drawings import figures
from tests.samples.facts import Sample, iso, prose
from tests.samples.kit import CENTRE, MM, Cell, Ink, Sheet, gap, grid, para, paras, pdf, shaded, texts

INK = Ink("mincho", 11, 19)


def _numbered(lines: list[str]) -> Iterator[str]:
    """Lines that begin with ¶ are numbered paragraphs, 【0001】 on a line of its own above the text."""
    count = 0
    for line in lines:
        if line.startswith("¶"):
            count += 1
            yield f"　　【{count:04}】"
            yield f"　{line[1:]}"
        else:
            yield line


def parts(name: str) -> list[list[str]]:
    """The parts of the text: description, claims, abstract."""
    found: list[list[str]] = []
    for line in _numbered(prose(name)):
        if line.startswith("【書類名】"):
            found.append([])
        found[-1].append(line)
    return found


def _text(sample: Sample) -> list[Flowable]:
    story: list[Flowable] = []
    for part in parts(f"{sample.name}-spec.txt"):
        story.append(PageBreak())
        for line, after in zip(part, [*part[1:], ""], strict=True):
            room = (80 if after.endswith("】") else 60) if line.endswith("】") else 0
            story += [CondPageBreak(room), para(line, INK)]
    return story


def _sheet() -> Sheet:
    return Sheet(side=20 * MM, top=22 * MM, bottom=20 * MM, footer="{page}")


def application(sample: Sample, _: str) -> bytes:
    """特許願 with everything that was filed with it."""
    facts = sample.extra["application"]
    lines = [
        "【書類名】　　　　　特許願",
        f"【整理番号】　　　　{facts['reference']}",
        f"【提出日】　　　　　{iso(sample.text('base.filing_date'))}",
        "【あて先】　　　　　特許庁長官　殿",
        f"【国際特許分類】　　{facts['ipc'][0]}",
        *[f"　　　　　　　　　　{code}" for code in facts["ipc"][1:]],
        *[line for inventor in facts["inventors"] for line in _person("発明者", inventor)],
        *[line for owner in facts["owners"] for line in _owner(owner)],
        "【代理人】",
        f"　　【識別番号】　　　{facts['agent_id']}",
        "　　【弁理士】",
        f"　　【氏名又は名称】　{sample.text('attorney.name')}",
        f"　　【電話番号】　　　{sample.text('attorney.phone')}",
        *facts["closing"],
    ]
    receipt = _receipt(sample)
    story: list[Flowable] = [*paras(lines, INK.but(leading=19)), *_text(sample), PageBreak(), *figures(sample)]
    return pdf([*receipt, PageBreak(), *story], _sheet())


def _person(label: str, facts: dict[str, str]) -> list[str]:
    return [f"【{label}】", f"　　【住所又は居所】　{facts['address']}", f"　　【氏名】　　　　　{facts['name']}"]


def _owner(facts: dict[str, str]) -> list[str]:
    return [
        "【特許出願人】",
        f"　　【持分】　　　　　{facts['share']}",
        f"　　【識別番号】　　　{facts['id']}",
        f"　　【住所又は居所】　{facts['address']}",
        f"　　【氏名又は名称】　{facts['name']}",
        f"　　【代表者】　　　　{facts['head']}",
    ]


def _receipt(sample: Sample) -> list[Flowable]:
    """受領書: the office's own list of what arrived."""
    facts = sample.extra["application"]
    day, number = iso(sample.text("base.filing_date")), sample.text("base.application_number")
    rows: list[list[Cell]] = [
        ["項番", "書類名", "整理番号", "受付番号", "出願番号通知（事件の表示）"],
        ["1", "特許願", facts["reference"], facts["received"], f"{number}\n（アクセスコード {facts['access']}）"],
    ]
    return [
        para("受　領　書", INK.but(size=16, align=CENTRE, after=14)),
        *paras([day, "特許庁長官"], INK.but(align=2)),
        *paras([f"識別番号　{facts['agent_id']}", f"氏名（名称）　{sample.text('attorney.name')}　様"], INK),
        para("以下の書類を受領しました。", INK.but(before=10, after=8)),
        grid(rows, (14, 30, 34, 36, 56), INK.but(size=10, leading=15), shaded()),
        para("以上", INK.but(before=10, align=2)),
    ]


def pct_application(sample: Sample, _: str) -> bytes:
    """The request (PCT/RO/101 in Japanese) and the international application."""
    facts, ink = sample.extra["application"], INK.but(size=10, leading=15)
    boxes: list[list[Cell]] = [[f"第{box}欄", title, "\n".join(text)] for box, title, text in facts["boxes"]]
    story: list[Flowable] = [
        para("特許協力条約に基づく国際出願　願書", INK.but(size=15, align=CENTRE, after=8)),
        grid(
            [["国際出願番号", sample.text("base.application_number"), "国際出願日", iso(sample.text("base.filing_date"))]],
            (28, 57, 28, 57),
            ink,
        ),
        para(
            f"出願人又は代理人の書類記号　{facts['reference']}　　　　　　　　（受理官庁　日本国特許庁）",
            ink.but(before=4, after=6),
        ),
        grid(boxes, (18, 46, 106), ink),
        *_text(sample),
        PageBreak(),
        *figures(sample),
    ]
    return pdf(story, _sheet())


def _report_head(sample: Sample, title: str, form: str) -> list[Flowable]:
    facts, ink = sample.extra["application"], INK.but(size=10, leading=15)
    rows: list[list[Cell]] = [
        ["出願人又は代理人の書類記号", facts["reference"]],
        ["国際出願番号", sample.text("base.application_number")],
        ["国際出願日", iso(sample.text("base.filing_date"))],
        ["優先日", iso(sample.text("base.priority_date"))],
        ["出願人", sample.company],
        ["発明の名称", sample.text("base.title")],
    ]
    return [
        para(title, INK.but(size=15, align=CENTRE)),
        para(form, ink.but(align=CENTRE, after=6)),
        grid(rows, (56, 114), ink),
        gap(5),
    ]


def search_report(sample: Sample, _: str) -> bytes:
    """国際調査報告: fields, data bases and the documents found."""
    facts, ink = sample.extra["report"], INK.but(size=10, leading=16)
    head: list[Cell] = ["引用文献のカテゴリー", "引用文献名及び関連する箇所", "関連する請求項"]
    story: list[Flowable] = [
        *_report_head(sample, "国　際　調　査　報　告", "（法第12条、法施行規則第45条）〔PCT18条、PCT規則43、44〕"),
        *[
            flowable
            for title, text in facts["fields"]
            for flowable in (para(title, ink.but(size=11, before=6)), para(text, ink.but(left=12)))
        ],
        PageBreak(),
        para("Ｃ．関連すると認められる文献", ink.but(size=11, after=4)),
        grid([head, *texts(facts["documents"])], (28, 108, 34), ink, shaded()),
        gap(6),
        *paras(facts["closing"], ink),
    ]
    return pdf(story, Sheet(footer="様式PCT／ISA／210　第{page}ページ（見本）"))


def written_opinion(sample: Sample, _: str) -> bytes:
    """国際調査機関の見解書: the statement in boxes, then the reasons."""
    facts, ink = sample.extra["opinion"], INK.but(size=10.5, leading=18)
    statement: list[list[Cell]] = [["", "請求項", "有無"], *texts(facts["statement"])]
    story: list[Flowable] = [
        *_report_head(sample, "国際調査機関の見解書", "（法施行規則第40条の2）〔PCT規則43の2．1〕"),
        *paras(facts["basis"], ink),
        PageBreak(),
        para(
            "第Ⅴ欄　新規性、進歩性又は産業上の利用可能性についての見解、並びにそれを裏付ける文献及び説明",
            ink.but(size=11, after=4),
        ),
        grid(statement, (60, 70, 40), ink, shaded()),
        *paras(facts["reasons"], ink.but(before=5)),
    ]
    return pdf(story, Sheet(footer="様式PCT／ISA／237　第{page}ページ（見本）"))

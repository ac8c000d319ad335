"""No. 5 of a trademark and of a design: the request, the mark or the views, and what a body files with a regional mark."""

from math import cos, pi, sin

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, String
from reportlab.lib import colors
from reportlab.platypus import Flowable, PageBreak

from tests.samples.drawings import frame
from tests.samples.facts import Sample, iso
from tests.samples.kit import CENTRE, MM, RIGHT, Cell, Ink, Sheet, gap, grid, para, paras, pdf, register_fonts, shaded

INK = Ink("mincho", 11, 18)
FONT = "mincho"


def _head(sample: Sample, title: str) -> list[str]:
    facts = sample.extra["application"]
    return [
        f"【書類名】　　　　　{title}",
        f"【整理番号】　　　　{facts['reference']}",
        f"【提出日】　　　　　{iso(sample.text('base.filing_date'))}",
        "【あて先】　　　　　特許庁長官　殿",
    ]


def _people(sample: Sample, label: str) -> list[str]:
    facts = sample.extra["application"]
    lines = [
        f"【{label}】",
        f"　　【識別番号】　　　{facts['owner_id']}",
        f"　　【住所又は居所】　{sample.address}",
        f"　　【氏名又は名称】　{sample.answers['base.applicants'][0]}",
    ]
    if sample.text("applicant.type") != "sole_proprietor":
        lines.append(f"　　【代表者】　　　　{sample.text('applicant.representative_name')}")
    if sample.answers["attorney.none"]:
        return [*lines, f"　　【電話番号】　　　{sample.text('contact.phone')}"]
    return [
        *lines,
        "【代理人】",
        f"　　【識別番号】　　　{facts['agent_id']}",
        "　　【弁理士】",
        f"　　【氏名又は名称】　{sample.text('attorney.name')}",
        f"　　【電話番号】　　　{sample.text('attorney.phone')}",
    ]


def mark(sample: Sample) -> Drawing:
    """【商標登録を受けようとする商標】: standard letters or letters with a device, in its frame."""
    register_fonts()
    facts, drawing = sample.extra["application"]["mark"], Drawing(480, 190)
    drawing.add(frame((120, 5), (240, 180), 0.6))
    top = 95.0 if len(facts["lines"]) == 1 else 78.0
    if facts.get("device") == "wave":
        for row in range(4):
            drawing.add(Circle(240, 128 + row * 2, 32 - row * 8, fillColor=None, strokeColor=colors.black, strokeWidth=1.2))
        top = 52.0
    for index, line in enumerate(facts["lines"]):
        size = facts["sizes"][index]
        drawing.add(String(240, top - index * 34, line, fontName=FONT, fontSize=size, textAnchor="middle"))
    return drawing


def receipt(sample: Sample, title: str) -> list[Flowable]:
    """受領書: the office's list of what arrived."""
    facts = sample.extra["application"]
    attorney = not sample.answers["attorney.none"]
    who = sample.text("attorney.name") if attorney else sample.answers["base.applicants"][0]
    rows: list[list[Cell]] = [
        ["項番", "書類名", "整理番号", "受付番号", "出願番号通知（事件の表示）"],
        [
            "1",
            title,
            facts["reference"],
            facts["received"],
            f"{sample.text('base.application_number')}\n（アクセスコード　{facts['access']}）",
        ],
    ]
    return [
        para("受　領　書", INK.but(size=16, leading=26, align=CENTRE, after=14)),
        *paras([iso(sample.text("base.filing_date")), "特許庁長官"], INK.but(align=RIGHT)),
        *paras([f"識別番号　{facts['agent_id'] if attorney else facts['owner_id']}", f"氏名（名称）　{who}　様"], INK),
        para("以下の書類を受領しました。", INK.but(before=10, after=8)),
        grid(rows, (14, 38, 28, 36, 54), INK.but(size=10, leading=15), shaded()),
        para("以上", INK.but(before=10, align=RIGHT)),
    ]


def trademark(sample: Sample, title: str) -> bytes:
    """The request with the mark, the goods, and for a regional mark the proof of the body and of being known."""
    facts = sample.extra["application"]
    goods = [
        line for number, text in facts["goods"] for line in (f"　　【第{number}類】", f"　　【指定商品（指定役務）】　{text}")
    ]
    story: list[Flowable] = [
        *receipt(sample, title),
        PageBreak(),
        *paras([*_head(sample, title), "【商標登録を受けようとする商標】"], INK),
        gap(3),
        mark(sample),
        gap(3),
        *paras([*facts.get("remarks", []), "【指定商品又は指定役務並びに商品及び役務の区分】", *goods], INK),
        *paras(
            [*_people(sample, "商標登録出願人"), "【手数料の表示】", *facts["fees"], "【提出物件の目録】", *facts["enclosures"]],
            INK,
        ),
    ]
    for heading, lines in facts.get("annexes", []):
        story += [
            PageBreak(),
            para(heading, INK.but(size=14, leading=24, align=CENTRE, after=8)),
            *paras(lines, INK.but(leading=21, after=4)),
        ]
    return pdf(story, Sheet(top=22 * MM, footer="{page}"))


_HEXAGON = [(cos(pi / 6 + k * pi / 3), sin(pi / 6 + k * pi / 3)) for k in range(6)]


def _ring(centre: tuple[float, float], radius: float, flat: float, turn: float = 0.0) -> list[tuple[float, float]]:
    """The corners of a hexagon seen under an angle: `flat` squeezes its height."""
    cx, cy = centre
    return [
        (cx + radius * (x * cos(turn) - y * sin(turn)), cy + radius * flat * (x * sin(turn) + y * cos(turn))) for x, y in _HEXAGON
    ]


def _outline(drawing: Drawing, points: list[tuple[float, float]]) -> None:
    flat = [value for point in points for value in point]
    drawing.add(Polygon(flat, fillColor=colors.white, strokeColor=colors.black, strokeWidth=0.9))


def _perspective(drawing: Drawing, x: float, height: float, turn: float) -> None:
    low, high = _ring((x, 40), 60, 0.36), _ring((x, 40 + height), 60, 0.36, turn)
    step = -1 if turn < 0 else 1
    _outline(drawing, low)
    for index, (a, b) in enumerate(zip(low, high, strict=True)):
        drawing.add(Line(*a, *b, strokeWidth=0.8))
        drawing.add(Line(*low[(index + step) % 6], *b, strokeWidth=0.4))
    _outline(drawing, high)
    _outline(drawing, _ring((x, 40 + height), 46, 0.36, turn))


def _elevation(drawing: Drawing, x: float, height: float) -> None:
    """A view from the side: two plates and the twisted cloth between them."""
    for y in (36, 36 + height):
        drawing.add(frame((x - 62, y), (124, 9)))
    below, above = (-62, -31, 31, 62), (-31, 31, 62, 62)
    for a, b in zip(below, above, strict=True):
        drawing.add(Line(x + a, 45, x + b, 36 + height, strokeWidth=0.8))
        drawing.add(Line(x - a, 45, x - b, 36 + height, strokeWidth=0.4))


def _plan(drawing: Drawing, x: float, rings: tuple[int, ...]) -> None:
    for radius in rings:
        _outline(drawing, _ring((x, 100), radius, 1.0))
    drawing.add(Circle(x, 100, 9, fillColor=None, strokeColor=colors.black))


def _views(names: tuple[str, str]) -> list[Flowable]:
    """Two views side by side under their names."""
    register_fonts()
    drawing = Drawing(480, 200)
    for index, name in enumerate(names):
        x = 120 + index * 240
        drawing.add(String(x - 100, 186, f"【{name}】", fontName=FONT, fontSize=11))
        if name in ("平面図", "底面図"):
            _plan(drawing, x, (62, 52, 30) if name == "平面図" else (62, 40))
        elif name in ("正面図", "背面図", "右側面図", "左側面図"):
            _elevation(drawing, x, 118)
        elif name in ("斜視図", "背面側の斜視図"):
            _perspective(drawing, x, 96, pi / 3 if name == "斜視図" else -pi / 3)
        elif name == "折りたたんだ状態の正面図":
            _elevation(drawing, x, 18)
        else:
            _perspective(drawing, x, 22, 0)
    return [drawing, gap(4)]


def design(sample: Sample, title: str) -> bytes:
    """意匠登録願 with its views."""
    facts = sample.extra["application"]
    lines = [
        *_head(sample, title),
        f"【意匠に係る物品】　{sample.text('base.title')}",
        *[
            line
            for person in facts["creators"]
            for line in (
                "【意匠の創作をした者】",
                f"　　【住所又は居所】　{person['address']}",
                f"　　【氏名】　　　　　{person['name']}",
            )
        ],
        *_people(sample, "意匠登録出願人"),
        "【手数料の表示】",
        *facts["fees"],
        "【提出物件の目録】",
        *facts["enclosures"],
        f"【意匠に係る物品の説明】　{facts['article']}",
        f"【意匠の説明】　{facts['explanation']}",
    ]
    story: list[Flowable] = [
        *receipt(sample, title),
        PageBreak(),
        *paras(lines, INK),
        PageBreak(),
        para("【書類名】　　図面", INK),
    ]
    pairs = (
        ("正面図", "背面図"),
        ("右側面図", "左側面図"),
        ("平面図", "底面図"),
        ("斜視図", "折りたたんだ状態の正面図"),
        ("折りたたんだ状態の斜視図", "背面側の斜視図"),
    )
    for index, pair in enumerate(pairs):
        story += _views(pair)
        if index == 2:
            story.append(PageBreak())
    return pdf(story, Sheet(top=22 * MM, footer="{page}"))

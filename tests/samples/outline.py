"""No. 2 and the startup's proofs of business: outlines, the A3 pamphlet, the members' list, a web page in print."""

from collections.abc import Sequence

from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.shapes import Drawing, String
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Table, TableStyle

from tests.samples.facts import Sample, prose, wareki
from tests.samples.kit import A3_WIDE, A4, B4, CENTRE, MM, Cell, Ink, Sheet, grid, para, paras, pdf, register_fonts, shaded

INK = Ink("pgothic", 10, 16)


def _heading(ink: Ink) -> Ink:
    return ink.but(size=ink.size * 1.25, leading=ink.size * 2, before=8, after=4, keep=True)


def _particulars(sample: Sample) -> list[list[Cell]]:
    rows: list[list[Cell]] = [
        ["名称", sample.company],
        ["所在地", f"〒{sample.text('applicant.postal_code')}　{sample.address}"],
        ["代表者", sample.head],
        ["設立", wareki(sample.day("applicant.established"))],
    ]
    if capital := sample.answers.get("applicant.capital"):
        rows.append(["資本金", f"{capital:,}円"])
    rows.append(["従業員数", f"{sample.answers['applicant.regular_employees']}名（常時使用する従業員）"])
    rows += [[label, text] for label, text in sample.extra["outline"]["particulars"]]
    return [*rows, ["ホームページ", sample.text("applicant.url")]]


def chart(bars: Sequence[Sequence[str | int]], unit: str) -> Drawing:
    """Sales by year as upright bars."""
    register_fonts()
    drawing, plot = Drawing(440, 170), VerticalBarChart()
    plot.x, plot.y, plot.width, plot.height = 50, 25, 370, 125
    plot.data = [[float(bar[1]) for bar in bars]]
    plot.categoryAxis.categoryNames = [str(bar[0]) for bar in bars]
    plot.valueAxis.valueMin = 0
    plot.bars[0].fillColor = colors.HexColor("#3f6f8f")
    plot.barLabelFormat = "%0.0f"
    plot.barLabels.nudge = 7
    for labels in (plot.categoryAxis.labels, plot.valueAxis.labels, plot.barLabels):
        labels.fontName, labels.fontSize = INK.font, 8
    drawing.add(plot)
    drawing.add(String(6, 158, unit, fontName=INK.font, fontSize=8))
    return drawing


def _story(sample: Sample, title: str, ink: Ink = INK) -> list[Flowable]:
    facts, heading = sample.extra["outline"], _heading(ink)
    story: list[Flowable] = [
        para(sample.company, ink.but(size=ink.size * 2, leading=ink.size * 2.8)),
        para(facts["motto"], ink.but(size=ink.size * 1.1, after=10)),
        para(title, heading),
        grid(_particulars(sample), (34, 136), ink, (("BACKGROUND", (0, 0), (0, -1), colors.HexColor("#eef3f6")),)),
        para("事業の内容", heading),
        para(sample.text("applicant.business"), ink),
        para("主な製品・取組", heading),
        *paras(facts["products"], ink.but(left=12, first=-12, after=3)),
    ]
    story += [para("売上高の推移", heading), chart(facts["sales"], facts["unit"])]
    story += [para("沿革", heading), grid([list[Cell](row) for row in facts["history"]], (34, 136), ink)]
    story += [para("体制・設備", heading), *paras(facts["equipment"], ink.but(left=12, first=-12, after=3))]
    return story


def _band(canvas: Canvas, page: int) -> None:
    canvas.setFillColor(colors.HexColor("#3f6f8f"))
    canvas.rect(0, A4[1] - 9 * MM, A4[0], 9 * MM, stroke=0, fill=1)
    canvas.setFillColor(colors.black)


def outline(sample: Sample, title: str) -> bytes:
    return pdf(_story(sample, title), Sheet(footer="{page}", font="pgothic", decorate=_band))


def pamphlet(sample: Sample, title: str) -> bytes:
    """One A3 sheet: a cover half and an inner half, side by side."""
    story = _story(sample, title, INK.but(size=14, leading=23))
    middle = next(index for index, item in enumerate(story) if getattr(item, "text", "") == "売上高の推移")
    spread = _unruled([[_stack(story[:middle]), _stack(story[middle:])]], (198, 190))
    return pdf([spread], Sheet(size=A3_WIDE, side=14 * MM, top=16 * MM, bottom=16 * MM, font="pgothic"))


def _stack(story: list[Flowable]) -> Flowable:
    return _unruled([[item] for item in story], (176,))


def _unruled(rows: list[list[Flowable]], widths: tuple[float, ...]) -> Flowable:
    """Flowables side by side or one below the other, without lines."""
    style = TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)])
    return Table(rows, colWidths=[width * MM for width in widths], style=style)


def members(sample: Sample, _: str) -> bytes:
    """組合員名簿, on B4: number, name, person, place, shares, since."""
    facts = sample.extra["members"]
    ink = Ink("mincho", 10.5, 15)
    rows: list[list[Cell]] = [["番号", "名称（屋号）", "代表者氏名", "所在地", "出資口数", "加入年月"]]
    for number, line in enumerate(prose(facts["text"]), 1):
        name, person, lot, units, joined = line.split(",")
        rows.append([str(number), name, person, f"{facts['place']}{lot}", int(units), joined])
    total = sum(int(line.split(",")[3]) for line in prose(facts["text"]))
    rows.append(["合計", f"{len(rows) - 1}者", "", f"出資1口の金額　{facts['unit']:,}円", total, ""])
    if total * facts["unit"] != sample.answers["applicant.capital"]:
        raise ValueError("the members' shares do not make up the capital")
    story: list[Flowable] = [
        para(f"{sample.company}　組合員名簿", ink.but(size=17, leading=26, align=CENTRE, after=6)),
        para(facts["as_of"], ink.but(after=6)),
        grid(rows, (14, 58, 38, 66, 22, 28), ink, shaded()),
    ]
    return pdf(story, Sheet(size=B4, side=15 * MM, top=16 * MM))


def web_page(sample: Sample, _: str) -> bytes:
    """A web page as a browser prints it: address and date in the margins."""
    facts, ink, heading = sample.extra["web"], INK.but(size=10.5, leading=18), _heading(INK)
    story: list[Flowable] = [
        para(sample.company, ink.but(size=18, leading=28)),
        para(facts["menu"], ink.but(size=9, after=10)),
        para(facts["headline"], ink.but(size=15, leading=24, after=6)),
        *paras(facts["lead"], ink.but(after=6)),
        para("製品の仕様", heading),
        grid([list[Cell](row) for row in facts["specification"]], (40, 130), ink),
        para("お知らせ", heading),
        *paras(facts["news"], ink.but(size=9.5, after=2)),
        para("会社概要", heading),
        grid(_particulars(sample), (34, 136), INK),
    ]
    return pdf(story, Sheet(footer=f"{sample.text('applicant.url')}　　{facts['printed']}　　{{page}}/{{pages}}", font="pgothic"))

"""Commands that print: build, demo, render."""

import json
from argparse import Namespace
from datetime import date
from pathlib import Path

from forms.build import Order, build_packet
from forms.casefile import CaseFile
from forms.cases import open_case
from forms.commands.reading import look, review_json, show_findings
from forms.commands.showing import drive, say, say_aside, say_json
from forms.folders import written_into
from forms.packet.receipt import RECEIPT
from forms.paths import SAMPLES
from forms.render.renderers import renderer
from forms.review import Review, review_case
from forms.templates import is_ours, template_of

RECONSTRUCTED = (
    "様式は、募集要領などから再現した非公式のものです。事務局のWordファイルが手に入ったら、記入欄を付けて --templates で使ってください"
    "（付け方はREADMEにあります）。"
)


def build(line: Namespace) -> int:
    """The packet of a case; 1, and nothing built, while an error stands (but for a draft)."""
    render = renderer(line.renderer, say_aside)
    with open_case(line.case, line.calls) as case:
        review = look(line, case)
        if not (review.is_ready or line.draft):
            _refuse(review, as_json=line.json)
            return 1
        order = Order(line.out, render, line.templates, line.draft)
        drive(build_packet(case, review, order), line.out.name)
    _tell_of_our_forms(review, order)
    if line.json:
        say_json(_receipt(line.out))
    else:
        _show(line.out)
    return 0


def _tell_of_our_forms(review: Review, order: Order) -> None:
    filled = (planned.document for planned in review.packet if planned.document.template)
    if any(is_ours(template_of(review.facts.call, document, order.templates)) for document in filled):
        say_aside(RECONSTRUCTED)


def _refuse(review: Review, *, as_json: bool) -> None:
    if as_json:
        say_json(review_json(review))
    else:
        show_findings(review)
    say_aside("直すところが残っているため、作成していません。下書きは --draft で作れます。")


def _receipt(folder: Path) -> dict[str, object]:
    receipt: dict[str, object] = json.loads((folder / RECEIPT).read_text(encoding="utf-8"))
    return receipt


def _show(folder: Path) -> None:
    receipt = _receipt(folder)
    say(f"{folder}　1部{receipt['pages_per_set']}ページ・用紙{receipt['sheets_per_set']}枚、{receipt['sets']}部で用紙{receipt['sheets']}枚")


def demo(line: Namespace) -> int:
    """Every sample's packet, each with its own day of application as today."""
    for sample in sorted(folder for folder in SAMPLES.iterdir() if (folder / "case.toml").is_file()):
        with open_case(sample) as case:
            review = _on_its_day(case)
            drive(build_packet(case, review, Order(line.out / sample.name, renderer("auto", say_aside))), sample.name)
        _show(line.out / sample.name)
    return 0


def _on_its_day(case: CaseFile) -> Review:
    review = review_case(case, date.today())
    return review_case(case, review.facts.day("application.date") or date.today())


def render(line: Namespace) -> int:
    """Any Word files to PDF, the way a build does it."""
    with written_into(line.out) as stage:
        for pdf in filter(None, renderer(line.renderer, say_aside)(line.documents, stage)):
            pdf.replace(line.out / pdf.name)
            say(str(line.out / pdf.name))
    return 0

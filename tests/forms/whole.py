"""A complete, sound case as plain answers, and short ways to change it, attach papers and look at what is found.

Decision: every test starts from one whole case and says only what it changes, `officers[0].birth` included; an empty text
takes an answer away. A company files a patent by Paris in the US and in China; its figures are those of the public form.
"""

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from datetime import date

from forms.answers import read_answers
from forms.calculations.registry import CALCULATORS
from forms.casefile import Attached
from forms.catalog.load import load_call
from forms.catalog.model import Call
from forms.check import Finding, check_case
from forms.facts import Facts
from forms.fonts import drawable
from forms.plan import plan_packet
from forms.values.plain import Plain

TODAY = date(2023, 8, 21)
CELL = re.compile(r"(?P<group>[a-z_.]+)\[(?P<row>\d+)\]\.(?P<column>[a-z_]+)")
Changes = Mapping[str, Plain]

APPLICANT: Changes = {
    "applicant.type": "corporation",
    "applicant.trade_name": "株式会社みなと精機",
    "applicant.corporate_number": "7000012050002",
    "applicant.postal_code": "650-0046",
    "applicant.head_office_address": "兵庫県神戸市中央区港島中町六丁目1番地",
    "applicant.representative_title": "代表取締役",
    "applicant.representative_name": "湊　春香",
    "applicant.established": "1998-04-01",
    "applicant.industry": "manufacturing",
    "applicant.capital": 48_000_000,
    "applicant.regular_employees": 42,
    "applicant.deemed_large": [],
    "applicant.operates_here": True,
    "contact.name": "佐伯　みのり",
    "contact.phone": "078-306-6808",
    "contact.email": "chizai@example.co.jp",
    "officers": [
        {"kana": "ﾐﾅﾄ ﾊﾙｶ", "name": "湊　春香", "birth": "1970-03-09", "sex": "F", "company": "株式会社みなと精機", "post": "代表取締役"},
        {"kana": "ﾀｶｾ ﾄｼﾕｷ", "name": "髙瀬　俊之", "birth": "1966-11-24", "sex": "M", "company": "株式会社みなと精機", "post": "取締役"},
    ],
}
FILING: Changes = {
    "application.date": "2023-08-21",
    "base.right": "patent",
    "base.kind": "national",
    "base.application_number": "特願2023-012345",
    "base.filing_date": "2023-02-01",
    "base.title": "自動芯出し装置",
    "base.applicants": ["株式会社みなと精機"],
    "base.joint": False,
    "destinations": [
        {"country": "US", "route": "paris", "planned": "2023-11-20", "local_attorney": "Halverton & Quill LLP"},
        {"country": "CN", "route": "paris", "planned": "2023-11-20", "local_attorney": "Beijing Chengze IP Agency"},
    ],
    "expenses": [
        {"country": "CN", "official_fee": 100_000, "local_attorney": 150_000, "domestic_attorney": 162_000, "translation": 216_000},
        {"country": "US", "official_fee": 100_000, "local_attorney": 180_000, "domestic_attorney": 216_000, "translation": 270_000},
    ],
    "search.kind": "特許文献調査（J-PlatPat）",
    "search.range": "日本・米国の公開特許公報、IPC G01B",
    "search.by": "汐路国際特許事務所",
    "search.result": "最も近い文献とは校正の方法が異なり、権利を取得できる見込みがあります。",
    "attorney.office": "汐路国際特許事務所",
    "attorney.name": "遠見　航一",
}
PLANS: Changes = {
    "plan.product": "自動芯出し装置",
    "plan.entry": "令和6年4月から輸出します。",
    "plan.market": "競合は2社です。",
    "plan.use": "自社で製造と販売を行います。",
    "funding.own": 1_394_000,
    "history.jetro_same_case": False,
    "history.adopted_since_2014": False,
    "history.adopted_2016_2021": False,
    "bonus.first_time": True,
    "duties.accepted": ["reductions", "examination", "no_abandon", "receipts", "surveys", "antisocial"],
}


def the_call() -> Call:
    """The call that the whole case applies under."""
    return load_call("hyogo-r5-2")


def whole(*changes: Changes) -> dict[str, Plain]:
    """The whole case's answers as they are stored, with changes to answers or to single cells of rows."""
    answers = deepcopy({**APPLICANT, **FILING, **PLANS})
    for change in changes:
        for name, value in change.items():
            put(answers, name, deepcopy(value))
    return answers


def put(answers: dict[str, Plain], name: str, value: Plain) -> None:
    """Change an answer, or one cell (`officers[0].birth`), in place."""
    cell = CELL.fullmatch(name)
    if cell is None:
        answers[name] = value
        return
    rows = answers[cell["group"]]
    assert isinstance(rows, list)
    row = rows[int(cell["row"])]
    assert isinstance(row, dict)
    row[cell["column"]] = value


def facts_of(answers: Changes, others_requested: int = 0) -> Facts:
    """The case read; `others_requested`: yen asked for in the applicant's other cases."""
    call = the_call()
    return Facts(call, read_answers(call, answers), TODAY, CALCULATORS, others_requested)


SAYS = "現地代理人 Halverton & Quill LLP、Beijing Chengze IP Agency 翻訳 1WORD＝24円"  # what an estimate has to say, and nothing else


def paper(document: str, pages: int = 4) -> Attached:
    """A paper of that document, as the case file would list it."""
    return Attached(0, document, f"{document}.pdf", "", pages, (), words=(SAYS,) * pages)


def all_papers(facts: Facts) -> tuple[Attached, ...]:
    """Three papers of four pages for each document that this case must bring."""
    return tuple(paper(each.document.id) for each in plan_packet(facts, ()) if each.state == "missing" for _ in range(3))


def look(facts: Facts, papers: Iterable[Attached]) -> tuple[Finding, ...]:
    """All findings of a case with these papers."""
    attached = tuple(papers)
    return check_case(facts, plan_packet(facts, attached), attached, drawable())


def findings(*changes: Changes) -> tuple[Finding, ...]:
    """All findings of the whole case with changes, all its papers being there."""
    facts = facts_of(whole(*changes))
    return look(facts, all_papers(facts))

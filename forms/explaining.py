"""How the requested amount was reached: the chain of figures, one sentence, and what the two caps leave.

Decision: every figure is one that the calculations worked out; nothing is reckoned here a second time, only told.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from forms.calculations.money import Reckoning, reckon
from forms.facts import Facts

_UNITS = {1_000: "千円", 10_000: "1万円"}


@dataclass(frozen=True)
class Link:
    """One figure of the chain in yen (parts of a yen left off), and in few words what was done to the one before to reach it."""

    label: str
    yen: int
    done: str = ""


@dataclass(frozen=True)
class Cap:
    """A limit in yen, what other cases take of it and what this case takes of it."""

    label: str
    limit: int
    others: int
    taken: int

    @property
    def left(self) -> int:
        """What would still be free."""
        return max(0, self.limit - self.others - self.taken)

    @property
    def share(self) -> float:
        """How much of it is taken, from 0 to 1."""
        return min(1.0, (self.others + self.taken) / self.limit) if self.limit else 1.0


@dataclass(frozen=True)
class Explanation:
    """As much of the chain as is known by now, the sentence under it, the caps, and the page of the guidelines."""

    links: tuple[Link, ...]
    sentence: str
    caps: tuple[Cap, ...]
    requested: int | None
    source: str


def explain_amount(facts: Facts) -> Explanation:
    """How much may be asked for, and why."""
    reckoned = reckon(facts)
    requested = reckoned.requested if reckoned else None
    return Explanation(
        tuple(_links(facts, reckoned)),
        _sentence(facts, reckoned),
        tuple(_caps(facts, reckoned)),
        requested,
        facts.call.terms.money.source,
    )


def _links(facts: Facts, reckoned: Reckoning | None) -> Iterator[Link]:
    gross, eligible = facts.figure("derived.expenses_total"), facts.figure("derived.eligible_total")
    if gross is None or eligible is None:
        return
    yield Link("外国出願経費", gross)
    yield Link("助成対象経費", eligible, f"消費税 −{gross - eligible:,}" if gross > eligible else "差し引く消費税なし")
    if reckoned is None:
        return
    if reckoned.share != 1:
        yield Link("申請者の分", floor(reckoned.own), f"× {show_share(reckoned.share)}")
    rate = show_share(reckoned.rate)
    yield Link(f"{rate}の額", floor(reckoned.rated), f"× {rate}")
    yield from _ends(facts, reckoned)


def _ends(facts: Facts, reckoned: Reckoning) -> Iterator[Link]:
    """The cut and, where one of them is lower, the caps; the last one is what may be asked for."""
    ends = [Link("切り捨てた額", reckoned.cut, f"{_unit(reckoned.unit)}未満切捨て")]
    if reckoned.within_case is not None and reckoned.within_case < reckoned.cut:
        ends.append(Link("1案件の上限まで", reckoned.within_case, f"上限 {reckoned.case_cap:,}"))
    if reckoned.requested is not None and reckoned.within_case is not None and reckoned.requested < reckoned.within_case:
        ends.append(Link("1企業の残りまで", reckoned.requested, f"残り {reckoned.company_left:,}"))
    yield from ends[:-1]
    yield Link("申請できる額" if reckoned.requested is not None else ends[-1].label, ends[-1].yen, ends[-1].done)


def _sentence(facts: Facts, reckoned: Reckoning | None) -> str:
    if not facts.is_readable("expenses"):
        return "経費に読み取れない額があります。直すと、申請できる額とその決まり方をここに示します。"
    if facts.figure("derived.eligible_total") is None:
        return "経費を入力すると、申請できる額とその決まり方をここに示します。"
    if reckoned is None:
        return "共同出願のため、申請者の持分割合と費用負担割合を入力すると、申請できる額が決まります。"
    if reckoned.requested is None:
        return f"{_half(reckoned)}権利種別を選ぶと、1案件の上限額と申請できる額が決まります。"
    return _half(reckoned) + _outcome(facts, reckoned, reckoned.requested)


def _half(reckoned: Reckoning) -> str:
    """What the rate gives of the eligible cost, or of the applicant's share of it."""
    rate, rated = show_share(reckoned.rate), _about(reckoned.rated)
    if reckoned.share == 1:
        return f"助成対象経費 {reckoned.eligible:,}円の{rate}は {rated}です。"
    own = f"申請者の割合 {show_share(reckoned.share)}に当たる額は {_about(reckoned.own)}"
    return f"助成対象経費 {reckoned.eligible:,}円のうち、{own}で、その{rate}は {rated}です。"


def _outcome(facts: Facts, reckoned: Reckoning, requested: int) -> str:
    """What is asked for in the end: the cut amount, or what a cap leaves of it."""
    case = f"{_case_label(facts)} {reckoned.case_cap:,}円"
    cut = f"{_unit(reckoned.unit)}未満を切り捨て" if reckoned.cut != reckoned.rated else ""
    if requested < (reckoned.within_case or 0):
        company = f"ほかの案件の申請額 {facts.others_requested:,}円と合わせて1企業の上限 {facts.call.terms.money.company_cap:,}円まで"
        return f"{company}のため、{_ask(requested)}"
    if requested < reckoned.cut:
        return f"{case}までのため、{_ask(requested)}"
    if requested == 0:
        return f"{cut}ると0円になるため、この案件では申請できません。" if cut else "この案件では申請できません。"
    return f"{f'{cut}て、' if cut else 'この額のまま、'}{_ask(requested)}{case}を超えていません。"


def _ask(requested: int) -> str:
    return f"{requested:,}円を申請します。" if requested else "この案件では申請できません。"


def _caps(facts: Facts, reckoned: Reckoning | None) -> Iterator[Cap]:
    requested = reckoned.requested or 0 if reckoned else 0
    right, money = facts.text("base.right"), facts.call.terms.money
    if right is not None:
        yield Cap(_case_label(facts), money.case_caps[right], 0, requested)
    yield Cap("1企業の今年度の上限", money.company_cap, facts.others_requested, requested)


def _case_label(facts: Facts) -> str:
    choices = facts.call.fields["base.right"].choices
    return f"{choices.get(facts.text('base.right') or '', '')}1案件の上限"


def show_share(share: Fraction) -> str:
    """A share in words: 2分の1."""
    return f"{share.denominator}分の{share.numerator}"


def _about(yen: Fraction) -> str:
    return f"{'' if yen.denominator == 1 else '約'}{floor(yen):,}円"


def _unit(yen: int) -> str:
    return _UNITS.get(yen, f"{yen:,}円")

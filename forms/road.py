"""The way to apply as it stands for one case: what is done, what is next, what is left for the hands; its texts, filled in.

Decision: the case's own state says how far it is; nothing is called done because the program would like it to be.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from forms.answers import kind_of, label_of
from forms.catalog.applying import Criterion, Errand, Mail, RoadStep
from forms.catalog.applyingproof import PLACE
from forms.catalog.references import reference, split_list_id
from forms.facts import Facts
from forms.plan import ATTACHED
from forms.review import Review

DONE, NEXT, AHEAD = "done", "next", "ahead"
_WEEKDAYS = "月火水木金土日"


@dataclass(frozen=True)
class Waypoint:
    """One step of applying: `state` done, next or ahead; `is_early` where it must wait for the step before; texts filled in."""

    step: RoadStep
    state: str
    is_early: bool
    short: str
    text: str
    hint: str


@dataclass(frozen=True)
class Chore:
    """One thing for the hands: `state` done, next or ahead; texts ready to be shown."""

    errand: Errand
    state: str
    is_early: bool
    title: str
    text: str


@dataclass(frozen=True)
class Copied:
    """An answer ready to be copied elsewhere; `text` is "" while it is not given."""

    name: str
    label: str
    text: str


@dataclass(frozen=True)
class Asked:
    """A reviewers' criterion as a question to oneself; `is_thin`: little is written yet where its answer stands."""

    criterion: Criterion
    hint: str
    is_thin: bool


def road_of(review: Review) -> tuple[Waypoint, ...]:
    """The steps of applying; the first that is not done is next."""
    facts = review.facts
    done = [_is_passed(facts, step.state) if step.state else review.is_ready for step in facts.call.terms.road]
    return tuple(_waypoint(facts, step, state) for step, state in zip(facts.call.terms.road, _states(done), strict=True))


def chores_of(review: Review) -> tuple[Chore, ...]:
    """What is left for the hands; the first that is not done is next. What one cannot see done is done with a later one."""
    facts = review.facts
    errands = [errand for errand in facts.call.terms.errands if facts.holds(errand.when)]
    seen = [_is_seen_done(review, errand) for errand in errands]
    done = [any(seen[place:]) if _is_unseen(errand) else seen[place] for place, errand in enumerate(errands)]
    return tuple(
        Chore(errand, state, _is_early(facts, errand.after), fill_text(facts, errand.title), fill_text(facts, errand.text))
        for errand, state in zip(errands, _states(done), strict=True)
    )


def mail_of(facts: Facts, mail: Mail) -> Mail:
    """The letter with the case's answers in it."""
    return Mail(*(fill_text(facts, text).strip() for text in (mail.to, mail.subject, mail.body)))


def copied(facts: Facts, step: RoadStep) -> tuple[Copied, ...]:
    """What the step asks for elsewhere, ready to be copied; questions that this case is not asked are left out."""
    asked = (name for name in step.copy if _is_asked(facts, name))
    return tuple(Copied(name, _label(facts, name), show_answer(facts, name)) for name in asked)


def criteria_of(facts: Facts) -> tuple[Asked, ...]:
    """The reviewers' criteria, and where little is written yet."""
    return tuple(Asked(each, fill_text(facts, each.hint), _is_thin(facts, each)) for each in facts.call.terms.criteria)


def fill_text(facts: Facts, text: str) -> str:
    """A text of the call with answers and terms in place of its {id}; 〔label〕 for what is still to be answered."""
    filled = PLACE.sub(lambda found: _filled(facts, found[1]), text)
    return "\n".join(line.rstrip() for line in filled.split("\n"))


def is_open(facts: Facts, name: str) -> bool:
    """Whether the {name} of a text stands for an answer that is neither there nor asked for."""
    return not _filled(facts, name)


def show_answer(facts: Facts, name: str) -> str:
    """An answer, a worked-out value or a column's cells as they would be printed; "" while there is none."""
    group, column = split_list_id(name)
    asked = facts.call.fields.get(name) or facts.call.derived.get(name)
    if column:
        kind = kind_of(facts.call.fields[group].columns[column])
        return "、".join(kind.show(cell) for cell in facts.column(name) if cell is not None)
    value = facts.value(name)
    return kind_of(asked).show(value) if asked is not None and value is not None else ""


def show_day(day: date) -> str:
    """A day near at hand: 9月1日（金）."""
    return f"{day.month}月{day.day}日（{_WEEKDAYS[day.weekday()]}）"


def show_days_left(closes: date, today: date) -> str:
    """How long there is still time, in words: 締切まで あと8日."""
    left = (closes - today).days
    if left < 0:
        return "受付は終わりました"
    return f"締切まで あと{left}日" if left else "締切は今日です"


def _waypoint(facts: Facts, step: RoadStep, state: str) -> Waypoint:
    short, text, hint = (fill_text(facts, each) for each in (step.short, step.text, step.hint))
    return Waypoint(step, state, _is_early(facts, step.after), short, text, hint)


def _filled(facts: Facts, name: str) -> str:
    if not name.startswith("call."):
        return show_answer(facts, name) or (f"〔{_label(facts, name)}〕" if _is_needed(facts, name) else "")
    value = reference(facts.call.terms, name)
    return show_day(value) if isinstance(value, date) else str(value)


def _label(facts: Facts, name: str) -> str:
    return label_of(facts.call, split_list_id(name)[0]).strip("「」")


def _is_asked(facts: Facts, name: str) -> bool:
    group, _ = split_list_id(name)
    return group not in facts.call.fields or facts.asks(facts.call.fields[group])


def _is_needed(facts: Facts, name: str) -> bool:
    field = facts.call.fields.get(split_list_id(name)[0])
    return field is None or (field.required and facts.asks(field))


def _states(done: Iterable[bool]) -> Iterator[str]:
    following = NEXT
    for is_done in done:
        yield DONE if is_done else following
        following = following if is_done else AHEAD


def _is_passed(facts: Facts, state: str) -> bool:
    """Whether the case is in that state or past it; the states' order is that of the choices."""
    name = facts.call.terms.stages.state
    order, now = list(facts.call.fields[name].choices), facts.text(name)
    return now in order and order.index(now) >= order.index(state)


def _is_early(facts: Facts, after: str) -> bool:
    return bool(after) and not _is_passed(facts, after)


def _is_unseen(errand: Errand) -> bool:
    """Whether the state of the case does not tell that it was done."""
    return not errand.road


def _is_seen_done(review: Review, errand: Errand) -> bool:
    """Whether one can see that it was done: by the state of the case, or by the paper that is there."""
    states = [step.state for step in review.facts.call.terms.road if step.id == errand.road]
    attached = {planned.document.id for planned in review.packet if planned.state == ATTACHED}
    return all(_is_passed(review.facts, state) for state in states) if states else errand.document in attached


def _is_thin(facts: Facts, criterion: Criterion) -> bool:
    thin = criterion.thin
    return thin is not None and sum(len(facts.text(name) or "") for name in thin.fields) < thin.under

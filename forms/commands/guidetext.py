"""What the command guide prints for people: short lines that one can read out on the telephone, each with its date.

Decision: what a leaflet does not say leaves no empty line; a window without a telephone shows the national dial in its place.
"""

from collections.abc import Iterable
from fractions import Fraction

from forms.catalog.desks import Desk, Jetro, NamedWindow, Window, show_as_of
from forms.catalog.guide import Guide, Place
from forms.catalog.programmes import BrandSubsidy, Contact, Ecommerce, Frame, PctRelief, Productivity, Programme
from forms.commands.showing import say
from forms.values.wareki import show_date


def show_programmes(guide: Guide, offered: Iterable[Programme]) -> None:
    """Programmes with what, when and whom to ask."""
    for programme in offered:
        say(f"・{programme.name}{_in_brackets(programme.under)}")
        _tell("概要", programme.overview)
        _tell("補足", programme.note)
        _tell(f"募集期間（{guide.programmes.vintage.fiscal_year}）", programme.period)
        _show_contacts(programme.contacts)
        for contacts in guide.bureaus.contact_list:
            if contacts.programme == programme.id:
                _tell("連絡先", contacts.ask, "局の電話は shinsei guide windows 都道府県名 で見られます。")
                _show_contacts(contacts.central)
        _tell("URL", programme.url)


def _show_contacts(contacts: Iterable[Contact]) -> None:
    for contact in contacts:
        _tell("連絡先", contact.name, *contact.ways)


def show_subsidies(productivity: Iterable[Productivity], brand: Iterable[BrandSubsidy]) -> None:
    """Limits and rates of subsidies."""
    for subsidy in productivity:
        say(f"\n{subsidy.name}　補助額と補助率{_in_brackets(subsidy.caps_by)}")
        _tell("対象", subsidy.pays_for)
        _tell("開始", subsidy.start)
        for frame in subsidy.frames:
            _tell(frame.name or "補助", frame.cost, _amounts(frame), _rates(frame.rates), frame.note)
        _show_contacts(subsidy.contacts)
    for abroad in brand:
        say(f"\n{abroad.name}　補助額と補助率")
        _tell("補助", f"上限{abroad.cap:,}円", f"共同の申請は最大{abroad.joint_cap:,}円", _rates(abroad.rates), abroad.note)
        _tell("要件", "、".join(abroad.must))
        _tell("対象経費", "、".join(abroad.eligible))


def _amounts(frame: Frame) -> str:
    least = f"{frame.least:,}円から" if frame.least else ""
    return f"{least}上限{'、'.join(f'{cap:,}円' for cap in frame.caps)}"


def _rates(rates: Iterable[Fraction]) -> str:
    return f"補助率{'、'.join(map(str, rates))}"


def show_comparison(compared: list[Ecommerce]) -> None:
    """The programmes beside one another: under each of the table's labels what every one of them says."""
    if compared:
        say(f"\n{'、'.join(column.name for column in compared)} の比較")
    for label in compared[0].rows if compared else ():
        say(f"・{label}")
        for column in compared:
            _tell(column.name, column.rows[label])


def show_dial(guide: Guide) -> None:
    """What holds for all windows, and the dial that finds the nearest."""
    lists, dial = guide.windows, guide.windows.dial
    say(f"知財総合支援窓口（{show_as_of(lists.leaflet.as_of)}現在、{lists.publisher.name}）")
    say("電話番号や場所は変わっていることがあります。つながらないときは、ナビダイヤルをご案内ください。")
    say(f"{dial.label}　{dial.phone}　{dial.hours}（{dial.caution}）　{dial.effect}")
    say(f"{'、'.join(dial.service)}　休み　{'、'.join(lists.closed.days)}（{lists.closed.caution}）")


def show_place(guide: Guide, place: Place) -> None:
    """The windows and the bureau of one prefecture."""
    say(f"\n{place.prefecture}")
    for window in place.windows:
        _show_window(guide, window)
    for named in place.named:
        _show_named(named)
    say(f"・{place.bureau.name}（{guide.programmes.vintage.fiscal_year}）")
    for contact in place.bureau_contacts:
        _tell(contact.name, *contact.ways)


def _show_window(guide: Guide, window: Window) -> None:
    dial = guide.windows.dial
    say(f"・{'、'.join(window.phones) or f'{dial.label} {dial.phone}'}　{window.address}　{window.place}")


def _show_named(named: NamedWindow) -> None:
    say(f"・{named.name}（{show_as_of(named.as_of)}現在）　{named.hours}{'　無料' if named.free else ''}　{named.url}")
    _tell("相談できること", "、".join(named.help))


def show_jetro(jetro: Jetro, caution: str) -> None:
    """JETRO's desk, its periods and limits, and the regional bodies."""
    desk, subsidy = jetro.filing_desk, jetro.subsidy
    say("　".join((desk.name, *desk.ways)))
    _tell("受付", desk.accepts, jetro.not_together.caution)
    rounds = (f"第{r.number}回 {show_date(r.opens)}から{show_date(r.closes)}まで" for r in jetro.reception.rounds)
    _tell(f"募集期間（{jetro.reception.fiscal_year}）", *rounds, caution)
    caps = "、".join(f"{case.label}{case.cap:,}円" for case in subsidy.case_caps)
    _tell(f"補助（{subsidy.fiscal_year}）", _rates([subsidy.rate]), f"1案件の上限は{caps}", f"1企業の上限は{subsidy.company_cap:,}円")
    say(f"{jetro.regional.name}（{jetro.regional.fiscal_year}）　{jetro.regional.accepts}{jetro.regional.caution}")


def show_desk(desk: Desk) -> None:
    """Another desk and what it helps with."""
    as_of = f"{show_as_of(desk.as_of)}現在" if desk.as_of else ""
    say(f"・{desk.name}{_in_brackets(as_of)}")
    _tell("できること", desk.help, desk.caution)
    _tell("連絡先", *desk.ways, desk.hours)


def show_terms(jetro: Jetro) -> None:
    """Whom and what the foreign-filing subsidy takes, as its leaflet says."""
    rights = {case.right: case.label for case in jetro.subsidy.case_caps}
    say(f"\n{jetro.subsidy.name}（{jetro.conditions.fiscal_year}）")
    for label, texts in (("対象", jetro.conditions.who), ("要件", jetro.conditions.must), ("補足", jetro.conditions.notes)):
        for text in texts:
            _tell(label, text)
    _tell("対象経費", *jetro.costs.eligible, jetro.costs.excluded, jetro.costs.timing)
    for route in jetro.costs.routes:
        _tell("・".join(rights[right] for right in route.rights), route.text)
    _tell("URL", jetro.subsidy.url)


def show_pct(guide: Guide) -> None:
    """How fees of a PCT application come down."""
    pct = guide.programmes.pct
    say("\nPCT国際出願の手数料")
    _tell("対象", pct.who, pct.excluded)
    _tell("支払う割合", *(f"{share.who} {share.pays}" for share in pct.shares))
    for relief in (guide.programmes.pct_reduction, guide.programmes.pct_grant):
        _show_relief(relief)
    _show_contacts(pct.contacts)


def _show_relief(relief: PctRelief) -> None:
    due = (f"{fees.when} {'、'.join(fees.fees)}" for fees in relief.fees)
    _tell(relief.label, *due, relief.how, f"詳しくは {relief.details}")


def _tell(label: str, *texts: str) -> None:
    """A labelled line under a heading; none where there is nothing to say."""
    if any(texts):
        say(f"　　{label}：{'　'.join(filter(None, texts))}")


def _in_brackets(text: str) -> str:
    return f"（{text}）" if text else ""

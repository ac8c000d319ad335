"""The command guide: what the leaflets say, for those who answer the telephone.

Decision: `--json` gives the leaflets' tables as they are, field by field, so that a field new to them needs nothing here.
"""

from argparse import Namespace
from collections.abc import Iterable
from typing import Any, TypeVar

from forms.catalog.guide import Guide, Place, find_prefecture, load_guide, near_prefectures, place_of, prefectures, programmes_for
from forms.catalog.programmes import BrandSubsidy, Ecommerce, Productivity, Purpose
from forms.commands import guidetext
from forms.commands.showing import as_json, say, say_json
from forms.errors import UsageError
from forms.values.narrow import key

Row = TypeVar("Row", BrandSubsidy, Ecommerce, Productivity)


def programmes(line: Namespace) -> int:
    """The purposes, or the one named, with their programmes; then the figures and comparisons that go with these."""
    guide, leaflets = load_guide(), load_guide().programmes
    offered = {purpose: programmes_for(guide, purpose.id) for purpose in _purposes(guide, line.purpose)}
    ids = {programme.id for served in offered.values() for programme in served}

    def related(rows: Iterable[Row]) -> list[Row]:
        return [row for row in rows if line.purpose is None or row.id in ids]

    figures = related(leaflets.productivity), related(leaflets.brand_subsidy)
    compared = related(leaflets.ecommerce)
    if line.json:
        shown = [as_json(purpose) | {"programmes": served} for purpose, served in offered.items()]
        tables = {"productivity": figures[0], "brand_subsidy": figures[1], "ecommerce": compared}
        asked = [contacts for contacts in guide.bureaus.contact_list if contacts.programme in ids]
        say_json(as_json({"vintage": leaflets.vintage, "purposes": shown, "contact_list": asked} | tables))
        return 0
    say(leaflets.vintage.caution)
    for purpose, served in offered.items():
        say(f"\n{purpose.number}. {purpose.label}（{purpose.id}）")
        guidetext.show_programmes(guide, served)
    guidetext.show_subsidies(*figures)
    guidetext.show_comparison(compared)
    return 0


def _purposes(guide: Guide, typed: str | None) -> tuple[Purpose, ...]:
    """The purpose of that id or number; all where none is named."""
    known = guide.programmes.purpose
    found = tuple(purpose for purpose in known if typed is None or key(typed) in (purpose.id, str(purpose.number)))
    if not found:
        choices = "、".join(f"{purpose.number} {purpose.id}" for purpose in known)
        raise UsageError(f"目的「{typed}」はありません。{choices} の番号かidを書いてください。")
    return found


def windows(line: Namespace) -> int:
    """The windows and the bureau of a prefecture, or of all."""
    guide = load_guide()
    names = prefectures(guide) if line.prefecture is None else [_prefecture(guide, line.prefecture)]
    places = [place_of(guide, name) for name in names]
    if line.json:
        say_json(_windows(guide, places))
        return 0
    guidetext.show_dial(guide)
    for place in places:
        guidetext.show_place(guide, place)
    return 0


def _prefecture(guide: Guide, typed: str) -> str:
    name = find_prefecture(guide, typed)
    if name is None:
        near = "か".join(near_prefectures(guide, typed))
        meant = f"{near}でしょうか。" if near else ""
        raise UsageError(f"都道府県「{typed}」は見つかりません。{meant}「兵庫県」か「兵庫」のように、漢字で書いてください。")
    return name


def _windows(guide: Guide, places: Iterable[Place]) -> dict[str, Any]:
    lists = guide.windows
    told = {"as_of": lists.leaflet.as_of, "source": lists.leaflet.source, "publisher": lists.publisher}
    places_told = {"fiscal_year": guide.programmes.vintage.fiscal_year, "prefectures": tuple(places)}
    whole: dict[str, Any] = as_json(told | {"dial": lists.dial, "closed": lists.closed} | places_told)
    return whole


def refused(line: Namespace) -> int:
    """Where else to go when this call does not fit: JETRO, the windows (of the prefecture, if named), the other desks."""
    guide, leaflets = load_guide(), load_guide().programmes
    places = [] if line.prefecture is None else [place_of(guide, _prefecture(guide, line.prefecture))]
    if line.json:
        pct = {"pct": leaflets.pct, "pct_reduction": leaflets.pct_reduction, "pct_grant": leaflets.pct_grant}
        say_json(as_json(as_json(guide.jetro) | {"vintage": leaflets.vintage, "windows": _windows(guide, places)} | pct))
        return 0
    guidetext.show_jetro(guide.jetro, leaflets.vintage.caution)
    say("")
    guidetext.show_dial(guide)
    for place in places:
        guidetext.show_place(guide, place)
    if not places:
        say("都道府県名を付けると（shinsei guide refused 兵庫）、その窓口と経済産業局も出ます。")
    say("\nほかの相談先")
    for desk in guide.jetro.desk:
        guidetext.show_desk(desk)
    guidetext.show_terms(guide.jetro)
    guidetext.show_pct(guide)
    return 0



# Topic, what it does, its argument, its help.
TOPICS = (
    ("programmes", programmes, "purpose", "目的ごとの支援事業（目的は番号かid）"),
    ("windows", windows, "prefecture", "都道府県の知財総合支援窓口と経済産業局"),
    ("refused", refused, "prefecture", "この公募に合わないときの相談先"),
)

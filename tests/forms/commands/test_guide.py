"""shinsei guide: what a help desk reads out, with its date; and all of it as JSON."""

import pytest

from tests.conftest import Shinsei

CAUTION = "募集期間は令和4年度のものです。"
DIAL = "0570-082100"


def test_the_eight_purposes_are_told_with_their_programmes(shinsei: Shinsei) -> None:
    ran = shinsei("guide", "programmes")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(CAUTION)
    headings = [line for line in ran.out.splitlines() if line[:1].isdigit()]
    assert [line[:2] for line in headings] == [f"{number}." for number in range(1, 9)]
    assert headings[-1] == "8. 知的財産の支援を受けたい（ip）"
    assert "事業承継・引継ぎ補助金" in ran.out


@pytest.mark.parametrize("purpose", ["ip", "8", "８", " IP "])
def test_a_purpose_is_named_by_id_or_number(shinsei: Shinsei, purpose: str) -> None:
    (told,) = shinsei("guide", "programmes", purpose, "--json").json["purposes"]
    assert (told["id"], [programme["id"] for programme in told["programmes"]]) == ("ip", ["foreign_filing", "ip_window"])


def test_a_programme_is_told_with_what_when_and_whom_to_ask(shinsei: Shinsei) -> None:
    out = shinsei("guide", "programmes", "foreign_talent").out
    assert "概要：日本での受入研修や" in out
    assert "募集期間（令和4年度）：随時" in out
    assert "連絡先：海外産業人材育成協会(AOTS) 研修・派遣業務部　電話 03-3888-8221" in out


def test_figures_and_comparisons_go_with_their_programmes(shinsei: Shinsei) -> None:
    told = shinsei("guide", "programmes", "e_commerce", "--json").json
    assert [row["id"] for row in told["ecommerce"]] == ["japan_mall", "japan_street", "japan_store", "japan_linkage"]
    assert ([row["id"] for row in told["productivity"]], [row["id"] for row in told["brand_subsidy"]]) == (["it_tools"], ["digital_tools"])
    assert told["productivity"][0]["frames"][0]["rates"] == ["1/2"]
    assert [row["programme"] for row in told["contact_list"]] == ["digital_tools"]
    assert told["purposes"][0]["programmes"][0]["opens"] == "2022-03-31"
    assert "JAPAN MALL：60のECサイト" in shinsei("guide", "programmes", "e_commerce").out


def test_a_programme_of_the_bureaus_sends_to_them(shinsei: Shinsei) -> None:
    assert "各都道府県を管轄する経済産業局へお問い合わせください。" in shinsei("guide", "programmes", "branding").out


def test_an_unknown_purpose_is_said_with_the_known_ones(shinsei: Shinsei) -> None:
    ran = shinsei("guide", "programmes", "export")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "export" in ran.err
    assert "8 ip" in ran.err


@pytest.mark.parametrize("typed", ["兵庫", "兵庫県"])
def test_the_windows_of_a_prefecture_are_told_with_date_and_dial(shinsei: Shinsei, typed: str) -> None:
    ran = shinsei("guide", "windows", typed)
    assert (ran.status, ran.err) == (0, "")
    assert "・078-731-5847　神戸市須磨区行平町3-1-12" in ran.out
    assert "2021年4月現在" in ran.out
    assert f"全国共通ナビダイヤル　{DIAL}" in ran.out
    assert "近畿経済産業局" in ran.out
    assert "06-6966-6054" in ran.out
    assert "INPIT 兵庫県知財総合支援窓口（2023年8月現在）" in ran.out


def test_a_window_without_a_telephone_shows_the_dial(shinsei: Shinsei) -> None:
    assert f"・全国共通ナビダイヤル {DIAL}　東大阪市荒本北1-4-17" in shinsei("guide", "windows", "大阪").out


def test_windows_as_json_name_date_dial_and_bureau(shinsei: Shinsei) -> None:
    told = shinsei("guide", "windows", "静岡", "--json").json
    (place,) = told["prefectures"]
    assert (told["as_of"], told["dial"]["phone"], place["prefecture"]) == ("2021-04", DIAL, "静岡県")
    assert [window["phones"] for window in place["windows"]] == [["054-251-6000"], ["055-963-1055"], ["053-489-8111"]]
    assert (place["bureau"]["id"], place["bureau_contacts"][0]["phone"]) == ("kanto", "048-600-0264")


def test_all_prefectures_are_told_where_none_is_named(shinsei: Shinsei) -> None:
    assert len(shinsei("guide", "windows", "--json").json["prefectures"]) == 47
    assert "\n沖縄県\n" in shinsei("guide", "windows").out


@pytest.mark.parametrize("topic", ["windows", "refused"])
@pytest.mark.parametrize(
    ("typed", "said"),
    [("神戸", "兵庫県でしょうか"), ("大阪県", "大阪府か大分県でしょうか"), ("hyogo", "漢字で"), ("", "漢字で")],
)
def test_an_unknown_prefecture_is_said_with_what_may_be_meant(shinsei: Shinsei, topic: str, typed: str, said: str) -> None:
    for as_json in ([], ["--json"]):
        ran = shinsei("guide", topic, typed, *as_json)
        assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert said in ran.err


def test_the_refused_hear_of_jetro_first_and_not_to_apply_twice(shinsei: Shinsei) -> None:
    ran = shinsei("guide", "refused", "兵庫")
    assert (ran.status, ran.err) == (0, "")
    first, second = ran.out.splitlines()[:2]
    assert "外国出願デスク　電話 03-3582-5642" in first
    assert "両方に申請することはできません" in second
    assert CAUTION in ran.out
    assert ran.out.index("078-306-6808") < ran.out.index("ほかの相談先")


def test_desks_on_one_switchboard_are_told_with_their_extensions(shinsei: Shinsei) -> None:
    out = shinsei("guide", "refused").out
    assert "電話 03-3581-1101　内線2145　直通 03-3501-5878" in out
    assert "電話 03-3581-1101　内線2643" in out


def test_routes_and_fees_are_told_to_the_refused(shinsei: Shinsei) -> None:
    out = shinsei("guide", "refused").out
    assert "特許・実用新案：各国への直接出願費用、PCT国際出願の国内移行費用" in out
    assert "小規模企業・中小ベンチャー企業 1/3" in out


def test_refused_as_json_holds_desks_and_the_prefecture_where_one_is_named(shinsei: Shinsei) -> None:
    told = shinsei("guide", "refused", "東京", "--json").json
    assert told["filing_desk"]["email"] == "SHUTSUGANDESK@jetro.go.jp"
    assert told["subsidy"]["rate"] == "1/2"
    assert [place["prefecture"] for place in told["windows"]["prefectures"]] == ["東京都"]
    assert shinsei("guide", "refused", "--json").json["windows"]["prefectures"] == []


@pytest.mark.parametrize("line", ["guide", "guide nothing", "guide windows 兵庫 大阪", "guide programmes --nope"])
def test_a_wrong_line_of_the_guide_is_said_with_its_usage(shinsei: Shinsei, line: str) -> None:
    ran = shinsei(*line.split())
    assert (ran.status, ran.out) == (2, "")
    assert "usage: shinsei" in ran.err
    assert "コマンドの書き方が違います" in ran.err

"""Which document a dropped file may be, told by its name; what cannot be told stays undecided."""

from dataclasses import replace
from pathlib import Path

import pytest

from forms.attachments.matching import natural_order, propose
from forms.casetoml import read_case_toml
from forms.catalog.model import Call, Document
from forms.paths import SAMPLES
from forms.plan import plan_packet
from tests.forms.whole import Changes, facts_of, whole

PCT: Changes = {"base.kind": "pct"}
STARTUP: Changes = {"applicant.established": "2023-04-01"}
INTERMEDIARY: Changes = {"foreign.intermediary": True}


def documents(*changes: Changes) -> list[Document]:
    """The documents of the whole case's packet: 資料 1 to 8 but for 3, and the consent."""
    return [planned.document for planned in plan_packet(facts_of(whole(*changes)), ())]


def of(file: str, *changes: Changes) -> tuple[str | None, str]:
    [proposal] = propose([file], documents(*changes))
    assert proposal.file == file
    return proposal.document, proposal.why


@pytest.mark.parametrize(
    ("file", "document"),
    [
        ("資料6.pdf", "estimates"), ("資料６.pdf", "estimates"), ("資料 06.pdf", "estimates"), ("資料⑥.pdf", "estimates"),
        ("【資料6】米国.pdf", "estimates"), ("添付書類6.pdf", "estimates"), ("No.6.pdf", "estimates"), ("No6 米国.pdf", "estimates"),
        ("06_米国.pdf", "estimates"), ("06米国.pdf", "estimates"), ("6-米国.pdf", "estimates"), ("(6)米国.pdf", "estimates"),
        ("６ 米国.pdf", "estimates"), ("６　米国.pdf", "estimates"), ("⑥米国.pdf", "estimates"), ("❻米国.pdf", "estimates"),
        ("6.pdf", "estimates"), ("#6.jpg", "estimates"), ("6．米国.pdf", "estimates"), ("資料10.pdf", None), ("資料66.pdf", None),
        ("資料（6）.pdf", "estimates"), ("資料【６】米国.pdf", "estimates"), ("資料：6.pdf", "estimates"), ("資料第6号.pdf", "estimates"),
        ("資料その6.pdf", "estimates"), ("6番.pdf", "estimates"), ("№6.pdf", "estimates"), ("Ｎｏ．６.pdf", "estimates"),
        ("資料№６.pdf", "estimates"),
        ("資料6-2.pdf", "estimates"), ("資料6_1.pdf", "estimates"), ("資料6（1）.pdf", "estimates"), ("資料6 - コピー.pdf", "estimates"),
        ("2023-08-01 資料6.pdf", "estimates"), ("添付資料6.pdf", "estimates"), ("shiryo6.pdf", "estimates"), ("６．米国.pdf", "estimates"),
    ],
)  # fmt: skip
def test_a_number_in_the_name_speaks_for_its_document(file: str, document: str | None) -> None:
    assert of(file)[0] == document


@pytest.mark.parametrize(
    "file",
    [
        "scan0006.pdf", "IMG_6.jpg", "2023-06-01.pdf", "6.1.pdf", "6月.pdf", "第6回.pdf", "20230606.pdf", "米国6.pdf", "米国(6).pdf",
        "米国⑥.pdf", "piano6.pdf", "20230801_6.pdf", "R5.8.1_6.pdf", "6-1.pdf", "資料5～7.pdf", "資料5・6.pdf",
        "6社.pdf", "6か国.pdf", "feedback.pdf", "写真.jpg", "", ".pdf", "...", "（）", "[", "\\", "資料.pdf",
    ],
)  # fmt: skip
def test_a_name_that_says_nothing_is_left_undecided(file: str) -> None:
    assert of(file) == (None, "名前からは決められません")


@pytest.mark.parametrize(
    ("file", "document"),
    [
        ("登記簿.pdf", "register"), ("履歴事項全部証明書.PDF", "register"), ("会社謄本2023.pdf", "register"), ("会社案内.pdf", "business_outline"),
        ("第24期決算書.pdf", "accounts"), ("貸借対照表.jpg", "accounts"), ("R4決算.pdf", "accounts"), ("特許願（控）.pdf", "base_application"),
        ("特願2023-012345.pdf", "base_application"), ("見積.pdf", "estimates"), ("お見積り_米国.pdf", "estimates"),
        ("Quotation_US.pdf", "estimates"), ("ＱＵＯＴＡＴＩＯＮ.pdf", "estimates"), ("estimates-cn.pdf", "estimates"),
        ("US quote 2.pdf", "estimates"), ("misquoted.pdf", None), ("資金計画書.pdf", "funding_plan"), ("先行技術調査報告書.pdf", "prior_art"),
        ("J-PlatPat 検索結果.pdf", "prior_art"), ("jplatpat.png", "prior_art"), ("協力承諾書（署名）.pdf", "consent"),
        ("ＪＰＯ　商標　調査.pdf", "prior_art"), ("見積\u3000書.pdf", "estimates"), ("ハ\u309aンフレット.pdf", "business_outline"),
    ],
)  # fmt: skip
def test_a_word_in_the_name_speaks_for_its_document(file: str, document: str | None) -> None:
    assert of(file)[0] == document


@pytest.mark.parametrize(
    ("file", "document", "why"),
    [
        ("資料6_見積.pdf", "estimates", "名前の番号（資料6）と「見積」から"),
        ("⑤明細書.pdf", "base_application", "名前の番号（資料5）と「明細書」から"),
        ("資料05_決算書.pdf", "accounts", "名前の「決算書」から（番号は資料5）"),
        ("先行技術調査見積書.pdf", "estimates", "名前の「見積書」から"),
        ("見積書_先行技術調査.pdf", "estimates", "名前の「見積書」から"),
        ("8_見積書_先行技術調査.pdf", "prior_art", "名前の番号（資料8）と「調査」から"),
        ("見積書②.pdf", "estimates", "名前の「見積書」から"),
        ("役員名簿.pdf", None, "役員等名簿（別添）は、プログラムが作成します"),
        ("資料3.pdf", None, "役員等名簿（別添）は、プログラムが作成します"),
        ("資料9.pdf", None, "資料9は、この申請にはありません"),
        ("直近2期分の決算書の写し.pdf", "accounts", "名前の「直近2期分の決算書の写し」から"),
    ],
)
def test_number_and_words_are_weighed_and_the_reason_is_told(file: str, document: str | None, why: str) -> None:
    assert of(file) == (document, why)


@pytest.mark.parametrize(
    ("file", "change", "document", "why"),
    [
        ("資料4.pdf", STARTUP, None, "資料4には書類が5つあります"),
        ("資料4_残高証明書.pdf", STARTUP, "startup_balance", "名前の番号（資料4）と「残高証明」から"),
        ("国際調査報告書.pdf", PCT, None, "「国際調査報告」に当たる書類が2つあります"),
        ("資料8_国際調査報告書.pdf", PCT, "prior_art", "名前の番号（資料8）と「国際調査報告」から"),
        ("費用明細書.pdf", INTERMEDIARY, "intermediary_costs", "名前の「費用明細書」から"),
        ("資料6_理由書.pdf", INTERMEDIARY, "intermediary_letter", "名前の番号（資料6）と「理由書」から"),
    ],
)
def test_where_several_documents_come_near_nothing_is_guessed(file: str, change: Changes, document: str | None, why: str) -> None:
    assert of(file, change) == (document, why)


def test_files_come_in_the_order_in_which_people_count() -> None:
    files = ["見積10.pdf", "見積２.pdf", "見積1.pdf", "見積（１１）.pdf", "Q3.pdf", "q2.pdf", "資料5.pdf"]
    assert [proposal.file for proposal in propose(files, documents())] == [
        "q2.pdf", "Q3.pdf", "見積1.pdf", "見積２.pdf", "見積10.pdf", "見積（１１）.pdf", "資料5.pdf",
    ]  # fmt: skip
    assert sorted(["a10b2", "a10b1", "a9", "a", ""], key=natural_order) == ["", "a", "a9", "a10b1", "a10b2"]


@pytest.mark.parametrize("sample", sorted(SAMPLES.iterdir()), ids=lambda folder: folder.name)
def test_the_samples_files_find_their_documents(sample: Path) -> None:
    case = read_case_toml(sample)
    places = {file.name: document for document, files in case.attachments.items() for file in files}
    found = propose(places, [planned.document for planned in plan_packet(facts_of(case.answers), ())])
    assert {proposal.file: proposal.document for proposal in found} == places


def test_the_words_are_data(call: Call) -> None:
    plain = replace(call.documents["estimates"], title="資料", words=("Kostenvoranschlag",))
    assert [proposal.document for proposal in propose(["Kostenvoranschlag 1.pdf", "見積.pdf"], [plain])] == ["estimates", None]

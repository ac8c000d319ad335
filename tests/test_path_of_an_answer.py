"""The path of one answer, walked whole: typed on the command line, kept, shown, filled, printed, in all six sets."""

from pathlib import Path

import pdfplumber

from forms.__main__ import main
from forms.casefile import open_case_file
from forms.paths import SAMPLES


def test_a_corporate_number_goes_from_the_keyboard_to_six_sets(tmp_path: Path) -> None:
    case, packet = tmp_path / "a.shinsei", tmp_path / "packet"
    assert main(["import", str(SAMPLES / "startup-design"), str(case)]) == 0
    assert main(["answer", str(case), "applicant.corporate_number=７０００-０１２０-５０００-２"]) == 0
    with open_case_file(case) as opened:
        assert opened.answers()["applicant.corporate_number"] == "7000012050002"
    assert main(["build", str(case), "--out", str(packet), "--today", "2023-08-21"]) == 0
    with pdfplumber.open(packet / "packet.pdf") as opened_pdf:
        pages = len(opened_pdf.pages) // 6
        firsts = [opened_pdf.pages[n * pages].extract_text() for n in range(6)]
    assert ["7 0 0 0 0 1 2 0 5 0 0 0 2" in text for text in firsts] == [True] * 6


def test_no_line_of_python_names_the_field() -> None:
    sources = (Path(__file__).resolve().parent.parent / "forms").rglob("*.py")
    assert [path.name for path in sources if "applicant.corporate_number" in path.read_text(encoding="utf-8")] == []

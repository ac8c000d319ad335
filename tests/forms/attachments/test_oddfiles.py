"""Every odd file ends as sound, upright A4 pages with what was amiss said, or as one sentence; in a process that is watched."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.forms.attachments.oddfiles.corpus import CORPUS, file_name
from tests.forms.attachments.oddfiles.model import Odd

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ROOT.parent / "shared" / "corpora" / "py-pdf-sample-files"
SAMPLES_PASSWORD = "openpassword"  # noqa: S105 - written beside the sample
PAGELESS_SAMPLES = {"017-unreadable-meta-data_unreadablemetadata.pdf"}  # its page tree is lost: PDFium, qpdf and poppler find no page
MOST_SECONDS, MOST_MEGABYTES = 20, 1024
SHARES = 4  # the corpus in so many processes, for several processors
Told = dict[str, Any]


def taken(folder: Path, names: Sequence[str], passwords: Sequence[str]) -> dict[str, Told]:
    """What one process says of each file, in its own words; a file at which it died or stuck is not told of."""
    line = [sys.executable, "-m", "tests.forms.attachments.oddfiles.taking", str(folder), *passwords]
    try:
        ran = subprocess.run(
            line, input="\n".join(names), capture_output=True, text=True, cwd=ROOT, check=False, timeout=MOST_SECONDS * 10, env=ENVIRONMENT
        )
    except subprocess.TimeoutExpired:
        pytest.fail("hangs")
    assert ran.returncode == 0, ran.stderr
    return {told["name"]: told for told in map(json.loads, ran.stdout.splitlines())}


ENVIRONMENT = {**os.environ, "PYTHONIOENCODING": "utf-8"}


def complaints(odd: Odd, told: Told) -> list[str]:
    """What is otherwise than the table says."""
    if odd.refused or told["refused"]:
        sound = bool(odd.refused) and odd.refused in told["refused"] and is_sentence(odd, told["refused"])
        return [] if sound else [f"refused: {told['refused']}"]
    said, notes = list(told["notes"]), list(odd.notes)
    unsaid = [note for note in notes if not any(note in sentence for sentence in said)]
    unasked = [sentence for sentence in said if not any(note in sentence for note in notes)]
    pages = [f"{told['pages']} pages"] if told["pages"] != odd.pages else []
    return [*told["faults"], *pages, *(f"not said: {note}" for note in unsaid), *(f"said: {note}" for note in unasked)]


def is_sentence(odd: Odd, refusal: str) -> bool:
    return file_name(odd) in refusal and refusal.endswith("ください。")


def too_much(told: Told) -> bool:
    return bool(told["seconds"] > MOST_SECONDS or told["megabytes"] > MOST_MEGABYTES)


@pytest.mark.parametrize("share", range(SHARES))
def test_every_odd_file_becomes_what_the_table_says(tmp_path: Path, share: int) -> None:
    odds = CORPUS[share::SHARES]
    for odd in odds:
        (tmp_path / file_name(odd)).write_bytes(odd.make())
    told = taken(tmp_path, [file_name(odd) for odd in odds], [odd.password for odd in odds if odd.password])
    assert {odd.name: found for odd in odds if (found := complaints(odd, told[file_name(odd)]))} == {}
    assert [name for name, one in told.items() if too_much(one)] == []


def test_the_corpus_is_as_large_as_promised_and_no_name_or_oddity_stands_twice() -> None:
    assert len(CORPUS) >= 120
    assert len({odd.name for odd in CORPUS}) == len({odd.oddity for odd in CORPUS}) == len(CORPUS)


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the py-pdf sample files are not beside this folder")
def test_every_sample_of_py_pdf_is_taken() -> None:
    names = sorted(path.name for path in SAMPLES.iterdir() if path.suffix in (".pdf", ".png", ".jpg", ".tiff"))
    told = taken(SAMPLES, names, [SAMPLES_PASSWORD])
    assert {name for name, one in told.items() if one["refused"]} == PAGELESS_SAMPLES
    assert {name: one["faults"] for name, one in told.items() if one["faults"]} == {}
    assert [name for name, one in told.items() if too_much(one)] == []

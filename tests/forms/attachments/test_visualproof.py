"""What is printed is what was seen: every accepted file of both corpora, drawn by PDFium, against our pages of it."""

from pathlib import Path

import pytest

from tests.forms.attachments.likeness import pairs, unlikeness
from tests.forms.attachments.oddfiles import bombs
from tests.forms.attachments.oddfiles.corpus import CORPUS
from tests.forms.attachments.oddfiles.model import Odd
from tests.forms.attachments.test_oddfiles import PAGELESS_SAMPLES, SAMPLES, SAMPLES_PASSWORD

MOST = 3.0  # of 255; a missing word of 12 points makes more
PAGES = 3  # drawn of each file
PDFS = [odd for odd in CORPUS if not odd.refused and not odd.unlike and odd not in bombs.ODD]


@pytest.mark.parametrize("odd", PDFS, ids=lambda odd: odd.name)
def test_a_page_looks_as_a_viewer_shows_it(odd: Odd) -> None:
    for source, ours in pairs(odd.name, odd.make(), PAGES, odd.password):
        assert unlikeness(source, ours) < MOST


UNLIKE_SAMPLES = {
    "019-grayscale-image_grayscale-image.pdf": "the edge of a black picture falls between other pixels",
    "024-annotations_annotated_pdf.pdf": "PDFium draws no polygon that has no appearance, and its own icon for a sticky note",
}
SAMPLE_PDFS = sorted(path for path in SAMPLES.glob("*.pdf") if path.name not in PAGELESS_SAMPLES) if SAMPLES.is_dir() else []


@pytest.mark.skipif(not SAMPLE_PDFS, reason="the py-pdf sample files are not beside this folder")
def test_the_samples_of_py_pdf_look_as_a_viewer_shows_them() -> None:
    unlike = {path.name: worst for path in SAMPLE_PDFS if (worst := worst_page(path)) >= MOST}
    assert unlike.keys() == UNLIKE_SAMPLES.keys()


def worst_page(path: Path) -> float:
    password = SAMPLES_PASSWORD if "password" in path.name else ""
    return max(unlikeness(source, ours) for source, ours in pairs(path.name, path.read_bytes(), PAGES, password))

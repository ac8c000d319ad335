"""A process that takes files in, one by one, and says as JSON lines what became of each; its death is told by the missing line.

    python -m tests.forms.attachments.oddfiles.taking FOLDER [PASSWORD …]   (names of files on standard input)

A line: name, pages (0 where refused), notes, refused (the sentence), faults (what is wrong with the paper), seconds of processor
time, megabytes (the process's peak so far).
"""

import json
import resource
import sys
import time
from io import BytesIO
from pathlib import Path

from pikepdf import Pdf

from forms.attachments.intake import take_in
from forms.errors import PaperError, PasswordNeeded
from forms.papers import Paper
from forms.positions import A4

NEAR = 0.01


def take(path: Path, passwords: list[str]) -> dict[str, object]:
    """What became of one file; only a PaperError is an answer, everything else ends the process."""
    start = time.process_time()
    told: dict[str, object] = {"name": path.name, "pages": 0, "notes": [], "refused": "", "faults": []}
    try:
        paper = _opened(path, passwords)
        told |= {"pages": paper.pages, "notes": list(paper.notes), "faults": faults(paper)}
    except PaperError as refusal:
        told["refused"] = str(refusal)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return told | {"seconds": round(time.process_time() - start, 2), "megabytes": peak}


def _opened(path: Path, passwords: list[str]) -> Paper:
    for password in ["", *passwords]:
        try:
            return take_in(path, password)
        except PasswordNeeded as refusal:
            last = refusal
    raise last


def faults(paper: Paper) -> list[str]:
    """What is wrong with a paper: pages that are not upright A4, a file that qpdf complains about."""
    with Pdf.open(BytesIO(paper.pdf)) as pdf:
        found = [*pdf.check_pdf_syntax(), *pdf.get_warnings()]
        odd = [n for n, page in enumerate(pdf.pages, 1) if page.obj.get("/Rotate", 0) or not _is_a4(page.mediabox)]
        return [*map(str, found), *(f"page {number} is not upright A4" for number in odd)] + ["pages"] * (len(pdf.pages) != paper.pages)


def _is_a4(box: object) -> bool:
    return all(abs(float(edge) - wanted) < NEAR for edge, wanted in zip(box, (0, 0, *A4), strict=True))  # type: ignore[call-overload]


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(take(Path(sys.argv[1]) / line.strip(), sys.argv[2:]), ensure_ascii=False), flush=True)

"""Writes post/, what goes around the packet, into the folder of a build.

Decision: file names are ASCII, for they travel through mails and share drives; what each one is, its title says.
"""

from collections.abc import Sequence
from pathlib import Path

from forms.errors import TargetError
from forms.facts import Facts
from forms.packet.assemble import Part
from forms.positions import Layout
from forms.post.calendar import calendar_of
from forms.post.labels import draw_label_a4, draw_label_letterpack
from forms.post.letter import Enclosed, draw_letter
from forms.post.tabs import draw_tabs
from forms.post.texts import filled_post, letter_day

POST = "post"
LABEL_A4, LABEL_LETTERPACK = "label-a4.pdf", "label-letterpack.pdf"
LEAVES = "目次・仕切り紙など"
LETTER, TABS, CALENDAR = "cover-letter.pdf", "index-tabs.pdf", "calendar.ics"


def write_post(folder: Path, facts: Facts, parts: Sequence[Part], layout: Layout, *, draft: bool) -> None:
    """Write labels, letter, tabs and calendar into the new folder. TargetError."""
    post = filled_post(facts)
    numbers = sorted({part.number for part in parts if part.number is not None})
    try:
        folder.mkdir()
        (folder / CALENDAR).write_bytes(calendar_of(facts))
    except OSError as error:
        raise TargetError(f"「{folder}」に書き込めません（{error.strerror}）。空き容量をお確かめください。") from error
    draw_label_a4(post, folder / LABEL_A4, draft=draft)
    draw_label_letterpack(post, folder / LABEL_LETTERPACK, draft=draft)
    leaves = sum(part.pages for part in parts if part.leaf)
    documents = [(part.heading, part.pages) for part in parts if not part.leaf]
    enclosed = Enclosed([*documents, (LEAVES, leaves)] if leaves else documents, layout)
    draw_letter(post, letter_day(facts), enclosed, folder / LETTER, draft=draft)
    draw_tabs(numbers, layout.sets, folder / TABS, draft=draft)

"""What the preview says in words: short titles, and why an answer is not to be seen on the paper."""

import re

from desktop.preview.previewpanelook import Look
from desktop.session import Session

NOT_PRINTED = "この項目は様式には印刷されません。"


def short_title(title: str) -> str:
    """様式第1-1 for 様式第1-1 間接補助金交付申請書: what stands before the first space or bracket."""
    return re.split("[ \u3000（]", title, maxsplit=1)[0]


def note_of(session: Session, look: Look, subjects: tuple[str, ...]) -> str:
    """One sentence on the field that has the cursor, or nothing; a step as a whole has several subjects and needs none."""
    group = subjects[-1] if subjects else ""
    is_one = bool(subjects) and subjects[0].partition("[")[0] == group
    if not is_one or group not in session.call.fields:
        return ""
    if not look.subject:
        return NOT_PRINTED
    if not session.facts.is_readable(group):
        return f"{session.call.fields[group].label}は、直すまで空欄のまま表示します。"
    return ""

"""The applicant's other cases of the year that an open case counts: where it keeps their paths, and the look at it beside them.

Decision: no Qt here, for a worker looks at closed cases in the same way. Where one of them cannot be read, or is another
applicant's, none is counted: the case alone is always there to be looked at.
"""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

from forms.casefile import CaseFile
from forms.check import Finding
from forms.errors import FormsError
from forms.memory import Memory
from forms.review import Review, review_case

OTHERS = "others"  # under which the case keeps the paths


def as_kept(others: Iterable[Path]) -> str:
    """The paths as the case keeps them."""
    return "\n".join(str(path.absolute()) for path in others)


def review_beside_known(
    case: CaseFile, today: date, calls: Path | None, memory: Memory[Finding] | None = None
) -> tuple[Review, tuple[Path, ...]]:
    """Look at a case beside the others that it counts, as far as they are still there; which those are. Raises FormsError."""
    others = tuple(path for line in case.recall(OTHERS).splitlines() if (path := Path(line)).exists())
    if others:
        with suppress(FormsError):
            return review_case(case, today, others, calls, memory=memory), others
    return review_case(case, today, (), calls, memory=memory), ()

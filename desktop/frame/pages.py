"""Which page shows which step: the generic one, made from data, but for the few that need more.

Decision: one table of exceptions, so that the generic page never has to do everything.
"""

from collections.abc import Callable, Mapping

from desktop.checking.checkpage import CheckPage
from desktop.desk import Desk
from desktop.documents.documentspage import DocumentsPage
from desktop.frame.steps import CHECK, DOCUMENTS, PACKET
from desktop.packet.packetpage import PacketPage
from desktop.page import Page
from desktop.questions.eligibilitypage import EligibilityPage
from desktop.questions.expensespage import ExpensesPage
from desktop.questions.steppage import StepPage
from forms.catalog.model import Step

PAGES: Mapping[str, Callable[[Desk, Step], Page]] = {
    "eligibility": EligibilityPage,
    "expenses": ExpensesPage,
    DOCUMENTS: DocumentsPage,
    CHECK: CheckPage,
    PACKET: PacketPage,
}


def make_page(desk: Desk, step: Step) -> Page:
    """The page of a step."""
    return PAGES.get(step.id, StepPage)(desk, step)

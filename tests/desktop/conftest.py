"""Qt without a screen, dressed as the program dresses itself."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.frame.caseview import CaseView
from desktop.kit.faces import register_faces
from desktop.kit.look import dress
from desktop.packet.lastbuild import LastBuild, fingerprint, remember_build
from desktop.studio import Studio
from forms.build import Order, build_packet
from forms.casefile import create_case, open_case_file
from forms.cases import import_case
from forms.paths import FONTS, SAMPLES
from forms.render.renderers import renderer
from forms.review import review_case
from tests.desktop.journeycase import TODAY, SharedStudio, desk_for, shown_view


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """pytest-qt's application in the program's faces and colours."""
    register_faces(FONTS)
    dress(qapp, scheme="light", scale=100)
    return qapp


@pytest.fixture(scope="session")
def shared_studio(qapp: QApplication) -> Iterator[SharedStudio]:
    """One worker for all tests that do not end it: its process takes a second to start."""
    studio = SharedStudio()
    yield studio
    studio.close()


@pytest.fixture
def studio(shared_studio: SharedStudio) -> Iterator[Studio]:
    """The shared worker, for this test."""
    yield shared_studio
    shared_studio.turn += 1


@pytest.fixture(scope="session")
def company_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The company's whole case, read in once; copy it."""
    file = tmp_path_factory.mktemp("company") / "company.shinsei"
    import_case(SAMPLES / "company-patent", file).close()
    return file


@pytest.fixture
def desk(company_file: Path, studio: Studio, tmp_path: Path) -> Iterator[Desk]:
    """A copy of the company's case, opened on its day."""
    with open_case_file(Path(shutil.copy(company_file, tmp_path / "company.shinsei"))) as case:
        yield desk_for(case, studio, tmp_path)


@pytest.fixture
def new_desk(studio: Studio, tmp_path: Path) -> Iterator[Desk]:
    """A case in which only the first choices have been made."""
    with create_case(tmp_path / "new.shinsei", "hyogo-r5-2") as case:
        case.enter({"applicant.type": "corporation", "base.right": "patent"})
        yield desk_for(case, studio, tmp_path)


@pytest.fixture
def view(qtbot: QtBot, desk: Desk) -> CaseView:
    """The company's case in its frame, in front."""
    return shown_view(qtbot, desk)


@pytest.fixture
def new_view(qtbot: QtBot, new_desk: Desk) -> CaseView:
    """The new case in its frame, in front."""
    return shown_view(qtbot, new_desk)


@pytest.fixture(scope="session")
def packet(company_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The company's packet, built once; to be read only."""
    folder = tmp_path_factory.mktemp("packet") / "packet"
    with open_case_file(company_file, read_only=True) as case:
        list(build_packet(case, review_case(case, TODAY), Order(folder, renderer("builtin", lambda _: None))))
    return folder


@pytest.fixture
def built_desk(desk: Desk, packet: Path) -> Desk:
    """The company's case, which knows its packet."""
    remember_build(desk.session, LastBuild(str(packet), fingerprint(desk.session), "2023-08-21T14:32"))
    return desk

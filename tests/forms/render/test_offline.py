"""Nothing leaves the machine: a picture that a form only points to is not fetched, by no renderer."""

from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE

from forms.errors import RenderError
from forms.render.choosing import Render
from tests.forms.render.docxkit import R, element, p, word_file
from tests.forms.render.test_contract import render, temporary, work

__all__ = ["render", "temporary"]
A, PIC = (f"http://schemas.openxmlformats.org/drawingml/2006/{kind}" for kind in ("main", "picture"))
SIZE = 'cx="900000" cy="900000"'
LINKED = (
    f'<w:p><w:r><w:drawing><wp:inline xmlns:a="{A}" xmlns:pic="{PIC}"><wp:extent {SIZE}/><wp:docPr id="1" name="1"/><a:graphic>'
    f'<a:graphicData uri="{PIC}"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="1"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    f'<a:blip xmlns:r="{R}" r:link="RID"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
    f'<a:ext {SIZE}/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
)


class Asked(BaseHTTPRequestHandler):
    """Notes what it is asked for, by whatever method."""

    def handle_one_request(self) -> None:
        line = self.rfile.readline()
        if line:
            self.server.asked.append(line)  # type: ignore[attr-defined]
        self.close_connection = True


@pytest.fixture
def server() -> Iterator[HTTPServer]:
    """A web server on this machine, with what it was asked for."""
    server = HTTPServer(("127.0.0.1", 0), Asked)
    server.asked = []  # type: ignore[attr-defined]
    thread = Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_picture_elsewhere_is_not_fetched(render: Render, server: HTTPServer, tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", p("本文"))
    document = docx.Document(str(path))
    rid = document.part.relate_to(f"http://127.0.0.1:{server.server_port}/a.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
    document.element.body.insert(0, element(LINKED.replace("RID", rid)))
    document.save(str(path))
    with suppress(RenderError):
        list(work(render, [path], tmp_path / "out"))
    assert server.asked == []  # type: ignore[attr-defined]

import copy
import zipfile
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from forms.errors import RenderError
from forms.paths import TEMPLATES
from forms.render.builtin.renderer import render_builtin

FORMS = sorted(TEMPLATES.rglob("*.docx"))
VALUES = ("", "x", "-1", "0", "99999999", "1e9", "auto", "３", "nil", "1.5", "on", "center")
CHANGES = st.lists(
    st.tuples(st.sampled_from(("remove", "repeat", "nest", "say")), st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1, max_size=6
)


def changed(root: etree._Element, changes: list[tuple[str, int, int]]) -> bytes:
    """The XML with elements removed, repeated, put into others, or saying something else."""
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    for kind, one, other in changes:
        element, second = elements[one % len(elements)], elements[other % len(elements)]
        parent = element.getparent()
        if kind == "remove" and parent is not None:
            parent.remove(element)
        elif kind == "repeat" and parent is not None:
            parent.insert(parent.index(element), copy.deepcopy(element))
        elif kind == "nest":
            second.append(copy.deepcopy(element))
        elif element.attrib:
            element.set(sorted(element.attrib)[other % len(element.attrib)], VALUES[other % len(VALUES)])
    return etree.tostring(root)


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(form=st.sampled_from(FORMS), part=st.sampled_from(("document", "styles")), changes=CHANGES)
def test_whatever_happens_to_a_form_it_prints_or_is_said(
    tmp_path: Path, form: Path, part: str, changes: list[tuple[str, int, int]]
) -> None:
    path = tmp_path / "form.docx"
    with zipfile.ZipFile(form) as old, zipfile.ZipFile(path, "w") as new:
        for entry in old.namelist():
            data = old.read(entry)
            new.writestr(entry, changed(etree.fromstring(data), changes) if entry == f"word/{part}.xml" else data)
    with suppress(RenderError):
        [pdf] = render_builtin([path], tmp_path)
        assert pdf.read_bytes().startswith(b"%PDF")

"""The house stands: each module imports from lower floors only, no cycles, and the command line loads no window."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS = (
    ("errors", "paths", "papers", "progress", "positions"),
    ("folders", "values", "wholefolder", "workers"),
    ("postal",),
    ("catalog", "fontsubset", "pdf", "verticalforms"),
    ("truetype",),
    ("answers", "fonts"),
    ("facts", "migrations", "render"),
    ("attachments", "calculations", "casecontents", "casedatabase", "caserows", "casetoml", "casewords"),
    ("casefile",),
    ("taking",),
    ("elsewhere", "explaining", "memory", "plan"),
    ("rules", "slots"),
    ("comparing",),
    ("check", "fill", "cases"),
    ("templates", "review", "packet"),
    ("eligibility", "proof", "road", "spots", "tally"),
    ("post", "preview"),
    ("build", "built"),
    ("commands",),
    ("__main__",),
)
FLOOR = {name: number for number, names in enumerate(FLOORS) for name in names}
PAGES = (  # who reads or draws pages
    "attachments", "cases", "fill", "fonts", "fontsubset", "packet", "pdf", "post", "proof", "render", "truetype", "verticalforms",
)  # fmt: skip
ONLY_ON = {
    "docx": {"fill", "render"},
    "win32com": {"render"},
    "pythoncom": {"render"},
    "pypdf": PAGES,
    "pikepdf": PAGES,
    "reportlab": PAGES,
    "pypdfium2": PAGES,
    "PIL": {"attachments", "pdf", "render"},
    "sqlite3": {"casecontents", "casedatabase", "casefile", "casewords", "migrations"},
    "tomllib": {"catalog", "casetoml", "commands"},
}


def modules() -> list[Path]:
    return sorted((ROOT / "forms").rglob("*.py"))


def top(path: Path) -> str:
    return path.relative_to(ROOT / "forms").parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_from_lower_floors_only(path: Path) -> None:
    own = top(path)
    if own == "__init__":
        return
    for name in imported(path):
        if name.startswith("forms."):
            other = name.split(".")[1]
            assert FLOOR[other] < FLOOR[own] or other == own, f"{path.name}: {name}"


def test_no_modules_import_one_another_in_a_circle() -> None:
    paths = [*modules(), *DESKTOP]
    names = {".".join(path.with_suffix("").relative_to(ROOT).parts): set(imported(path)) for path in paths}
    graph = {name: {other for other in others if other in names} for name, others in names.items()}
    tuple(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_library_is_known_only_where_it_belongs(path: Path) -> None:
    for name in imported(path):
        allowed = ONLY_ON.get(name.split(".")[0])
        assert allowed is None or top(path) in allowed, f"{path.name}: {name}"


DESKTOP = sorted((ROOT / "desktop").rglob("*.py"))
BANNED = {*ONLY_ON, "pypdfium2", "subprocess", "lxml"}


@pytest.mark.parametrize("path", DESKTOP, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_window_knows_no_word_no_pdf_and_no_database(path: Path) -> None:
    assert not {name.split(".")[0] for name in imported(path)} & BANNED


def test_the_kit_knows_nothing_of_forms() -> None:
    for path in (ROOT / "desktop" / "kit").glob("*.py"):
        names = {name for name in imported(path) if name.startswith(("forms", "desktop")) and not name.startswith("desktop.kit")}
        assert names <= {"forms.paths"}  # where fonts and icons lie


def test_packages_hold_a_docstring_and_no_reexports() -> None:
    for path in (*(ROOT / "forms").rglob("__init__.py"), *(ROOT / "desktop").rglob("__init__.py")):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        assert len(body) == 1
        assert isinstance(body[0], ast.Expr)


def test_the_command_line_loads_no_window() -> None:
    script = "import sys, forms.__main__; sys.exit(any(name.startswith(('PySide6', 'desktop')) for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0

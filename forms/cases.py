"""Opens whatever a command names as CASE: a case file, or a case.toml and its papers, taken into a case file that is gone again.

Decision: everything works on an open CaseFile; text is only a way in and out, so there is one path for both.
"""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from forms.answers import canonical, find_field, read_answers
from forms.attachments.turning import turns_of
from forms.casefile import Attached, CaseFile, create_case, open_case_file
from forms.casetoml import case_toml, read_case_toml
from forms.catalog.load import load_call
from forms.catalog.model import Call
from forms.errors import CaseError, TargetError
from forms.folders import written_into
from forms.taking import Coming, taking
from forms.values.plain import Plain
from forms.workers.worker import Worker


@contextmanager
def open_case(path: Path, calls: Path | None = None) -> Iterator[CaseFile]:
    """The case at `path`: a case file, a case.toml, or the folder that holds one."""
    if path.is_dir() or path.suffix == ".toml":
        with tempfile.TemporaryDirectory(prefix="shinsei-") as folder, import_case(path, Path(folder) / "case", calls) as case:
            yield case
    else:
        with open_case_file(path) as case:
            yield case


def read_case(path: Path) -> tuple[str, Mapping[str, Plain]]:
    """The call's id and the answers of the case at `path`; its papers are left alone."""
    if path.is_dir() or path.suffix == ".toml":
        text = read_case_toml(path)
        return text.call_id, text.answers
    with open_case_file(path) as case:
        return case.call_id, case.answers()


@contextmanager
def new_case(target: Path, call: Call) -> Iterator[CaseFile]:
    """A new case file, open also after the block; where the block fails, nothing is left at `target`."""
    with ExitStack() as undo:
        case = create_case(target, call.id)
        undo.callback(target.unlink)
        undo.callback(case.close)
        yield case
        undo.pop_all()


def import_case(source: Path, target: Path, calls: Path | None = None, password: str = "") -> CaseFile:
    """A new case file from a case.toml and its papers, `password` for protected ones; whole, or nothing at `target`."""
    text = read_case_toml(source)
    call = load_call(text.call_id, calls)
    with naming(source):
        answers = checked_answers(call, text.answers)
        for document in text.attachments:
            refuse_unless_attachable(call, document)
    with new_case(target, call) as case, Worker() as worker:
        case.enter(answers)
        for document, files in text.attachments.items():
            for file in files:
                coming = Coming(file, document, passwords=(password,) if password else (), turned=tuple(text.turned.get(file, ())))
                worker.do(taking(target, coming))
    return case


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """A CaseError of the block, with the file that it is about."""
    try:
        yield
    except CaseError as error:
        raise CaseError(f"{path}：{error}") from error


def checked_answers(call: Call, answers: Mapping[str, Plain]) -> dict[str, Plain]:
    """Answers in the form in which they are kept. Raises CaseError for an id that the call does not have."""
    read_answers(call, answers)
    return {name: canonical(find_field(call, name), value) for name, value in answers.items()}


def refuse_unless_attachable(call: Call, document: str) -> None:
    """Raises CaseError where the call has no such document, or fills it itself."""
    if document not in call.documents:
        known = "、".join(name for name, row in call.documents.items() if not row.template or row.by_hand)
        raise CaseError(f"「{document}」という書類は、公募 {call.id} にありません。使えるのは {known} です。")
    if call.documents[document].template and not call.documents[document].by_hand:  # a signed page may take its place
        title = call.documents[document].title
        raise CaseError(f"「{document}」（{title}）はプログラムが作成します。入れるのではなく、項目に入力してください。")


def export_case(case: CaseFile, folder: Path) -> None:
    """The case as case.toml and the papers as they were given; the folder must be new or empty."""
    with written_into(folder) as stage:
        if any(path != stage for path in folder.iterdir()):
            raise TargetError(f"{folder} は空ではありません。新しいフォルダーを選んでください。")
        _write(case, stage)
        for made in sorted(stage.iterdir(), reverse=True):  # case.toml last
            made.rename(folder / made.name)


def _write(case: CaseFile, folder: Path) -> None:
    papers = case.attached()
    documents = list(dict.fromkeys(paper.document for paper in papers))
    names: dict[str, list[str]] = {}
    turned: dict[str, tuple[int, ...]] = {}
    for number, paper in enumerate(sorted(papers, key=lambda paper: documents.index(paper.document)), 1):
        name = _file_name(number, paper)
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_bytes(case.original(paper))
        names.setdefault(paper.document, []).append(name)
        if any(turns := turns_of(case.pdf(paper))):
            turned[name] = turns
    (folder / "case.toml").write_text(case_toml(case.call_id, case.answers(), names, turned), encoding="utf-8")


def _file_name(number: int, paper: Attached) -> str:
    """A place of its own, below the folder whatever the name in a case file from elsewhere says."""
    return f"files/{number:02}/{Path(paper.name).name}"


def carried_answers(call: Call, answers: Mapping[str, Plain]) -> dict[str, Plain]:
    """What a new case takes over from an earlier one: the applicant's own answers, nothing of the filing."""
    return {name: value for name, value in answers.items() if name in call.fields and call.fields[name].carried}

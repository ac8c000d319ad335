"""Commands that make or change a case: new, answer, attach, detach, import, export."""

import tempfile
from argparse import Namespace
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from forms.answers import LISTED, Answers, canonical, label_of, read_answers, walk_texts
from forms.attachments.archives import MOST_FILES, Found, files_in, is_archive
from forms.casefile import Attached, CaseFile, open_case_file
from forms.cases import (
    carried_answers,
    checked_answers,
    export_case,
    import_case,
    new_case,
    open_case,
    read_case,
    refuse_unless_attachable,
)
from forms.casetoml import read_answers_toml, read_value
from forms.catalog.load import load_call
from forms.catalog.model import Call
from forms.commands.showing import hearing, say, say_aside, say_json
from forms.errors import CaseError, PaperError, UsageError, WorkerError
from forms.taking import Coming, taking, unpacking
from forms.values.plain import Plain
from forms.workers.serving import Work
from forms.workers.worker import Worker


def new(line: Namespace) -> int:
    """A new case, with answers from a file or from the applicant's other case."""
    call = load_call(line.call, line.calls)
    answers: dict[str, Plain] = {}
    if line.source:
        answers |= checked_answers(call, carried_answers(call, read_case(line.source)[1]))
    if line.answers:
        answers |= checked_answers(call, read_answers_toml(line.answers))
    with new_case(line.case, call) as case, case:
        case.enter(answers)
    say(f"{line.case} を作りました。{len(answers)}項目を入力済みです。")
    return 0


def answer(line: Namespace) -> int:
    """Set answers, all of them or none."""
    with open_case_file(line.case) as case:
        call = load_call(case.call_id, line.calls)
        answers, read = _typed(call, line.assignments)
        if read.complaints:
            raise UsageError("\n".join(f"{subject}：{sentence}" for subject, sentence in read.complaints.items()))
        case.enter({name: canonical(call.fields[name], value) for name, value in answers.items()})
    for name, shown in walk_texts(call, read):
        say(f"{label_of(call, name)}：{shown}")
    return 0


def _typed(call: Call, assignments: Iterable[str]) -> tuple[dict[str, Plain], Answers]:
    """What was typed on the line, and how it reads."""
    try:
        answers = dict(_assignment(call, text) for text in assignments)
        return answers, read_answers(call, answers)
    except CaseError as error:
        raise UsageError(str(error)) from error


def _assignment(call: Call, text: str) -> tuple[str, Plain]:
    name, equals, value = text.partition("=")
    if not equals or name not in call.fields:
        raise UsageError(f"「{text}」を読めません。ID=値 の形で、shinsei fields にあるidを書いてください。")
    in_toml = value.lstrip().startswith("[") and call.fields[name].kind in ("rows", *LISTED)
    return name, read_value(value, name) if in_toml else value


def attach(line: Namespace) -> int:
    """Take papers in one by one; 3 if any was refused, the others are taken all the same."""
    password = _password(line.password_file)
    with open_case_file(line.case) as case:
        document = _attachable(case, line)
    with Worker() as worker, hearing() as hear, tempfile.TemporaryDirectory(prefix="shinsei-", ignore_cleanup_errors=True) as folder:
        attaching = _Attaching(line.case, document, (password,) if password else (), lambda work: worker.do(work, hear))
        taken = [told for number, file in enumerate(line.files) for told in attaching.all_of(file, Path(folder) / str(number))]
    if line.json:
        say_json({"files": taken})
    for paper in taken:
        _show_paper(paper, quiet=line.json)
    return 3 if any(paper["state"] == "refused" for paper in taken) else 0


def _password(file: Path | None) -> str:
    try:
        return file.read_text(encoding="utf-8-sig").strip("\r\n") if file else ""
    except (OSError, UnicodeDecodeError) as error:
        raise PaperError(f"パスワードのファイル {file} を読めません。場所をお確かめください。") from error


def _attachable(case: CaseFile, line: Namespace) -> str:
    """The id of the document that the line names, by id or by code (P19)."""
    call = load_call(case.call_id, line.calls)
    document: str = next((row.id for row in call.documents.values() if row.code == line.document), line.document)
    try:
        refuse_unless_attachable(call, document)
    except CaseError as error:
        raise UsageError(str(error)) from error
    return document


@dataclass(frozen=True)
class _Attaching:
    """Files on their way into a document of a case; `do` has a worker work."""

    case: Path
    document: str
    passwords: tuple[str, ...]
    do: Callable[[Work], Any]

    def all_of(self, path: Path, folder: Path) -> list[dict[str, Any]]:
        """What became of a file, or of each file of a folder or zip, which is unpacked into `folder`."""
        try:
            found = self.do(unpacking(path, folder)) if is_archive(path) else files_in([path])
        except (PaperError, WorkerError) as error:
            return [self._refused(str(path), str(error))]
        if not found or len(found) > MOST_FILES:
            how_many = f"{MOST_FILES}個を超えるファイルがあります" if found else "添付できるファイルがありません"
            return [self._refused(str(path), f"「{path.name}」というフォルダーには{how_many}。中のファイルを選んで添付してください。")]
        return [self._one(each) for each in found]

    def _one(self, found: Found) -> dict[str, Any]:
        try:
            paper: Attached = self.do(taking(self.case, Coming(found.file, self.document, passwords=self.passwords)))
        except (PaperError, WorkerError) as error:
            return self._refused(found.called, str(error))
        return self._told(found.called) | {"state": "attached", "pages": paper.pages, "notes": list(paper.notes)}

    def _refused(self, file: str, reason: str) -> dict[str, Any]:
        return self._told(file) | {"state": "refused", "reason": reason}

    def _told(self, file: str) -> dict[str, Any]:
        return {"file": file, "document": self.document, "state": "", "pages": 0, "notes": [], "reason": ""}


def _show_paper(paper: dict[str, Any], *, quiet: bool) -> None:
    """A refused paper always on standard error, a taken one unless quiet."""
    if paper["state"] == "refused":
        say_aside(f"× {paper['file']}：{paper['reason']}")
    elif not quiet:
        say(f"○ {paper['file']}　{paper['pages']}ページ")
        for note in paper["notes"]:
            say(f"　・{note}")


def detach(line: Namespace) -> int:
    """Take all papers of a document away."""
    with open_case_file(line.case) as case:
        say(f"{case.detach(_attachable(case, line))}件を取り除きました。")
    return 0


def bring_in(line: Namespace) -> int:
    """A case file from case.toml and its papers."""
    with import_case(line.folder, line.case, line.calls, _password(line.password_file)) as case:
        say(f"{case.path} を作りました。")
    return 0


def send_out(line: Namespace) -> int:
    """A case as case.toml and its papers."""
    with open_case(line.case, line.calls) as case:
        export_case(case, line.folder)
    say(f"{line.folder} に書き出しました。")
    return 0

"""What stops the work, as one small tree; what is merely wrong with an answer or a paper is a Finding instead.

    FormsError
    ├── UsageError      the command line asks for what there is not
    ├── UnreadyError    findings at error level stand in the way of a build
    ├── ProofError      a packet that was just built does not prove
    ├── CatalogError    a call's TOML files cannot be used
    ├── CaseError       a case file, a case folder or an id in one cannot be used
    ├── PaperError      an attachment cannot be taken in
    │   └── PasswordNeeded   but with its password it may be
    ├── TemplateError   a Word form is not what the call needs
    ├── RenderError     a Word form cannot be printed
    ├── TargetError     the place to write to cannot be used
    └── WorkerError     work done in a process of its own came to no end

Every message is one Japanese sentence or two: what happened, in which file, what to do now. The command line's `main` shows
them and ends; on the way they are only caught to name a file, or where one refused file among many is told and the others go on.
"""


class FormsError(Exception):
    """The work cannot go on; str() is the sentence for the user, `exit_status` what the command line ends with."""

    exit_status = 3


class UsageError(FormsError):
    """The command line names an id that there is not, or a value that its kind refuses."""

    exit_status = 2


class UnreadyError(FormsError):
    """The case has findings at error level."""

    exit_status = 1


class ProofError(FormsError):
    """What was built is not what it should be: our fault, never the applicant's."""

    exit_status = 1


class CatalogError(FormsError):
    """A call definition (公募) is broken: file and table are named."""


class CaseError(FormsError):
    """A case (案件) cannot be read or written."""


class PaperError(FormsError):
    """A file cannot be taken in as an attachment (添付書類)."""


class PasswordNeeded(PaperError):  # noqa: N818 - what is wanted, not a failure
    """A file is protected: it wants a password, or another one than it was given."""


class TemplateError(FormsError):
    """A Word form (様式) lacks what the call needs or cannot be opened."""


class RenderError(FormsError):
    """A Word form cannot be turned into PDF."""


class TargetError(FormsError):
    """The output folder cannot be written."""


class WorkerError(FormsError):
    """A worker process died or took too long."""


class InvalidAnswer(ValueError):  # noqa: N818 - a verdict on what was typed, not a failure
    """What was typed cannot be read as its kind; str() says why and what to type instead."""

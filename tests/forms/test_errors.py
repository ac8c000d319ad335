"""What stops the work: every error of the tree is drawn in it, and comes whole out of a worker process."""

import pickle
from collections.abc import Iterator

import pytest

from forms import errors
from forms.errors import FormsError, PaperError, PasswordNeeded


def below(error: type[FormsError]) -> Iterator[type[FormsError]]:
    for kind in error.__subclasses__():
        yield kind
        yield from below(kind)


@pytest.mark.parametrize("kind", [FormsError, *below(FormsError)])
def test_an_error_comes_whole_out_of_a_worker(kind: type[FormsError]) -> None:
    error = pickle.loads(pickle.dumps(kind("「見積書.pdf」は読めません。")))
    assert (type(error), str(error), error.exit_status) == (kind, "「見積書.pdf」は読めません。", kind.exit_status)


def test_the_tree_is_drawn_whole() -> None:
    assert all(f"── {kind.__name__} " in str(errors.__doc__) for kind in below(FormsError))


def test_who_catches_refused_papers_catches_protected_ones() -> None:
    assert issubclass(PasswordNeeded, PaperError)

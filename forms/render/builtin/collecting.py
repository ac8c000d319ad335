"""The collector of circular rubbish, put off while a document is printed.

Decision: a page makes many thousands of small objects of which none is rubbish before it is drawn; looking for some among them,
again and again, took up to a tenth of the time. Whoever had the collector switched off gets it back so.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collected_later() -> Iterator[None]:
    """Collect no rubbish in the block."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()

"""The one shape of a condition in data: AND over ids, OR within one.

Decision: closed, so that no data needs a language; whoever needs more writes a named calculation and tests its result.
"""

from collections.abc import Mapping

When = Mapping[str, tuple[str | bool, ...]]

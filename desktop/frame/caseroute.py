"""Where on the road through a case one stands."""

from collections.abc import Sequence


class Route:
    """Steps in order; remembers where one came from."""

    def __init__(self, steps: Sequence[str]) -> None:
        """Start at the first step."""
        self._steps = list(steps)
        self.here = self.origin = self._steps[0]

    def go(self, step: str) -> None:
        """Stand at a step now."""
        if step != self.here:
            self.origin, self.here = self.here, step

    @property
    def before(self) -> str:
        """The step before, or nothing."""
        at = self._steps.index(self.here)
        return self._steps[at - 1] if at else ""

    @property
    def after(self) -> str:
        """The step that follows, or nothing."""
        at = self._steps.index(self.here) + 1
        return self._steps[at] if at < len(self._steps) else ""

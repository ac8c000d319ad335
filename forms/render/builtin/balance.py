"""Columns of equal length: how high they must be so that a section's blocks just fill them."""

from collections.abc import Iterator, Sequence

from forms.render.builtin.columns import Block
from forms.render.builtin.paragraphs import ParagraphBox

STEPS = 24  # halvings of the search


def balanced_height(blocks: Sequence[Block], columns: int) -> float:
    """The least height at which the blocks fit in so many columns, to a fraction of a point."""
    heights = list(_heights(blocks))
    low, high = sum(heights) / columns, sum(heights) + 1.0
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if _columns(heights, middle) <= columns else (middle, high)
    return high


def _heights(blocks: Sequence[Block]) -> Iterator[float]:
    """What cannot be parted: lines with the space around them, and rows."""
    for block in blocks:
        if isinstance(block, ParagraphBox):
            pieces = block.pieces()
            for index, piece in enumerate(pieces):
                above = block.before if index == 0 else 0.0
                yield above + piece.height + (block.after if index == len(pieces) - 1 else 0.0)
        else:
            yield from (row.height for row in block.rows)


def _columns(heights: Sequence[float], limit: float) -> int:
    count, filled = 1, 0.0
    for height in heights:
        if filled and filled + height > limit + 0.01:
            count, filled = count + 1, 0.0
        filled += height
    return count

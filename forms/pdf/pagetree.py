"""What a page has from the nodes above it."""

from pikepdf import Dictionary, Object

DEPTH = 100  # levels that are climbed; more is a loop


def inherited(page: Object, key: str) -> Object | None:
    """The page's entry, or that of the nearest node above that has one."""
    node: Object | None = page
    for _ in range(DEPTH):
        if not isinstance(node, Dictionary):
            return None
        if key in node:
            found: Object | None = node.get(key)
            return found
        node = node.get("/Parent")
    return None

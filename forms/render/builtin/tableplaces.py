"""Where a floating table stands: w:tblpPr as a placement beside the text."""

from forms.render.builtin.boxes import Axis
from forms.render.builtin.ooxml import Element, attribute, twips
from forms.render.builtin.shapes import Placement


def placement(said: Element, hang: float) -> Placement:
    """The placement; `hang` is how far the border stands left of the place."""
    bases = (attribute(said, "horzAnchor") or "page", attribute(said, "vertAnchor") or "page")
    aligns = (attribute(said, "tblpXSpec") or "", attribute(said, "tblpYSpec") or "")
    left, right, above, below = (twips(attribute(said, f"{side}FromText")) for side in ("left", "right", "top", "bottom"))
    return Placement(
        across=Axis("column" if bases[0] == "text" else bases[0], twips(attribute(said, "tblpX")) - hang, aligns[0]),
        down=Axis(
            "paragraph" if bases[1] == "text" else bases[1],
            twips(attribute(said, "tblpY")),
            aligns[1] if aligns[1] != "inline" else "",
        ),
        gaps=(above, left, below, right),
    )

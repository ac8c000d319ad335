"""Drawn things for the renderer's tests: anchored text boxes and shapes in DrawingML and in VML; lengths in points."""

from tests.forms.render.docxkit import p

SQUARE = '<wp:wrapSquare wrapText="bothSides"/>'
ABOVE_BELOW = "<wp:wrapTopAndBottom/>"
LINE = '<a:ln w="12700"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
URI = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def e(points: float) -> int:
    """Points in EMU."""
    return int(points * 12700)


def shape(width: float, height: float, text: str = "", preset: str = "rect", body: str = "", look: str = LINE, more: str = "") -> str:
    """A wps:wsp with text (plain, or blocks as XML) and its look."""
    content = text if text.startswith("<") else p(text)
    box = f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>" if text else ""
    return (
        f'<wps:wsp><wps:spPr><a:xfrm {more}><a:off x="0" y="0"/><a:ext cx="{e(width)}" cy="{e(height)}"/></a:xfrm>'
        f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>{look}</wps:spPr>{box}<wps:bodyPr {body}/></wps:wsp>'
    )


def anchor(
    content: str, width: float, height: float, *, across: str = "", down: str = "", wrap: str = "<wp:wrapNone/>", behind: int = 0
) -> str:
    """A run with an anchored drawing; positions as `base:offset` or `base:align`, from column and paragraph where not said."""
    axes = "".join(
        _axis(which, *(said or default).split(":")) for which, said, default in (("H", across, "column:0"), ("V", down, "paragraph:0"))
    )
    return (
        f'<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="9" behindDoc="{behind}" '
        f'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>{axes}<wp:extent cx="{e(width)}" cy="{e(height)}"/>'
        f'{wrap}<wp:docPr id="1" name="x"/><a:graphic><a:graphicData uri="{URI}">{content}</a:graphicData></a:graphic></wp:anchor>'
        "</w:drawing></w:r>"
    )


def _axis(which: str, base: str, place: str) -> str:
    number = place.lstrip("-").isdigit()
    inner = f"<wp:posOffset>{e(int(place))}</wp:posOffset>" if number else f"<wp:align>{place}</wp:align>"
    return f'<wp:position{which} relativeFrom="{base}">{inner}</wp:position{which}>'


def vml(style: str, inner: str, attributes: str = "", tag: str = "rect") -> str:
    """A run with a VML shape."""
    return f'<w:r><w:pict><v:{tag} style="{style}" {attributes}>{inner}</v:{tag}></w:pict></w:r>'


def vml_text(text: str) -> str:
    """The text box of a VML shape."""
    return f"<v:textbox><w:txbxContent>{p(text)}</w:txbxContent></v:textbox>"


def holder(run: str, text: str = "本文") -> str:
    """A paragraph with a drawing before its text."""
    return f"<w:p>{run}<w:r><w:t>{text}</w:t></w:r></w:p>"

"""What this version prints otherwise than the file asks, by the name that a user knows.

The list is closed: an element of Word that is neither drawn, nor known to leave no trace on paper, is named with its XML
name. Nothing is dropped in silence, and nothing unknown stops the printing. What is found while it is set (a preset shape, a
picture's format) is named there.
"""

from collections.abc import Iterator

from forms.render.builtin.ooxml import NAMESPACES, Element, attribute, children, local, name
from forms.render.builtin.package import Package
from forms.render.builtin.styles import Styles
from forms.render.notes import Notes

MISSING = {
    "altChunk": "埋め込み文書", "subDoc": "サブ文書", "lnNumType": "行番号",
    "control": "ActiveXコントロール",
}  # fmt: skip
PLAIN = {
    "oMath": "数式", "oMathPara": "数式", "outline": "中抜き文字", "shadow": "影付き文字",
    "emboss": "浮き出し文字", "imprint": "浮き彫り文字", "bidi": "右から左への段落", "rtl": "右から左への文字",
    "bidiVisual": "右から左への表", "tcFitText": "セル内の文字の均等割り付け", "hMerge": "古い形式のセルの結合",
    "tblCellSpacing": "セルの間隔", "eastAsianLayout": "縦中横・組み文字",
}  # fmt: skip
SAID_BY_SECTION = {"textDirection": "縦書きのページ", "vAlign": "ページの中の縦の配置"}
PLAIN_PAGES = ("", "lrTb", "lrTbV", "top")
SWITCHES = {"outline", "shadow", "emboss", "imprint", "bidi", "rtl", "bidiVisual", "tcFitText"}
STRUCTURE = (
    "document body hdr ftr p r t tab ptab br cr noBreakHyphen softHyphen sym drawing fldChar instrText fldSimple hyperlink "
    "smartTag customXml dir bdo sdt sdtContent tbl tblGrid gridCol tr tc sectPr lastRenderedPageBreak pPr rPr tblPr trPr tcPr "
    "tblPrEx background tblStylePr pict object txbxContent ins moveTo del moveFrom footnotes footnote endnotes endnote "
    "footnoteRef endnoteRef separator continuationSeparator footnoteReference endnoteReference tblpPr framePr pgBorders hidden ruby rubyPr rubyAlign "
    "hps hpsRaise hpsBaseText lid rt rubyBase em smallCaps pgNum"
)
PROPERTIES = (
    "pStyle rStyle tblStyle rFonts sz szCs b bCs i iCs u strike dstrike color vertAlign spacing w shd highlight vanish caps "
    "position fitText jc ind keepNext keepLines pageBreakBefore widowControl tabs snapToGrid pBdr top bottom left right between start "
    "end numPr numId ilvl contextualSpacing kinsoku autoSpaceDE tblW tblInd tblBorders tblCellMar tblLayout tblLook insideH "
    "insideV tl2br tr2bl trHeight cantSplit tblHeader gridBefore gridAfter wBefore wAfter gridSpan vMerge tcW tcBorders tcMar vAlign pgSz "
    "pgMar pgNumType headerReference footerReference titlePg docGrid cols col type bar"
)
TRACELESS = (
    "proofErr bookmarkStart bookmarkEnd lang noProof kern sdtPr sdtEndPr smartTagPr customXmlPr autoSpaceDN wordWrap overflowPunct "
    "topLinePunct adjustRightInd textAlignment suppressAutoHyphens outlineLvl mirrorIndents suppressLineNumbers suppressOverlap "
    "divId cnfStyle webHidden specVanish cs hideMark noWrap tblOverlap tblStyleRowBandSize tblStyleColBandSize tblCaption "
    "tblDescription formProt footnotePr endnotePr paperSrc printerSettings noEndnote rtlGutter commentRangeStart commentRangeEnd "
    "commentReference annotationRef permStart permEnd textboxTightWrap pPrChange rPrChange sectPrChange tblPrChange trPrChange "
    "tcPrChange tblGridChange numberingChange ffData fldData effect bdr textDirection moveFromRangeStart moveFromRangeEnd moveToRangeStart "
    "moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd docPartObj delText "
    "delInstrText"
)
KNOWN = frozenset(f"{STRUCTURE} {PROPERTIES} {TRACELESS}".split())
HARMLESS = {name(kind) for kind in KNOWN - {"cols", *SAID_BY_SECTION}}  # there is nothing to say about them, wherever they stand
UNREAD = {
    "sdtPr", "sdtEndPr", "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange", "ffData",
}  # fmt: skip


def note_unprinted(package: Package) -> None:
    """Add to the package's notes what is in the file and not, or not quite so, on paper."""
    parts = (package.document, *package.linked.values(), package.footnotes, package.endnotes)
    roots = [source.root for source in parts if source is not None]
    for root in [*roots, *_used_styles(package, roots)]:
        for element in root.iter():
            if element.tag not in HARMLESS and not _unread(element):
                _note(element, package.notes)


def _used_styles(package: Package, roots: list[Element]) -> Iterator[Element]:
    """The properties of the styles that the text is dressed in."""
    styles = Styles(package.styles)
    named = {
        attribute(item, "val") for root in roots for kind in ("pStyle", "rStyle", "tblStyle") for item in root.iter(name(kind))
    }
    for style_id in sorted(filter(None, named | {styles.default("paragraph"), styles.default("table")})):
        for style in styles.chain(style_id):
            yield from (part for kind in ("pPr", "rPr", "tblPr", "tcPr", "tblStylePr") for part in children(style, kind))


def _unread(element: Element) -> bool:
    """Whether it stands in what no renderer has to look at."""
    return any(local(holder) in UNREAD for holder in (element, *element.iterancestors()))


def _note(element: Element, notes: Notes) -> None:
    kind = local(element)
    if kind in SWITCHES and attribute(element, "val") in ("0", "false", "off", "none"):
        return
    if kind in MISSING:
        notes.missing(MISSING[kind])
    elif kind in PLAIN:
        notes.plain(PLAIN[kind])
    elif kind in SAID_BY_SECTION and _holder(element) == "sectPr" and (attribute(element, "val") or "") not in PLAIN_PAGES:
        notes.plain(SAID_BY_SECTION[kind])
    elif kind == "cols" and attribute(element, "sep") in ("1", "true", "on"):
        notes.missing("段の境界線")
    elif kind not in KNOWN and str(element.tag).startswith(f"{{{NAMESPACES['w']}}}"):
        notes.missing(f"w:{kind}")


def _holder(element: Element) -> str:
    parent = element.getparent()
    return "" if parent is None else local(parent)

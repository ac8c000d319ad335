"""What this version cannot print, by the name that a user knows; everything is looked at before anything is drawn.

The list is closed: an element of Word that is neither drawn, nor known to leave no trace on paper, is refused with its XML
name. Nothing is dropped in silence.
"""

from collections.abc import Iterator

from forms.errors import RenderError
from forms.render.builtin.ooxml import NAMESPACES, Element, attribute, child, children, local, name
from forms.render.builtin.package import Package
from forms.render.builtin.styles import Styles

REFUSED = {
    "footnoteReference": "脚注", "endnoteReference": "文末脚注", "txbxContent": "テキストボックス", "pict": "図形",
    "object": "埋め込みオブジェクト", "anchor": "文字列の折り返しを伴う図や図形", "framePr": "レイアウト枠",
    "ruby": "ルビ", "eastAsianLayout": "縦中横・組み文字", "tblpPr": "文字列の折り返しを伴う表",
    "oMath": "数式", "oMathPara": "数式", "ins": "変更履歴", "del": "変更履歴", "moveFrom": "変更履歴", "moveTo": "変更履歴",
    "em": "圏点", "smallCaps": "小型英大文字", "outline": "中抜き文字", "shadow": "影付き文字", "emboss": "浮き出し文字",
    "imprint": "浮き彫り文字", "pgBorders": "ページ罫線", "lnNumType": "行番号", "altChunk": "埋め込み文書",
    "subDoc": "サブ文書", "chart": "グラフ", "relIds": "SmartArt", "wsp": "図形", "wgp": "図形",
    "bidi": "右から左への段落", "rtl": "右から左への文字", "bidiVisual": "右から左への表",
    "tcFitText": "セル内の文字の均等割り付け", "control": "ActiveXコントロール", "hMerge": "古い形式のセルの結合",
    "contentPart": "インク", "hidden": "非表示の行", "tblCellSpacing": "セルの間隔",
}  # fmt: skip
SWITCHES = {"smallCaps", "outline", "shadow", "emboss", "imprint", "em", "bidi", "rtl", "bidiVisual", "tcFitText", "hidden"}
STRUCTURE = (
    "document body hdr ftr p r t tab ptab br cr noBreakHyphen softHyphen sym drawing fldChar instrText fldSimple hyperlink smartTag "
    "customXml dir bdo sdt sdtContent tbl tblGrid gridCol tr tc sectPr lastRenderedPageBreak pPr rPr tblPr trPr tcPr tblPrEx "
    "background tblStylePr"
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
    "tcPrChange tblGridChange numberingChange ffData fldData effect bdr textDirection"
)
KNOWN = frozenset(f"{STRUCTURE} {PROPERTIES} {TRACELESS}".split())
UNREAD = {
    "sdtPr", "sdtEndPr", "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange", "ffData",
}  # fmt: skip


def refuse_unprintable(package: Package) -> None:
    """Raise RenderError naming the file and the first construct that this version cannot print."""
    roots = [package.document.root, *(source.root for source in package.linked.values())]
    for root in [*roots, *_used_styles(package, roots)]:
        for element in _read(root):
            found = _refusal(element)
            if found:
                raise RenderError(
                    f"{package.path.name}の「{found}」はこの版では印刷できません。Wordの様式から取り除くか、LibreOfficeで印刷してください。"
                )


def _used_styles(package: Package, roots: list[Element]) -> Iterator[Element]:
    """The properties of the styles that the text is dressed in."""
    styles = Styles(package.styles)
    named = {
        attribute(item, "val") for root in roots for kind in ("pStyle", "rStyle", "tblStyle") for item in root.iter(name(kind))
    }
    for style_id in sorted(filter(None, named | {styles.default("paragraph"), styles.default("table")})):
        for style in styles.chain(style_id):
            yield from (part for kind in ("pPr", "rPr", "tblPr", "tcPr", "tblStylePr") for part in children(style, kind))


def _read(element: Element) -> Iterator[Element]:
    """The elements that a renderer has to look at."""
    yield element
    for item in element:
        if local(item) not in UNREAD and not (local(item) == "AlternateContent" and not _draws(item)):
            yield from _read(item)


def _draws(alternatives: Element) -> bool:
    """Whether an mc:AlternateContent holds something to draw."""
    return any(local(item) in ("drawing", "pict", "object", "t", "txbxContent") for item in alternatives.iter())


def _refusal(element: Element) -> str:
    """The Japanese name of what cannot be printed; empty for what can."""
    kind = local(element)
    if kind == "AlternateContent":
        return "テキストボックス・図形"
    if kind in REFUSED and not _harmless(element, kind):
        return REFUSED[kind]
    if kind == "tblPrEx" and child(element, "tblBorders") is not None:
        return "途中の行から変わる表の罫線"
    if kind == "textDirection" and (attribute(element, "val") or "lrTb") not in ("lrTb", "lrTbV"):
        return "縦書き"
    if kind == "cols" and int(attribute(element, "num") or 1) > 1:
        return "段組み"
    if kind == "bdr" and (attribute(element, "val") or "none") not in ("none", "nil"):
        return "囲み線"
    known = kind in KNOWN or kind in REFUSED or not str(element.tag).startswith(f"{{{NAMESPACES['w']}}}")
    return "" if known else f"w:{kind}"


def _harmless(element: Element, kind: str) -> bool:
    """Whether a switch is off."""
    return kind in SWITCHES and attribute(element, "val") in ("0", "false", "off", "none")

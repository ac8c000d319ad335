"""Notes and form fields, with and without their appearance; layers; what acts."""

from tests.forms.attachments.oddfiles.model import REPAIRED, Odd
from tests.forms.attachments.oddfiles.rawpdf import HELVETICA, MARKS, form, one_page, stream

ON_SCREEN = "画面に表示するだけで印刷しない設定"
HIDDEN_LAYER = "非表示のレイヤー"
SIGNED = "電子署名は、紙に印刷した写しには残りません"
LOOK = form(b"0.2 0.6 0.2 rg 0 0 100 40 re f 1 g 10 10 20 20 re f", b"/BBox[0 0 100 40]")
RECT = b"/Rect[250 400 450 480]"
NO_AP = "the note has no appearance; how it is drawn is left to each viewer"
OWN_TEXT = "the text is drawn with our fonts, where a viewer takes its own"


def noted(entries: bytes, more: dict[int, bytes] | None = None, page: bytes = b"") -> bytes:
    """A page with one note (object 20); 21 is an appearance."""
    box = b"" if b"/Rect" in entries else RECT
    return one_page(MARKS, b"/Annots[20 0 R]" + page, more={20: b"<</Type/Annot" + box + entries + b">>", 21: LOOK, **(more or {})})


def field(entries: bytes, more: dict[int, bytes] | None = None, whole: bytes = b"") -> bytes:
    """A page with one form field (object 20), printed, written with Helvetica unless it says otherwise."""
    wording = b"" if b"/DA" in entries else b"/DA(/Helv 0 Tf 0 0 0.6 rg)"
    box = b"" if b"/Rect" in entries else b"/Rect[150 400 450 430]"
    widget = b"<</Type/Annot/Subtype/Widget/F 4/T(a)" + box + wording + entries + b">>"
    catalog = b"/AcroForm<</Fields[20 0 R]/DR<</Font<</Helv 30 0 R>>>>" + whole + b">>"
    return one_page(MARKS, b"/Annots[20 0 R]", more={20: widget, 21: LOOK, 30: HELVETICA, **(more or {})}, catalog=catalog)


def layered(drawing: bytes, setting: bytes, usage: bytes = b"", more: bytes = b"") -> bytes:
    """A page with two layers, /On and /Off, of which the second is object 41."""
    layers = {40: b"<</Type/OCG/Name(on)>>", 41: b"<</Type/OCG/Name(off)" + usage + b">>"}
    resources = b"/Properties<</On 40 0 R/Off 41 0 R>>" + more
    return one_page(drawing, resources=resources, more=layers, catalog=b"/OCProperties<</OCGs[40 0 R 41 0 R]/D<<" + setting + b">>>>")


def jp(text: str) -> bytes:
    """A text string in UTF-16."""
    return b"<" + (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode() + b">"


NAME = jp("株式会社みなと精機 湊 春香")
AP = b"/AP<</N 21 0 R>>"
STATES = {22: form(b"0 0 1 rg 0 0 30 30 re f", b"/BBox[0 0 30 30]"), 23: form(b"1 0 0 RG 1 1 28 28 re S", b"/BBox[0 0 30 30]")}
TICKED = b"/Rect[200 400 230 430]/FT/Btn/AP<</N<</Yes 22 0 R/Off 23 0 R>>>>"
QUAD = b"/QuadPoints[260 470 440 470 260 410 440 410]"
HIDE = b"/OC/Off BDC 0 g 100 100 300 300 re f EMC "

ODD = (
    *(
        Odd(f"note-{kind.lower()}", f"a note of kind {kind} with its appearance", lambda kind=kind: noted(b"/F 4/Subtype/" + kind.encode() + AP))  # type: ignore[misc]
        for kind in ("Text", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline", "Squiggly", "StrikeOut", "Stamp", "Caret", "Ink", "FileAttachment", "Sound", "Movie", "Screen", "Watermark", "Redact", "3D", "RichMedia", "Projection")
    ),
    Odd("note-unknown", "a note of a kind that nobody knows, with its appearance", lambda: noted(b"/F 4/Subtype/Foo" + AP)),
    Odd("note-popup", "the window of a note", lambda: noted(b"/F 4/Subtype/Popup/Open true/Contents(secret)")),
    Odd("note-highlight-bare", "a highlight without its appearance", lambda: noted(b"/F 4/Subtype/Highlight/C[1 1 0]" + QUAD)),
    Odd("note-underline-bare", "an underline without its appearance", lambda: noted(b"/F 4/Subtype/Underline/C[1 0 0]" + QUAD)),
    Odd("note-strikeout-bare", "a strike-out without its appearance", lambda: noted(b"/F 4/Subtype/StrikeOut/C[1 0 0]" + QUAD)),
    Odd("note-squiggly-bare", "a squiggle without its appearance", lambda: noted(b"/F 4/Subtype/Squiggly/C[1 0 0]" + QUAD)),
    Odd("note-square-bare", "a square without its appearance", lambda: noted(b"/F 4/Subtype/Square/C[0 0 1]/IC[1 0.8 0.8]/BS<</W 4>>")),
    Odd("note-circle-bare", "a circle without its appearance", lambda: noted(b"/F 4/Subtype/Circle/C[0 0 1]/IC[1 0.8 0.8]/BS<</W 4>>")),
    Odd("note-line-bare", "a line with arrows without its appearance", lambda: noted(b"/F 4/Subtype/Line/C[1 0 0]/L[260 410 440 470]/LE[/OpenArrow/None]/BS<</W 2>>")),
    Odd("note-polygon-bare", "a polygon without its appearance", lambda: noted(b"/F 4/Subtype/Polygon/C[1 0 0]/Vertices[260 410 440 410 350 470]")),
    Odd("note-ink-bare", "ink without its appearance", lambda: noted(b"/F 4/Subtype/Ink/C[1 0 0]/InkList[[260 410 300 470 340 410 380 470]]/BS<</W 3>>")),
    Odd("note-freetext-bare", "Japanese text on the page without its appearance", lambda: noted(b"/F 4/Subtype/FreeText/DA(/Helv 14 Tf 1 0 0 rg)/Contents" + NAME)),
    Odd("note-stamp-bare", "a stamp without its appearance", lambda: noted(b"/F 4/Subtype/Stamp/Name/Approved"), unlike=NO_AP),
    Odd("note-text-bare", "a sticky note without its appearance", lambda: noted(b"/F 4/Subtype/Text/Contents(hello)"), unlike=NO_AP),
    Odd("note-hidden", "a note that is hidden", lambda: noted(b"/F 6/Subtype/Stamp" + AP)),
    Odd("note-noview", "a note that is only printed", lambda: noted(b"/F 36/Subtype/Stamp" + AP), unlike="it is not seen on the screen, and printed"),
    Odd("note-noview-noprint", "a note that is neither seen nor printed", lambda: noted(b"/F 32/Subtype/Stamp" + AP)),
    Odd("note-unprinted", "a note that is seen and not set to print", lambda: noted(b"/F 0/Subtype/Stamp" + AP), notes=(ON_SCREEN,)),
    Odd("note-no-flags", "a note without flags", lambda: noted(b"/Subtype/Stamp" + AP), notes=(ON_SCREEN,)),
    Odd("note-matrix", "a note whose appearance is turned", lambda: noted(b"/F 4/Subtype/Stamp" + AP, {21: form(b"0 0.5 0 rg 0 0 100 40 re f 1 g 5 5 20 9 re f", b"/BBox[0 0 100 40]/Matrix[0 1 -1 0 0 0]")})),
    Odd("note-no-rect", "a note without a place", lambda: noted(b"/F 4/Subtype/Stamp/Rect[]" + AP)),
    Odd("note-rect-swapped", "a note whose corners are the wrong way round", lambda: noted(b"/F 4/Subtype/Stamp/Rect[450 480 250 400]" + AP)),
    Odd("note-rect-words", "a note whose place holds words", lambda: noted(b"/F 4/Subtype/Stamp/Rect[/a/b/c/d]" + AP)),
    Odd("note-appearance-missing-box", "an appearance without a box", lambda: noted(b"/F 4/Subtype/Stamp" + AP, {21: stream(b"0 1 0 rg 0 0 50 50 re f")})),
    Odd("note-appearance-number", "an appearance that is a number", lambda: noted(b"/F 4/Subtype/FileAttachment/AP<</N 7>>")),
    Odd("note-states", "a note whose appearance has states", lambda: noted(b"/F 4/Subtype/Stamp/AS/B/AP<</N<</A 22 0 R/B 23 0 R>>>>", STATES)),
    Odd("notes-not-array", "the notes are a dictionary", lambda: one_page(page=b"/Annots<</A 1>>"), notes=(REPAIRED,)),
    Odd("notes-odd-entries", "notes that are null, numbers and missing", lambda: one_page(page=b"/Annots[null 7 77 0 R (a) [1 2]]")),
    Odd("notes-2000", "2,000 notes", lambda: one_page(page=b"/Annots[" + b"20 0 R " * 2000 + b"]", more={20: b"<</Type/Annot/Subtype/Stamp/F 4" + RECT + AP + b">>", 21: LOOK}), notes=(REPAIRED,)),
    Odd("note-on-turned-page", "a note on a page turned by 90 degrees", lambda: noted(b"/F 4/Subtype/Stamp" + AP, page=b"/Rotate 90"), notes=("横長のため",)),
    Odd("note-on-unbalanced-page", "a note on a page that leaves its state open", lambda: one_page(MARKS + b" q 3 0 0 3 50 50 cm q", b"/Annots[20 0 R]", more={20: b"<</Type/Annot/Subtype/Stamp/F 4" + RECT + AP + b">>", 21: LOOK})),
    Odd("link", "a link with a border", lambda: noted(b"/Subtype/Link/Border[0 0 2]/C[1 0 0]/A<</S/URI/URI(http://example.invalid)>>")),
    Odd("link-launch", "a link that starts a programme", lambda: noted(b"/Subtype/Link/A<</S/Launch/F(calc.exe)>>")),
    Odd("field-appearance", "a field with its appearance", lambda: field(b"/FT/Tx/V(abc)" + AP)),
    Odd("field-latin", "a Latin text without its appearance", lambda: field(b"/FT/Tx/V(1,330,000)"), unlike=OWN_TEXT),
    Odd("field-japanese", "a Japanese text without its appearance, size as fits", lambda: field(b"/FT/Tx/V" + NAME), unlike=OWN_TEXT),
    Odd("field-japanese-anew", "a Japanese text that viewers are to draw anew", lambda: field(b"/FT/Tx/V" + NAME + AP, whole=b"/NeedAppearances true"), unlike=OWN_TEXT),
    Odd("field-stale", "a text whose appearance is blank", lambda: field(b"/FT/Tx/V" + NAME + AP, {21: form(b"/Tx BMC EMC", b"/BBox[0 0 300 30]")}), unlike=OWN_TEXT),
    Odd("field-multiline", "a Japanese text of several lines", lambda: field(b"/FT/Tx/Ff 4096/Rect[150 300 450 430]/V" + jp("一行目です。\r二行目は長いので、欄の右の端で折り返されて三行目になります。\nEnd of text")), unlike=OWN_TEXT),
    Odd("field-multiline-long", "a text that is too long for its field", lambda: field(b"/FT/Tx/Ff 4096/DA(/Helv 12 Tf)/Rect[150 360 450 430]/V" + jp("助成対象経費の内訳は見積書のとおりです。" * 12)), notes=("6ポイントより小さい文字",), unlike=OWN_TEXT),
    Odd("field-comb", "a number in boxes", lambda: field(b"/FT/Tx/Ff 16777216/MaxLen 13/V(5835678256246)/MK<</BC[0 0 0]>>")),
    Odd("field-right", "a text at the right edge", lambda: field(b"/FT/Tx/Q 2/DA(/Helv 12 Tf)/V" + NAME)),
    Odd("field-centre", "a text in the middle, on a ground, in a frame", lambda: field(b"/FT/Tx/Q 1/MK<</BG[1 1 0.8]/BC[1 0 0]>>/BS<</W 2>>/V" + NAME), unlike=OWN_TEXT),
    Odd("field-password", "a password", lambda: field(b"/FT/Tx/Ff 8192/V(secret)"), unlike=OWN_TEXT),
    Odd("field-turned", "a field turned by 90 degrees", lambda: field(b"/FT/Tx/Rect[150 300 180 500]/MK<</R 90>>/V" + NAME), unlike=OWN_TEXT),
    Odd("field-missing-character", "a text with characters that no font has", lambda: field(b"/FT/Tx/V" + jp("\U0001f600 湊")), unlike=OWN_TEXT),
    Odd("field-stream", "a text that is written as a stream", lambda: field(b"/FT/Tx/V 31 0 R", {31: stream(b"from a stream")}), unlike=OWN_TEXT),
    Odd("field-no-wording", "a text without /DA", lambda: field(b"/FT/Tx/DA()/V(abc)")),
    Odd("field-empty", "an empty field", lambda: field(b"/FT/Tx")),
    Odd("field-hidden", "a hidden field", lambda: field(b"/FT/Tx/V(secret)").replace(b"/F 4", b"/F 2")),
    Odd("field-combo", "a chosen entry whose words differ from its value", lambda: field(b"/FT/Ch/Ff 131072/V(pat)/Opt[[(pat)" + jp("特許") + b"][(tm)" + jp("商標") + b"]]"), unlike=OWN_TEXT),
    Odd("field-list", "a list of which one entry is chosen", lambda: field(b"/FT/Ch/Rect[150 330 300 430]/DA(/Helv 12 Tf)/V(tm)/Opt[[(pat)" + jp("特許") + b"][(tm)" + jp("商標") + b"]]"), unlike=OWN_TEXT),
    Odd("field-ticked", "a box that is ticked", lambda: field(TICKED + b"/V/Yes/AS/Yes", STATES)),
    Odd("field-unticked", "a box that is not ticked", lambda: field(TICKED + b"/V/Off/AS/Off", STATES)),
    Odd("field-ticked-no-state", "a box that is ticked by its value alone", lambda: field(TICKED + b"/V/Yes", STATES), unlike="PDFium takes a box without a state as empty"),
    Odd("field-ticked-bare", "a ticked box without its appearance", lambda: field(b"/Rect[200 400 230 430]/FT/Btn/V/Yes/AS/Yes/MK<</BC[0 0 0]>>")),
    Odd("field-radio-bare", "a radio button without its appearance", lambda: field(b"/Rect[200 400 230 430]/FT/Btn/Ff 32768/V/Yes/AS/Yes/MK<</BC[0 0 0]>>"), unlike=OWN_TEXT),
    Odd("field-push-bare", "a button to press without its appearance", lambda: field(b"/FT/Btn/Ff 65536/MK<</BG[0.8 0.8 0.8]/CA" + jp("送信") + b">>")),
    Odd("field-inherits", "a field whose kind and value stand in the field above", lambda: field(b"/Parent 31 0 R", {31: b"<</T(p)/FT/Tx/V" + NAME + b"/Kids[20 0 R]>>"}), unlike=OWN_TEXT),
    Odd("field-parent-loop", "a field that is above itself", lambda: field(b"/FT/Tx/Parent 20 0 R/Kids[20 0 R]" + AP), unlike="PDFium gives up on the loop"),
    Odd("fields-same-name", "two fields of one name with different values", lambda: one_page(MARKS, b"/Annots[20 0 R 22 0 R]", more={20: b"<</Subtype/Widget/F 4/FT/Tx/T(a)/V(one)/DA(/Helv 12 Tf)/Rect[150 400 300 430]>>", 22: b"<</Subtype/Widget/F 4/FT/Tx/T(a)/V(two)/DA(/Helv 12 Tf)/Rect[150 300 300 330]>>"}, catalog=b"/AcroForm<</Fields[20 0 R 22 0 R]>>")),
    Odd("field-not-in-form", "a field that the form does not name", lambda: noted(b"/F 4/Subtype/Widget/FT/Tx/V" + NAME + b"/DA(/Helv 12 Tf)"), unlike=OWN_TEXT),
    Odd("form-is-number", "the form is a number", lambda: one_page(catalog=b"/AcroForm 7")),
    Odd("signature", "a signature with its stamp", lambda: field(b"/FT/Sig/V<</Type/Sig/Filter/Adobe.PPKLite/ByteRange[0 1 2 3]/Contents<00>>>" + AP), notes=(SIGNED,)),
    Odd("signature-unseen", "a signature without a stamp", lambda: field(b"/FT/Sig/Rect[0 0 0 0]/V<</Type/Sig/Contents<00>>>"), notes=(SIGNED,)),
    Odd("signature-empty", "a place for a signature that nobody signed", lambda: field(b"/FT/Sig")),
    Odd("xfa-only", "a form that only its own software can draw", lambda: one_page(b"BT ET", catalog=b"/NeedsRendering true/AcroForm<</Fields[]/XFA(x)>>"), refused="XFA"),
    Odd("xfa-please-wait", "a dynamic form: its only page asks for another programme", lambda: one_page(b"BT /F 12 Tf 50 700 Td (Please wait...) Tj ET", resources=b"/Font<</F 9 0 R>>", more={9: HELVETICA}, catalog=b"/NeedsRendering true/AcroForm<</Fields[]/XFA[(template) 4 0 R]>>"), refused="XFA"),
    Odd("xfa-hybrid", "a form that both can draw", lambda: field(b"/FT/Tx/V(abc)" + AP, whole=b"/XFA[(template) 4 0 R]")),
    Odd("layer-off", "a hidden layer", lambda: layered(HIDE + MARKS, b"/OFF[41 0 R]"), notes=(HIDDEN_LAYER,)),
    Odd("layer-base-off", "all layers hidden but one", lambda: layered(HIDE + b"/OC/On BDC " + MARKS + b" EMC", b"/BaseState/OFF/ON[40 0 R]"), notes=(HIDDEN_LAYER,)),
    Odd("layer-unprinted", "a layer that is seen and not printed", lambda: layered(HIDE + MARKS, b"", b"/Usage<</Print<</PrintState/OFF>>>>"), notes=(HIDDEN_LAYER,), unlike="its author wants it on the screen only"),
    Odd("layer-printed-only", "a layer that is printed and not seen: hidden stays hidden", lambda: layered(HIDE + MARKS, b"/OFF[41 0 R]", b"/Usage<</Print<</PrintState/ON>>/View<</ViewState/OFF>>>>"), notes=(HIDDEN_LAYER,)),
    Odd("layers-nested", "a shown layer in a hidden one", lambda: layered(b"/OC/Off BDC /OC/On BDC 0 g 100 100 300 300 re f EMC EMC " + MARKS, b"/OFF[41 0 R]"), notes=(HIDDEN_LAYER,)),
    Odd("layer-membership", "a picture that belongs to a group of layers, all of which must be on", lambda: layered(MARKS + b" /F Do", b"/OFF[41 0 R]", more=b"/XObject<</F 43 0 R>>").replace(b"trailer", b"trailer"), notes=(HIDDEN_LAYER, "1ページ目は壊れていて")),
    Odd("layers-not-dictionary", "the layers are a number", lambda: one_page(catalog=b"/OCProperties 7")),
    Odd("layers-odd", "the list of layers names what does not exist", lambda: one_page(catalog=b"/OCProperties<</OCGs[77 0 R null 3]/D<</OFF[78 0 R 7 null]/AS 3>>>>")),
    Odd("script", "a script that runs when the file is opened", lambda: one_page(catalog=b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(x)>>]>>>>")),
    Odd("launch", "a programme is started when the file is opened", lambda: one_page(catalog=b"/OpenAction<</S/Launch/F(cmd.exe)>>", page=b"/AA<</O<</S/SubmitForm/F(http://example.invalid)>>>>")),
    Odd("embedded-file", "a programme inside", lambda: one_page(more={50: b"<</Type/Filespec/F(a.exe)/EF<</F 51 0 R>>>>", 51: stream(b"MZ", b"/Type/EmbeddedFile")}, catalog=b"/Names<</EmbeddedFiles<</Names[(a) 50 0 R]>>>>")),
    Odd("portfolio", "a portfolio of files with a cover page", lambda: one_page(more={50: b"<</Type/Filespec/F(a.pdf)/EF<</F 51 0 R>>>>", 51: stream(b"%PDF", b"/Type/EmbeddedFile")}, catalog=b"/Collection<</View/D>>/Names<</EmbeddedFiles<</Names[(a) 50 0 R]>>>>"), notes=("中に別のファイル",)),
    Odd("catalogue-odd", "outlines, names, structure and metadata of wrong kinds", lambda: one_page(catalog=b"/Outlines 7/Names[1]/StructTreeRoot(x)/Metadata 4/Pages 2 0 R/PageLabels null"), notes=(REPAIRED,)),
    Odd("outline-loop", "bookmarks in a circle", lambda: one_page(more={50: b"<</First 51 0 R/Last 51 0 R>>", 51: b"<</Title(a)/Next 51 0 R/Prev 51 0 R/Parent 50 0 R/First 50 0 R>>"}, catalog=b"/Outlines 50 0 R")),
)  # fmt: skip


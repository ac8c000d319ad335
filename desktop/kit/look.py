"""How the program is dressed: palette, style sheet, faces and sizes; light, dark, or as the system has it.

Decision: nothing is passed around. The application's palette says which tokens hold and its font how large things are, so
that a widget asks `tokens_of(self)` and `px(self, 16)` when it paints; in the system's contrast mode its palette stays.
"""

from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTemporaryDir
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.kit.faces import FIGURES, UI, register_figures
from desktop.kit.fusion import IS_FUSION
from desktop.kit.tokens import DARK, LIGHT, Tokens, contrast

BODY = 14  # pixels at 100 %
SMALLEST, LARGEST = 90, 150
READABLE = 4.5
STYLE = "desktop.kit.style"  # loaded late: the start page needs no style sheet
WARDROBE = "wardrobe"  # the application's property that keeps it
REDRESSING = frozenset(
    (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange, QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange)
)
Role = QPalette.ColorRole
ROLES = {
    Role.Window: "surface",
    Role.WindowText: "text",
    Role.Base: "surface",
    Role.AlternateBase: "sunken",
    Role.Text: "text",
    Role.PlaceholderText: "text3",
    Role.Button: "surface",
    Role.ButtonText: "text",
    Role.BrightText: "err",
    Role.Highlight: "accent",
    Role.HighlightedText: "on_accent",
    Role.Accent: "accent",
    Role.Link: "accent",
    Role.LinkVisited: "accent",
    Role.ToolTipBase: "surface",
    Role.ToolTipText: "text",
    Role.Light: "surface",
    Role.Midlight: "sunken",
    Role.Mid: "line",
    Role.Dark: "ctl",
    Role.Shadow: "ctl",
}


def dress(app: QApplication, *, scheme: str, scale: int, high_contrast: bool | None = None) -> None:
    """Give the program its look; called again, it changes.

    `scheme`: light, dark or system; `scale`: the text size in percent, kept between 90 and 150; `high_contrast`: whether the
    system's contrast mode holds, asked of the system when None.
    """
    paint(app, scheme=scheme, scale=scale, high_contrast=high_contrast)
    put_on_sheet(app)


def paint(app: QApplication, *, scheme: str, scale: int, high_contrast: bool | None = None) -> None:
    """The first half of `dress`, palette and font: all that the start page shows, whose widgets paint themselves."""
    _wardrobe(app).wear(scheme, min(max(scale, SMALLEST), LARGEST), high_contrast)


def put_on_sheet(app: QApplication) -> None:
    """The other half, the style sheet: under one, widgets are polished anew with every parent they get, twice the time to make them."""
    _wardrobe(app).put_on_sheet()


def _wardrobe(app: QApplication) -> "_Wardrobe":
    known = app.property(WARDROBE)  # findChild would have PySide make the classes of all children, the style's among them: 10 ms
    return known if isinstance(known, _Wardrobe) else _Wardrobe(app)


class _Wardrobe(QObject):
    """Lives as long as the application: follows the system, and keeps the folder with the pictures of the style sheet."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.setProperty(WARDROBE, self)
        self._app = app
        self._scheme, self._scale = "system", 100
        self._contrast: bool | None = None
        self._pictures = QTemporaryDir()
        if not app.property(IS_FUSION):
            app.setStyle("Fusion")
        self._hints = app.styleHints()
        self._access = self._hints.accessibility()  # kept: asked for a second time, PySide takes it for deleted
        self._hints.colorSchemeChanged.connect(self._put_on)
        self._access.contrastPreferenceChanged.connect(self._put_on)

    def wear(self, scheme: str, scale: int, high_contrast: bool | None) -> None:
        self._scheme, self._scale, self._contrast = scheme, scale, high_contrast
        wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(scheme)
        hints = self._hints
        blocked = hints.blockSignals(True)  # the window's frame follows by itself, and the rest is put on below
        hints.unsetColorScheme() if wanted is None else hints.setColorScheme(wanted)
        hints.blockSignals(blocked)
        self._put_on_colours()

    def put_on_sheet(self) -> None:
        plain = self._wants_contrast() or not self._pictures.isValid()  # on a full disk there is no room for the sheet's pictures
        self._app.setStyleSheet("" if plain else import_module(STYLE).style_sheet(self._tokens(), self._scale, Path(self._pictures.path())))

    def _put_on(self) -> None:
        self._put_on_colours()
        self.put_on_sheet()

    def _put_on_colours(self) -> None:
        face = _base_font(self._scale)
        if self._app.font() != face:
            self._app.setFont(face)
        _base.cache_clear()
        self._app.setPalette(QPalette() if self._wants_contrast() else palette_of(self._tokens()))

    def _wants_contrast(self) -> bool:
        if self._contrast is not None:
            return self._contrast
        return self._access.contrastPreference() == Qt.ContrastPreference.HighContrast

    def _tokens(self) -> Tokens:
        if self._scheme in ("light", "dark"):
            return DARK if self._scheme == "dark" else LIGHT
        return DARK if self._hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def _base_font(scale: int) -> QFont:
    face = QFont([UI, "BIZ UDPゴシック", "Yu Gothic UI", "Hiragino Sans", "Noto Sans CJK JP"])
    face.setPixelSize(round(BODY * scale / 100))
    return face


def palette_of(tokens: Tokens) -> QPalette:
    """The palette that says in Qt's roles what the tokens say."""
    palette = QPalette()
    for role, token in ROLES.items():
        palette.setColor(role, QColor(getattr(tokens, token)))
    for role in (Role.WindowText, Role.Text, Role.ButtonText, Role.PlaceholderText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.text3))
    palette.setColor(QPalette.ColorGroup.Disabled, Role.Base, QColor(tokens.disabled))
    return palette


def tokens_of(widget: QWidget | None) -> Tokens:
    """The tokens that hold for a widget (for the application, when None)."""
    return tokens_in(QGuiApplication.palette() if widget is None else widget.palette())


def tokens_in(palette: QPalette) -> Tokens:
    """Light or dark as the palette's accent says; of any other palette, its own colours under the tokens' names."""
    accent = palette.color(Role.Accent).name().upper()
    if accent == LIGHT.accent:
        return LIGHT
    if accent == DARK.accent:
        return DARK
    roles = (Role.Window, Role.WindowText, Role.Highlight, Role.HighlightedText)
    return _plain_tokens(*(palette.color(QPalette.ColorGroup.Active, role).name().upper() for role in roles))


@lru_cache(maxsize=8)
def _plain_tokens(ground: str, text: str, accent: str, on_accent: str) -> Tokens:
    """For a contrast mode: everything is text on the one ground; what is chosen has the system's highlight if that can be read."""
    if contrast(accent, ground) < READABLE:
        accent, on_accent = text, ground
    grounds = ("canvas", "surface", "rail", "sunken", "tint", "err_tint", "warn_tint", "ok_tint", "disabled")
    texts = ("line", "ctl", "text", "text2", "text3", "err", "err_edge", "warn", "warn_edge", "ok", "ok_edge", "scroll")
    accents = ("accent", "accent_hover", "accent_pressed")
    colours = dict.fromkeys(grounds, ground) | dict.fromkeys(texts, text) | dict.fromkeys(accents, accent)
    return Tokens(**colours, on_accent=on_accent, paper="#FFFFFF")


def px(widget: QWidget | None, size: float) -> int:
    """`size` pixels of the design at the person's text size; `widget` is there for the day on which windows differ."""
    del widget
    base = _base()
    return round(size * base / BODY) if base > 0 else round(size)


@cache  # asked a thousand times while the start page comes
def _base() -> int:
    return QApplication.font().pixelSize()


def font(widget: QWidget | None, size: float, *, bold: bool = False, figures: bool = False) -> QFont:
    """The face for text of `size` pixels at 100 %; `figures`: the one whose digits are all equally wide."""
    face = QFont(QApplication.font())
    if figures:
        register_figures()
        face.setFamilies([FIGURES, *QApplication.font().families()])
    face.setPixelSize(px(widget, size))
    face.setBold(bold)
    return face


def is_redressing(event: QEvent) -> bool:
    """Whether an event of `changeEvent` says that colours or sizes are others from now on."""
    return event.type() in REDRESSING


def mark(widget: QWidget, state: str) -> None:
    """Set the property `st` by which the style sheet knows a state ("bad", or "" for none), and apply it."""
    if widget.property("st") != state:
        widget.setProperty("st", state)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()

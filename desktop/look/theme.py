"""The theme in force: what the person chose, else what the system wishes, all of it live."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from desktop.look.appearance import Appearance, InForce, Scheme, SystemWish, in_force
from desktop.look.colors import Colors, colors_for, dimmed
from desktop.look.portal import Portal
from desktop.look.regrow import regrow
from desktop.look.sizes import Sizes, sizes_for
from desktop.look.style import style_sheet
from desktop.look.tokens import CLEAR_STROKES, MOTION, STILL, STROKES, Motion

_SCHEMES = {Qt.ColorScheme.Dark: Scheme.DARK, Qt.ColorScheme.Light: Scheme.LIGHT}
_ASKED = {
    Scheme.FOLLOW: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Colours and sizes for everything that paints itself, and the style sheet for the rest.

    ``changed`` comes after the style sheet is in force, and only if something is different.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._system_font = app.font()
        self._worn: Colors | None = None
        self._appearance = Appearance()
        self._portal: Portal | None = None
        self._shown: tuple[Colors, Sizes, Motion, str] | None = None
        app.setStyle("Fusion")  # the one style that wears a style sheet alike everywhere
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        if hasattr(hints, "accessibility"):  # Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._follow)
        app.fontChanged.connect(self._use_font)
        self._follow()

    @property
    def appearance(self) -> Appearance:
        """What the person chose."""
        return self._appearance

    @property
    def colors(self) -> Colors:
        return self._colors

    @property
    def dim_colors(self) -> Colors:
        """For a step that darkens the screen."""
        return dimmed(self._colors)

    @property
    def sizes(self) -> Sizes:
        return self._sizes

    @property
    def motion(self) -> Motion:
        """How things move; not at all where the person or the system asked for that."""
        return self._motion

    def font(self, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The system's font in one of our sizes, with figures of equal width where it has them."""
        font = QFont(self._system_font)
        font.setPixelSize(pixels)
        font.setWeight(weight)
        if hasattr(font, "setFeature"):  # Qt 6.7
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def choose(self, appearance: Appearance) -> None:
        """Look as the person chose, at once and everywhere."""
        if appearance == self._appearance:
            return
        self._appearance = appearance
        hints = self._app.styleHints()
        if hasattr(hints, "setColorScheme"):  # title bars and the system's own dialogs
            hints.setColorScheme(_ASKED[appearance.scheme])
        self._follow()

    def listen_to(self, portal: Portal) -> None:
        """Follow the desktop's own wishes too, where Qt does not know of them."""
        self._portal = portal
        portal.changed.connect(self._follow)
        self._follow()

    def use(self, colors: Colors | None) -> None:
        """Wear these colours whatever is chosen; None gives the choice back its effect."""
        self._worn = colors
        self._follow()

    def _use_font(self, font: QFont) -> None:
        self._system_font = QFont(font)
        self._follow()

    def _follow(self) -> None:
        found = in_force(self._appearance, self._system_wish())
        colors = self._worn or colors_for(dark=found.dark, high_contrast=found.high_contrast)
        sizes = self._sizes_of(found)
        motion = STILL if found.still else MOTION
        shown = (colors, sizes, motion, self._system_font.toString())
        if shown == self._shown:
            return
        before, self._shown = self._shown, shown
        self._colors, self._sizes, self._motion = colors, sizes, motion
        if before is None or (colors, sizes) != before[:2]:
            self._app.setPalette(palette_of(colors))
            self._app.setStyleSheet(style_sheet(colors, sizes))
        if before is not None and sizes.scale != before[1].scale:
            # Before anybody hears of it: who sets a space of their own then has the last word.
            regrow(self._app, before[1].scale, sizes.scale)
        self.changed.emit()

    def _sizes_of(self, found: InForce) -> Sizes:
        strokes = CLEAR_STROKES if found.high_contrast else STROKES
        return sizes_for(QFontInfo(self._system_font).pixelSize(), found.text_scale, strokes)

    def _system_wish(self) -> SystemWish:
        """The portal's wish, and Qt's where the portal has none."""
        hints = self._app.styleHints()
        high = False
        if hasattr(hints, "accessibility"):
            high = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
        qt = SystemWish(_SCHEMES.get(hints.colorScheme(), Scheme.FOLLOW), high)
        return self._portal.wish.or_else(qt) if self._portal is not None else qt


def palette_of(colors: Colors) -> QPalette:
    """For what the style sheet does not reach."""
    palette = QPalette()
    for role, color in (
        (QPalette.ColorRole.Window, colors.paper),
        (QPalette.ColorRole.WindowText, colors.ink),
        (QPalette.ColorRole.Base, colors.card),
        (QPalette.ColorRole.AlternateBase, colors.tint),
        (QPalette.ColorRole.Text, colors.ink),
        (QPalette.ColorRole.Button, colors.card),
        (QPalette.ColorRole.ButtonText, colors.ink),
        (QPalette.ColorRole.Highlight, colors.sage),
        (QPalette.ColorRole.HighlightedText, colors.on_sage),
        (QPalette.ColorRole.PlaceholderText, colors.soft),
        (QPalette.ColorRole.ToolTipBase, colors.card),
        (QPalette.ColorRole.ToolTipText, colors.ink),
        (QPalette.ColorRole.Link, colors.sage),
        (QPalette.ColorRole.Mid, colors.edge),
    ):
        palette.setColor(role, QColor(color))
    return palette

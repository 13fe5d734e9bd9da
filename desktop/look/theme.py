"""The theme in force: it follows the system's light or dark and its font, live.

The words grow with the font at once, and what paints itself; the gaps around widgets that are
there already keep the size that they were made with.
"""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from desktop.look.colors import DARK, LIGHT, Colors
from desktop.look.sizes import Sizes, sizes_for
from desktop.look.style import style_sheet


class Theme(QObject):
    """Colours and sizes for everything that paints itself, and the style sheet for the rest."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._system_font = app.font()
        self._chosen: Colors | None = None
        app.setStyle("Fusion")  # the one style that wears a style sheet alike everywhere
        app.styleHints().colorSchemeChanged.connect(self._follow)
        app.fontChanged.connect(self._follow_font)
        self._follow()

    @property
    def colors(self) -> Colors:
        return self._colors

    @property
    def sizes(self) -> Sizes:
        return self._sizes

    def font(self, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The system's font in one of our sizes, with figures of equal width where it has them."""
        font = QFont(self._system_font)
        font.setPixelSize(pixels)
        font.setWeight(weight)
        if hasattr(font, "setFeature"):  # Qt 6.7
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def use(self, colors: Colors | None) -> None:
        """Wear these colours whatever the system says; None follows the system again."""
        self._chosen = colors
        self._follow()

    def _follow_font(self, font: QFont) -> None:
        if font != self._system_font:
            self._system_font = QFont(font)
            self._follow()

    def _follow(self) -> None:
        dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        self._colors = self._chosen or (DARK if dark else LIGHT)
        self._sizes = sizes_for(QFontInfo(self._system_font).pixelSize())
        self._app.setPalette(palette_of(self._colors))
        self._app.setStyleSheet(style_sheet(self._colors, self._sizes))
        self.changed.emit()


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

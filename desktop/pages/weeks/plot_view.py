"""The place of a plot: the library that draws it comes only when it is first looked at."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGraphicsView, QSizePolicy, QVBoxLayout, QWidget

from desktop.look.theme import Theme

if TYPE_CHECKING:
    from desktop.pages.weeks.figure import Figure

_HEIGHT = 220  # pixels at 1x


class PlotView(QWidget):
    """Shows one figure. Its words for a screen reader are its description and its table."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._figure: Figure | None = None
        self._plot: QGraphicsView | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # After the page has been seen: the library takes half a second the first time.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._draw)
        theme.changed.connect(self._renew)

    @property
    def figure(self) -> "Figure | None":
        return self._figure

    def show_figure(self, figure: "Figure | None") -> None:
        self._figure = figure
        self.setVisible(figure is not None)
        self._renew()

    def _renew(self) -> None:
        self.updateGeometry()
        if self._figure is not None and self.isVisible():
            self._soon.start()

    def _draw(self) -> None:
        from desktop.pages.weeks.plots import draw, make_plot  # noqa: PLC0415 - see above

        if self._figure is None:
            return
        if self._plot is None:
            self._plot = make_plot()
            self._box.addWidget(self._plot)
            self._box.activate()
        draw(self._plot, self._figure, self._theme, self.width())

    # Qt's own names

    def sizeHint(self) -> QSize:
        return QSize(self._theme.sizes.gap(60), self._theme.sizes.scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._renew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._renew()  # another width has room for other labels

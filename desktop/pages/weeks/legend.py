"""What the marks of a picture mean: a sample and a word each, in as many lines as it takes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.look.theme import Theme
from desktop.pages.weeks.marks import LINES, fill_brush, fill_pen, line_pen, mark_color, mark_path

Sample = Callable[[QPainter, QRectF, Theme], None]
"""Paints a sample into a box that is as high as the text."""


@dataclass(frozen=True)
class Entry:
    """A sample and what it means."""

    text: str
    sample: Sample
    wide: float = 2.0
    """How wide the sample is, in heights of the text."""


class Legend(QWidget):
    """Nothing to press and nothing to hear: the tables say it in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._entries: tuple[Entry, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._renew)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        self._entries = tuple(entries)
        self.setVisible(bool(entries))
        self._renew()

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self._theme.font(self._theme.sizes.small))

    def _places(self, width: float) -> list[tuple[Entry, QPointF]]:
        """Each entry with its upper left corner."""
        metrics, gap = self._metrics(), self._theme.sizes.gap
        high = metrics.height()
        x = y = 0.0
        found = []
        for entry in self._entries:
            wide = entry.wide * high + gap(1.5) + metrics.horizontalAdvance(entry.text)
            if x and x + wide > width:
                x, y = 0.0, y + high + gap(1)
            found.append((entry, QPointF(x, y)))
            x += wide + gap(5)
        return found

    # Qt's own names

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return round(places[-1][1].y() + self._metrics().height()) + 1 if places else 0

    def sizeHint(self) -> QSize:
        width = self._theme.sizes.gap(150)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)  # its height is a matter of its width

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, gap = self._metrics(), self._theme.sizes.gap
        high = metrics.height()
        for entry, at in self._places(self.width()):
            painter.save()
            entry.sample(painter, QRectF(at.x(), at.y(), entry.wide * high, high), self._theme)
            painter.restore()
            painter.setFont(self._theme.font(self._theme.sizes.small))
            painter.setPen(self._theme.colors.soft)
            painter.drawText(
                QPointF(at.x() + entry.wide * high + gap(1.5), at.y() + metrics.ascent()),
                entry.text,
            )
        painter.end()


def line_sample(scale: str) -> Sample:
    def paint(painter: QPainter, box: QRectF, theme: Theme) -> None:
        middle, unit = box.center(), theme.sizes.unit
        painter.setPen(line_pen(scale, theme.colors, theme.sizes))
        painter.drawLine(QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y()))
        painter.translate(middle)
        painter.scale(2 * unit, 2 * unit)
        painter.fillPath(mark_path(LINES[scale].mark), mark_color(scale, theme.colors))

    return paint


def fill_sample(outcome: str) -> Sample:
    def paint(painter: QPainter, box: QRectF, theme: Theme) -> None:
        painter.setBrush(fill_brush(outcome, theme.colors))
        painter.setPen(fill_pen(outcome, theme.colors, theme.sizes))
        high = box.height()
        painter.drawRect(box.adjusted(1, high * 0.12, -1, -high * 0.12))

    return paint

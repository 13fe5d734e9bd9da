"""What a card shows as a picture to keep: its title and its drawing, as SVG or PNG."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsView, QWidget

from desktop.language import translate
from desktop.look.theme import Theme

_SHARP = 2.0
"""Pixels of a PNG for each of the screen's."""


class Picture:
    """A title, a sentence and what is drawn below, as they are seen now."""

    def __init__(self, title: str, words: str, parts: Sequence[QWidget], theme: Theme) -> None:
        self._title = title
        self._words = words
        self._parts = [part for part in parts if part.isVisible()]
        self._theme = theme

    def as_svg(self) -> bytes:
        size = self._size()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(size)
        generator.setViewBox(QRect(QPoint(), size))
        generator.setResolution(self._parts[0].logicalDpiX())  # that of the axes' own drawing
        generator.setTitle(self._title)
        generator.setDescription(self._words)
        self._paint(generator, size)
        return _bytes(buffer.data())

    def as_png(self) -> bytes:
        size = self._size()
        image = QImage(size * _SHARP, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SHARP)
        self._paint(image, size)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes, the call text
        return _bytes(buffer.data())

    def _fonts(self) -> tuple[QFont, QFont]:
        sizes = self._theme.sizes
        return self._theme.font(sizes.lead, QFont.Weight.DemiBold), self._theme.font(sizes.small)

    def _width(self) -> int:
        return max((part.width() for part in self._parts), default=self._theme.sizes.gap(60))

    def _head(self) -> tuple[QRectF, QRectF]:
        """Where the title and the sentence stand."""
        gap, wide, flags = self._theme.sizes.gap(5), self._width(), Qt.TextFlag.TextWordWrap
        title, words = (QFontMetricsF(font) for font in self._fonts())
        one = title.boundingRect(QRectF(gap, gap, wide, 1000), flags, self._title)
        start = one.bottom() + self._theme.sizes.gap(1)
        other = words.boundingRect(QRectF(gap, start, wide, 1000), flags, self._words)
        return one, other

    def _size(self) -> QSize:
        gap = self._theme.sizes.gap(5)
        parts = sum(part.height() + gap for part in self._parts)
        return QSize(self._width() + 2 * gap, round(self._head()[1].bottom()) + gap + parts)

    def _paint(self, device: QSvgGenerator | QImage, size: QSize) -> None:
        colors, gap = self._theme.colors, self._theme.sizes.gap(5)
        painter = QPainter(device)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRect(QPoint(), size), QColor(colors.card))
        fonts, boxes = self._fonts(), self._head()
        both = zip(fonts, boxes, (self._title, self._words), (colors.ink, colors.soft), strict=True)
        for font, box, text, color in both:
            painter.setFont(font)
            painter.setPen(QColor(color))
            painter.drawText(box, Qt.TextFlag.TextWordWrap, text)
        top = round(boxes[1].bottom()) + gap
        for part in self._parts:
            _paint_part(painter, part, QPoint(gap, top))
            top += part.height() + gap
        painter.end()


def file_types() -> dict[str, str]:
    """What a person chooses from, and the ending of each."""
    return {
        translate("weeks", "SVG, sharp at any size (*.svg)"): "svg",
        translate("weeks", "PNG, for any program (*.png)"): "png",
    }


def _paint_part(painter: QPainter, part: QWidget, at: QPoint) -> None:
    """Plots as lines, not as pixels: they paint themselves as a scene."""
    view = part.findChild(QGraphicsView)
    if view is not None:
        view.render(painter, QRectF(QPoint(at), view.size()), view.rect())
    else:
        painter.save()
        painter.translate(at)
        part.render(painter, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
        painter.restore()


def _bytes(data: QByteArray) -> bytes:
    return bytes(data.data())

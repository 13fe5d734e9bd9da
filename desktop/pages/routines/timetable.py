"""A routine's timetable as a table that keyboard and screen reader can walk."""

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from desktop.language import translate
from desktop.look.sizes import Sizes
from desktop.look.theme import Theme
from desktop.words.steps import amount_text, round_text, side_text, title_of
from desktop.words.times import clock_text
from routines.timeline import Segment, SegmentKind, Timeline

_PADDING = 24
_ENDLESS = 1_000_000
_AT, _WHAT, _HOW_MUCH = range(3)
_LEAST_WHAT = 0.55
"""The share of the width that what to do has at least: how much of it wraps sooner."""


class TimetableView(QTreeView):
    """All segments of a routine: when, what and how long. Long words take several lines."""

    whole_height_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_WrappingDelegate(self))
        self.setRootIsDecorated(False)
        self.setWordWrap(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setAllColumnsShowFocus(True)
        self.setAccessibleName(translate("routines", "Timetable"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(1)

    def show_timeline(self, timeline: Timeline) -> None:
        self._model.clear()
        self._model.setHorizontalHeaderLabels(
            [
                translate("routines", "At"),
                translate("routines", "What"),
                translate("routines", "How much"),
            ]
        )
        for segment in timeline.segments:
            self._model.appendRow(_row(segment))
        self._share_width()

    def whole_height(self) -> int:
        """How high it is with every row in sight."""
        rows = range(self._model.rowCount())
        height = sum(self.rowHeight(self._model.index(row, 0)) for row in rows)
        return height + self.header().height() + 2 * self.frameWidth() + _PADDING

    def _share_width(self) -> None:
        """Short words get what they need; what to do gets the rest, and never too little."""
        width = self.viewport().width()
        at = self._natural_width(_AT)
        most = round(width * (1 - _LEAST_WHAT)) - at
        how_much = max(1, min(self._natural_width(_HOW_MUCH), most))
        for column, wide in ((_AT, at), (_WHAT, width - at - how_much), (_HOW_MUCH, how_much)):
            self.setColumnWidth(column, max(1, wide))
        self.doItemsLayout()
        self.whole_height_changed.emit()

    def _natural_width(self, column: int) -> int:
        """The width at which nothing in ``column`` wraps."""
        rows = range(self._model.rowCount())
        texts = [self._model.item(row, column).text() for row in rows]
        texts.append(str(self._model.headerData(column, Qt.Orientation.Horizontal) or ""))
        metrics = QFontMetrics(self.font())
        widest = max(metrics.horizontalAdvance(text) for text in texts)
        return widest + _around(self._theme.sizes).width()

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()


class _WrappingDelegate(QStyledItemDelegate):
    """Makes a row as high as its words are in the width of their columns: Qt asks too early to
    know it.
    """

    def __init__(self, view: TimetableView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = self._view.columnWidth(index.column())
        self.initStyleOption(option, index)
        option.rect = QRect(0, 0, width, _ENDLESS)
        room = self._words_room(option)
        height = math.ceil(_lines_height(option.text, option.font, room.width()))
        return QSize(width, height + _ENDLESS - room.height())

    def _words_room(self, option: QStyleOptionViewItem) -> QRect:
        """Where Qt writes the words: a row is as high as they are there, to the pixel, since a
        hair less would cost a line.
        """
        style, words = self._view.style(), QStyle.SubElement.SE_ItemViewItemText
        room = style.subElementRect(words, option, self._view)
        metric = QStyle.PixelMetric.PM_FocusFrameHMargin
        beside = style.pixelMetric(metric, option, self._view) + 1  # as Qt's own styles have it
        return room.adjusted(beside, 0, -beside, 0)


def _lines_height(text: str, font: QFont, width: int) -> float:
    """How high ``text`` is in lines of ``width``, broken as Qt breaks it when it paints."""
    layout = QTextLayout(text, font)
    wrapping = QTextOption()
    wrapping.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(wrapping)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        height += line.height()
    layout.endLayout()
    return height


def _around(sizes: Sizes) -> QSize:
    """What the style sheet and Qt's own margins put around the words of a row, and a hair."""
    return QSize(sizes.gap(4) + 12, sizes.gap(2) + 4)


def _row(segment: Segment) -> list[QStandardItem]:
    # Rounded down: "0:08" is when it begins, not what is left.
    start = QStandardItem(clock_text(float(int(segment.start))))
    row = [start, QStandardItem(_what(segment)), QStandardItem(amount_text(segment))]
    for item in row:
        item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return row


def _what(segment: Segment) -> str:
    if segment.kind is SegmentKind.LEAD_IN:
        return translate("routines", "Get ready")
    if segment.kind is SegmentKind.SWITCH:
        return translate("routines", "Change sides")
    parts = [title_of(segment.step)]
    if segment.side is not None:
        parts.append(side_text(segment.side))
    if segment.round is not None:
        parts.append(round_text(segment.round))
    return ", ".join(parts)

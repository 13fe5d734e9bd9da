"""A routine's timetable as a table that keyboard and screen reader can walk."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

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
        self.setItemDelegate(_WrappingDelegate(self, theme))
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

    def __init__(self, view: TimetableView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = self._view.columnWidth(index.column())
        around = _around(self._theme.sizes)
        self.initStyleOption(option, index)
        room = QRect(0, 0, max(1, width - around.width()), _ENDLESS)
        box = QFontMetrics(option.font).boundingRect(room, Qt.TextFlag.TextWordWrap, option.text)
        return QSize(width, box.height() + around.height())


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

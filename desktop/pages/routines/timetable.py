"""A routine's timetable as a table that keyboard and screen reader can walk."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTreeView

from desktop.language import translate
from desktop.words.steps import amount_text, round_text, side_text, title_of
from desktop.words.times import clock_text
from routines.timeline import Segment, SegmentKind, Timeline

_PADDING = 24


class TimetableView(QTreeView):
    """All segments of a routine: when, what and how long."""

    def __init__(self) -> None:
        super().__init__()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setRootIsDecorated(False)
        self.setWordWrap(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setAllColumnsShowFocus(True)
        self.setAccessibleName(translate("routines", "Timetable"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

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
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)

    def whole_height(self) -> int:
        """How high it is with every row in sight."""
        rows = range(self._model.rowCount())
        height = sum(self.rowHeight(self._model.index(row, 0)) for row in rows)
        return height + self.header().height() + 2 * self.frameWidth() + _PADDING


def _row(segment: Segment) -> list[QStandardItem]:
    # Rounded down: "0:08" is when it begins, not what is left.
    start = QStandardItem(clock_text(float(int(segment.start))))
    return [start, QStandardItem(_what(segment)), QStandardItem(amount_text(segment))]


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

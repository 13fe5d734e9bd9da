"""A routine's timetable as a table that keyboard and screen reader can walk."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTreeView

from desktop.language import translate
from desktop.words.steps import amount_text, round_text, side_text, title_of
from desktop.words.times import clock_text
from routines.timeline import Segment, Timeline


class TimetableView(QTreeView):
    """What there is to do, when and how long; lead-ins are counted in but not listed."""

    def __init__(self) -> None:
        super().__init__()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
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
            if not segment.prepares:
                self._model.appendRow(_row(segment))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)


def _row(segment: Segment) -> list[QStandardItem]:
    # Rounded down: "0:08" is when it begins, not what is left.
    start = QStandardItem(clock_text(float(int(segment.start))))
    return [start, QStandardItem(_what(segment)), QStandardItem(amount_text(segment))]


def _what(segment: Segment) -> str:
    parts = [title_of(segment.step)]
    if segment.side is not None:
        parts.append(side_text(segment.side))
    if segment.round is not None:
        parts.append(round_text(segment.round))
    return ", ".join(parts)

"""The way by Tab, in the order in which things are seen."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def tab_as_seen(whole: QWidget) -> None:
    """Let Tab lead through ``whole`` as its layouts lay it out.

    What is added later would come last otherwise, wherever it stands.
    """
    for before, after in pairwise(_stops(whole)):
        QWidget.setTabOrder(before, after)


def first_stop(whole: QWidget) -> QWidget | None:
    """The first thing in ``whole`` that is seen and takes the keyboard by Tab."""
    return next((each for each in _stops(whole) if each.isVisible() and each.isEnabled()), None)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus.value:
        yield widget
    elif isinstance(widget, QScrollArea) and (inner := widget.widget()) is not None:
        yield from _stops(inner)
    elif (layout := widget.layout()) is not None:
        yield from _stops_in(layout)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _stops_in(inner)

"""Space that grows with the text: what pages asked for once, by ``Sizes.gap``, follows live.

Pages give their layouts margins and gaps when they are built. When text becomes larger or smaller
later, these grow by as much, so that nobody has to build a page anew.
"""

from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QGridLayout,
    QLayout,
    QSizePolicy,
    QSpacerItem,
    QWidget,
)

from desktop.look.sizes import Sizes
from desktop.look.tokens import UNIT

_FIXED = QSizePolicy.Policy.Fixed
_LEAST = QSizePolicy.Policy.Minimum
_SCALE = "scale"
_LEAST_WIDE, _MOST_WIDE = "leastWide", "mostWide"


def regrow(app: QApplication, before: float, now: float) -> None:
    """Make the space in all layouts, made under a scale of ``before``, fit a scale of ``now``."""
    for widget in app.allWidgets():
        _regrow_widths(widget, now)
        if (layout := widget.layout()) is not None:
            _regrow_layout(layout, before, now)


def keep_width(
    widget: QWidget, sizes: Sizes, *, least: float | None = None, most: float | None = None
) -> None:
    """Keep a width between so many quarters of a gap, also when these grow."""
    for name, quarters in ((_LEAST_WIDE, least), (_MOST_WIDE, most)):
        if quarters is not None:
            widget.setProperty(name, quarters)
    _regrow_widths(widget, sizes.scale)


def _regrow_widths(widget: QWidget, scale: float) -> None:
    unit = round(UNIT * scale)
    least, most = widget.property(_LEAST_WIDE), widget.property(_MOST_WIDE)
    if isinstance(least, (int, float)):
        widget.setMinimumWidth(round(unit * least))
    if isinstance(most, (int, float)):
        widget.setMaximumWidth(round(unit * most))


def _regrow_layout(layout: QLayout, before: float, now: float) -> None:
    # Each remembers its scale, so that it makes no difference how often it is told.
    known = layout.property(_SCALE)
    ratio = now / (known if isinstance(known, float) else before)
    layout.setProperty(_SCALE, now)
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (inner := item.layout()) is not None:
            _regrow_layout(inner, before, now)
        elif (spacer := item.spacerItem()) is not None:
            _regrow_spacer(spacer, ratio, across=_lies_across(layout))
    # Those within come first: some have their spacing from this one.
    _regrow_gaps(layout, ratio)
    layout.invalidate()


def _regrow_gaps(layout: QLayout, ratio: float) -> None:
    margins = layout.contentsMargins()
    sides = (margins.left(), margins.top(), margins.right(), margins.bottom())
    layout.setContentsMargins(*(round(side * ratio) for side in sides))
    if isinstance(layout, QGridLayout):
        layout.setHorizontalSpacing(round(layout.horizontalSpacing() * ratio))
        layout.setVerticalSpacing(round(layout.verticalSpacing() * ratio))
    elif layout.spacing() > 0:
        layout.setSpacing(round(layout.spacing() * ratio))


def _regrow_spacer(spacer: QSpacerItem, ratio: float, *, across: bool) -> None:
    size = spacer.sizeHint()
    if not size.width() and not size.height():
        return  # it only stretches
    wide, high = round(size.width() * ratio), round(size.height() * ratio)
    spacer.changeSize(wide, high, _FIXED if across else _LEAST, _LEAST if across else _FIXED)


def _lies_across(layout: QLayout) -> bool:
    direction = QBoxLayout.Direction
    sideways = (direction.LeftToRight, direction.RightToLeft)
    return isinstance(layout, QBoxLayout) and layout.direction() in sideways

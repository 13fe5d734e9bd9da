"""How stage, words and ring share the middle of the player.

All of it follows from the room and the texts alone, never from what a layout made of them before:
a figure gets as much as the words can spare, and nothing comes to rest only after a while.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize

from desktop.look.theme import Theme
from desktop.player.fitting import Texts, fit_words, words_fit

BAR = 16  # pixels of the words that are kept free for a scroll bar, whether it is there or not
_BESIDE = (0.56, 0.5, 0.42, 0.34)
_ABOVE = (0.56, 0.48, 0.4, 0.32)
"""Shares of the width, or of the height, that the stage may have: the largest that words allow."""

_ASKED = 2 / 7  # the stage's share beside a question
_COMFORTS = ((1.0, 0.5), (0.75, 0.4), (0.0, 0.0))
"""How large words have to be, in times of their usual size, and what the stage has to be worth
for that: the first that can be had is taken.
"""

_ALONE = 780  # pixels at 1x; how wide a question without a stage gets
_RING, _RING_ABOVE = 0.26, 0.19  # of the words' height; of the width, beside a figure above them
_LEAST_RING, _MOST_RING = 54, 190  # pixels at 1x
_MOST_OF_HEIGHT, _MOST_OF_WIDTH = 0.34, 0.24  # that a ring takes where there is hardly any
_APART, _UNDER = 5, 3  # quarters of a gap: from figure to ring, from words to ring
_TIGHT = 0.7  # what a stage is worth that has the ring in it too
_RAISED = 1 / 6  # of what is left of the height: how far up from the buttons the ring stands


@dataclass(frozen=True, slots=True)
class Wanted:
    """What has to find room: words in any case.

    ``ringed`` is whether a figure has the stage, so that the ring stands apart from it. ``asks``
    is whether the step is a question, which is put ``alone`` where nothing runs out.
    """

    texts: Texts
    ringed: bool = False
    asks: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Rooms:
    """Where each part is. One that is not shown has no place.

    ``named`` is whether what is next stands at the ring.
    """

    stage: QRect
    words: QRect
    ring: QRect
    named: bool = False


class _Way(NamedTuple):
    """A way to share out the room, with so much of it for the stage."""

    worth: float
    share: float
    lay: Callable[[Wanted, QSize, int, float, Theme], Rooms]


def share_out(wanted: Wanted, room: QSize, gap: int, theme: Theme, *, stacked: bool) -> Rooms:
    """Give each part of ``room`` its place, stage and words ``gap`` pixels apart.

    ``stacked`` is whether the words are below the stage and not beside it.
    """
    if wanted.alone:
        wide = min(room.width(), theme.sizes.scaled(_ALONE))
        middle = QRect((room.width() - wide) // 2, 0, wide, room.height())
        return Rooms(QRect(), middle, QRect())
    if wanted.asks:
        place = _stacked if stacked else _with_ring_under
        return place(wanted, room, gap, _ASKED, theme)
    ways = [_Way(share, share, _stacked) for share in _ABOVE]
    if not stacked:
        ways = [_Way(share, share, _beside) for share in _BESIDE]
        if wanted.ringed:  # in a low window the words need all of the height
            ways += [_Way(_TIGHT * share, share, _with_ring_under) for share in _BESIDE]

    @cache  # one after the other, until one is good enough: measuring words takes time
    def tried(way: _Way) -> tuple[Rooms, float | None]:
        rooms = way.lay(wanted, room, gap, way.share, theme)
        return rooms, _factor(wanted.texts, rooms, theme)

    for least_factor, least_worth in _COMFORTS:
        for way in ways:
            if way.worth >= least_worth:
                rooms, factor = tried(way)
                if factor is not None and factor >= least_factor:
                    return rooms
    return tried(ways[-1])[0]


def _factor(whole: Texts, rooms: Rooms, theme: Theme) -> float | None:
    """How many times their usual size words have there; None if they do not go in."""
    texts = replace(whole, next="") if rooms.named else whole
    fitted = fit_words(texts, rooms.words.width() - BAR, rooms.words.height(), theme)
    return fitted.factor if fitted.height <= rooms.words.height() else None


def _beside(wanted: Wanted, room: QSize, gap: int, share: float, theme: Theme) -> Rooms:
    wide, high = room.width(), room.height()
    stage = round((wide - gap) * share)
    words = QRect(stage + gap, 0, max(1, wide - gap - stage), high)
    ring = QRect()
    if wanted.ringed:
        side = _side(_RING * high, words.size(), theme)
        spare = high - side - theme.sizes.gap(_UNDER)
        ring = QRect(words.left(), 0, words.width(), side)
        # Up from the buttons, if the words can spare it.
        below = round(spare * _RAISED)
        texts = replace(wanted.texts, next="")
        if not words_fit(texts, words.width() - BAR, spare - below, theme):
            below = 0
        words.setHeight(max(1, spare - below))
        ring.moveBottom(high - 1 - below)
    return Rooms(QRect(0, 0, stage, high), words, ring, named=wanted.ringed)


def _with_ring_under(wanted: Wanted, room: QSize, gap: int, share: float, theme: Theme) -> Rooms:
    """The ring under the figure: most figures are broader than high."""
    wide, high = room.width(), room.height()
    stage = round((wide - gap) * share)
    words = QRect(stage + gap, 0, max(1, wide - gap - stage), high)
    ring = QRect()
    if wanted.ringed:
        side = _side(_RING * high, QSize(stage, high), theme)
        ring = QRect((stage - side) // 2, high - side, side, side)
    above = max(1, high - ring.height() - (theme.sizes.gap(1) if wanted.ringed else 0))
    return Rooms(QRect(0, 0, stage, above), words, ring)


def _stacked(wanted: Wanted, room: QSize, gap: int, share: float, theme: Theme) -> Rooms:
    wide, high = room.width(), room.height()
    above = round((high - gap) * share)
    stage, ring = QRect(0, 0, wide, above), QRect()
    if wanted.ringed:
        side = _side(_RING_ABOVE * wide, QSize(round(2 * _MOST_OF_WIDTH * wide), above), theme)
        ring = QRect(wide - side, (above - side) // 2, side, side)
        stage.setWidth(max(1, wide - side - theme.sizes.gap(_APART)))
    return Rooms(stage, QRect(0, above + gap, wide, max(1, high - above - gap)), ring)


def _side(wished: float, room: QSize, theme: Theme) -> int:
    sizes = theme.sizes
    least = min(sizes.scaled(_LEAST_RING), round(_MOST_OF_HEIGHT * room.height()))
    most = min(sizes.scaled(_MOST_RING), room.width() // 2, room.height())
    return max(1, min(most, max(least, round(wished))))

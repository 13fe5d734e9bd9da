"""Follows a player and has its routine heard: sends what comes, ahead of its time.

What is sent holds as long as the player's segment goes on as it did; a pause, a jump, a suspend or
a change of speed shows in the time at which the segment would have begun, and all is sent anew.
"""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject

from desktop.player.player import Player
from desktop.sound.messages import Piece
from desktop.sound.model import Bell, Ring, Score, Wishes
from desktop.sound.score import bells_only, from_here, score_of
from desktop.sound.tongue import ENGLISH, language_of_timeline, system_language
from desktop.sound.wishes import FASTEST_VOICE
from routines.playback import Playback, State

_SAME = 0.02
"""Seconds by which the beginning of a segment may differ and be the same; nobody hears it."""

_SOUNDING = (State.PLAYING, State.RETURNING)
_RETURN_TICKS = (3, 2, 1)


class Loudspeaker(Protocol):
    """Where sound comes from. Nothing is started before the first `play`, and nothing waits."""

    def play(self, piece: Piece) -> None: ...

    def clear(self) -> None:
        """Stop at once what sounds, and forget what was to come."""
        ...

    def wish(self, wishes: Wishes) -> None:
        """How it should sound from now on."""
        ...

    def has_rung(self, bell: Bell, since: float) -> bool:
        """Whether ``bell`` was heard, as far as is known, at the moment ``since`` or later."""
        ...


@dataclass(frozen=True, slots=True)
class _Sent:
    """A segment that was sent, and when it begins on the clock's monotonic reading."""

    index: int
    began: float

    def is_at(self, index: int, began: float) -> bool:
        return self.index == index and abs(self.began - began) < _SAME


class Conductor(QObject):
    """One for each player."""

    def __init__(
        self, player: Player, loudspeaker: Loudspeaker, wishes: Wishes, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._player = player
        self._loudspeaker = loudspeaker
        self._wishes = wishes
        self._number = 0
        self._system_language = system_language()
        self._language = ENGLISH
        self._playback: Playback | None = None
        self._opened = 0.0  # the moment at which the routine was first to be heard
        self._here: _Sent | None = None
        self._ahead: _Sent | None = None
        loudspeaker.wish(wishes)
        player.moment_changed.connect(self._follow)
        self._follow()

    def use(self, wishes: Wishes) -> None:
        """Let it sound as is wished, at once."""
        before, self._wishes = self._wishes, wishes
        if wishes == before:
            return
        self._loudspeaker.wish(wishes)
        if _what_is_said(wishes) != _what_is_said(before):
            self._hush()
            self._follow()

    def _follow(self) -> None:
        playback = self._player.playback
        if playback is None:
            return
        if playback is not self._playback:
            self._hush()
            self._playback = playback
            self._opened = playback.segment_began
            self._language = language_of_timeline(playback.timeline, self._system_language)
        if playback.state is State.FINISHED:
            self._finish(playback)
        elif playback.state not in _SOUNDING or self._wishes.mute:
            self._hush()
        else:
            self._keep_up(playback)

    def _keep_up(self, playback: Playback) -> None:
        index, began = playback.place.index, playback.segment_began
        if self._here is not None and self._here.is_at(index, began):
            return
        if self._ahead is not None and self._ahead.is_at(index, began):
            self._here, self._ahead = self._ahead, None
        else:
            self._hush()
            self._here = _Sent(index, began)
            self._send(playback, self._here, self._left(playback))
        self._send_ahead(playback, self._here)

    def _send_ahead(self, playback: Playback, here: _Sent) -> None:
        segments = playback.timeline.segments
        if playback.segment.is_open or here.index + 1 >= len(segments):
            return  # when it ends is the person's, or nothing follows
        began = here.began + segments[here.index].seconds / playback.speed
        self._ahead = _Sent(here.index + 1, began)
        self._send(playback, self._ahead, self._score(playback, here.index + 1))

    def _score(self, playback: Playback, index: int) -> Score:
        segments = playback.timeline.segments
        following = segments[index + 1] if index + 1 < len(segments) else None
        score = score_of(segments[index], following, self._wishes)
        return bells_only(score) if playback.speed > FASTEST_VOICE else score

    def _left(self, playback: Playback) -> Score:
        """What is left of the segment we are in, with ticks before it goes on after a pause."""
        offset = playback.waited if playback.segment.is_open else playback.place.offset
        ticks = tuple(
            Ring(offset - left, Bell.TICK)
            for left in _RETURN_TICKS
            if left <= playback.return_left + _SAME
        )
        score = self._score(playback, playback.place.index)
        is_begun = self._loudspeaker.has_rung(Bell.BEGIN, self._opened)
        return ticks + from_here(score, offset, self._wishes, is_begun=is_begun)

    def _send(self, playback: Playback, sent: _Sent, score: Score) -> None:
        if score:
            self._number += 1
            self._loudspeaker.play(
                Piece(self._number, score, sent.began, playback.speed, self._language)
            )

    def _finish(self, playback: Playback) -> None:
        """The last bell rings out; where the end came early, it is rung now."""
        here, self._here, self._ahead = self._here, None, None
        if here is None:
            return
        segment = playback.segment
        if segment.is_open or playback.place.offset < segment.seconds:
            self._loudspeaker.clear()
            passed = playback.waited if segment.is_open else playback.place.offset
            now = playback.segment_began + passed / playback.speed
            self._send(playback, _Sent(0, now), (Ring(0.0, Bell.CLOSE),))

    def _hush(self) -> None:
        if self._here is not None:
            self._loudspeaker.clear()
        self._here = self._ahead = None


def _what_is_said(wishes: Wishes) -> tuple[object, ...]:
    """What the scores depend on; volumes are changed while it sounds."""
    return wishes.mute, wishes.talk, wishes.rate, wishes.count_reps

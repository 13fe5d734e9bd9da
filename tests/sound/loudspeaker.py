"""A loudspeaker that plays nothing and remembers all, in place of one that is not there."""

from math import inf

from desktop.sound.messages import Piece
from desktop.sound.model import Bell, Ring, Say, Swell, Wishes

Planned = tuple[float, str]


class SilentLoudspeaker:
    """`pieces` are those that were sent since everything was last cleared."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.wishes = Wishes()
        self.sent = 0
        self.cleared = 0
        self.rung: dict[Bell, float] = {}

    def play(self, piece: Piece) -> None:
        self.pieces = [each for each in self.pieces if each.number != piece.number]
        self.pieces.append(piece)
        self.sent += 1

    def clear(self) -> None:
        self.pieces.clear()
        self.cleared += 1

    def wish(self, wishes: Wishes) -> None:
        self.wishes = wishes

    def has_rung(self, bell: Bell, since: float) -> bool:
        return self.rung.get(bell, -inf) >= since

    def planned(self, start: float) -> list[Planned]:
        """What is to be heard, in order, by its seconds after ``start``."""
        found = [
            (round(piece.start + event.at / piece.speed - start, 3), _what(event))
            for piece in self.pieces
            for event in piece.score
        ]
        return sorted(found, key=lambda each: each[0])

    def coming(self, now: float) -> list[Planned]:
        """The same, without what has been, by the seconds from ``now`` on."""
        return [each for each in self.planned(now) if each[0] >= -0.01]


def _what(event: Ring | Say | Swell) -> str:
    if isinstance(event, Ring):
        return event.bell.value
    return event.text if isinstance(event, Say) else "swell"

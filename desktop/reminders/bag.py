"""Which note comes next: shuffled, and all of them before any comes again."""

import random
from collections.abc import Sequence


class NoteBag:
    """Draws from the notes of one reminder.

    ``order`` is what is still in the bag, next one last, as numbers into the notes. It is kept
    over restarts; numbers that no longer fit, since the file changed, are dropped.
    """

    def __init__(self, order: Sequence[int] = (), last: int | None = None) -> None:
        self.order = list(order)
        self.last = last

    def draw(self, notes: Sequence[str], chance: random.Random) -> str:
        """The next of ``notes``; never the same twice in a row while there are two."""
        fitting = (number for number in self.order if 0 <= number < len(notes))
        self.order = list(dict.fromkeys(fitting))
        if not self.order:
            self.order = list(range(len(notes)))
            chance.shuffle(self.order)
            if len(notes) > 1 and self.order[-1] == self.last:
                self.order.insert(0, self.order.pop())
        self.last = self.order.pop()
        return notes[self.last]

"""Days as they come, for as long as one likes: work, breaks, calls, nights, journeys, mishaps."""

import random

from desktop.reminders.schedule import Hold
from desktop.reminders.showing import Answer
from tests.reminders.scripts import Happening, Reply

_CALL = list(Hold).index(Hold.CALL)
_PLAYING = list(Hold).index(Hold.PLAYING)


def days_on_end(chance: random.Random, days: int, plan: int) -> tuple[list[Happening], list[Reply]]:
    """So many days at the computer, and how its person answers.

    Once in a while they try another plan.
    """
    script = [each for _ in range(days) for each in _day(chance, plan)]
    return script, [_reply(chance) for _ in range(997)]


def _reply(chance: random.Random) -> Reply:
    answer = chance.choices(list(Answer), weights=[4, 5, 3, 1, 6])[0]
    minutes = chance.choice([5, 15, 30]) if answer is Answer.LATER else 0
    return Reply(2 if answer is Answer.IGNORED else chance.randint(0, 1), answer, minutes)


def _day(chance: random.Random, plan: int) -> list[Happening]:
    """Some thirteen hours of this and that, and a night that makes it twenty-four."""
    script = [Happening(1, "meet", chance.randint(0, 511))]
    while _length(script) < 780:
        script += _stretch(chance, plan)
    return [*script, Happening(2, *_night(chance, 1440 - _length(script)))]


def _length(script: list[Happening]) -> int:
    away = ("sleep", "off", "kill", "set")
    return sum(each.after + (each.value if each.what in away else 0) for each in script)


def _night(chance: random.Random, minutes: int) -> tuple[str, int]:
    return chance.choices(["sleep", "off"], weights=[3, 1])[0], max(1, minutes - 2)


def _stretch(chance: random.Random, plan: int) -> list[Happening]:
    """One thing that happens while somebody works."""
    work = chance.randint(3, 75)
    short, long = chance.randint(1, 4), chance.randint(5, 50)
    return chance.choices(
        [
            [Happening(work, "idle"), Happening(long, "back")],
            [Happening(work, "lock"), Happening(short, "unlock")],
            [Happening(work, "lock"), Happening(3, "sleep", long), Happening(1, "unlock")],
            [Happening(work, "sleep", short)],
            [
                Happening(work, "hold", _CALL),
                Happening(long, "hold", _CALL),
                Happening(0, "call", long),
            ],
            [
                Happening(work, "hold", _PLAYING),
                Happening(short, "hold", _PLAYING),
                Happening(0, "play"),
            ],
            [Happening(work, "pause", chance.choice([30, 60, 60, 0])), Happening(long, "live")],
            [Happening(work, "meet", chance.randint(0, 511))],
            [Happening(work, "kill", short)],
            [Happening(work, "off", long)],
            [Happening(work, "set", chance.choice([-61, -5, 7, 60]))],
            [Happening(work, "set", -2880), Happening(long, "set", 2880)],
            [Happening(work, "zone", chance.randint(0, 3))],
            [Happening(work, "use", 2), Happening(long, "use", plan)],
        ],
        weights=[20, 12, 8, 6, 14, 8, 4, 10, 2, 2, 1, 0.3, 0.4, 0.5],
    )[0]

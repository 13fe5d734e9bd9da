"""The schedule and the reference, on days as they come."""

import itertools
import random
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.reminders.plan import SETTLE, SPACING
from desktop.reminders.schedule import LONGEST_LOOK
from desktop.reminders.showing import Answer
from tests.reminders.scripts import Diary, Happening, Player, Reply
from tests.reminders.subjects import ReferenceSubject, ScheduleSubject
from tests.reminders.world import PLANS, World
from tests.reminders.years import days_on_end

Script = Sequence[Happening]
Replies = Sequence[Reply]


def after(
    what: st.SearchStrategy[str], value: st.SearchStrategy[int], most: int = 90
) -> st.SearchStrategy[Happening]:
    return st.builds(Happening, st.integers(0, most), what, value)


NOTHING = st.just(0)
HAPPENINGS = st.one_of(
    after(st.just("live"), NOTHING),
    after(st.sampled_from(["idle", "back", "lock", "unlock"]), NOTHING),
    after(st.sampled_from(["back", "unlock"]), NOTHING, most=20),
    after(st.just("sleep"), st.integers(1, 700)),
    after(st.just("set"), st.integers(-100, 100).filter(bool)),
    after(st.just("set"), st.sampled_from([-2880, -1440, 1440])),
    after(st.just("zone"), st.integers(0, 3)),
    after(st.just("hold"), st.integers(0, 9), most=40),
    after(st.just("call"), st.integers(1, 100)),
    after(st.sampled_from(["play", "resume"]), NOTHING),
    after(st.just("meet"), st.integers(0, 511)),
    after(st.just("pause"), st.sampled_from([30, 60, 0, 4000])),
    after(st.sampled_from(["off", "kill"]), st.integers(-90, 700)),
    after(st.just("use"), st.integers(0, len(PLANS) - 1)),
)
DAYS = st.lists(HAPPENINGS, max_size=40)
REPLIES = st.lists(
    st.one_of(
        st.builds(Reply, st.integers(0, 2), st.sampled_from(Answer), NOTHING),
        st.builds(Reply, st.integers(0, 2), st.just(Answer.LATER), st.sampled_from([5, 15, 30])),
        st.just(Reply(90, Answer.SKIP)),
    ),
    max_size=6,
)
STARTS = st.sampled_from(
    [
        datetime(2026, 3, 2, 8, 50, tzinfo=UTC),
        datetime(2026, 3, 28, 22, 0, tzinfo=UTC),  # the night in which Berlin skips an hour
        datetime(2026, 10, 24, 21, 0, tzinfo=UTC),  # ... and has one twice
        datetime(2026, 12, 23, 20, 0, tzinfo=UTC),
    ]
)
NUMBERS = st.integers(0, len(PLANS) - 1)


def played(
    start: datetime, number: int, script: Script, replies: Replies, step: float = 0
) -> Diary:
    """What the schedule makes of it, looked at when it asks for it, or all the time."""
    world = World(start)
    subject = ScheduleSubject(world, PLANS[number], step)
    return Player(world, subject, replies).play(script)


def foretold(start: datetime, number: int, script: Script, replies: Replies) -> Diary:
    """What the reference makes of it."""
    world = World(start)
    return Player(world, ReferenceSubject(world, PLANS[number]), replies).play(script)


def check_promises(diary: Diary) -> None:
    """What must hold whatever happens, and needs no model to be seen."""
    assert all(note.back_for >= SETTLE for note in diary.notes)
    for one, two in itertools.pairwise(diary.notes):
        assert two.real - one.real >= SPACING


@settings(max_examples=250)
@given(STARTS, NUMBERS, DAYS, REPLIES)
def test_it_agrees_with_the_reference(
    start: datetime, number: int, script: Script, replies: Replies
) -> None:
    ours = played(start, number, script, replies)
    assert str(ours) == str(foretold(start, number, script, replies))
    check_promises(ours)


@pytest.mark.parametrize(("number", "days"), [(1, 366), (0, 60)])
def test_it_agrees_with_the_reference_for_a_year(number: int, days: int) -> None:
    script, replies = days_on_end(random.Random(days), days, number)
    start = datetime(2026, 1, 1, 6, 0, tzinfo=UTC)
    ours = played(start, number, script, replies)
    assert str(ours) == str(foretold(start, number, script, replies))
    check_promises(ours)
    assert (ours.notes[-1].utc - start).days in range(days - 3, days + 3)
    came = {name for note in ours.notes for name in note.names}
    assert came >= {each.id for each in PLANS[number].reminders}


@settings(max_examples=25)
@given(STARTS, NUMBERS, st.lists(HAPPENINGS, max_size=6), REPLIES)
def test_nothing_is_missed_by_looking_only_when_it_asks_to_be_looked_at(
    start: datetime, number: int, script: Script, replies: Replies
) -> None:
    """What is held back is looked at again within a minute; the rest comes to the second."""
    rarely = played(start, number, script, replies)
    assert str(rarely) == str(played(start, number, script, replies, step=10.0))


@settings(max_examples=60)
@given(STARTS, NUMBERS, DAYS, REPLIES, st.integers(1, 2000))
def test_what_is_said_to_come_next_comes_then_if_the_person_stays(
    start: datetime, number: int, script: Script, replies: Replies, longest: int
) -> None:
    world = World(start)
    subject = ScheduleSubject(world, PLANS[number])
    player = Player(world, subject, replies)
    player.play([*script, Happening(0, "back"), Happening(0, "unlock"), Happening(95, "live")])
    world.holds = frozenset()
    player.reply = None
    subject.answer(Answer.SKIP, 0)
    subject.decide()
    subject.answer(Answer.SKIP, 0)
    began, coming = world.mono, subject.schedule.coming(world.now)
    before = len(player.diary.notes)
    player.play([Happening(longest, "live")])
    notes = player.diary.notes[before:]
    if coming is None or coming.seconds > longest * 60:
        assert notes == []
    else:
        assert (notes[0].names[0], notes[0].real - world.asleep - began) == (
            coming.reminder.id,
            coming.seconds,
        )


@given(STARTS, NUMBERS, DAYS, REPLIES)
@settings(max_examples=30)
def test_a_look_is_never_far_away_unless_nothing_can_come(
    start: datetime, number: int, script: Script, replies: Replies
) -> None:
    world = World(start)
    subject = ScheduleSubject(world, PLANS[number])
    player = Player(world, subject, replies)
    player.play(script)
    look = subject.schedule.next_look(world.now)
    if look is None:
        assert player.absent or subject.schedule.shown
    else:
        assert 0 < look <= LONGEST_LOOK

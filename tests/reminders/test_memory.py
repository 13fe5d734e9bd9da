"""What is kept over a restart: all of it, or as much of it as makes sense."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.reminders.memory import Memory, TrackMemory, from_json, to_json
from desktop.reminders.plan import Plan
from desktop.reminders.schedule import Schedule
from desktop.reminders.track import Turn
from tests.reminders.world import BERLIN, POSTURE, TEA, World, zone

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)

MOMENTS = st.datetimes(datetime(2000, 1, 2), datetime(2199, 12, 30)).flatmap(
    lambda naive: st.integers(-14 * 4, 14 * 4).map(
        lambda quarters: naive.replace(tzinfo=timezone(timedelta(minutes=15 * quarters)))
    )
)
MAYBE = st.none() | MOMENTS
TRACKS = st.builds(
    TrackMemory,
    counted=st.floats(0, 9e6),
    snoozed_until=MAYBE,
    snoozes=st.integers(0, 99),
    passed_over=st.integers(0, 99),
    waiting=st.none() | st.builds(Turn, MOMENTS, MOMENTS, st.text()),
    not_on=st.none() | st.dates(),
    done=st.lists(st.text(), max_size=8).map(tuple),
)
MEMORIES = st.builds(Memory, MOMENTS, MAYBE, MAYBE, st.dictionaries(st.text(), TRACKS, max_size=4))


@given(MEMORIES)
def test_what_is_written_is_read_again(memory: Memory) -> None:
    assert from_json(json.loads(json.dumps(to_json(memory)))) == memory


@pytest.mark.parametrize("value", [None, 7, "x", [], {}, {"at": 7}, {"at": "noon"}])
def test_without_a_time_there_is_no_memory(value: object) -> None:
    assert from_json(value) is None


def test_a_value_that_makes_no_sense_costs_only_itself() -> None:
    memory = Memory(
        NOON, tracks={"posture": TrackMemory(counted=60.0, snoozes=2, not_on=date(2026, 3, 2))}
    )
    for key, bad in {
        "counted": [-1, 1e99, "x", None],
        "snoozed_until": ["noon", 7, "2026-03-02T12:00:00", "0001-01-01T00:00:00+05:00"],
        "snoozes": [-1, 10**9, "x", 1.5],
        "waiting": [7, {}, {"at": NOON.isoformat(), "until": "x", "key": ""}],
        "not_on": ["today", 7],
        "done": [7, {"a": "b"}],
    }.items():
        for value in bad:
            written = json.loads(json.dumps(to_json(memory)))
            written["reminders"]["posture"][key] = value
            found = from_json(written)
            assert found is not None
            default = getattr(TrackMemory(), key)
            assert found.tracks["posture"] == replace(memory.tracks["posture"], **{key: default})


KEYS = st.sampled_from(
    ["at", "until", "key", "counted", "done", "waiting", "snoozed_until", "not_on"]
)
ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.floats()
    | st.integers()
    | st.text(max_size=12)
    | MOMENTS.map(str),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(KEYS | st.text(), inside),
    max_leaves=12,
)


@given(
    st.fixed_dictionaries(
        {"at": MOMENTS.map(datetime.isoformat)},
        optional={
            "paused_until": ANYTHING,
            "shown": ANYTHING | MOMENTS.map(datetime.isoformat),
            "reminders": st.fixed_dictionaries(
                {"tea": st.dictionaries(KEYS, ANYTHING | MOMENTS.map(datetime.isoformat))}
            ),
        },
    )
)
def test_no_memory_makes_the_schedule_fall_over(value: dict[str, object]) -> None:
    memory = from_json(value)
    assert memory is not None
    world = World(NOON)
    schedule = Schedule(Plan((TEA, POSTURE), localize=zone(BERLIN)), world.now)
    schedule.recall(memory, world.now)
    assert from_json(to_json(schedule.remember(world.now))) is not None
    schedule.decide(world.now, frozenset())

"""What the pages ask, against the same worked out by hand."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop.keep.history import queries
from desktop.keep.history.model import Did, Ending, Outcome, Run, When
from desktop.keep.history.queries import BeforeAfter, OutcomesAt, Practised, RatedOn
from desktop.keep.history.store import History
from routines.clock import ManualClock
from tests.keep.history.made import CET, NOW, a_rating, a_run, new_id, opened

MONDAY = date(2026, 3, 2)
NIGHT = datetime(2026, 3, 3, 3, 30, tzinfo=CET)  # still Monday's


def in_memory() -> History:
    """It behaves as the others do, and needs no disk."""
    return History(Path(__file__) / "in-a-file", ManualClock(NOW))


def test_practice_is_added_up_by_day_and_tags(tmp_path: Path) -> None:
    history = opened(tmp_path / "history.sqlite3")
    for run in (
        a_run(NOW, 60.0),
        a_run(NIGHT, 30.0, ending=Ending.OPEN),
        a_run(NIGHT, 40.0, tags=("breath", "desk")),
        a_run(NIGHT + timedelta(hours=1), 50.0),
        a_run(NIGHT + timedelta(hours=1), 29.0),
    ):
        history.add(run)
    tuesday = MONDAY + timedelta(days=1)
    both = Practised(MONDAY, ("breath", "desk"), 1, 40.0)
    desk = Practised(MONDAY, ("desk",), 2, 90.0)
    assert queries.practised(history) == (both, desk, Practised(tuesday, ("desk",), 1, 50.0))
    assert queries.practised(history, until=MONDAY) == (both, desk)
    assert queries.practised(history, tuesday, tuesday)[0].seconds == 50.0
    assert queries.practised(history, tuesday + timedelta(days=1)) == ()
    history.day_start = time(0)
    assert queries.practised(history, MONDAY, MONDAY) == (Practised(MONDAY, ("desk",), 1, 60.0),)
    history.close()


@given(
    st.lists(
        st.tuples(
            st.datetimes(datetime(2026, 1, 1), datetime(2026, 1, 9)),
            st.integers(-14, 14),
            st.sampled_from(["a", "b"]),
        ),
        max_size=12,
    ),
    st.dates(date(2026, 1, 1), date(2026, 1, 9)),
    st.integers(0, 9),
)
def test_days_by_routine_are_those_of_the_runs_themselves(
    made: list[tuple[datetime, int, str]], since: date, length: int
) -> None:
    history = in_memory()
    runs: list[Run] = []
    for moment, hours, routine in made:
        at = moment.replace(tzinfo=timezone(timedelta(hours=hours)))
        runs.append(replace(a_run(at), routine=routine))
        history.add(runs[-1])
    until = since + timedelta(days=length)
    expected: dict[str, set[date]] = {}
    for run in runs:
        if since <= history.day(run.began) <= until:
            expected.setdefault(run.routine, set()).add(history.day(run.began))
    assert queries.days_practised(history, since, until) == expected
    history.close()


def test_ratings_come_with_their_day_and_where_they_stand(tmp_path: Path) -> None:
    history = opened(tmp_path / "history.sqlite3")
    history.add(a_rating(7, NIGHT, When.BEFORE, "ab"))
    history.add(a_rating(2, NOW))
    history.add(a_rating(5, NOW, scale="pain"))
    assert queries.rated(history, "tension") == (
        RatedOn(MONDAY, "tension", 2, When.ALONE),
        RatedOn(MONDAY, "tension", 7, When.BEFORE),
    )
    assert len(queries.rated(history, since=MONDAY, until=MONDAY)) == 3
    assert queries.rated(history, "pain", MONDAY + timedelta(days=1)) == ()
    history.close()


def test_before_and_after_need_both_and_the_last_of_each_counts(tmp_path: Path) -> None:
    history = opened(tmp_path / "history.sqlite3")
    whole, half = a_run(NIGHT), a_run(NOW)
    minutes = timedelta(minutes=1)
    for record in (
        whole,
        half,
        a_rating(9, NIGHT, When.BEFORE, whole.id),
        a_rating(6, NIGHT + minutes, When.BEFORE, whole.id),
        a_rating(4, NIGHT + 9 * minutes, When.AFTER, whole.id),
        a_rating(3, NIGHT, When.BEFORE, whole.id, scale="pain"),
        a_rating(8, NOW, When.BEFORE, half.id),
        a_rating(8, NOW, When.ALONE, half.id),
        a_rating(1, NOW, When.BEFORE, "gone"),
        a_rating(1, NOW, When.AFTER, "gone"),
    ):
        history.add(record)
    pair = BeforeAfter("body-scan", "Body scan", "tension", MONDAY, 6, 4)
    assert queries.before_and_after(history) == (pair,)
    assert queries.before_and_after(history, MONDAY, MONDAY) == (pair,)
    assert queries.before_and_after(history, MONDAY + timedelta(days=1)) == ()
    history.close()


def test_outcomes_are_counted_by_the_hour_on_the_wall() -> None:
    history = in_memory()
    for at, did in [
        (NOW, Did.STARTED),
        (NOW.astimezone(CET), Did.SKIPPED),
        (NOW + timedelta(minutes=59), Did.STARTED),
        (NOW + timedelta(days=1), Did.STARTED),
    ]:
        history.add(Outcome(new_id(), at, "posture", did))
    assert queries.outcomes_by_hour(history) == (
        OutcomesAt(9, Did.STARTED, 3),
        OutcomesAt(10, Did.SKIPPED, 1),
    )
    counts = Counter(each.did for each in queries.outcomes_by_hour(history, MONDAY, MONDAY))
    assert counts == {Did.STARTED: 1, Did.SKIPPED: 1}
    assert queries.outcomes_by_hour(history, MONDAY, MONDAY)[0].count == 2
    history.close()


def test_the_first_day_is_that_of_the_first_practice_or_rating() -> None:
    history = in_memory()
    assert queries.first_day(history) is None
    history.add(a_run(NOW))
    history.add(a_rating(at=datetime(2026, 3, 2, 3, tzinfo=UTC)))
    assert queries.first_day(history) == date(2026, 3, 1)
    history.close()


def test_what_no_query_can_read_stops_none_of_them(tmp_path: Path) -> None:
    history = opened(tmp_path / "history.sqlite3")
    run = a_run()
    history.add(run)
    history.add(a_rating(run=run.id, when=When.BEFORE))
    history.add(Outcome(new_id(), NOW, "posture", Did.LATER))
    for change in (
        "UPDATE run SET at = 1e300, tags = '{'",
        "UPDATE run SET at = 0, tags = '3'",
        "UPDATE run SET tags = '[' || char(0)",
        "UPDATE rating SET value = 'much'",
        "UPDATE rating SET \"when\" = 'x'",
        "UPDATE outcome SET did = 'x'",
        "UPDATE run SET routine = x'ff'",
    ):
        assert history.change(lambda file, change=change: file.execute(change))  # type: ignore[misc]
        for query in (
            queries.practised,
            queries.days_practised,
            queries.rated,
            queries.before_and_after,
            queries.outcomes_by_hour,
            queries.first_day,
        ):
            query(history)
    history.close()

"""What was changed can be taken back, the newest first."""

from desktop.changes import MOST, Change, Changes


def test_changes_are_taken_back_from_the_newest_on() -> None:
    changes, back = Changes(), []
    for name in ("one", "two"):
        changes.add(Change(name, lambda name=name: back.append(name)))  # type: ignore[misc]  # mypy on defaults
    assert changes.last == "two"
    changes.take_back()
    assert (back, changes.last) == (["two"], "one")
    changes.take_back()
    changes.take_back()
    assert (back, changes.last) == (["two", "one"], "")


def test_what_is_long_past_is_forgotten() -> None:
    changes, back = Changes(), []
    for number in range(MOST + 5):
        changes.add(Change(str(number), lambda: back.append("")))
    for _ in range(MOST + 5):
        changes.take_back()
    assert len(back) == MOST
    changes.add(Change("x", lambda: back.append("x")))
    changes.forget()
    changes.take_back()
    assert (changes.last, len(back)) == ("", MOST)


def test_one_that_cannot_be_taken_back_any_more_is_dropped() -> None:
    changes, done = Changes(), []
    first = Change("first", lambda: done.append("first"), said="First.")
    second = Change("second", lambda: done.append("second"))
    changes.add(first)
    assert changes.said == "First."
    changes.add(second)
    assert changes.said == ""
    changes.drop(second)
    assert changes.last == "first"
    changes.drop(second)
    changes.take_back()
    assert done == ["first"]

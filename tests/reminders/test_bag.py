"""All notes come before any comes again."""

import itertools
import random

from hypothesis import given
from hypothesis import strategies as st

from desktop.reminders.bag import NoteBag

SEEDS = st.integers(0, 10**6)


@given(st.integers(1, 15), SEEDS)
def test_all_notes_come_before_any_comes_again(count: int, seed: int) -> None:
    notes = [f"note {number}" for number in range(count)]
    bag, chance = NoteBag(), random.Random(seed)
    for _ in range(4):
        assert sorted(bag.draw(notes, chance) for _ in notes) == sorted(notes)


@given(st.integers(2, 5), SEEDS)
def test_no_note_comes_twice_in_a_row(count: int, seed: int) -> None:
    notes = [f"note {number}" for number in range(count)]
    bag, chance = NoteBag(), random.Random(seed)
    drawn = [bag.draw(notes, chance) for _ in range(60)]
    assert all(one != two for one, two in itertools.pairwise(drawn))


def test_the_order_is_another_one_each_time() -> None:
    notes = [f"note {number}" for number in range(12)]
    bag, chance = NoteBag(), random.Random(1)
    rounds = [tuple(bag.draw(notes, chance) for _ in notes) for _ in range(5)]
    assert len(set(rounds)) == 5


@given(st.lists(st.integers(-3, 9), max_size=6), st.none() | st.integers(-3, 9), SEEDS)
def test_a_bag_that_was_kept_fits_any_file(order: list[int], last: int | None, seed: int) -> None:
    notes = ["a", "b", "c"]
    bag, chance = NoteBag(order, last), random.Random(seed)
    left = len({number for number in order if 0 <= number < 3})
    rest = [bag.draw(notes, chance) for _ in range(left)]
    assert len(set(rest)) == left
    assert sorted(bag.draw(notes, chance) for _ in notes) == notes


def test_a_bag_goes_on_where_it_was() -> None:
    notes = [f"note {number}" for number in range(12)]
    bag, chance = NoteBag(), random.Random(1)
    first = [bag.draw(notes, chance) for _ in range(5)]
    again = NoteBag(bag.order, bag.last)
    assert not set(first) & {again.draw(notes, chance) for _ in range(7)}


def test_a_single_note_comes_each_time() -> None:
    bag, chance = NoteBag(), random.Random(1)
    assert [bag.draw(["a"], chance) for _ in range(3)] == ["a", "a", "a"]

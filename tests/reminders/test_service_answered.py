"""The reminders at work: answers, and the person's other wishes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.reminders.parts import Offer, start_label
from desktop.reminders.showing import Answer
from tests.reminders.life import MINUTE, Begin, plan
from tests.reminders.world import MOVE, POSTURE, at, every, hours


def test_start_wants_the_offered_routine(begin: Begin) -> None:
    life = begin(offers={"posture": Offer("chest", start_label("2 min"))})
    life.until_shown()
    assert life.note.showing is not None
    assert life.note.showing.offer_name == "Start · 2 min"
    life.note.press(Answer.START)
    assert (life.started, life.answers) == (["chest"], [("posture", Answer.START)])
    assert life.shown == ""


def test_without_an_offer_there_is_nothing_to_start(begin: Begin) -> None:
    life = begin()
    life.until_shown()
    assert life.note.showing is not None
    assert life.note.showing.offer_name == ""
    life.note.press(Answer.START)
    assert life.started == []


def test_later_comes_again_in_so_many_minutes(begin: Begin) -> None:
    life = begin()
    life.until_shown()
    life.note.press(Answer.LATER, 15)
    assert (life.shown, life.rings) == ("", "10:15")
    life.until_shown(15)
    assert life.shown == "posture"


@pytest.mark.parametrize("answer", [Answer.SKIP, Answer.IGNORED, Answer.START])
def test_every_other_answer_lets_it_rest_for_its_interval(begin: Begin, answer: Answer) -> None:
    life = begin()
    life.until_shown()
    life.note.press(answer)
    assert life.answers == [("posture", answer)]
    life.stay(59)
    assert (life.holds.asked, life.rings) == (1, "11:00")


def test_a_fourth_later_is_not_offered(begin: Begin) -> None:
    life = begin()
    offered = []
    for _ in range(4):
        life.until_shown(60 if life.time == "09:00" else 5)
        assert life.note.showing is not None
        offered.append(bool(life.note.showing.later_choices))
        life.note.press(Answer.LATER, 5)
    assert offered == [True, True, True, False]
    assert life.rings == "10:30", "it rests until its next interval, with a look in between"


def test_one_to_try_can_always_be_put_off_and_comes_again(begin: Begin) -> None:
    life = begin(at("tea", "16:00"))
    for _ in range(5):
        life.service.show_now(at("tea", "16:00"))
        assert life.note.showing is not None
        assert life.note.showing.later_choices
        life.note.press(Answer.LATER, 15)
        life.until_shown(15)
        assert life.shown == "tea"
        life.note.press(Answer.SKIP)
    life.until_shown(7 * 60 - 75)
    assert (life.shown, life.time) == ("tea", "16:00"), "its own time comes too"


def test_one_to_try_is_not_had_by_that(begin: Begin) -> None:
    life = begin()
    life.stay(30)
    life.service.show_now(POSTURE)
    life.note.press(Answer.SKIP)
    life.until_shown(30)
    assert (life.shown, life.time) == ("posture", "10:00")


def test_not_today_to_one_that_is_tried_is_until_tomorrow(begin: Begin) -> None:
    life = begin(at("tea", "10:30"))
    life.service.show_now(at("tea", "10:30"))
    life.note.press(Answer.NOT_TODAY)
    assert [each.id for each in life.service.not_today] == ["tea"]
    life.stay(24 * 60)
    assert life.holds.asked == 0
    life.until_shown(90)
    assert life.time == "10:30"


@pytest.mark.parametrize("why", ["off", "paused", "not today", "outside its hours"])
def test_one_to_try_that_would_not_come_again_can_only_be_closed(begin: Begin, why: str) -> None:
    early = every("posture", 60, [hours("07:00-09:15")])
    life = begin(MOVE if why == "off" else early if why == "outside its hours" else POSTURE)
    if why == "paused":
        life.service.pause(life.clock.now() + timedelta(hours=1))
    if why == "not today":
        life.until_shown()
        life.note.press(Answer.NOT_TODAY)
    life.service.show_now(POSTURE)
    assert life.note.showing is not None
    assert (life.note.showing.later_choices, life.note.showing.only_close) == ((), True)


def test_what_is_replaced_by_one_to_try_was_ignored_and_comes_again(begin: Begin) -> None:
    life = begin()
    life.until_shown()
    life.service.show_now(MOVE)
    assert life.answers == [("posture", Answer.IGNORED)]
    life.note.press(Answer.SKIP)
    life.until_shown()
    assert (life.shown, life.time) == ("posture", "11:00")


def test_not_today_can_be_taken_back(begin: Begin) -> None:
    life = begin()
    life.until_shown()
    life.note.press(Answer.NOT_TODAY)
    assert life.service.let_come_today("posture")
    assert not life.service.let_come_today("posture")
    assert life.kept[-1].tracks["posture"].not_on is None
    life.until_shown()
    assert life.time == "11:00"


def test_not_today_is_until_tomorrow(begin: Begin) -> None:
    life = begin(at("tea", "10:30", "15:00"))
    life.until_shown(90)
    life.note.press(Answer.NOT_TODAY)
    life.stay(24 * 60 - 1)
    assert life.holds.asked == 1
    life.until_shown(1)
    assert life.time == "10:30"


def test_an_answer_to_something_else_means_nothing(begin: Begin) -> None:
    life = begin()
    life.until_shown()
    life.note.answered.emit("move", Answer.SKIP, 0)
    life.note.vanished.emit("move")
    assert (life.shown, life.answers) == ("posture", [])


def test_an_answer_from_elsewhere_takes_the_note_away(begin: Begin) -> None:
    life = begin()
    life.until_shown()
    assert life.service.answer(Answer.LATER, 5)
    assert (life.note.showing, life.shown, life.rings) == (None, "", "10:05")
    assert not life.service.answer(Answer.SKIP)
    assert life.answers == [("posture", Answer.LATER)]


def test_all_its_sentences_come_before_any_comes_again(begin: Begin) -> None:
    life = begin(replace(POSTURE, notes=("A", "B", "C", "D", "E")))
    told = set()
    for _ in range(5):
        life.until_shown()
        assert life.note.showing is not None
        told.add(life.note.showing.text)
        life.note.press(Answer.SKIP)
    assert told == {"A", "B", "C", "D", "E"}


def test_a_pause_takes_away_what_is_shown_and_lets_nothing_come(begin: Begin) -> None:
    life = begin()
    life.until_shown()
    until = life.clock.now() + timedelta(hours=3)
    life.service.pause(until)
    assert (life.note.showing, life.shown, life.service.paused_until) == (None, "", until)
    assert life.answers == []
    life.stay(179)
    assert life.holds.asked == 1
    life.until_shown(1)
    assert life.time == "13:00"


def test_a_pause_ends_the_wait_for_a_pause_in_typing(begin: Begin) -> None:
    life = begin()
    life.stay(60)
    life.service.pause(life.clock.now() + timedelta(hours=1))
    assert len(life.idle.watches) == 2
    assert MINUTE not in [each.interval() for each in life.timers()]


def test_whoever_resumes_gets_what_is_due(begin: Begin) -> None:
    life = begin()
    life.service.pause(life.clock.now() + timedelta(hours=8))
    life.stay(120)
    assert life.holds.asked == 0
    life.service.resume()
    assert life.service.paused_until is None
    life.pause_in_typing()
    assert (life.shown, life.time) == ("posture", "11:00")


def test_a_plan_without_what_is_shown_takes_it_away(begin: Begin) -> None:
    life = begin(POSTURE, every("water", 90))
    life.until_shown()
    life.service.use(plan(every("water", 90)))
    assert (life.note.showing, life.shown, life.rings) == (None, "", "10:15")
    life.until_shown(30)
    assert life.shown == "water"


def test_a_plan_with_what_is_shown_leaves_it(begin: Begin) -> None:
    life = begin()
    life.until_shown()
    life.service.use(plan(POSTURE, MOVE))
    assert (life.shown, life.note.shown, life.answers) == ("posture", 1, [])
    assert life.note.showing is not None


def test_a_plan_without_what_waits_for_a_pause_in_typing_ends_the_wait(begin: Begin) -> None:
    life = begin()
    life.stay(60)
    life.service.use(plan(every("water", 90)))
    life.pause_in_typing()
    assert (life.shown, len(life.idle.watches)) == ("", 2)

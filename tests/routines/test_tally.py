from routines.tally import Progress, StopTally, Tally


def test_what_is_practised_is_counted_by_stop_and_in_all() -> None:
    tally = Tally()
    tally.practise(2, 5.0)
    tally.practise(0, 1.5)
    tally.practise(2, 2.5)
    tally.finish(2)
    assert tally.progress(4) == Progress(9.0, 1, 0, 4)
    assert tally.by_stop() == (
        StopTally(0, 1.5, 0.0, done=False, skipped=False),
        StopTally(2, 7.5, 0.0, done=True, skipped=False),
    )


def test_a_stop_that_was_skipped_and_then_done_is_done() -> None:
    tally = Tally()
    tally.skip(1)
    assert tally.by_stop() == (StopTally(1, 0.0, 0.0, done=False, skipped=True),)
    tally.finish(1)
    assert tally.by_stop() == (StopTally(1, 0.0, 0.0, done=True, skipped=False),)


def test_going_past_a_done_stop_once_more_does_not_undo_it() -> None:
    tally = Tally()
    tally.finish(1)
    tally.skip(1)
    assert tally.progress(2).skipped == 0


def test_waiting_at_a_question_is_counted_apart_from_practice() -> None:
    tally = Tally()
    tally.wait(0, 20.0)
    tally.wait(0, 10.0)
    assert tally.progress(1).practised == 0
    assert tally.by_stop() == (StopTally(0, 0.0, 30.0, done=False, skipped=False),)

"""What is shown at a moment, for every verb."""

import pytest

from desktop.player.scene import Face, strip_of
from routines.model import PhaseName, Side
from routines.timeline import SegmentKind, timeline_of
from tests.player.scenes import Showing
from tests.routines.texts import routine

NO_LEAD = "defaults: {lead_in: 0s, switch: 0s}\n"

# ---------------------------------------------------------------- verbs


def test_a_hold_gets_ready_and_then_counts_down() -> None:
    show = Showing("""
        - hold: Sphinx
          for: 90s
          text: Neck long.
          easier: Elbows forward.
          figure: sphinx
        - rest: 20s
    """)
    ready = show.at(2)
    assert (ready.face, ready.kind) == (Face.EXERCISE, SegmentKind.LEAD_IN)
    assert (ready.kicker, ready.title, ready.text) == ("Get ready", "Sphinx", "Neck long.")
    assert ready.ring == pytest.approx(0.4)
    assert ready.ring_text == "3"
    assert (ready.next, ready.left, ready.easier) == ("Rest", "1:53 left", "Elbows forward.")
    work = show.at(35)
    assert work.kind is SegmentKind.WORK
    assert (work.kicker, work.ring_text) == ("", "1:00")
    assert work.ring == pytest.approx(1 / 3)
    assert (work.extent, work.phase_word, work.moment) == (None, "", None)
    assert (work.here, round(work.here_share, 3)) == (1, 0.333)
    assert work.figure == "sphinx"


def test_a_move_with_reps_shows_which_rep_and_how_far() -> None:
    show = Showing("- {move: Wall angels, reps: 8, tempo: 3-1-3-0}", NO_LEAD)
    start, half, top, back = show.at(0), show.at(1.5), show.at(3.5), show.at(8.5)
    assert start.kicker == "Rep 1 of 8"
    assert [each.phase_word for each in (start, half, top)] == ["There", "There", "Pause"]
    assert [each.extent for each in (start, half, top)] == pytest.approx([0, 0.5, 1])
    assert (back.kicker, back.phase_word) == ("Rep 2 of 8", "There")
    assert show.at(55.9).kicker == "Rep 8 of 8"
    assert start.moment is not None
    assert start.moment.phase.name is PhaseName.THERE


def test_a_move_with_a_plain_time_has_no_phases() -> None:
    scene = Showing("- {move: Shake it out, for: 20s}", NO_LEAD).at(5)
    assert (scene.face, scene.extent, scene.ring_text) == (Face.EXERCISE, None, "15")


def test_a_move_with_breaths_breathes() -> None:
    show = Showing("- {move: Cat-cow, breaths: 6, pattern: 4-4}", NO_LEAD)
    assert show.at(1).kicker == "Breathing in · breath 1 of 6"
    assert show.at(5).kicker == "Breathing out · breath 1 of 6"


def test_a_breath_fills_and_empties_smoothly() -> None:
    show = Showing("- {breathe: Box, breaths: 2, pattern: 4-4-4-4}", NO_LEAD)
    extents = [show.at(second).extent for second in (0, 1, 2, 4, 6, 8, 9, 10, 12, 14)]
    assert extents == pytest.approx([0, 0.1464, 0.5, 1, 1, 1, 0.8536, 0.5, 0, 0], abs=1e-4)
    scene = show.at(14)
    assert scene.face is Face.BREATH
    assert (scene.kicker, scene.phase_word) == ("Holding · breath 1 of 2", "Holding")


def test_a_phase_may_have_a_word_of_its_own() -> None:
    show = Showing(
        """
        - breathe: Sigh
          phases: [{in: 2s}, {in: 1s, text: more}, {out: 6s}]
          breaths: 3
        """,
        NO_LEAD,
    )
    assert show.at(1).extent == pytest.approx(1 / 3), "two thirds of the way take the first two"
    scene = show.at(2.5)
    assert (scene.phase_word, scene.kicker) == ("more", "More · breath 1 of 3")
    assert show.at(3).extent == pytest.approx(1)


def test_a_notice_names_the_area() -> None:
    scene = Showing("- {notice: Between the blades, area: upper-back, for: 30s}").at(10)
    assert (scene.face, scene.area, scene.ring_text) == (Face.NOTICE, "upper-back", "20")


def test_words_stand_alone() -> None:
    scene = Showing("- {say: Ten gentle minutes., for: 8s}").at(2)
    assert (scene.face, scene.title, scene.text) == (Face.WORDS, "Ten gentle minutes.", "")
    assert scene.ring_text == "6"


def test_a_rest_has_a_name() -> None:
    show = Showing("- rest: 30s\n- {hold: Sphinx, for: 10s}")
    scene = show.at(10)
    assert (scene.face, scene.kind, scene.title) == (Face.REST, SegmentKind.REST, "Rest")
    assert (scene.next, scene.ring_text) == ("Sphinx", "20")


@pytest.mark.parametrize(
    ("step", "face"),
    [
        ("- write: What now?", Face.WRITE),
        ("- {rate: How tight?, as: tension}", Face.RATE),
        ("- {choose: Well?, options: [yes, no]}", Face.CHOOSE),
        ("- {check: Your desk, items: [Feet]}", Face.CHECK),
        ("- wait: Lie down.", Face.WAIT),
    ],
)
def test_an_open_step_waits_without_a_ring(step: str, face: Face) -> None:
    show = Showing(f"{step}\n- {{say: Go., for: 4s}}")
    scene = show.at(3000)
    assert (scene.face, scene.kind) == (face, SegmentKind.OPEN)
    assert (scene.ring, scene.ring_text, scene.extent) == (None, "", None)
    assert (scene.next, scene.left) == ("Go.", "0:04 left")
    show.playback.done()
    assert show.now.title == "Go."


def test_a_suggested_time_runs_out_and_then_is_gone() -> None:
    show = Showing("- {write: What now?, for: 5m}")
    assert show.at(75).ring == pytest.approx(0.25)
    assert show.now.ring_text == "3:45"
    assert show.at(299.5).ring_text == "1"
    assert (show.at(300).ring, show.now.ring_text) == (None, "")


# ---------------------------------------------------------------- sides, rounds, what is next


def test_each_side_is_named_and_announced() -> None:
    show = Showing("- {hold: Thread, for: 30s, sides: right-left}\n- {say: Sit., for: 4s}")
    ready, first, switch, second = show.at(1), show.at(6), show.at(36), show.at(41)
    assert [each.kicker for each in (ready, first, switch, second)] == [
        "Get ready · right side",
        "Right side",
        "Change sides · left side",
        "Left side",
    ]
    assert [each.side for each in (first, second)] == [Side.RIGHT, Side.LEFT]
    assert [each.next for each in (ready, first, switch, second)] == [
        "Left side",
        "Left side",
        "Sit.",
        "Sit.",
    ]


def test_a_next_step_is_named_with_the_side_it_begins_on() -> None:
    show = Showing("- {say: Sit., for: 4s}\n- {hold: Thread, for: 30s, sides: left-right}")
    assert show.at(1).next == "Thread, left side"


def test_a_long_text_is_announced_by_its_beginning() -> None:
    show = Showing(
        """
        - {say: Sit., for: 4s}
        - {say: "Now come up, slowly, and stand with your back at a wall.", for: 9s}
        """
    )
    assert show.at(1).next == "Now come up"


def test_rounds_are_counted_and_the_rest_between_them_is_a_step() -> None:
    show = Showing(
        """
        - repeat: 2
          rest: 20s
          steps:
            - {hold: Row, for: 10s}
        """,
        NO_LEAD,
    )
    assert (show.at(1).kicker, show.now.next) == ("Round 1 of 2", "Rest")
    assert (show.at(15).kicker, show.now.title, show.now.next) == ("Round 1 of 2", "Rest", "Row")
    assert (show.at(31).kicker, show.now.next) == ("Round 2 of 2", "")


def test_the_last_step_has_nothing_behind_it() -> None:
    assert Showing("- {say: Bye., for: 4s}").at(1).next == ""


# ---------------------------------------------------------------- pausing, the end


def test_a_paused_scene_says_so_and_stands_still() -> None:
    show = Showing("- {hold: Sphinx, for: 30s, sides: left-right}")
    show.at(15)
    show.playback.pause()
    before = show.now
    assert before.paused
    assert before.kicker == "Paused · left side"
    assert show.wait(3600) == before


def test_a_returning_scene_counts_down_where_it_left() -> None:
    show = Showing("- {hold: Sphinx, for: 30s}")
    ring = show.at(15).ring
    show.playback.pause()
    show.playback.play()
    scene = show.wait(1)
    assert (scene.returning, scene.paused) == (True, False)
    assert (scene.kicker, scene.ring_text, scene.ring) == ("Going on in a moment", "2", ring)
    assert scene.left == "0:20 left"
    assert not show.wait(2).returning


def test_a_finished_scene_is_full_and_has_nothing_left() -> None:
    scene = Showing("- {hold: Sphinx, for: 30s}").at(60)
    assert (scene.here, scene.here_share, scene.left) == (1, 1.0, "")


def test_a_step_that_dims_dims_but_not_while_one_gets_ready() -> None:
    show = Showing(
        """
        - {hold: Lie, for: 10s, sides: left-right, dim: yes}
        - {rest: 10s, dim: yes}
        - {wait: Sleep., dim: yes}
        """
    )
    dims = {second: show.at(second).dim for second in (2, 8, 17, 22, 32, 45)}
    assert dims == {2: False, 8: True, 17: False, 22: True, 32: True, 45: True}


# ---------------------------------------------------------------- the strip


def test_the_strip_has_a_part_for_every_segment_by_its_share() -> None:
    strip = strip_of(timeline_of(routine("name: x\nsteps:\n- {hold: A, for: 15s}\n- wait: B")))
    assert [(part.kind, part.share) for part in strip] == [
        (SegmentKind.LEAD_IN, 0.25),
        (SegmentKind.WORK, 0.75),
        (SegmentKind.OPEN, 0.0),
    ]


def test_where_nothing_takes_time_all_parts_are_alike() -> None:
    strip = strip_of(timeline_of(routine("name: x\nsteps:\n- wait: A\n- wait: B")))
    assert [part.share for part in strip] == [0.5, 0.5]

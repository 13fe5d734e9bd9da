"""One round of a figure that breathes while it is held: its hold, and no breath from its start."""

from desktop.figures.rounds import rounds_of
from desktop.figures.sheet import one_round
from routines.figures.motion import pose_at
from routines.figures.reader import read_figure_file
from routines.lookup import LIBRARY


def test_a_figure_that_breathes_in_its_hold_is_shown_in_its_hold() -> None:
    figure = read_figure_file(LIBRARY / "figures" / "childs-pose.yaml").figure
    assert figure is not None
    for segment in (one_round(figure), rounds_of(figure)):
        middle = pose_at(figure, segment, segment.seconds / 2).joints
        lowest = figure.postures["child"].joints
        assert middle["head"] == lowest["head"]
        assert pose_at(figure, segment, 0.0).joints == figure.loop.start.joints

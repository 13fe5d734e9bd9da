"""A figure's moments side by side in one picture: for looking at what one has drawn.

``python -m desktop.figures.sheet FIGURE.yaml OUT.png [--dark]`` writes such a picture, and below
it the figure's postures with their names.
"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from desktop.figures.paint import paint_figure
from desktop.figures.tones import tones_of
from desktop.look.colors import DARK, LIGHT, Colors
from desktop.words.problems import problem_text
from routines.figures.model import Figure, Loop, Pose
from routines.figures.motion import pose_at, still_pose
from routines.figures.reader import read_figure_file
from routines.figures.ways import room_of
from routines.model import Cycles, Phase, PhaseName, Side, Span, Timed, Unit, Verb
from routines.timeline import Segment, SegmentKind

CELL = QSize(320, 280)
_SECONDS = 4.0
_HOLD_SECONDS = 20.0
_MARGIN = 8.0


def contact_sheet(
    figure: Figure, colors: Colors, moments: int = 4, cell: QSize = CELL, ratio: float = 1.0
) -> QImage:
    """``figure`` at so many moments of one round of its loop, evenly apart, from left to right."""
    segment = one_round(figure)
    poses = [pose_at(figure, segment, segment.seconds * at / moments) for at in range(moments)]
    return sheet_of(figure, [("", pose) for pose in poses], colors, cell, ratio)


def one_round(figure: Figure, side: Side | None = None) -> Segment:
    """A segment in which the figure goes once through its loop."""
    names = [] if PhaseName.HOLD in figure.loop.ways else list(figure.loop.ways)
    length: Span | Cycles = Span(_HOLD_SECONDS)
    if names:
        breath = PhaseName.IN in names or PhaseName.OUT in names
        phases = tuple(Phase(name, _SECONDS) for name in names)
        length = Cycles(Unit.BREATH if breath else Unit.REP, 1, phases)
    seconds = _SECONDS * len(names) if names else _HOLD_SECONDS
    step = Timed(line=1, verb=Verb.MOVE if names else Verb.HOLD, title=figure.name, length=length)
    return Segment(0.0, seconds, SegmentKind.WORK, step, 0, side)


def postures_of(figure: Figure) -> list[tuple[str, Pose]]:
    """Every posture by its name, standing still."""
    return [
        (name, still_pose(replace(figure, loop=Loop(posture, {}))))
        for name, posture in figure.postures.items()
    ]


def sheet_of(
    figure: Figure,
    shown: Sequence[tuple[str, Pose]],
    colors: Colors,
    cell: QSize = CELL,
    ratio: float = 1.0,
) -> QImage:
    """Poses of ``figure`` in a row, each with its word below."""
    image = QImage(
        QSize(cell.width() * max(1, len(shown)), cell.height()) * ratio,
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(colors.paper))
    painter = QPainter(image)
    room = room_of(figure)
    for at, (word, pose) in enumerate(shown):
        area = QRectF(at * cell.width(), 0, cell.width(), cell.height())
        inner = area.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        paint_figure(painter, inner, pose, room, tones_of(colors))
        painter.setPen(QColor(colors.soft))
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, word)
    painter.end()
    return image


def stacked(images: Sequence[QImage], colors: Colors) -> QImage:
    """Pictures below each other."""
    whole = QImage(
        max(image.width() for image in images),
        sum(image.height() for image in images),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    whole.fill(QColor(colors.paper))
    painter = QPainter(whole)
    top = 0
    for image in images:
        painter.drawImage(0, top, image)
        top += image.height()
    painter.end()
    return whole


def main(arguments: Sequence[str]) -> int:
    names = [each for each in arguments if not each.startswith("--")]
    if len(names) != 2:
        print("usage: python -m desktop.figures.sheet FIGURE.yaml OUT.png [--dark]")
        return 2
    reading = read_figure_file(Path(names[0]))
    for problem in reading.problems:
        print(f"{names[0]}:{problem.line}: {problem_text(problem)}")
    if reading.figure is None:
        return 1
    colors = DARK if "--dark" in arguments else LIGHT
    figure, postures = reading.figure, postures_of(reading.figure)
    rows = [contact_sheet(figure, colors)]
    rows += [sheet_of(figure, postures[at : at + 4], colors) for at in range(0, len(postures), 4)]
    return 0 if stacked(rows, colors).save(names[1]) else 1


if __name__ == "__main__":
    program = QGuiApplication([*sys.argv[:1], "-platform", "offscreen"])
    sys.exit(main(sys.argv[1:]))

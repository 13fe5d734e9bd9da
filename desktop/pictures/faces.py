"""Every face of the player, each at a moment that shows what it is for."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt

from desktop.pictures.camera import Camera, Stand, photograph
from desktop.pictures.studio import SAMPLES, Set, Studio, sample
from desktop.player.scene import Scene
from routines.timeline import SegmentKind

Key = Qt.Key
_TICK = 0.25
"""Seconds; all lead-ins and changes of side take a multiple of it."""

_PREPARING = (SegmentKind.LEAD_IN, SegmentKind.SWITCH)
_MOST_STEPS = 200
"""Far more than any routine here has."""


@dataclass(frozen=True, slots=True)
class Moment:
    """``seconds`` into the part of ``kind`` of the step whose title or text begins so."""

    routine: str
    step: str = ""
    seconds: float = 0.0
    kind: SegmentKind | None = None
    keys: tuple[tuple[Qt.Key, str], ...] = ()
    then: Callable[[Set], None] = lambda _set: None


def _play_to_the_end(scene: Set) -> None:
    while scene.app.player.playing:
        scene.pass_time(_TICK)


def _stop_early(scene: Set) -> None:
    scene.pass_time(200.0)
    scene.app.player.end()


def _return(scene: Set) -> None:
    """Come back from a night's sleep of the computer."""
    scene.clock.advance(8 * 3600)
    scene.app.player.beat()
    scene.pass_time(1.0)


def _typed(text: str) -> tuple[tuple[Qt.Key, str], ...]:
    return tuple((Key(ord(letter.upper())), letter) for letter in text)


MOMENTS: dict[str, Moment] = {
    "lead-in": Moment("morning-yoga", "Cat-cow", 1.0, SegmentKind.LEAD_IN),
    "exercise": Moment("morning-yoga", "Cat-cow", 11.5),
    "exercise-side": Moment("morning-yoga", "Thread the needle", 12.0),
    "exercise-ring": Moment("from-my-physiotherapist", "Band row", 13.0),
    "switch": Moment("morning-yoga", "Thread the needle", 1.0, SegmentKind.SWITCH),
    "breath": Moment("even-breath", "Even breath", 23.0),
    "breath-hold": Moment("quiet-evening", "Long breath", 17.0),
    "breath-box": Moment("quiet-evening", "Box breathing", 22.0),
    "notice": Moment("even-breath", "After the breath", 6.0),
    "words": Moment("morning-yoga", "Go gently", 2.0),
    "rest": Moment("from-my-physiotherapist", "Rest", 9.0),
    "write": Moment("quiet-evening", "What is on", 4.0, keys=_typed("call the workshop")),
    "rate": Moment("quiet-evening", "How tight", 4.0, keys=((Key.Key_4, "4"),)),
    "choose": Moment("quiet-evening", "Is this", 4.0, keys=((Key.Key_Down, ""),)),
    "check": Moment("quiet-evening", "The desk", 4.0, keys=((Key.Key_1, "1"), (Key.Key_2, "2"))),
    "wait": Moment("quiet-evening", "Lie down", 4.0),
    "paused": Moment("morning-yoga", "Cat-cow", 11.5, keys=((Key.Key_Space, " "),)),
    "returning": Moment("morning-yoga", "Cat-cow", 11.5, then=_return),
    "keys": Moment("morning-yoga", "Cat-cow", 11.5, keys=((Key.Key_Question, "?"),)),
    "dim": Moment("body-scan", "Upper back", 20.0),
    "finish": Moment("before-a-call", then=_play_to_the_end),
    "ended": Moment("morning-yoga", then=_stop_early),
}
NARROW = ("lead-in", "exercise", "breath", "notice", "words", "write", "rate", "dim", "finish")
"""Those that are also shown in a narrow window."""


def face(moment: Moment, size: QSize) -> Stand:
    return partial(_stand, moment, size)


@contextmanager
def _stand(moment: Moment, size: QSize, studio: Studio) -> Iterator[Camera]:
    with studio.window(size) as scene:
        start(scene, moment)
        studio.settle()
        moment.then(scene)
        for key, text in moment.keys:
            studio.press(scene.app.view, key, text)
        studio.settle()
        yield partial(photograph, scene.app.window)


def start(scene: Set, moment: Moment) -> None:
    """Play to the moment."""
    ours = (SAMPLES / f"{moment.routine}.yaml").exists()
    entry = sample(moment.routine) if ours else scene.library.entry(moment.routine)
    assert entry is not None, moment.routine
    scene.app.start(entry)
    player = scene.app.player
    for _ in range(_MOST_STEPS):
        if _is_at(moment, player.scene()):
            break
        player.next()
    while not _in_part(moment, player.scene()):
        scene.pass_time(_TICK)
    scene.pass_time(moment.seconds)


def _is_at(moment: Moment, scene: Scene | None) -> bool:
    assert scene is not None, f"{moment.routine} has no step {moment.step!r}"
    # The second side of a step is what a change of sides leads to.
    right_side = moment.kind is not SegmentKind.SWITCH or scene.kind is SegmentKind.SWITCH
    return right_side and any(each.startswith(moment.step) for each in (scene.title, scene.text))


def _in_part(moment: Moment, scene: Scene | None) -> bool:
    assert scene is not None
    if moment.kind is not None:
        return scene.kind is moment.kind
    return scene.kind not in _PREPARING

"""What the terminal shows at a moment of playing: a scene and an answer as lines of text.

Pure: nothing in here knows of a terminal. ``tty`` puts the lines where they belong.
"""

from dataclasses import dataclass
from enum import Enum, auto

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.player.scene import Face, Scene
from desktop.terminal.answers import (
    HIGHEST,
    Answer,
    Checking,
    Choosing,
    Rating,
    Waiting,
    Writing,
)
from desktop.terminal.cells import cut, pad, plain, width_of, wrap
from desktop.words.keeping import where_kept_text
from routines.model import Open

WIDEST = 72
_MARGIN = 2
_LONGEST_BAR = 40
_COUNTDOWN = 6
_WRITTEN = 5  # lines of a long answer that stay in sight

_WORDY = (Face.WORDS, Face.WAIT)
_KEYS = (
    (QT_TRANSLATE_NOOP("keys", "space"), QT_TRANSLATE_NOOP("keys", "pause, and go on")),
    ("→ ←", QT_TRANSLATE_NOOP("keys", "next step, or back")),
    ("↑ ↓", QT_TRANSLATE_NOOP("keys", "10 seconds forward, or back")),
    (QT_TRANSLATE_NOOP("keys", "enter"), QT_TRANSLATE_NOOP("keys", "done with this")),
    (
        QT_TRANSLATE_NOOP("keys", "q, esc"),
        QT_TRANSLATE_NOOP("keys", "end; what you did counts"),
    ),
    ("?", QT_TRANSLATE_NOOP("keys", "this list; any key puts it away")),
)


class Role(Enum):
    """What a line is for; the terminal gives each a look of its own."""

    TITLE = auto()
    TEXT = auto()
    QUIET = auto()
    TIME = auto()
    ANSWER = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands on the screen. ``focus`` marks what the person is at."""

    text: str
    role: Role = Role.TEXT
    focus: bool = False


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs that lines and bars are drawn with."""

    full: str = "━"
    empty: str = "─"
    here: str = "›"
    ticked: str = "[x]"
    open: str = "[ ]"


BOX_SIGNS = Signs()
PLAIN_SIGNS = Signs(full="#", empty="-", here=">")
"""For terminals that know ASCII only."""


def screen_lines(
    scene: Scene,
    width: int,
    height: int,
    *,
    answer: Answer | None = None,
    note: str = "",
    signs: Signs = BOX_SIGNS,
    keeps: bool = False,
) -> tuple[Line, ...]:
    """The block for ``scene``: at most ``height`` lines of at most ``width`` cells.

    ``answer`` is what has been answered so far, at an open step; ``keeps``, whether it is kept.
    What does not fit in height is left out from the middle: the time and the title stay.
    """
    room = _room(width)
    body = [*_words(scene, room), *_answer(answer, room, signs)]
    if answer is not None and not isinstance(answer, Waiting):
        body += _where_kept(scene, room, keeps=keeps)
    return _fitted(_head(scene, room, signs), body, _foot(scene, room, note), height)


def key_lines(
    scene: Scene, width: int, height: int, *, signs: Signs = BOX_SIGNS
) -> tuple[Line, ...]:
    """The keys in place of what to do, with the time still running below."""
    room = _room(width)
    column = max(width_of(translate("keys", key)) for key, _ in _KEYS)
    body = [
        Line(cut(f"{pad(translate('keys', key), column)}  {translate('keys', does)}", room))
        for key, does in _KEYS
    ]
    return _fitted(_head(scene, room, signs), body, _foot(scene, room, ""), height)


# ---------------------------------------------------------------- parts


def _head(scene: Scene, room: int, signs: Signs) -> list[Line]:
    """What always stands in the same place, so that a glance finds it: how much time is left."""
    left = scene.left
    name = cut(plain(scene.routine), max(0, room - width_of(left) - 2))
    lines = [Line(pad(name, room - width_of(left)) + left, Role.QUIET), Line("")]
    if scene.ring_text:
        lines += [Line(_time(scene, room, signs), Role.TIME), Line("")]
    return lines


def _words(scene: Scene, room: int) -> list[Line]:
    """What to do now. What is only said has no title of its own."""
    lines = [Line(cut(plain(scene.kicker), room), Role.QUIET)] if scene.kicker else []
    role = Role.TEXT if scene.face in _WORDY else Role.TITLE
    lines += [Line(each, role) for each in wrap(scene.title, room)]
    lines += [Line(each) for each in wrap(scene.text, room)]
    if scene.easier:
        easier = translate("player", "Easier: {text}").format(text=scene.easier)
        lines += [Line(each, Role.QUIET) for each in wrap(easier, room)]
    return lines


def _foot(scene: Scene, room: int, note: str) -> list[Line]:
    lines = [Line("")]
    if scene.next:
        text = translate("player", "Next: {title}").format(title=plain(scene.next))
        lines.append(Line(cut(text, room), Role.QUIET))
    lines += [Line(each, Role.QUIET) for each in wrap(note, room)]
    lines.append(Line(cut(_keys_hint(scene), room), Role.QUIET))
    return lines


def _time(scene: Scene, room: int, signs: Signs) -> str:
    """The countdown with a bar: of the breath or movement, where there is one, or of the time."""
    shown = pad(scene.ring_text, _COUNTDOWN)
    length = max(1, min(_LONGEST_BAR, room - _COUNTDOWN))
    share = scene.extent if scene.extent is not None else scene.ring or 0.0
    full = round(share * length)
    return shown + signs.full * full + signs.empty * (length - full)


def _keys_hint(scene: Scene) -> str:
    match scene.face:
        case Face.WRITE:
            return translate("player", "enter: done   esc: end")
        case Face.RATE:
            return translate("player", "0 to 10: rate   enter: done   q: end   ?: keys")
        case Face.CHOOSE:
            return translate("player", "number: choose   enter: done   q: end   ?: keys")
        case Face.CHECK:
            return translate("player", "number: tick   enter: done   q: end   ?: keys")
        case Face.WAIT:
            return translate("player", "enter: go on   q: end   ?: keys")
    if scene.paused:
        return translate("player", "space: go on   q: end   ?: keys")
    return translate("player", "space: pause   enter: done   q: end   ?: keys")


# ---------------------------------------------------------------- answers


def _answer(answer: Answer | None, room: int, signs: Signs) -> list[Line]:
    if answer is None:
        return []
    match answer:
        case Writing():
            lines = _written(answer, room, signs)
        case Rating():
            lines = [Line(_scale(answer), Role.ANSWER, focus=True)]
        case Choosing():
            lines = _options(answer, room, signs)
        case Checking():
            lines = _items(answer, room, signs)
        case _:
            return []
    return [Line(""), *lines]


def _where_kept(scene: Scene, room: int, *, keeps: bool) -> list[Line]:
    step = scene.step
    text = where_kept_text(step, keeps=keeps) if isinstance(step, Open) else ""
    return [Line(each, Role.QUIET) for each in wrap(text, room)]


def _written(answer: Writing, room: int, signs: Signs) -> list[Line]:
    """The last lines of the text, with a sign where the next letter comes."""
    lines = wrap(answer.text, room - 3) or [""]
    if answer.text.endswith(" "):
        lines[-1] += " "
    lines[-1] += "_"
    before = [f"{signs.here} ", *["  "] * (_WRITTEN - 1)]
    shown = zip(before, lines[-_WRITTEN:], strict=False)
    return [Line(f"{mark}{each}", Role.ANSWER, focus=True) for mark, each in shown]


def _scale(answer: Rating) -> str:
    numbers = (f"[{each}]" if each == answer.number else f" {each} " for each in range(HIGHEST + 1))
    return "".join(numbers)


def _options(answer: Choosing, room: int, signs: Signs) -> list[Line]:
    lines = []
    for number, option in enumerate(answer.options):
        sign = signs.here if number == answer.at else " "
        lines += _entry(f"{sign} {number + 1}  ", option, room, focus=number == answer.at)
    return lines


def _items(answer: Checking, room: int, signs: Signs) -> list[Line]:
    lines = []
    for number, item in enumerate(answer.items):
        here = signs.here if number == answer.at else " "
        box = signs.ticked if number in answer.ticked else signs.open
        lines += _entry(f"{here} {number + 1} {box} ", item, room, focus=number == answer.at)
    return lines


def _entry(before: str, text: str, room: int, *, focus: bool) -> list[Line]:
    indent = " " * width_of(before)
    first, *more = wrap(text, room - width_of(before)) or [""]
    texts = [before + first, *(indent + each for each in more)]
    return [Line(each, Role.ANSWER, focus) for each in texts]


# ---------------------------------------------------------------- the whole


def _room(width: int) -> int:
    return max(8, min(WIDEST, width - 1 - _MARGIN))


def _fitted(head: list[Line], body: list[Line], foot: list[Line], height: int) -> tuple[Line, ...]:
    """Everything one below the other with a margin.

    Where that is too high, the empty lines go first, then what is far from the line that the
    person is at; the time stays.
    """
    lines = [Line(""), *head, *body, *foot]
    if len(lines) > height:
        head, foot = _without_gaps(head), _without_gaps(foot)
        room = height - len(head) - len(foot)
        if room < 1 and len(foot) > 1:
            foot, room = foot[:1], height - len(head) - 1
        lines = [*head, *_around_focus(body, max(1, room)), *foot][: max(1, height)]
    return tuple(Line(" " * _MARGIN + line.text if line.text else "", line.role) for line in lines)


def _without_gaps(lines: list[Line]) -> list[Line]:
    return [line for line in lines if line.text]


def _around_focus(lines: list[Line], room: int) -> list[Line]:
    if len(lines) > room:
        lines = _without_gaps(lines)
    focus = max((index for index, line in enumerate(lines) if line.focus), default=0)
    start = max(0, focus - room + 1)
    return lines[start : start + room]

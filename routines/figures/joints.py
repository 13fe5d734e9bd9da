"""What to say of a joint that a figure's view does not have."""

from routines.figures.body import known_joints, needed_joints
from routines.figures.model import FAR, LEFT, RIGHT, View
from routines.problems import Flaw, Message, nearest


def unknown_joint(name: str, view: View, words: tuple[str, ...] = ()) -> Flaw:
    """The problem of ``name``, with what is meant in this ``view``.

    ``words`` are what may stand in its place besides joints.
    """
    known = known_joints(view)
    everywhere = tuple(dict.fromkeys(joint for each in View for joint in known_joints(each)))
    if name in everywhere:
        alike = _alike(name, known)
        values = {"joint": name, "view": view.value, "known": ", ".join(alike)}
        return Flaw(Message.JOINT_OF_OTHER_VIEW, values, alike[0] if alike else "")
    guess = nearest(name, (*words, *known, *everywhere))
    if guess and guess not in (*words, *known):
        guess = next(iter(_alike(guess, known)), "")
    values = {"joint": name, "known": ", ".join(needed_joints(view))}
    return Flaw(Message.UNKNOWN_JOINT, values, guess)


def meant_by(flaw: Flaw) -> tuple[str, ...]:
    """The joints that the person may have meant: whoever missed them would say it twice."""
    if flaw.message is Message.JOINT_OF_OTHER_VIEW and flaw.instead:
        return tuple(flaw.values["known"].split(", "))
    return (flaw.instead,) if flaw.instead else ()


def _alike(name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The same joint by the names that it has here: ``hand`` is ``left-hand`` from the front."""
    return tuple(joint for joint in known if _bare(joint) == _bare(name))


def _bare(joint: str) -> str:
    return joint.removeprefix(FAR).removeprefix(LEFT).removeprefix(RIGHT)

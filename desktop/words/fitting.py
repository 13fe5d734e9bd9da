"""What fitting a routine to a time did to it, in words."""

from desktop.language import translate
from desktop.words.times import exact_text
from routines.fit import Fitting

_NEAR = 15.0  # seconds; nearer than that nobody minds


def fitting_text(fitting: Fitting) -> str:
    """What was left out, and whether the wanted length could be reached."""
    return " ".join(fitting_lines(fitting))


def fitting_lines(fitting: Fitting) -> tuple[str, ...]:
    """The same, a sentence a line."""
    parts = []
    if fitting.left_out:
        text = translate("fitting", "Left out: {steps}.")
        parts.append(text.format(steps=", ".join(fitting.left_out)))
    length = exact_text(fitting.seconds)
    if fitting.seconds > fitting.wanted + 1:
        text = translate("fitting", "The shortest this can be is {length}.")
        parts.append(text.format(length=length))
    elif fitting.seconds < fitting.wanted - _NEAR and fitting.wanted > fitting.longest:
        text = translate("fitting", "The longest this can be is {length}.")
        parts.append(text.format(length=length))
    else:
        parts.append(translate("fitting", "It takes {length}.").format(length=length))
    return tuple(parts)

"""Which face an open step gets."""

from desktop.look.theme import Theme
from desktop.player.faces.check import CheckFace
from desktop.player.faces.choose import ChooseFace
from desktop.player.faces.face import OpenFace
from desktop.player.faces.rate import RateFace
from desktop.player.faces.write import WriteFace
from routines.model import Open, Verb


def build_face(step: Open, theme: Theme) -> OpenFace | None:
    """The face of ``step``; a ``wait`` needs none besides its words."""
    match step.verb:
        case Verb.WRITE:
            return WriteFace(step)
        case Verb.RATE:
            return RateFace(step, theme)
        case Verb.CHOOSE:
            return ChooseFace(step, theme)
        case Verb.CHECK:
            return CheckFace(step, theme)
        case _:
            return None

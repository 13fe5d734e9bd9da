"""Which face an open step gets."""

from desktop.look.theme import Theme
from desktop.player.faces.check import CheckFace
from desktop.player.faces.choose import ChooseFace
from desktop.player.faces.face import OpenFace
from desktop.player.faces.rate import RateFace
from desktop.player.faces.write import WriteFace
from routines.model import Open, Verb


def build_face(step: Open, theme: Theme, *, keeps: bool = False) -> OpenFace | None:
    """The face of ``step``; a ``wait`` needs none besides its words.

    ``keeps`` is whether there is a history that its answer goes to.
    """
    match step.verb:
        case Verb.WRITE:
            return WriteFace(step, keeps=keeps)
        case Verb.RATE:
            return RateFace(step, theme, keeps=keeps)
        case Verb.CHOOSE:
            return ChooseFace(step, theme, keeps=keeps)
        case Verb.CHECK:
            return CheckFace(step, theme, keeps=keeps)
        case _:
            return None

"""What becomes of an answer, in an honest sentence."""

from desktop.language import translate
from routines.model import Open, Verb


def where_kept_text(step: Open, *, keeps: bool) -> str:
    """``keeps`` is whether there is a history that answers go to."""
    if not keeps or (step.verb is Verb.WRITE and not step.keep):
        return translate("player", "Only for now: what you enter here is not kept.")
    if step.verb is Verb.WRITE:
        return translate("player", "Goes into your journal, on this computer only.")
    return translate("player", "Kept on this computer only.")

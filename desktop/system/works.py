"""Whether something that needs the system works here, and if not, why: for the settings page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Works:
    """``here`` is whether it works; ``how`` by what means, or, where it does not, the reason.

    ``how`` is a translated sentence that a person can act on, such as which package is missing.
    Where something works only if another does its part, which cannot be seen from here, it is not
    ``sure``, and ``how`` says on what it depends.
    """

    here: bool
    how: str
    sure: bool = True

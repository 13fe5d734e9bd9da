"""What the pages of when to see someone are given: plain values."""

from dataclasses import dataclass, field

from desktop.words.help_lines import HelpLines


@dataclass(frozen=True, slots=True)
class Help:
    """Whom to call. ``own`` is what the person typed, ``country`` a code of ``countries``."""

    lines: HelpLines = field(default_factory=HelpLines)
    country: str = ""
    own: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to stand on the page to take along: ``days`` back from today, 0 for all there is.

    Of what was written nothing unless ``written``, and then the last ``written_days``, 0 for all.
    """

    days: int = 91
    written: bool = False
    written_days: int = 28

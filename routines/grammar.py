"""The routine format, declared once as data: its verbs, keys and values, and what they mean.

The reader reads by it. The schema, the editor's completion and the reference page are made from
it, so nothing about the format is written down a second time. How a value of a ``Kind`` is read
is in ``values`` and ``fields``.
"""

from dataclasses import dataclass
from enum import Enum, auto

from routines.model import Verb


class Kind(Enum):
    """What may stand behind a key."""

    TEXT = auto()
    DURATION = auto()
    COUNT = auto()
    TEMPO = auto()
    PATTERN = auto()
    YES_NO = auto()
    CHOICE = auto()
    ID = auto()
    TEXTS = auto()
    CHOICES = auto()
    CUES = auto()
    PHASES = auto()
    DEFAULTS = auto()
    STEPS = auto()
    # Of reminders
    EVERY = auto()
    CLOCK = auto()
    CLOCKS = auto()
    BEFORE = auto()
    AFTER = auto()
    HOURS = auto()
    HOURS_LIST = auto()
    IDS = auto()
    # Of figures
    POSTURES = auto()
    LOOP = auto()
    PROPS = auto()


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the format. ``values`` are all the words it may have, where they are limited.

    ``zero`` allows a duration of 0s, ``least`` is how many entries a list needs.
    """

    name: str
    kind: Kind
    help: str
    values: tuple[str, ...] = ()
    zero: bool = False
    least: int = 1


@dataclass(frozen=True, slots=True)
class VerbRule:
    """A verb with what stands beside it.

    ``own`` describes the verb's own value. ``lengths`` are the keys of which a step needs
    exactly one. ``keys`` are the others it may have besides those that every step may have.
    """

    verb: Verb
    own: Key
    lengths: tuple[Key, ...] = ()
    keys: tuple[Key, ...] = ()
    needed: tuple[str, ...] = ()


AREAS = (
    *("feet", "lower-legs", "thighs", "hips", "belly", "low-back", "chest", "upper-back"),
    *("shoulders", "arms", "hands", "neck", "jaw", "face", "whole-body"),
)
CAUTIONS = (
    *("knees", "wrists", "neck", "shoulder", "low-back", "pregnancy", "osteoporosis"),
    *("glaucoma", "blood-pressure", "breath-holding", "dizziness", "trauma"),
)
PLACES = ("floor", "chair", "standing", "wall", "bed", "anywhere")
SCALES = ("tension", "anxiety", "pain", "mood", "sleep")
SIDES = ("left-right", "right-left")
PHASE_KEYS = ("in", "hold", "out")
CUE_PHASES = ("in", "hold", "out", "there", "back")

FOR = Key("for", Kind.DURATION, "How long it lasts, each side.")
REPS = Key("reps", Kind.COUNT, "How many times, each side.")
BREATHS = Key("breaths", Kind.COUNT, "How many whole breaths.")
TEMPO = Key("tempo", Kind.TEMPO, "Seconds of one rep: there-pause-back-pause, as in 3-1-3-0.")
PATTERN = Key(
    "pattern",
    Kind.PATTERN,
    "Seconds of one breath: in-out, in-hold-out or in-hold-out-hold, as in 5-5.",
)
PHASES = Key(
    "phases",
    Kind.PHASES,
    "The parts of one breath in order, as in [{in: 2s}, {in: 1s}, {out: 6s}].",
)
MOST = Key("most", Kind.COUNT, "The most breaths that the method allows, however long it lasts.")
FIGURE = Key("figure", Kind.ID, "The moving figure to show, by its name.")
EASIER = Key("easier", Kind.TEXT, "A gentler way to do it.")
SIDED = (
    Key("sides", Kind.CHOICE, "Both sides one after the other, full time each.", SIDES),
    Key("switch", Kind.DURATION, "The pause between the sides.", zero=True),
)
SUGGESTED = Key("for", Kind.DURATION, "How long it might take; the person ends it.")

COMMON = (
    Key("text", Kind.TEXT, "What to do, shown and spoken."),
    Key("say_instead", Kind.TEXT, "Spoken in place of the text."),
    Key(
        "cues",
        Kind.CUES,
        "Words for a moment (30s, halfway) or a phase (in, hold, out, there, back).",
    ),
    Key("lead_in", Kind.DURATION, "The time to get ready before it.", zero=True),
    Key("halfway", Kind.YES_NO, "Whether a bell marks the middle of it."),
    Key("fixed", Kind.YES_NO, "Keep its length when the routine is fitted to a time."),
    Key("dim", Kind.YES_NO, "The screen goes dark meanwhile."),
)
"""Keys that any step may have. On a repeat or an include they hold for the steps inside."""

VERBS = {
    rule.verb: rule
    for rule in (
        VerbRule(
            Verb.HOLD,
            Key("hold", Kind.TEXT, "Stay in a position. The value is its name."),
            lengths=(FOR,),
            keys=(*SIDED, FIGURE, EASIER),
        ),
        VerbRule(
            Verb.MOVE,
            Key("move", Kind.TEXT, "A movement. The value is its name."),
            lengths=(REPS, BREATHS, FOR),
            keys=(TEMPO, PATTERN, *SIDED, FIGURE, EASIER),
        ),
        VerbRule(
            Verb.BREATHE,
            Key("breathe", Kind.TEXT, "Breathe in a pattern. The value is its name."),
            lengths=(BREATHS, FOR),
            keys=(PATTERN, PHASES, MOST, FIGURE),
        ),
        VerbRule(
            Verb.NOTICE,
            Key("notice", Kind.TEXT, "Turn the attention somewhere. The value says where."),
            lengths=(FOR,),
            keys=(Key("area", Kind.CHOICE, "The part of the body that is meant.", AREAS), FIGURE),
        ),
        VerbRule(
            Verb.SAY,
            Key("say", Kind.TEXT, "Words to show and speak; lasts as long as saying them takes."),
            keys=(Key("for", Kind.DURATION, "How long the words stay."), FIGURE),
        ),
        VerbRule(Verb.REST, Key("rest", Kind.DURATION, "A pause of this length.")),
        VerbRule(
            Verb.REPEAT,
            Key("repeat", Kind.COUNT, "Do the steps below it this many times."),
            keys=(
                Key("steps", Kind.STEPS, "The steps to repeat."),
                Key("rest", Kind.DURATION, "The pause between the rounds.", zero=True),
            ),
            needed=("steps",),
        ),
        VerbRule(
            Verb.INCLUDE,
            Key("include", Kind.ID, "All the steps of another routine, by its id."),
        ),
        VerbRule(
            Verb.WRITE,
            Key("write", Kind.TEXT, "Something to write down. The value is the question."),
            keys=(
                SUGGESTED,
                Key(
                    "keep",
                    Kind.CHOICE,
                    "Whether the words go into the journal.",
                    ("journal", "nothing"),
                ),
            ),
        ),
        VerbRule(
            Verb.RATE,
            Key("rate", Kind.TEXT, "Something to rate from 0 to 10. The value is the question."),
            keys=(Key("as", Kind.CHOICE, "What the number means.", SCALES),),
        ),
        VerbRule(
            Verb.CHOOSE,
            Key("choose", Kind.TEXT, "A question with answers to choose from."),
            keys=(Key("options", Kind.TEXTS, "The answers, two or more.", least=2),),
            needed=("options",),
        ),
        VerbRule(
            Verb.CHECK,
            Key("check", Kind.TEXT, "A list to go through. The value is its title."),
            keys=(Key("items", Kind.TEXTS, "What to look at, one thing an entry."),),
            needed=("items",),
        ),
        VerbRule(
            Verb.WAIT,
            Key("wait", Kind.TEXT, "Words to show until the person goes on."),
        ),
    )
}

DEFAULTS = (
    Key("lead_in", Kind.DURATION, "The time to get ready before each exercise.", zero=True),
    Key("switch", Kind.DURATION, "The pause between two sides.", zero=True),
    Key("rest", Kind.DURATION, "The pause between the rounds of a repeat.", zero=True),
    Key("halfway", Kind.YES_NO, "Whether a bell marks the middle of long steps."),
    TEMPO,
    PATTERN,
)

ROUTINE = (
    Key("name", Kind.TEXT, "What the routine is called."),
    Key("about", Kind.TEXT, "One sentence on what it is for."),
    Key("tags", Kind.TEXTS, "Words to find it by."),
    Key("place", Kind.CHOICE, "Where it is done.", PLACES),
    Key("needs", Kind.TEXTS, "What to have at hand."),
    Key("cautions", Kind.CHOICES, "Who should take care.", CAUTIONS),
    Key("ask", Kind.CHOICE, "What to rate before and after; always skippable.", SCALES),
    Key("sources", Kind.TEXTS, "Where the doses and claims come from."),
    Key("defaults", Kind.DEFAULTS, "Values for all steps that do not say otherwise."),
    Key("steps", Kind.STEPS, "The steps, in order."),
)
NEEDED = ("name", "steps")

BUILT_IN_DEFAULTS = {
    "lead_in": "5s",
    "switch": "5s",
    "rest": "0s",
    "halfway": "yes",
    "tempo": "2-0-2-0",
    "pattern": "5-5",
}
"""What holds unless the file says otherwise, as it would be typed."""

VERBS_WITH_LEAD_IN = (Verb.HOLD, Verb.MOVE, Verb.BREATHE)
VERBS_WITH_HALFWAY = (Verb.HOLD, Verb.MOVE, Verb.BREATHE, Verb.NOTICE)

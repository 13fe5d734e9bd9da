"""How long things take: saying a text, one step, a whole routine. All in seconds."""

from routines.model import Item, Open, Repeat, Timed

WORDS_A_MINUTE = 150
SHORTEST_SAY = 3.0


def seconds_to_say(text: str) -> float:
    """How long a calm voice needs for ``text``."""
    return len(text.split()) * 60.0 / WORDS_A_MINUTE


def say_length(text: str) -> float:
    """How long a ``say`` step lasts that gives no length of its own."""
    return max(SHORTEST_SAY, seconds_to_say(text))


def step_seconds(step: Timed | Open) -> float:
    """One step with its lead-in, both sides and the switch between them; open steps count 0."""
    if isinstance(step, Open):
        return step.lead_in
    sides = max(1, len(step.sides))
    return step.lead_in + sides * step.length.seconds + (sides - 1) * step.switch


def total_seconds(items: tuple[Item, ...]) -> float:
    """All of ``items`` with their repeats and the rests between rounds."""
    return sum(
        item.count * total_seconds(item.steps) + (item.count - 1) * item.rest
        if isinstance(item, Repeat)
        else step_seconds(item)
        for item in items
    )

"""What is wrong with a routine file, in sentences: for the window and the terminal alike.

Every sentence says what is wrong and what to write instead. It begins in lower case, as it
stands behind ``error:`` in a line of the terminal.
"""

import errno
import os
import re
import shlex

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.words.figure_problems import FIGURE_GUESSES, FIGURE_TEXTS
from routines.problems import Level, Message, Problem

TEXTS = {
    # The file as a whole
    Message.CANNOT_READ: QT_TRANSLATE_NOOP("problems", "the file cannot be opened: {reason}."),
    Message.TOO_LARGE: QT_TRANSLATE_NOOP(
        "problems",
        "the file is larger than {most} KiB: shorten it, or split it up. "
        "The parts of a routine can be joined with `include`.",
    ),
    Message.MUCH_TOO_LARGE: QT_TRANSLATE_NOOP(
        "problems",
        "the file is larger than {most} KiB, and a few are plenty: "
        "see whether it is the right one.",
    ),
    Message.NOT_TEXT: QT_TRANSLATE_NOOP(
        "problems", "this is not a text file: write it as plain text and save it as UTF-8."
    ),
    Message.NOT_UTF8: QT_TRANSLATE_NOOP(
        "problems", "this character is not UTF-8: save the file again, with UTF-8 as its encoding."
    ),
    Message.UTF16: QT_TRANSLATE_NOOP(
        "problems", "the file is saved as UTF-16: save it again, with UTF-8 as its encoding."
    ),
    Message.RENAME_TO_YAML: QT_TRANSLATE_NOOP(
        "problems", "only names that end in .yaml are found: rename this to `{name}`."
    ),
    Message.SAME_BUT_CASE: QT_TRANSLATE_NOOP(
        "problems",
        "on other computers this is the same file as `{name}`, as only capitals differ: "
        "give one of them another name.",
    ),
    Message.EMPTY_FILE: QT_TRANSLATE_NOOP(
        "problems", "the file is empty: begin with a line `name:` and a line `steps:`."
    ),
    Message.NOT_A_ROUTINE: QT_TRANSLATE_NOOP(
        "problems",
        "this does not look like a routine: begin with a line `name:` and a line `steps:`.",
    ),
    Message.MISSING_KEY: QT_TRANSLATE_NOOP(
        "problems", "`{key}` is missing: add a line that begins with `{key}:`."
    ),
    # The text as YAML
    Message.TAB_INDENT: QT_TRANSLATE_NOOP(
        "problems", "this line is indented with a tab: use spaces instead, two for each level."
    ),
    Message.UNPRINTABLE: QT_TRANSLATE_NOOP(
        "problems", "there is a character here that cannot be shown ({code}): delete it."
    ),
    Message.NOT_YAML: QT_TRANSLATE_NOOP(
        "problems",
        "this cannot be read ({reason}): look at the quotes, brackets and indent around here.",
    ),
    Message.YAML_COLON: QT_TRANSLATE_NOOP(
        "problems",
        "a text with a colon and a space in it needs quotes: "
        'write it like `text: "Remember: slowly"`.',
    ),
    Message.YAML_QUOTE: QT_TRANSLATE_NOOP(
        "problems", "a quote begins here and does not end: add the closing quote."
    ),
    Message.YAML_INDENT: QT_TRANSLATE_NOOP(
        "problems",
        "this line does not fit where it stands: "
        "indent it like the lines it belongs with, and put a colon behind every key.",
    ),
    Message.YAML_START: QT_TRANSLATE_NOOP(
        "problems", "a text cannot begin with this character: put the whole text in quotes."
    ),
    Message.YAML_BRACKET: QT_TRANSLATE_NOOP(
        "problems",
        "the brackets here do not match: close each [ and {{, or put the whole text in quotes.",
    ),
    Message.TOO_DEEP: QT_TRANSLATE_NOOP(
        "problems", "too many levels inside each other: take out the brackets that are not needed."
    ),
    Message.ANCHOR: QT_TRANSLATE_NOOP(
        "problems",
        "`&{name}` is a YAML anchor, and there are none here: "
        "remove it, or put a text that begins with & in quotes.",
    ),
    Message.ALIAS: QT_TRANSLATE_NOOP(
        "problems",
        "`*{name}` is a YAML alias, and there are none here: "
        "write out what is meant, or put a text that begins with * in quotes.",
    ),
    Message.TAG: QT_TRANSLATE_NOOP(
        "problems",
        "this is a YAML tag, and there are none here: "
        "remove it, or put a text that begins with ! in quotes.",
    ),
    Message.SECOND_DOCUMENT: QT_TRANSLATE_NOOP(
        "problems",
        "a second document begins here: "
        "remove the `---`, or put what follows in a file of its own.",
    ),
    # Keys
    Message.UNKNOWN_KEY: QT_TRANSLATE_NOOP("problems", "unknown key `{key}`: use {known}."),
    Message.DUPLICATE_KEY: QT_TRANSLATE_NOOP(
        "problems", "`{key}` is already on line {first}: keep one of the two."
    ),
    Message.KEY_NOT_HERE: QT_TRANSLATE_NOOP(
        "problems", "`{key}` does not go with `{verb}`: remove it."
    ),
    Message.KEY_NEEDS: QT_TRANSLATE_NOOP(
        "problems", "`{key}` means nothing without `{needed}`: add `{needed}`, or remove `{key}`."
    ),
    Message.KEY_NOT_A_WORD: QT_TRANSLATE_NOOP(
        "problems",
        "only a plain word can stand before a colon: "
        "write a word, or put the whole text in quotes.",
    ),
    # Values
    Message.WANTS_TEXT: QT_TRANSLATE_NOOP(
        "problems", "`{key}` takes a single value: write one, without a list and without brackets."
    ),
    Message.WANTS_LIST: QT_TRANSLATE_NOOP(
        "problems", "`{key}` takes a list: give each entry a line that begins with `- `."
    ),
    Message.WANTS_KEYS: QT_TRANSLATE_NOOP(
        "problems", "`{key}` takes pairs: write each as `word: value`."
    ),
    Message.EMPTY_VALUE: QT_TRANSLATE_NOOP(
        "problems", "`{key}` is empty: write what belongs there, or remove it."
    ),
    Message.EMPTY_ITEM: QT_TRANSLATE_NOOP(
        "problems", "entry {number} of `{key}` is empty: write what belongs there, or remove it."
    ),
    Message.EMPTY_LIST: QT_TRANSLATE_NOOP(
        "problems", "`{key}` is empty: give it at least one line that begins with `- `."
    ),
    Message.TOO_FEW: QT_TRANSLATE_NOOP(
        "problems", "`{key}` has too few entries: give at least {least}."
    ),
    Message.BAD_VALUE: QT_TRANSLATE_NOOP("problems", "`{key}` cannot be `{value}`: write {known}."),
    Message.BAD_DURATION: QT_TRANSLATE_NOOP(
        "problems", "`{value}` is not a length of time: write it like `45s`, `1m30s` or `10m`."
    ),
    Message.NO_UNIT: QT_TRANSLATE_NOOP(
        "problems", "`{value}` has no unit: write `{value}s` for seconds or `{value}m` for minutes."
    ),
    Message.NEGATIVE: QT_TRANSLATE_NOOP(
        "problems", "`{value}` is below zero: write it without the minus."
    ),
    Message.ZERO: QT_TRANSLATE_NOOP(
        "problems", "`{value}` comes to nothing: write something above 0."
    ),
    Message.OVER_FOUR_HOURS: QT_TRANSLATE_NOOP(
        "problems", "`{value}` comes to more than four hours: make it shorter."
    ),
    Message.COUNT_TOO_LARGE: QT_TRANSLATE_NOOP(
        "problems", "`{value}` is more than anybody can do: write a smaller number."
    ),
    Message.BAD_COUNT: QT_TRANSLATE_NOOP(
        "problems", "`{key}` takes a whole number, not `{value}`: write one, such as `8`."
    ),
    Message.BAD_TEMPO: QT_TRANSLATE_NOOP(
        "problems",
        "`{value}` is not a tempo: write the seconds of there-pause-back-pause, such as `3-1-3-0`.",
    ),
    Message.BAD_PATTERN: QT_TRANSLATE_NOOP(
        "problems",
        "`{value}` is not a breathing pattern: "
        "write the seconds of in-out, such as `5-5`, or of in-hold-out, such as `4-7-8`.",
    ),
    Message.BAD_NAME: QT_TRANSLATE_NOOP(
        "problems",
        "`{value}` is not a plain name: write the file's name alone, without folder and .yaml.",
    ),
    # Steps
    Message.NO_VERB: QT_TRANSLATE_NOOP(
        "problems",
        "this step does not say what to do: begin it with a verb, such as `hold`, `move` or `say`.",
    ),
    Message.TWO_VERBS: QT_TRANSLATE_NOOP(
        "problems",
        "`{first}` and `{second}` stand in one step: "
        "put `- ` before `{second}` to make it a step of its own.",
    ),
    Message.NO_LENGTH: QT_TRANSLATE_NOOP(
        "problems", "how long this `{verb}` lasts is missing: add {lengths}."
    ),
    Message.TWO_LENGTHS: QT_TRANSLATE_NOOP(
        "problems", "`{first}` and `{second}` cannot stand together: keep one of the two."
    ),
    Message.BAD_CUE_KEY: QT_TRANSLATE_NOOP(
        "problems",
        "`{key}` is not a moment: "
        "write a time such as `30s`, or `halfway`, `in`, `hold`, `out`, `there` or `back`.",
    ),
    Message.CUE_WITHOUT_PHASE: QT_TRANSLATE_NOOP(
        "problems",
        "this step has no `{key}`, so the cue would never come: "
        "use a time such as `10s`, or remove it.",
    ),
    Message.PHASE_ONE_OF: QT_TRANSLATE_NOOP(
        "problems",
        "a phase is one of `in`, `hold` and `out`: write each with its time, like `{{in: 2s}}`.",
    ),
    Message.INCLUDE_NOT_FOUND: QT_TRANSLATE_NOOP(
        "problems",
        "there is no routine with the id `{id}`: "
        "check the name, or put `{id}.yaml` beside this file.",
    ),
    Message.INCLUDE_BROKEN: QT_TRANSLATE_NOOP(
        "problems", "the routine `{id}` has an error itself: mend line {line} of `{id}.yaml` first."
    ),
    Message.INCLUDE_CYCLE: QT_TRANSLATE_NOOP(
        "problems", "these include each other in a circle ({chain}): remove one of the includes."
    ),
    Message.TOO_NESTED: QT_TRANSLATE_NOOP(
        "problems",
        "repeats and includes go more than {most} deep here: "
        "write some of them one after the other.",
    ),
    Message.TOO_MANY_STEPS: QT_TRANSLATE_NOOP(
        "problems",
        "with all its rounds, this comes to more than {most} steps: repeat or include less.",
    ),
    Message.ROUTINE_TOO_LONG: QT_TRANSLATE_NOOP(
        "problems", "the whole takes {hours} hours, and four are the most: make it shorter."
    ),
    # Reminders
    Message.EMPTY_REMINDER: QT_TRANSLATE_NOOP(
        "problems",
        "the file is empty: begin with the lines `name:`, `every: 1h` and `notes:`.",
    ),
    Message.NOT_A_REMINDER: QT_TRANSLATE_NOOP(
        "problems",
        "this does not look like a reminder: "
        "begin with the lines `name:`, `every: 1h` and `notes:`.",
    ),
    Message.NO_RHYTHM: QT_TRANSLATE_NOOP(
        "problems", "when it comes is missing: add {known}, as in `every: 1h`."
    ),
    Message.TWO_RHYTHMS: QT_TRANSLATE_NOOP(
        "problems",
        "`{first}` and `{second}` cannot stand together: "
        "keep one, and give the other a file of its own.",
    ),
    Message.TOO_OFTEN: QT_TRANSLATE_NOOP(
        "problems", "`{value}` is too often to be kind: write `{least}` or more."
    ),
    Message.BAD_CLOCK: QT_TRANSLATE_NOOP(
        "problems", "`{value}` is not a time of day: write it like `7:30` or `16:45`."
    ),
    Message.BAD_HOURS: QT_TRANSLATE_NOOP(
        "problems", "`{value}` is not a range of hours: write it like `09:00-12:30`."
    ),
    Message.BAD_EVENT: QT_TRANSLATE_NOOP(
        "problems",
        "`{key}` takes an event and a length of time, not `{value}`: write it like `{example}`.",
    ),
    Message.UNKNOWN_OFFER: QT_TRANSLATE_NOOP(
        "problems", "there is no routine with the id `{id}`: check the name, or remove it."
    ),
    Message.NOTE_TOO_LONG: QT_TRANSLATE_NOOP(
        "problems",
        "this note has {words} words, and {most} are read at a glance: "
        "shorten it, or make two of it.",
    ),
    **FIGURE_TEXTS,
    # Warnings
    Message.TOO_MANY_HELD_BREATHS: QT_TRANSLATE_NOOP(
        "problems",
        "{count} breaths of {pattern} in a row, where the method allows {most}: "
        "take fewer, or breathe freely in between.",
    ),
    Message.LONG_BREATH_HOLD: QT_TRANSLATE_NOOP(
        "problems",
        "holding the breath for {seconds} s is longer than any method here: {most} s are enough.",
    ),
    Message.TOO_MUCH_TO_SAY: QT_TRANSLATE_NOOP(
        "problems",
        "saying this {key} takes about {needed} s, and there are {available} s: "
        "shorten it, or give it more time.",
    ),
    Message.CUE_AFTER_END: QT_TRANSLATE_NOOP(
        "problems",
        "the cue at {key} comes after the step's end at {length}: give it an earlier time.",
    ),
    Message.FLOOR_WITHOUT_CAUTIONS: QT_TRANSLATE_NOOP(
        "problems",
        "work on the floor is not for everybody: "
        "say who should take care, such as `cautions: [knees, wrists]`.",
    ),
}
"""A sentence for every message. The values are those that the reader gives."""

GUESSES = {
    Message.UNKNOWN_KEY: QT_TRANSLATE_NOOP(
        "problems", "unknown key `{key}`: did you mean `{instead}`?"
    ),
    Message.WANTS_LIST: QT_TRANSLATE_NOOP("problems", "`{key}` takes a list: write `{instead}`."),
    Message.BAD_VALUE: QT_TRANSLATE_NOOP(
        "problems", "`{key}` cannot be `{value}`: did you mean `{instead}`?"
    ),
    Message.BAD_DURATION: QT_TRANSLATE_NOOP(
        "problems", "`{value}` is not a length of time: write `{instead}`."
    ),
    Message.NEGATIVE: QT_TRANSLATE_NOOP("problems", "`{value}` is below zero: write `{instead}`."),
    Message.BAD_COUNT: QT_TRANSLATE_NOOP(
        "problems", "`{key}` takes a whole number, not `{value}`: write `{instead}`."
    ),
    Message.BAD_TEMPO: QT_TRANSLATE_NOOP(
        "problems", "`{value}` is not a tempo: write `{instead}`."
    ),
    Message.BAD_PATTERN: QT_TRANSLATE_NOOP(
        "problems", "`{value}` is not a breathing pattern: write `{instead}`."
    ),
    Message.BAD_NAME: QT_TRANSLATE_NOOP(
        "problems", "`{value}` is not a plain name: write `{instead}`."
    ),
    Message.BAD_CLOCK: QT_TRANSLATE_NOOP(
        "problems", "`{value}` is not a time of day: write `{instead}`."
    ),
    Message.BAD_HOURS: QT_TRANSLATE_NOOP(
        "problems", "`{value}` is not a range of hours: write `{instead}`."
    ),
    **FIGURE_GUESSES,
    Message.BAD_CUE_KEY: QT_TRANSLATE_NOOP(
        "problems", "`{key}` is not a moment: did you mean `{instead}`?"
    ),
}
"""The sentence where the reader knows what was most likely meant: the problem's ``instead``."""

_LISTS = ("known", "lengths", "joints")
"""Values that hold several words, separated by commas."""


def problem_text(problem: Problem) -> str:
    """What is wrong and what to write instead: "unknown key `hlod`: did you mean `hold`?"."""
    text = GUESSES.get(problem.message) if problem.instead else None
    values = {name: _shown(name, value) for name, value in problem.values.items()}
    values["instead"] = problem.instead
    return translate("problems", text or TEXTS[problem.message]).format(**values)


def quoted(text: str) -> str:
    """A problem as a sentence for the window: a capital, and quotes instead of backticks."""
    sentence = re.sub(r"`([^`]*)`", "“\\1”", text)
    return sentence[:1].upper() + sentence[1:]


def problem_line(path: str, problem: Problem) -> str:
    """``FILE:LINE:COLUMN: error: ...``, the file named as it was given."""
    return f"{path}:{problem.line}:{problem.column}: {level_word(problem)}: {problem_text(problem)}"


def unreadable_text(folder: str, reason: str) -> str:
    """Why nothing in a folder can be seen, and what to do where the system says who may."""
    text = translate("problems", "{folder} cannot be read: {reason}.")
    told = text.format(folder=folder, reason=reason)
    if reason != os.strerror(errno.EACCES):
        return told
    mend = translate("problems", "To open it to yourself: `{command}`")
    return f"{told} {mend.format(command=f'chmod u+rwx {shlex.quote(folder)}')}"


def level_word(problem: Problem) -> str:
    """``error`` or ``warning``: words that programs read too, and so the same in any language."""
    return "error" if problem.level is Level.ERROR else "warning"


def _shown(name: str, value: str) -> str:
    """Several words as one says them: "`reps`, `breaths` or `for`"."""
    if name not in _LISTS:
        return value
    *first, last = (f"`{word}`" for word in value.split(", "))
    if value.endswith("…"):  # the reader cuts what nobody would read to the end
        return ", ".join([*first, "…"])
    if not first:
        return last
    text = translate("problems", "{first} or {last}")
    return text.format(first=", ".join(first), last=last)

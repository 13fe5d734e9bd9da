"""What is wrong with figures, in sentences; ``desktop.words.problems`` fills them in."""

from desktop.language import QT_TRANSLATE_NOOP
from routines.problems import Message

FIGURE_TEXTS = {
    Message.EMPTY_FIGURE: QT_TRANSLATE_NOOP(
        "problems",
        "the file is empty: begin with the lines `name:`, `view: side`, `postures:` and `loop:`.",
    ),
    Message.NOT_A_FIGURE: QT_TRANSLATE_NOOP(
        "problems",
        "this does not look like a figure: "
        "begin with the lines `name:`, `view: side`, `postures:` and `loop:`.",
    ),
    Message.TOO_MANY_POSTURES: QT_TRANSLATE_NOOP(
        "problems",
        "there are {count} postures here, and {most} are the most: keep those that matter.",
    ),
    Message.TOO_MANY_PROPS: QT_TRANSLATE_NOOP(
        "problems", "{most} props are the most: keep those that touch the body."
    ),
    Message.MISSING_JOINTS: QT_TRANSLATE_NOOP(
        "problems",
        "the posture `{posture}` has no {joints}: "
        "add each, as in `hip: [0, 0.53]`, or take them from another posture with `like`.",
    ),
    Message.JOINTS_OF_SOME: QT_TRANSLATE_NOOP(
        "problems",
        "the posture `{posture}` has no {joints}, and others have: "
        "give it in all postures, or in none.",
    ),
    Message.UNKNOWN_JOINT: QT_TRANSLATE_NOOP("problems", "unknown joint `{joint}`: use {known}."),
    Message.JOINT_OF_OTHER_VIEW: QT_TRANSLATE_NOOP(
        "problems", "there is no `{joint}` in a figure with `view: {view}`: remove it."
    ),
    Message.BAD_POINT: QT_TRANSLATE_NOOP(
        "problems", "`{key}` takes two numbers, right and up: write them like `[0.2, 0.53]`."
    ),
    Message.BAD_NUMBER: QT_TRANSLATE_NOOP(
        "problems", "`{value}` is not a plain number: write it like `0.53` or `-0.2`."
    ),
    Message.TOO_FAR_OUT: QT_TRANSLATE_NOOP(
        "problems",
        "`{value}` is far outside the picture: 1 is the height of a person, and {most} the most.",
    ),
    Message.BAD_SHARE: QT_TRANSLATE_NOOP(
        "problems", "`{key}` goes from 0 to 1, not to `{value}`: write something in between."
    ),
    Message.ZERO_LENGTH: QT_TRANSLATE_NOOP(
        "problems",
        "`{first}` and `{second}` are in the same place in `{posture}`: move one of the two.",
    ),
    Message.UNKNOWN_POSTURE: QT_TRANSLATE_NOOP(
        "problems", "there is no posture `{posture}`: use {known}."
    ),
    Message.NOT_A_POSTURE: QT_TRANSLATE_NOOP(
        "problems",
        "`{key}` takes the name of a posture, or a list of names: "
        "write it like `{key}: [up, over]`.",
    ),
    Message.LIKE_ITSELF: QT_TRANSLATE_NOOP(
        "problems", "`like` leads back to where it came from: {chain}: give one of them its joints."
    ),
    Message.UNKNOWN_PROP: QT_TRANSLATE_NOOP("problems", "unknown prop `{prop}`: use {known}."),
    Message.WRONG_ENDS: QT_TRANSLATE_NOOP(
        "problems", "`{prop}` does not stand like this: write `{ends}`."
    ),
    Message.NOT_A_PROP: QT_TRANSLATE_NOOP(
        "problems",
        "a prop is a word with or without its place: write `mat` or `chair: [0.3, 0.2]`.",
    ),
    Message.LIMB_CHANGES: QT_TRANSLATE_NOOP(
        "problems",
        "the bone {limb} is {here} long here, and {there} in `{posture}`: "
        "move one of its ends until it is as long.",
    ),
    Message.LIMB_UNLIKELY: QT_TRANSLATE_NOOP(
        "problems",
        "the bone {limb} is {here} long, and of most people {usual}: move one of its ends, "
        "or say with a third number how much deeper it lies.",
    ),
    Message.BELOW_FLOOR: QT_TRANSLATE_NOOP(
        "problems", "below the floor: {below}. Move up what has a second number under 0."
    ),
    Message.LOOP_STAYS: QT_TRANSLATE_NOOP(
        "problems",
        "nothing moves, as the loop stays in `{posture}`: name another posture for a phase, "
        "as in `there: NAME` and `back: {posture}`, or write `hold: {posture}` if it is to stay.",
    ),
    Message.HALF_PAIR: QT_TRANSLATE_NOOP(
        "problems",
        "`{key}` is half of a pair: write `{needed}` beside it. A rep has `there` and `back`, "
        "a breath `in` and `out`.",
    ),
    Message.FIGURE_ELSEWHERE: QT_TRANSLATE_NOOP(
        "problems",
        "this is a figure, and only in a folder `figures` are figures found: "
        "move it into the one beside your routines.",
    ),
    Message.ROUTINE_ELSEWHERE: QT_TRANSLATE_NOOP(
        "problems",
        "this is a routine, and in a folder `figures` no routine is found: "
        "move it out, into the folder above.",
    ),
    Message.FIGURE_NOT_FOUND: QT_TRANSLATE_NOOP(
        "problems",
        "there is no figure `{figure}`, so none is shown: check the name, or remove it.",
    ),
    Message.FIGURE_BROKEN: QT_TRANSLATE_NOOP(
        "problems",
        "the figure `{figure}` cannot be shown, so the ring stands in: mend its line {line}.",
    ),
}

FIGURE_GUESSES = {
    Message.FIGURE_NOT_FOUND: QT_TRANSLATE_NOOP(
        "problems", "there is no figure `{figure}`: did you mean `{instead}`?"
    ),
    Message.UNKNOWN_JOINT: QT_TRANSLATE_NOOP(
        "problems", "unknown joint `{joint}`: did you mean `{instead}`?"
    ),
    Message.JOINT_OF_OTHER_VIEW: QT_TRANSLATE_NOOP(
        "problems",
        "there is no `{joint}` in a figure with `view: {view}`: use {known}.",
    ),
    Message.BAD_POINT: QT_TRANSLATE_NOOP(
        "problems",
        "`{key}` takes two numbers, and a comma parts them: write decimals as in `{instead}`.",
    ),
    Message.BAD_NUMBER: QT_TRANSLATE_NOOP(
        "problems", "`{value}` is not a plain number: write `{instead}`."
    ),
    Message.UNKNOWN_POSTURE: QT_TRANSLATE_NOOP(
        "problems", "there is no posture `{posture}`: did you mean `{instead}`?"
    ),
    Message.UNKNOWN_PROP: QT_TRANSLATE_NOOP(
        "problems", "unknown prop `{prop}`: did you mean `{instead}`?"
    ),
}
"""The sentence where the reader knows what was most likely meant."""

"""What the quiet card says: what was rated, its questions, and whom to show it to. Never why."""

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.past.watch import DAYS, LEAST, Advice, Persisting

_RATED = {
    "pain": QT_TRANSLATE_NOOP(
        "concern", "You rated pain {least} or more on {count} of the last {days} days."
    ),
    "tension": QT_TRANSLATE_NOOP(
        "concern", "You rated tension {least} or more on {count} of the last {days} days."
    ),
}
_QUESTIONS = {
    "night": QT_TRANSLATE_NOOP("concern", "Is it worse at night?"),
    "arms": QT_TRANSLATE_NOOP("concern", "Does it spread down into your arms?"),
    "rest": QT_TRANSLATE_NOOP("concern", "Does it stay when you rest?"),
    "overwhelm": QT_TRANSLATE_NOOP("concern", "Is it more than you can carry just now?"),
    "seen": QT_TRANSLATE_NOOP("concern", "I have had this looked at"),
}
_ANSWERS = {
    "yes": QT_TRANSLATE_NOOP("concern", "Yes"),
    "no": QT_TRANSLATE_NOOP("concern", "No"),
    "later": QT_TRANSLATE_NOOP("concern", "Not now"),
}
_ADVICE = {
    Advice.ASK: QT_TRANSLATE_NOOP(
        "concern",
        "Unbrace cannot tell why. A few questions can help to say whether somebody should look.",
    ),
    Advice.SHOW: QT_TRANSLATE_NOOP(
        "concern",
        "Unbrace cannot tell why. What stays for weeks can be shown to a doctor or a "
        "physiotherapist, without hurry.",
    ),
    Advice.SHOW_SOON: QT_TRANSLATE_NOOP(
        "concern",
        "You said yes to something that a doctor should hear of soon. Please ask for an "
        "appointment, and see the list of signs for what cannot wait.",
    ),
    Advice.HELP: QT_TRANSLATE_NOOP(
        "concern",
        "You said that it is more than you can carry. Please talk to somebody today: a doctor, "
        "a help line, a person you trust. F1 shows whom to call, and the signs that cannot wait.",
    ),
}


def rated_text(each: Persisting) -> str:
    text = translate("concern", _RATED[each.scale])
    return text.format(least=LEAST[each.scale], count=each.days, days=DAYS)


def question_text(question: str) -> str:
    return translate("concern", _QUESTIONS.get(question, question))


def answer_text(answer: str) -> str:
    return translate("concern", _ANSWERS.get(answer, answer))


def advice_text(advice: Advice) -> str:
    return translate("concern", _ADVICE[advice])

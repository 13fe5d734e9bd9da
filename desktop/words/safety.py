"""When to see someone: the signs, what lowers the bar, and what to do, in plain words.

Nothing here says what something is. The wording follows the pages in ``SOURCES`` (health services'
own lists where they could be read, copies of them elsewhere); no clinician has reviewed it.
"""

from enum import Enum, auto

from desktop.language import QT_TRANSLATE_NOOP, translate


class Urgency(Enum):
    """How soon somebody should look, from now to some time."""

    NOW = auto()
    SOON = auto()
    SOME_TIME = auto()


SOURCES = (
    "https://www.nhs.uk/conditions/back-pain/",
    "https://redflagsymptoms.co.uk/back-pain",
    "https://sheffieldachespains-staging.preflight.site/conditions/back-pain/what-is-back-pain",
    (
        "https://okdiario.com/metabolic/en/health/you-should-seek-help-immediately-if-you-notice-"
        "this-symptom-according-to-er-doctors-21918"
    ),
    "https://crystalpeaksmc.co.uk/minor_illness.aspx",
    "https://info.5y1.org/pinched-nerve-t1-symptoms_1_6373e4.html",
    "https://docslib.org/doc/3620081/cognitive-behavioural-therapy-cbt-skills-workbook",
)
"""The first is the official page, to be checked there; the others are where it could be read."""

_NAMES = {
    Urgency.NOW: QT_TRANSLATE_NOOP("safety", "Emergency: now"),
    Urgency.SOON: QT_TRANSLATE_NOOP("safety", "A doctor, soon"),
    Urgency.SOME_TIME: QT_TRANSLATE_NOOP("safety", "Make an appointment"),
}
_SIGNS = {
    Urgency.NOW: (
        QT_TRANSLATE_NOOP("safety", "chest pain"),
        QT_TRANSLATE_NOOP("safety", "it started after a serious accident"),
        QT_TRANSLATE_NOOP("safety", "weakness, numbness, tingling or pain in both legs"),
        QT_TRANSLATE_NOOP("safety", "numbness around the genitals or the buttocks"),
        QT_TRANSLATE_NOOP("safety", "trouble passing urine"),
        QT_TRANSLATE_NOOP("safety", "loss of control over bladder or bowel"),
        QT_TRANSLATE_NOOP(
            "safety",
            "it is sudden, severe or tearing, and in the upper back",
        ),
        QT_TRANSLATE_NOOP("safety", "it comes with breathlessness, nausea or pressure"),
        QT_TRANSLATE_NOOP("safety", "it spreads to the jaw, the neck or an arm"),
    ),
    Urgency.SOON: (
        QT_TRANSLATE_NOOP("safety", "fever"),
        QT_TRANSLATE_NOOP("safety", "losing weight without a reason that you know of"),
        QT_TRANSLATE_NOOP(
            "safety", "a lump or a swelling on the back, or a shape that has changed"
        ),
        QT_TRANSLATE_NOOP("safety", "it is no better with rest, or worse at night"),
        QT_TRANSLATE_NOOP("safety", "it is worse when you sneeze, cough or strain on the toilet"),
        QT_TRANSLATE_NOOP("safety", "it runs down your arms, and has done so for a while"),
        QT_TRANSLATE_NOOP(
            "safety", "it is at the top of the back, between the shoulders, and not lower down"
        ),
    ),
    Urgency.SOME_TIME: (
        QT_TRANSLATE_NOOP("safety", "it is no better after a few weeks of looking after it"),
        QT_TRANSLATE_NOOP("safety", "it keeps you from your daily life"),
        QT_TRANSLATE_NOOP("safety", "it is severe, or getting worse"),
        QT_TRANSLATE_NOOP("safety", "you are worried about it: that is reason enough"),
    ),
}
_TOGETHER = {
    Urgency.NOW: QT_TRANSLATE_NOOP("safety", "Back pain together with any of these:"),
    Urgency.SOON: QT_TRANSLATE_NOOP("safety", "Back pain together with any of these:"),
    Urgency.SOME_TIME: QT_TRANSLATE_NOOP("safety", "Back pain, and any of these holds:"),
}


def group_name(urgency: Urgency) -> str:
    return translate("safety", _NAMES[urgency])


def together_with(urgency: Urgency) -> str:
    """The line above the signs, as each of them goes on from it."""
    return translate("safety", _TOGETHER[urgency])


def signs(urgency: Urgency) -> tuple[str, ...]:
    return tuple(translate("safety", each) for each in _SIGNS[urgency])


def own_text(own: str) -> str:
    """The person's own number, doctor or clinic."""
    return translate("safety", "Yours: {own}").format(own=own)


def what_to_do(urgency: Urgency, emergency: str = "", advice: str = "") -> str:
    """What to do now; the numbers are those of the person's country, empty where unknown."""
    if urgency is Urgency.NOW:
        if emergency:
            text = translate(
                "safety", "Call {number} now, or have somebody take you to an emergency department."
            )
            return text.format(number=emergency)
        return translate(
            "safety",
            "Call the emergency number of your country now, or have somebody take you to an "
            "emergency department.",
        )
    if urgency is Urgency.SOON:
        if advice:
            text = translate("safety", "Ask for an urgent appointment, or call {number}.")
            return text.format(number=advice)
        return translate("safety", "Ask for an urgent appointment, or call a medical advice line.")
    return translate("safety", "Ask a doctor or a physiotherapist, without hurry.")


def after_the_signs(urgency: Urgency) -> str:
    """What is to be known about a group, or nothing."""
    if urgency is Urgency.NOW:
        return translate(
            "safety",
            "The last three are what emergency doctors warn of: such pain can have to do with the "
            "heart or a large blood vessel.",
        )
    if urgency is Urgency.SOON:
        return translate(
            "safety",
            "Not every official list has the last one. Ask a doctor about it all the same.",
        )
    return ""


def introduction() -> str:
    return translate(
        "safety",
        "Unbrace cannot tell what your pain is. These are the signs by which somebody else should "
        "look at it, and how soon.",
    )


def balance() -> str:
    return translate(
        "safety",
        "Most pain in the upper back is not serious, and can improve with time and staying active. "
        "These lists are for the rest.",
    )


def sooner_name() -> str:
    return translate("safety", "Ask sooner")


def sooner() -> str:
    return translate(
        "safety",
        "Take each sign more seriously, and ask earlier, if you have had cancer, have "
        "osteoporosis, take or took steroid medicines, or have a weak immune system.",
    )


def overwhelm_name() -> str:
    return translate("safety", "When it is too much")


def overwhelm(emergency: str = "", crisis: str = "") -> tuple[str, ...]:
    """Panic, overwhelm, thoughts of suicide: whom to call first, then the rest."""
    return (
        _in_a_crisis(emergency, crisis),
        translate(
            "safety",
            "Overwhelm or panic that keeps coming back is a reason to see somebody too: a doctor, "
            "a therapist, or a help line on the phone.",
        ),
        translate(
            "safety",
            "A written routine is not for a crisis. And relaxing or looking inward can stir up "
            "more anxiety, or thoughts that will not leave: then stop, open your eyes, and tell "
            "somebody. With heart disease, epilepsy, a psychiatric illness or a trauma behind "
            "you, ask a professional first, and let none of this take the place of care.",
        ),
    )


def _in_a_crisis(emergency: str, crisis: str) -> str:
    if emergency and crisis:
        text = translate(
            "safety",
            "If you think of suicide, or are in danger: call {emergency} now, or talk to "
            "somebody at {crisis}.",
        )
        return text.format(emergency=emergency, crisis=crisis)
    if emergency:
        text = translate(
            "safety",
            "If you think of suicide, or are in danger: call {emergency} now, or a crisis line.",
        )
        return text.format(emergency=emergency)
    return translate(
        "safety",
        "If you think of suicide, or are in danger: call the emergency number of your country "
        "now, or a crisis line.",
    )


def footing() -> str:
    """What this page is not."""
    return translate(
        "safety",
        "This is no medical advice, and no clinician has reviewed it. The wording follows the "
        "pages below, some of which are copies; please check it on the official page of your own "
        "country.",
    )


def footing_in_short() -> str:
    """The same where nothing stands below, with the way to all of it."""
    return translate(
        "safety",
        "This is no medical advice, and no clinician has reviewed it. All of it, with whom to "
        "call and where it comes from, is one key away on every page: F1.",
    )

"""The shared safety texts: one careful sentence for each caution a routine can name."""

from desktop.language import QT_TRANSLATE_NOOP, translate

_CAUTIONS = {
    "knees": QT_TRANSLATE_NOOP(
        "cautions",
        "Knees: pad them for kneeling and avoid deep bending. "
        "With an injured or replaced knee, choose the version on a chair.",
    ),
    "wrists": QT_TRANSLATE_NOOP(
        "cautions", "Wrists: if they are sore, rest on your fists or forearms."
    ),
    "neck": QT_TRANSLATE_NOOP(
        "cautions",
        "Neck: after a recent injury, or with pain or tingling in an arm, "
        "ask a professional first. Dizziness means stop.",
    ),
    "shoulder": QT_TRANSLATE_NOOP(
        "cautions",
        "Shoulder: with pinching or tingling, go less far. After a dislocation, "
        "or with a frozen shoulder, ask first.",
    ),
    "low-back": QT_TRANSLATE_NOOP(
        "cautions", "Low back: if it complains, keep the movement small."
    ),
    "pregnancy": QT_TRANSLATE_NOOP(
        "cautions",
        "Pregnancy: some positions are better changed or left out, lying on the front and "
        "holding the breath among them. Ask your midwife or doctor.",
    ),
    "osteoporosis": QT_TRANSLATE_NOOP(
        "cautions",
        "Osteoporosis: rounding the back and twisting it at once needs care. Ask a doctor.",
    ),
    "glaucoma": QT_TRANSLATE_NOOP(
        "cautions", "Glaucoma: some positions are better changed or left out. Ask first."
    ),
    "blood-pressure": QT_TRANSLATE_NOOP(
        "cautions",
        "Blood pressure: when it is high, change or leave out some positions and do not hold "
        "the breath. When it is low, come up slowly.",
    ),
    "breath-holding": QT_TRANSLATE_NOOP(
        "cautions",
        "Holding the breath: leave the holds out with asthma, lung or heart disease, "
        "high blood pressure or in pregnancy, and breathe evenly instead.",
    ),
    "dizziness": QT_TRANSLATE_NOOP(
        "cautions", "Dizziness: if you feel light-headed, stop and breathe as usual."
    ),
    "trauma": QT_TRANSLATE_NOOP(
        "cautions",
        "Looking inward can stir things up. Keep your eyes open if that is better, "
        "feel your feet on the floor, and stop whenever you like.",
    ),
}


def caution_text(caution: str) -> str:
    return translate("cautions", _CAUTIONS.get(caution, caution))


def general_caution() -> str:
    """What holds for every movement."""
    return translate(
        "cautions",
        "A stretch is fine. Pain, numbness, tingling or dizziness means stop.",
    )

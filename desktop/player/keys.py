"""What the player's keys do, for the sheet that lists them."""

from desktop.language import QT_TRANSLATE_NOOP
from desktop.look.keys_sheet import KeyLine

KEY_LINES = (
    KeyLine(QT_TRANSLATE_NOOP("keys", "Space"), QT_TRANSLATE_NOOP("keys", "pause, and go on")),
    KeyLine("→", QT_TRANSLATE_NOOP("keys", "next step, or the other side")),
    KeyLine("←", QT_TRANSLATE_NOOP("keys", "back to the start of the step; again, one back")),
    KeyLine("↑ ↓", QT_TRANSLATE_NOOP("keys", "10 seconds forward, back")),
    KeyLine(
        QT_TRANSLATE_NOOP("keys", "Enter"),
        QT_TRANSLATE_NOOP("keys", "done with this; in a text, Ctrl+Enter"),
    ),
    KeyLine("0 – 9", QT_TRANSLATE_NOOP("keys", "rate, choose or tick; 1 and then 0 is ten")),
    KeyLine(QT_TRANSLATE_NOOP("keys", "Page ↑ ↓"), QT_TRANSLATE_NOOP("keys", "scroll a long text")),
    KeyLine("M", QT_TRANSLATE_NOOP("keys", "sound off, and on again")),
    KeyLine("V", QT_TRANSLATE_NOOP("keys", "the voice: everything, names only, nothing")),
    KeyLine("F", QT_TRANSLATE_NOOP("keys", "full screen")),
    KeyLine("Esc", QT_TRANSLATE_NOOP("keys", "end here; what you did counts")),
    KeyLine("F1", QT_TRANSLATE_NOOP("keys", "when to see someone")),
    KeyLine("?", QT_TRANSLATE_NOOP("keys", "this list")),
)

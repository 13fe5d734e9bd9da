"""A program of its own that shows one note and prints what becomes of it.

Run on a desk with one argument, JSON: any field of ``Showing``, and ``dark``, ``scale`` (of the
text), ``move`` (whether it may), ``seconds`` (until it folds), ``place`` (monitor and corner).
"""

import json
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.look.colors import DARK, LIGHT
from desktop.look.theme import Theme
from desktop.reminders.note import NoteShower
from desktop.reminders.note_parts import NoteButton
from desktop.reminders.place import Corner, Place
from desktop.reminders.showing import LATER_CHOICES, Answer, Showing
from routines.figures.shelf import Shelf


def main() -> None:
    wish = json.loads(sys.argv[1])
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    font = application.font()
    font.setFamilies(["Inter", font.family()])
    font.setPixelSize(round(13 * wish.get("scale", 1)))
    application.setFont(font)
    theme = Theme(application)
    theme.use(DARK if wish.get("dark") else LIGHT)
    monitor, corner = wish.get("place", ("", "bottom-right"))
    shower = NoteShower(
        application,
        lambda: theme,
        Place(monitor, Corner(corner)),
        find_figure=Shelf().figure,
        may_move=lambda: wish.get("move", False),
        shown_for=wish.get("seconds", 120),
    )

    def answered(showing: str, answer: Answer, minutes: int) -> None:
        print("answered", showing, answer.name, minutes, flush=True)

    def placed(place: Place) -> None:
        print("placed", place.monitor, place.corner.value, place.dx, place.dy, flush=True)

    shower.answered.connect(answered)
    shower.placed.connect(placed)
    showing = Showing(
        id="posture-1",
        title="Posture",
        text=wish.get("text", "Drop your shoulders away from your ears."),
        offer_name=wish.get("offer_name", "Start · 1 min"),
        figure=wish.get("figure", ""),
        later_choices=() if wish.get("only_close") else LATER_CHOICES,
        only_close=wish.get("only_close", False),
    )
    QTimer.singleShot(0, application, lambda: shower.show(showing))
    QTimer.singleShot(wish.get("after", 0), application, lambda: print_parts(application))
    application.screenRemoved.connect(lambda screen: print("unplugged", screen.name(), flush=True))
    application.exec()


def print_parts(application: QApplication) -> None:
    """Where the middle of each button is on the screen, shown or not."""
    for widget in application.allWidgets():
        if isinstance(widget, NoteButton):
            at = widget.mapToGlobal(widget.rect().center())
            print("part", widget.accessibleName(), "at", at.x(), at.y(), flush=True)


if __name__ == "__main__":
    main()

"""What fits now: one routine large, with the one button to start it, and others smaller."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.language import translate
from desktop.look.icon import Icon, put_icon
from desktop.look.labels import plain_label
from desktop.look.theme import Theme
from desktop.pages.today.picture import Picture
from desktop.pages.today.shown import Offer

_BESIDE = 440  # pixels of width at 1x from which on picture and words stand side by side


class MainOffer(QFrame):
    """The routine that fits best, with its figure, the reason and *Start*."""

    start_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._theme = theme
        self._id = ""
        self._picture = Picture(theme)
        self._why = plain_label(role="soft")
        self._name = plain_label(role="title")
        self._line = plain_label(role="soft")
        self.start = QPushButton(translate("today", "Start"))
        self.start.setProperty("role", "main")
        put_icon(self.start, Icon.PLAY, theme, off="on_sage", on="on_sage")
        self.start.clicked.connect(lambda: self.start_wanted.emit(self._id))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._build()

    def show_offer(self, offer: Offer) -> None:
        self._id = offer.id
        self._why.setText(offer.why)
        self._name.setText(offer.name)
        self._line.setText(offer.line)
        self._picture.show_figure(offer.shown)
        name = translate("today", "Start {name}").format(name=offer.name)
        self.start.setAccessibleName(name)
        self.start.setAccessibleDescription(f"{offer.why}. {offer.line}")

    def stand(self, width: int) -> None:
        """Picture and words beside each other, or in less width under each other."""
        beside = width >= self._theme.sizes.scaled(_BESIDE)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def _build(self) -> None:
        gap = self._theme.sizes.gap
        words = QVBoxLayout()
        words.setSpacing(gap(1))
        words.addStretch(1)
        for label in (self._why, self._name, self._line):
            words.addWidget(label)
        words.addSpacing(gap(4))
        words.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        self._row.setContentsMargins(gap(4), gap(4), gap(5), gap(4))
        self._row.setSpacing(gap(5))
        self._row.addWidget(self._picture)
        self._row.addLayout(words, 1)


class OtherOffer(QPushButton):
    """A smaller one: all of it is the button that starts it."""

    start_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "option")
        self._id = ""
        gap = theme.sizes.gap
        self._name = plain_label(role="heading")
        self._line = plain_label(role="small")
        self._why = plain_label(role="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(5), gap(3), gap(5), gap(3))
        column.setSpacing(gap(0.5))
        column.addStretch(1)
        for label in (self._name, self._line, self._why):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        column.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda: self.start_wanted.emit(self._id))

    def show_offer(self, offer: Offer) -> None:
        self._id = offer.id
        for label, text in ((self._name, offer.name), (self._line, offer.line)):
            label.setText(text)
        self._why.setText(offer.why)
        name = translate("today", "Start {name}").format(name=offer.name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(f"{offer.why}. {offer.line}")
        self.updateGeometry()

    # Qt's own names: the words in it give its size

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else -1

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else super().minimumSizeHint()


class Offers(QWidget):
    """The large one and the others. Nothing is made anew when they change: the keyboard stays."""

    start_wanted = Signal(str)
    _OTHERS = 2

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.main = MainOffer(theme)
        self.main.start_wanted.connect(self.start_wanted)
        self._none = plain_label(translate("today", "No routine can play now."), "lead")
        self._others = [OtherOffer(theme) for _ in range(self._OTHERS)]
        self._side = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._side.setSpacing(theme.sizes.gap(3))
        for each in self._others:
            each.start_wanted.connect(self.start_wanted)
            self._side.addWidget(each)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.sizes.gap(4))
        self._row.addWidget(self._none)
        self._row.addWidget(self.main, 5)
        self._row.addLayout(self._side, 3)

    def show_offers(self, offers: tuple[Offer, ...]) -> None:
        self._none.setVisible(not offers)
        self.main.setVisible(bool(offers))
        if offers:
            self.main.show_offer(offers[0])
        for number, button in enumerate(self._others, 1):
            button.setVisible(number < len(offers))
            if number < len(offers):
                button.show_offer(offers[number])

    def stand(self, width: int, *, beside: bool) -> None:
        """The others beside the large one, or below it."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self.main.stand(width * 5 // 8 if beside else width)

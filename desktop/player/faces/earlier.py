"""What was answered earlier in the same routine, in sight while one goes on with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.language import translate
from desktop.look.labels import plain_label
from desktop.look.scroll import scrolling
from desktop.look.theme import Theme

_LINES = 3
_WORTH_MEASURING = 2000  # characters; no three lines have more
_MOST_HEIGHT = 220  # pixels at 1x; what is longer scrolls


def shortened(text: str, most: int, lines_of: Callable[[str], int]) -> str:
    """``text``, or as many of its words as ``lines_of`` finds to take ``most`` lines, with "…"."""
    if len(text) <= _WORTH_MEASURING and lines_of(text) <= most:
        return text
    least, beyond = 0, min(len(text), _WORTH_MEASURING)
    while beyond - least > 1:
        middle = (least + beyond) // 2
        if lines_of(f"{text[:middle]} …") <= most:
            least = middle
        else:
            beyond = middle
    space = text.rfind(" ", 0, least)
    return f"{text[: space if space > least // 2 else least].rstrip()} …"


class EarlierView(QWidget):
    """A quiet list, each as "The thought: …", cut to three lines until somebody wants more.

    Plain text only. It takes no keys but those of its own buttons, and is not there while there is
    nothing to show. Screen readers get the whole of each text.
    """

    def __init__(self, theme: Theme, earlier: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__()
        self._theme = theme
        self._answers: list[_Answer] = []
        gap = theme.sizes.gap
        self._inner = QWidget()
        self._rows = QVBoxLayout(self._inner)
        self._rows.setContentsMargins(0, 0, gap(2), 0)
        self._rows.setSpacing(gap(1))
        self._area = scrolling(self._inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, gap(2))
        column.setSpacing(gap(1))
        self._head = plain_label(translate("player", "So far"), "small")
        column.addWidget(self._head)
        column.addWidget(self._area)
        theme.changed.connect(self._fit)
        self.show_earlier(earlier)

    def show_earlier(self, earlier: tuple[tuple[str, str], ...]) -> None:
        """Pairs of what was asked and what was written, in their order, empty ones left out."""
        for answer in self._answers:
            self._rows.removeWidget(answer)
            answer.hide()
            answer.deleteLater()
        given = [(prompt, text.strip()) for prompt, text in earlier if text.strip()]
        self._answers = [_Answer(prompt, text, self._theme) for prompt, text in given]
        for answer in self._answers:
            answer.more.toggled.connect(self._fit)
            self._rows.addWidget(answer)
            answer.show()
        self.setVisible(bool(self._answers))
        self._fit()

    def _fit(self) -> None:
        """As high as its texts, up to a point. The newest is what one goes on from."""
        width = self._area.viewport().width() - self._rows.contentsMargins().right()
        height = sum(answer.fit(width) for answer in self._answers)
        height += self._rows.spacing() * max(0, len(self._answers) - 1)
        self._area.setFixedHeight(min(height + 2, self._theme.sizes.scaled(_MOST_HEIGHT)))

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # arrows are the player's


class _Answer(QWidget):
    """One text, short or whole."""

    def __init__(self, prompt: str, text: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        sentence = translate("player", "{question}: {answer}")
        ends = prompt.endswith(("?", ":", "!", "."))
        self._whole = f"{prompt} {text}" if ends else sentence.format(question=prompt, answer=text)
        self._label = plain_label(role="soft")
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._label.setAccessibleName(self._whole)
        self.more = QPushButton(translate("player", "More"))
        self.more.setProperty("role", "link")
        self.more.setCheckable(True)
        self.more.setAccessibleName(
            translate("player", "All of: {question}").format(question=prompt)
        )
        self.more.toggled.connect(self._name_button)
        # A click leaves the keyboard with the question.
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._label)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def fit(self, width: int) -> int:
        """Show as much as is wanted in ``width`` pixels; the height that takes."""
        self._label.ensurePolished()
        short = shortened(self._whole, _LINES, lambda text: self._lines(text, width))
        is_long = short != self._whole
        self._label.setText(self._whole if self.more.isChecked() else short)
        self.more.setVisible(is_long)
        height = self._height_of(self._label.text(), width)
        return height + (self.more.sizeHint().height() if is_long else 0)

    def _lines(self, text: str, width: int) -> int:
        return round(self._height_of(text, width) / self._label.fontMetrics().lineSpacing())

    def _height_of(self, text: str, width: int) -> int:
        metrics, wrap = self._label.fontMetrics(), Qt.TextFlag.TextWordWrap
        box = metrics.boundingRect(0, 0, max(1, width), 1_000_000, wrap, text)
        return max(box.height(), metrics.lineSpacing())

    def _name_button(self, on: bool) -> None:
        self.more.setText(translate("player", "Less") if on else translate("player", "More"))

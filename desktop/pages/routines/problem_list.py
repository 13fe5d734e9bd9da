"""The problems of a routine file, in words and with the lines they stand on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import translate
from desktop.look.labels import plain_label
from desktop.look.scroll import scrolling
from desktop.look.theme import Theme
from desktop.words.problems import problem_text, quoted
from routines.catalogue import Entry
from routines.figures.shelf import BrokenFigure
from routines.problems import Level, Problem, has_errors

_MOST = 50
_SPARE = 8  # pixels for what a style sheet puts around the list


class ProblemList(QWidget):
    """Every problem with its line, the person's own words below it, and what to do now."""

    open_wanted = Signal()
    look_again_wanted = Signal()
    figure_wanted = Signal(object)
    """Somebody wants to open a figure's file, by its path."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_whole = False
        self._intro = plain_label(role="clay")
        self._path = plain_label(role="small")
        self._path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open_button = QPushButton(translate("problems", "Open the file"))
        self.open_button.setProperty("role", "main")
        self.open_button.clicked.connect(self.open_wanted)
        again = QPushButton(translate("problems", "Look again"))
        again.clicked.connect(self.look_again_wanted)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.sizes.gap(2))
        self._lay_out(again)

    def _lay_out(self, again: QPushButton) -> None:
        gap = self._theme.sizes.gap
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, gap(2), 0)
        rows.addLayout(self._rows)
        rows.addStretch(1)
        self._inner = inner
        area = self._area = scrolling(inner, name=translate("problems", "Problems"))
        buttons = QHBoxLayout()
        buttons.setSpacing(gap(3))
        buttons.addWidget(self.open_button)
        buttons.addWidget(again)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(2))
        column.addWidget(self._intro)
        column.addWidget(self._path)
        column.addLayout(buttons)
        column.addWidget(area, 1)

    def show_problems(self, entry: Entry, figures: tuple[BrokenFigure, ...] = ()) -> None:
        """Those of the routine's own file, then those of the figures that it names."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for problem in entry.problems[:_MOST]:
            self._rows.addWidget(self._row(problem, _where(problem)))
        for figure in figures:
            self._rows.addWidget(self._figure_row(figure))
        self._intro.setText(_intro(entry, len(figures)))
        self._path.setText(str(entry.path))
        # Where the routine's own file is in order, it is not the one to open.
        for widget in (self._path, self.open_button):
            widget.setVisible(bool(entry.problems))

    def open_out(self, *, whole: bool) -> None:
        """Whether all are seen at once, on a page that scrolls, or some in a list that does."""
        self._is_whole = whole
        focus = Qt.FocusPolicy.NoFocus if whole else Qt.FocusPolicy.StrongFocus
        self._area.setFocusPolicy(focus)
        self._give_room()

    def _give_room(self) -> None:
        width = self._area.viewport().width()
        height = self._inner.heightForWidth(width) if self._is_whole else 0
        self._area.setMinimumHeight(height + 2 * self._area.frameWidth() + _SPARE if height else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _figure_row(self, figure: BrokenFigure) -> QFrame:
        """The first thing to mend in its file, and a way there."""
        first = figure.problems[0]
        where = translate("problems", "The figure {name}, line {line}: the ring stands in for it")
        frame = self._row(first, where.format(name=figure.name, line=first.line))
        path = plain_label(str(figure.path), "small")
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        button = QPushButton(translate("problems", "Open the figure's file"))
        button.setProperty("role", "link")
        name = translate("problems", "Open the file of the figure {name}")
        button.setAccessibleName(name.format(name=figure.name))
        button.clicked.connect(lambda: self.figure_wanted.emit(figure.path))
        column = frame.layout()
        assert isinstance(column, QVBoxLayout)
        column.addWidget(path)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _row(self, problem: Problem, where: str) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "card")
        gap = self._theme.sizes.gap
        column = QVBoxLayout(frame)
        column.setContentsMargins(gap(4), gap(3), gap(4), gap(3))
        column.setSpacing(gap(1))
        column.addWidget(plain_label(where, "small"))
        column.addWidget(plain_label(quoted(problem_text(problem))))
        if problem.excerpt.strip():
            column.addWidget(plain_label(problem.excerpt.strip(), "code"))
        return frame


def _where(problem: Problem) -> str:
    if problem.level is Level.ERROR:
        return translate("problems", "Line {line}").format(line=problem.line)
    return translate("problems", "Line {line}, a hint").format(line=problem.line)


def _intro(entry: Entry, figures: int) -> str:
    problems = entry.problems
    if not has_errors(problems):
        count = len(problems) + figures
        return translate("problems", "It plays. %n thing(s) could be better:", count)
    errors = sum(problem.level is Level.ERROR for problem in problems)
    if entry.routine is not None:
        return translate("problems", "The last good version plays. %n thing(s) to mend:", errors)
    return translate("problems", "It cannot play yet: %n thing(s) to mend.", errors)

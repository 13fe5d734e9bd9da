"""The settings page: sections of fields, and a search over all of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.language import translate
from desktop.look.choice_box import CheckBox
from desktop.look.labels import plain_label
from desktop.look.theme import Theme
from desktop.pages.settings.fields import FormField, Kind


class SettingsPage(QWidget):
    """Shows fields and tells what was typed or switched; taking it is the caller's business."""

    text_given = Signal(str, str)
    switched = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._fields: tuple[FormField, ...] = ()
        self._lines: dict[str, QWidget] = {}
        self._troubles: dict[str, QLabel] = {}
        self._sections = QVBoxLayout()
        self._search = QLineEdit()
        self._empty = plain_label(translate("settings", "No setting of that name."), "soft")
        self._build()

    def show_fields(self, fields: tuple[FormField, ...]) -> None:
        """Show ``fields``; made anew only if one differs."""
        if fields == self._fields:
            return
        self._fields = fields
        self._fill()

    def refuse(self, key: str, sentence: str) -> None:
        """Say under a field why what was typed is not taken; an empty sentence takes it back."""
        label = self._troubles.get(key)
        if label is not None:
            label.setText(sentence)
            label.setVisible(bool(sentence))

    def _fill(self) -> None:
        while (item := self._sections.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._troubles.clear()
        words = self._search.text().casefold().split()
        found = [field for field in self._fields if field.matches(words)]
        self._empty.setVisible(not found)
        for section in dict.fromkeys(field.section for field in found):
            members = [field for field in found if field.section == section]
            self._sections.addWidget(self._section(section, members))

    def _section(self, name: str, fields: list[FormField]) -> QFrame:
        gap = self._theme.sizes.gap
        frame = QFrame()
        frame.setProperty("role", "card")
        grid = QGridLayout(frame)
        grid.setContentsMargins(gap(5), gap(4), gap(5), gap(4))
        grid.setHorizontalSpacing(gap(4))
        grid.setVerticalSpacing(gap(2))
        grid.setColumnStretch(1, 1)
        grid.addWidget(plain_label(name, "heading"), 0, 0, 1, 2)
        for field in fields:
            self._add(grid, field)
        return frame

    def _add(self, grid: QGridLayout, field: FormField) -> None:
        row = grid.rowCount()
        if field.kind is Kind.SWITCH:
            grid.addWidget(self._switch(field), row, 0, 1, 2)
        else:
            label = plain_label(field.label)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(self._value(field), row, 1)
        if field.hint and field.kind is not Kind.FACT:
            grid.addWidget(plain_label(field.hint, "small"), row + 1, 1)
        trouble = plain_label(role="trouble")
        trouble.hide()
        self._troubles[field.key] = trouble
        grid.addWidget(trouble, row + 2, 1)

    def _value(self, field: FormField) -> QWidget:
        if field.kind is Kind.FACT:
            return plain_label(str(field.value), "soft")
        edit = QLineEdit(str(field.value))
        edit.setAccessibleName(field.label)
        edit.setMaximumWidth(self._theme.sizes.gap(110))
        edit.editingFinished.connect(lambda: self.text_given.emit(field.key, edit.text()))
        return edit

    def _switch(self, field: FormField) -> CheckBox:
        box = CheckBox(field.label.replace("&", "&&"), self._theme)
        box.setAccessibleName(field.label)
        box.setChecked(field.value is True)
        box.setEnabled(field.enabled)
        box.toggled.connect(lambda on: self.switched.emit(field.key, on))
        return box

    def _build(self) -> None:
        gap = self._theme.sizes.gap
        self._search.setPlaceholderText(translate("settings", "Search"))
        self._search.setAccessibleName(translate("settings", "Search the settings"))
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(gap(64))
        self._search.textChanged.connect(self._fill)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, gap(4), 0)
        title = plain_label(translate("settings", "Settings"), "title", wrap=False)
        top.addWidget(title, 1)
        top.addWidget(self._search, 1)
        inner = QWidget()
        inner.setProperty("role", "bare")
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, gap(4), gap(4))
        rows.setSpacing(gap(4))
        rows.addWidget(self._empty)
        self._empty.hide()
        self._sections.setSpacing(gap(4))
        rows.addLayout(self._sections)
        rows.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(10), gap(8), gap(6), 0)
        column.setSpacing(gap(5))
        column.addLayout(top)
        column.addWidget(area, 1)

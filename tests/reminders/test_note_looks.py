"""How the note looks: its words in their room, its colours, its outline."""

import pytest
from PySide6.QtCore import QPoint, QSizeF
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from desktop.look.colors import DARK, DIM, LIGHT, Colors
from desktop.look.theme import Theme
from desktop.reminders import note_window
from desktop.reminders.note_layout import NoteLayout, lay_out, runs_from_right, wrapped
from desktop.reminders.note_paint import paint_words
from desktop.reminders.showing import Showing
from tests.reminders.manual import Notes

# ---------------------------------------------------------------- words


def theme_at(scale: float, theme: Theme) -> Theme:
    font = QFont(theme._system_font)
    font.setPixelSize(round(13 * scale))
    theme._system_font = font
    theme._follow()
    return theme


LONG = ("Look away from the screen for a while. " * 20)[:500]
ROOM = QSizeF(1280, 720)


@pytest.mark.parametrize("scale", [1, 1.5, 2])
@pytest.mark.parametrize("text", ["Breathe.", "Drop your shoulders away from your ears.", LONG])
@pytest.mark.parametrize("with_figure", [True, False])
def test_nothing_overlaps_or_leaves_the_sheet(
    theme: Theme, scale: float, text: str, with_figure: bool
) -> None:
    labels = ["Start · 1 min", "Later", "Skip"]
    choices = ["‹", "5 min", "15 min", "30 min"]
    layout = lay_out(text, labels, choices, ROOM, theme_at(scale, theme), with_figure=with_figure)
    assert layout.sheet.width() <= ROOM.width()
    assert layout.sheet.height() <= ROOM.height()
    for rects in (layout.answers, layout.choices):
        parts = [layout.words, *rects]
        if layout.figure is not None:
            parts.append(layout.figure)
        for index, part in enumerate(parts):
            assert layout.sheet.contains(part)
            assert not any(part.intersects(other) for other in parts[:index])


def test_a_long_text_is_cut_and_its_whole_stands_in_the_tool_tip(
    notes: Notes, theme: Theme
) -> None:
    theme_at(2, theme)
    window = notes.show(Showing("x", "Long", LONG + " <b>&"))
    area = QGuiApplication.primaryScreen().availableGeometry()
    assert area.contains(window.geometry())
    assert window._layout is not None
    assert window._layout.lines[-1].endswith("…")
    assert "&lt;b&gt;&amp;" in window.toolTip()
    assert window.accessibleDescription().startswith(LONG)


def test_a_short_text_has_no_tool_tip(notes: Notes) -> None:
    assert notes.show().toolTip() == ""


@pytest.mark.parametrize("text", ["x" * 500, "😀" * 250, "", " \n\t ", "a\x00b\u202e", "\ud800"])
def test_odd_texts_are_laid_out_too(notes: Notes, text: str) -> None:
    window = notes.show(Showing("x", "Odd", text))
    area = QGuiApplication.primaryScreen().availableGeometry()
    assert area.contains(window.geometry())
    assert not window.grab().isNull()


def test_wrapping_keeps_every_word_and_every_line_within_the_width(theme: Theme) -> None:
    font = theme.font(20)
    text = "Let 😀 both shoulders sink away from the ears, 😀😀 and let the jaw hang."
    lines, cut = wrapped(text, font, 150, 20)
    assert not cut
    assert " ".join(lines) == text
    assert len(lines) > 3
    lines, cut = wrapped(text, font, 150, 2)
    assert cut
    assert len(lines) == 2
    assert lines[1].endswith("…")


HEBREW = "הכתפיים שלך יכולות להיות תלויות, ונשימה אחת ארוכה."


@pytest.mark.parametrize(
    ("text", "from_right"),
    [
        (HEBREW, True),
        ("«كتفاك» يمكن أن ترتخيا.", True),
        ("12: " + HEBREW, True),
        ("Breathe. " + HEBREW, False),
        ("Breathe.", False),
        ("12", False),
        ("", False),
    ],
)
def test_the_first_letter_says_from_where_a_text_runs(text: str, from_right: bool) -> None:
    assert runs_from_right(text) is from_right


def ink(layout: NoteLayout) -> list[tuple[float, float]]:
    """From where to where each line of the words is painted, seen from the words' room."""
    image = QImage(layout.sheet.size().toSize(), QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_words(painter, layout, LIGHT)
    painter.end()
    found = []
    for number in range(len(layout.lines)):
        top = int(layout.words.top() + number * layout.line_height)
        rows = range(top, top + int(layout.line_height))
        dark = [
            x
            for x in range(image.width())
            if any(image.pixelColor(x, y).lightness() < 128 for y in rows)
        ]
        found.append((min(dark) - layout.words.left(), layout.words.right() - max(dark)))
    return found


@pytest.mark.parametrize("with_figure", [True, False])
def test_words_that_run_from_the_right_begin_at_the_right(theme: Theme, with_figure: bool) -> None:
    for text, side in ((HEBREW, 1), ("Your shoulders can hang, and one long breath.", 0)):
        layout = lay_out(text, ["Skip"], [], ROOM, theme, with_figure=with_figure)
        assert len(layout.lines) > 1
        assert all(abs(line[side]) < 6 for line in ink(layout))


def test_the_full_stop_of_words_that_run_from_the_right_stands_at_their_left(
    theme: Theme,
) -> None:
    whole, without = (
        ink(lay_out(text, ["Skip"], [], ROOM, theme, with_figure=False))[-1]
        for text in (HEBREW, HEBREW.removesuffix("."))
    )
    assert whole[1] == pytest.approx(without[1], abs=1)
    assert whole[0] < without[0]


# ---------------------------------------------------------------- colours


def luminance(color: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colors", [LIGHT, DARK, DIM], ids=["light", "dark", "dim"])
def test_all_that_is_written_on_the_note_can_be_read(colors: Colors) -> None:
    written = {
        "sentence": (colors.note_text, colors.note),
        "answer": (colors.note_ink, colors.note),
        "answer under the pointer": (colors.note_ink, colors.note_tint),
        "start": (colors.on_note, colors.note_ink),
        "start under the pointer": (colors.on_note, colors.note_over),
    }
    for name, (ink, ground) in written.items():
        assert contrast(ink, ground) >= 4.5, name


def test_the_contrast_is_the_one_everybody_means() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_where_nothing_can_be_clear_the_window_has_the_outline_of_the_sheet(
    notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(note_window, "is_see_through", lambda: False)
    window = notes.show()
    assert window.mask().contains(window.rect().center())
    assert not window.mask().contains(QPoint(2, 2))
    monkeypatch.setattr(note_window, "is_see_through", lambda: True)
    assert notes.show(Showing("x", "Other", "Stand up.")).mask().isEmpty()


def test_without_a_compositor_the_sheet_lies_straight_and_nothing_dark_shows_at_its_edge(
    notes: Notes, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(note_window, "is_see_through", lambda: False)
    theme.use(LIGHT)
    window = notes.show()
    picture, shape = window._back.toImage(), window.mask()
    sheet = shape.boundingRect()
    top = [x for x in range(window.width()) if shape.contains(QPoint(x, sheet.top()))]
    assert len(top) > sheet.width() - 12, "the outline has no steps"
    darkest = QColor(LIGHT.note_edge).lightness()
    for x in range(sheet.left(), sheet.right() + 1):
        for y in range(sheet.top(), sheet.bottom() + 1):
            if shape.contains(QPoint(x, y)):
                color = picture.pixelColor(x, y)
                assert color.alpha() == 255
                assert color.lightness() >= darkest - 2
    theme.use(None)


def test_a_theme_that_changes_repaints_the_note_that_is_shown(notes: Notes, theme: Theme) -> None:
    window = notes.show()
    for colors in (LIGHT, DARK):
        theme.use(colors)
        picture = window.grab().toImage()
        paper = picture.pixelColor(window.width() - 60, window.height() // 2)
        want = QColor(colors.note)
        assert abs(paper.lightness() - want.lightness()) < 12
    theme.use(None)

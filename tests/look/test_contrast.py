"""What is read can be read, and what is seen can be seen: contrast as WCAG 2.2 computes it."""

import re
from dataclasses import asdict

import pytest

from desktop.look.colors import (
    DARK,
    DIM,
    HIGH_DARK,
    HIGH_DIM,
    HIGH_LIGHT,
    LIGHT,
    Colors,
    colors_for,
    dimmed,
)

THEMES = {
    "light": LIGHT,
    "dark": DARK,
    "dim": DIM,
    "high light": HIGH_LIGHT,
    "high dark": HIGH_DARK,
    "high dim": HIGH_DIM,
}
HIGH = [name for name in THEMES if name.startswith("high")]
TEXT, SHAPE, HIGH_TEXT = 4.5, 3.0, 7.0  # WCAG 1.4.3, 1.4.11 and 1.4.6

# Surface and what stands on it. Each pair is one that the style sheet or the painters use.
TEXTS = [
    *[(on, ink) for on in ("paper", "card") for ink in ("ink", "soft", "clay_ink", "sage")],
    ("sage", "on_sage"),
    ("sage_over", "on_sage"),
    ("tint", "ink"),
    ("tint", "sage"),
    ("tint", "soft"),
]
NOTE_TEXTS = [
    ("note", "note_text"),
    ("note", "note_ink"),
    ("note_tint", "note_ink"),
    ("note_ink", "on_note"),
    ("note_over", "on_note"),
]
SHAPES = [
    *[(on, shape) for on in ("paper", "card") for shape in ("edge", "sage")],
    ("card", "clay"),  # the star of a favourite, the frame of a broken card
    ("note", "note_ink"),  # the figure and the button of a note
]
# In high contrast cards and quiet buttons have an edge to be seen, and what is filled, its end.
CLEAR_SHAPES = [
    *[(on, shape) for on in ("paper", "card") for shape in ("line", "far")],
    ("tint", "far"),
    ("tint", "edge"),
    ("line", "sage"),
    ("note", "note_edge"),
]
_DIM_SHAPES = [pair for pair in CLEAR_SHAPES if "line" not in pair and "note" not in pair]


def luminance(color: str) -> float:
    """Relative luminance of ``#rrggbb``, from 0 to 1."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """From 1, the same, to 21, black and white."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def too_faint(colors: Colors, pairs: list[tuple[str, str]], least: float) -> list[str]:
    """The pairs with less contrast than they need."""
    roles = asdict(colors)
    return [
        f"{ink} on {surface}: {found:.2f}"
        for surface, ink in pairs
        if (found := contrast(roles[surface], roles[ink])) < least
    ]


def test_the_measure_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#123456", "#123456") == 1


def test_the_check_for_contrast_can_fail() -> None:
    assert too_faint(LIGHT, [("paper", "line"), ("paper", "ink")], SHAPE) == ["line on paper: 1.22"]


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_can_be_read(theme: str) -> None:
    assert too_faint(THEMES[theme], TEXTS, HIGH_TEXT if theme in HIGH else TEXT) == []


@pytest.mark.parametrize("theme", ["light", "dark", "high light", "high dark"])
def test_what_stands_on_a_note_can_be_read(theme: str) -> None:
    assert too_faint(THEMES[theme], NOTE_TEXTS, HIGH_TEXT if theme in HIGH else TEXT) == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_edge_ring_and_sign_can_be_seen(theme: str) -> None:
    assert too_faint(THEMES[theme], SHAPES, SHAPE) == []


@pytest.mark.parametrize("theme", ["high light", "high dark"])
def test_in_high_contrast_every_card_and_button_has_a_clear_edge(theme: str) -> None:
    assert too_faint(THEMES[theme], CLEAR_SHAPES, SHAPE) == []
    assert too_faint(THEMES[theme], [("paper", "edge"), ("card", "edge")], HIGH_TEXT) == []


def test_high_contrast_is_kept_where_the_screen_is_dimmed() -> None:
    assert too_faint(HIGH_DIM, _DIM_SHAPES, SHAPE) == []
    for dark in (False, True):
        assert dimmed(colors_for(dark=dark, high_contrast=True)) is HIGH_DIM
        assert dimmed(colors_for(dark=dark, high_contrast=False)) is DIM


@pytest.mark.parametrize("theme", HIGH)
def test_high_contrast_has_more_of_it_than_usual(theme: str) -> None:
    usual = THEMES[theme.removeprefix("high ")]
    for surface, ink in [*TEXTS[:4], ("paper", "edge")]:
        roles, usual_roles = asdict(THEMES[theme]), asdict(usual)
        assert contrast(roles[surface], roles[ink]) > contrast(
            usual_roles[surface], usual_roles[ink]
        )


def test_a_dimmed_screen_is_far_darker_than_a_dark_one() -> None:
    assert luminance(DIM.ink) < luminance(DARK.ink) / 2
    assert luminance(DIM.paper) < luminance(DARK.paper) / 2
    assert luminance(HIGH_DIM.ink) < luminance(HIGH_DARK.ink) / 2


@pytest.mark.parametrize("theme", THEMES)
def test_every_role_is_a_colour(theme: str) -> None:
    for color in asdict(THEMES[theme]).values():
        assert re.fullmatch(r"#[0-9a-f]{6}", color)

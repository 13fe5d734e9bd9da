"""What is read can be read, and what is seen can be seen: contrast as WCAG 2.2 computes it."""

import re
from dataclasses import asdict

import pytest

from desktop.look.colors import DARK, DIM, LIGHT, Colors

THEMES = {"light": LIGHT, "dark": DARK, "dim": DIM}
TEXT, SHAPE = 4.5, 3.0  # WCAG 1.4.3 and 1.4.11

# Surface and what stands on it. Each pair is one that the style sheet or the painters use.
TEXTS = [
    *[(on, ink) for on in ("paper", "card") for ink in ("ink", "soft", "clay_ink", "sage")],
    ("sage", "on_sage"),
    ("sage_over", "on_sage"),
]
SHAPES = [
    *[(on, shape) for on in ("paper", "card") for shape in ("edge", "sage")],
    ("card", "clay"),  # the star of a favourite, the frame of a broken card
]


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
    assert too_faint(THEMES[theme], TEXTS, TEXT) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_on_what_is_chosen_can_be_read(theme: str) -> None:
    assert (
        too_faint(THEMES[theme], [("tint", "ink"), ("tint", "sage"), ("tint", "soft")], TEXT) == []
    )


@pytest.mark.parametrize("theme", THEMES)
def test_every_edge_ring_and_sign_can_be_seen(theme: str) -> None:
    assert too_faint(THEMES[theme], SHAPES, SHAPE) == []


def test_a_dimmed_screen_is_far_darker_than_a_dark_one() -> None:
    assert luminance(DIM.ink) < luminance(DARK.ink) / 2
    assert luminance(DIM.paper) < luminance(DARK.paper) / 2


@pytest.mark.parametrize("theme", THEMES)
def test_every_role_is_a_colour(theme: str) -> None:
    for color in asdict(THEMES[theme]).values():
        assert re.fullmatch(r"#[0-9a-f]{6}", color)

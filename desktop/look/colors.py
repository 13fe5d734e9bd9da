"""The colour roles, light and dark. A widget names a role, never a colour.

Paper, ink, sage and clay: warm paper in place of white, one deep sage for what one acts on, a
little clay for what wants a look.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Colors:
    """Colours by role, as ``#rrggbb``.

    ``far`` is sage for what lies behind, ``tint`` the faintest sage, for surfaces. ``clay_ink``
    is clay where it carries text. ``line`` parts what belongs apart, ``edge`` bounds what one
    acts on. ``note`` is the paper of a note, ``note_text`` its sentence, ``note_ink`` what one
    presses on it, ``on_note`` the text on that, ``note_edge`` where the paper ends.
    """

    paper: str
    card: str
    ink: str
    soft: str
    line: str
    edge: str
    sage: str
    sage_over: str
    on_sage: str
    far: str
    tint: str
    clay: str
    clay_ink: str
    note: str
    note_text: str
    note_ink: str
    note_over: str
    on_note: str
    note_tint: str
    note_edge: str
    shade: str = "#141108"
    """A shadow, laid on very thinly."""


LIGHT = Colors(
    paper="#f7f3ec",
    card="#fffdf8",
    ink="#2b2f2d",
    soft="#5f6661",
    line="#e5ddd0",
    edge="#888d86",
    sage="#3f6b63",
    sage_over="#335851",
    on_sage="#fffdf8",
    far="#8fb0a6",
    tint="#e4ede8",
    clay="#c9744f",
    clay_ink="#9c4f2d",
    note="#fbe9a9",
    note_text="#2f2a17",
    note_ink="#6b5a1e",
    note_over="#594a15",
    on_note="#fdf3cd",
    note_tint="#f3dc8c",
    note_edge="#ebda9e",
)
DARK = Colors(
    paper="#191c1b",
    card="#222625",
    ink="#ece9e2",
    soft="#a3aca6",
    line="#323836",
    edge="#727c76",
    sage="#8fc2b3",
    sage_over="#a6d1c4",
    on_sage="#14211d",
    far="#4f7a6f",
    tint="#26332f",
    clay="#e39a78",
    clay_ink="#e8a585",
    note="#4a4326",
    note_text="#fbe9a9",
    note_ink="#e8d48c",
    note_over="#f3e2a4",
    on_note="#2b2612",
    note_tint="#5a5130",
    note_edge="#453f24",
)
HIGH_LIGHT = Colors(
    paper="#ffffff",
    card="#ffffff",
    ink="#000000",
    soft="#2f3532",
    line="#787e7b",
    edge="#363c39",
    sage="#00362d",
    sage_over="#00584b",
    on_sage="#ffffff",
    far="#4d7d72",
    tint="#d9efe8",
    clay="#a34318",
    clay_ink="#7a2e0b",
    note="#fff3bf",
    note_text="#000000",
    note_ink="#463800",
    note_over="#5a4900",
    on_note="#ffffff",
    note_tint="#ffe17a",
    note_edge="#463800",
)
HIGH_DARK = Colors(
    paper="#000000",
    card="#000000",
    ink="#ffffff",
    soft="#d3dad6",
    line="#727a76",
    edge="#c3cbc7",
    sage="#a9f0de",
    sage_over="#cdf9ee",
    on_sage="#00231c",
    far="#5f9a8c",
    tint="#12342c",
    clay="#ffab82",
    clay_ink="#ffbd9c",
    note="#211b00",
    note_text="#ffffff",
    note_ink="#ffe678",
    note_over="#fff2b5",
    on_note="#1a1500",
    note_tint="#4a3e08",
    note_edge="#ffe678",
)
"""High contrast: text at 7:1 and more, and edges that one cannot miss."""

DIM = Colors(
    paper="#0b0d0c",
    card="#0f1211",
    ink="#8d938f",
    soft="#777e7a",
    line="#1b201e",
    edge="#5c635f",
    sage="#628479",
    sage_over="#6d9187",
    on_sage="#0b0d0c",
    far="#2c3f3a",
    tint="#0d1210",
    clay="#9a6b54",
    clay_ink="#b07f66",
    note="#1d1a10",
    note_text="#9a8f66",
    note_ink="#9c8e58",
    note_over="#a5965f",
    on_note="#12100a",
    note_tint="#27231a",
    note_edge="#1b1810",
)
"""For steps that darken the screen: eyes are closed, and a bright room would not be kind."""

HIGH_DIM = replace(
    DIM,
    paper="#000000",
    card="#000000",
    ink="#a8a8a8",
    soft="#a0a0a0",
    line="#4a4f4c",
    edge="#9aa09d",
    sage="#78b3a2",
    sage_over="#83bdad",
    on_sage="#000000",
    far="#4f7d71",
    tint="#0b1613",
    clay="#bd8266",
    clay_ink="#c99275",
)
"""The same, for who needs the contrast there too."""

PANEL = replace(LIGHT, sage="#5a8a80", far="#84827c", clay="#c06a45", edge="#84827c")
"""For a sign on a ground whose colour nobody tells us: it stands out from light and dark."""


def colors_for(*, dark: bool, high_contrast: bool) -> Colors:
    if high_contrast:
        return HIGH_DARK if dark else HIGH_LIGHT
    return DARK if dark else LIGHT


def dimmed(colors: Colors) -> Colors:
    """What a step that darkens the screen wears under the scheme ``colors``."""
    return HIGH_DIM if colors in (HIGH_LIGHT, HIGH_DARK) else DIM

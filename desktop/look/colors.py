"""The colour roles, light and dark. A widget names a role, never a colour.

Paper, ink, sage and clay: warm paper in place of white, one deep sage for what one acts on, a
little clay for what wants a look.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Colors:
    """Colours by role, as ``#rrggbb``.

    ``far`` is sage for what lies behind, ``tint`` the faintest sage, for surfaces. ``clay_ink``
    is clay where it carries text. ``note`` is the paper of a note, ``note_text`` its sentence,
    ``note_ink`` what one presses on it, ``on_note`` the text on that.
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
)
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
    tint="#131917",
    clay="#9a6b54",
    clay_ink="#b07f66",
    note="#1d1a10",
    note_text="#9a8f66",
    note_ink="#9c8e58",
    note_over="#a5965f",
    on_note="#12100a",
    note_tint="#27231a",
)
"""For steps that darken the screen: eyes are closed, and a bright room would not be kind."""

PANEL = replace(LIGHT, sage="#5a8a80", far="#84827c", clay="#c06a45", edge="#84827c")
"""For a sign on a ground whose colour nobody tells us: it stands out from light and dark."""

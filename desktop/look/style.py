"""The style sheet: how the native widgets wear the colours. Widgets say what they are by a
property ``role``; everything else about them stays Qt's own, keyboard and focus included.
"""

from desktop.look.colors import Colors
from desktop.look.sizes import Sizes
from desktop.look.tokens import CORNERS

_SHEET = """
QWidget {{ color: {c.ink}; font-size: {s.body}px; }}
QMainWindow, QWidget[role="page"], QScrollArea, QWidget[role="bare"] {{ background: {c.paper}; }}
QScrollArea {{ border: none; }}
QScrollArea[role="stop"] {{ border: {w.ring}px solid transparent; border-radius: {k.inset}px; }}
QScrollArea[role="stop"]:focus {{ border: {w.ring}px solid {c.sage}; }}
QToolTip {{ background: {c.card}; color: {c.ink}; border: {w.edge}px solid {c.line};
    padding: {p1}px; }}

QLabel[role="title"] {{ font-size: {s.title}px; font-weight: 600; }}
QLabel[role="display"] {{ font-weight: 700; }}
QLabel[role="words"] {{ font-size: {words}px; }}
QLabel[role="instruction"] {{ font-size: {instruction}px; }}
QLabel[role="next"] {{ font-size: {s.lead}px; font-weight: 600; }}
QLabel[role="lead"] {{ font-size: {s.lead}px; }}
QLabel[role="heading"] {{ font-size: {s.body}px; font-weight: 600; }}
QLabel[role="soft"], QLabel[role="easier"], QLabel[role="label"] {{ color: {c.soft}; }}
QLabel[role="kicker"] {{ color: {c.soft}; font-size: {s.lead}px; }}
QLabel[role="small"] {{ color: {c.soft}; font-size: {s.small}px; }}
QLabel[role="trouble"] {{ color: {c.clay_ink}; }}
QLabel[role="clay"] {{ color: {c.clay_ink}; font-weight: 600; font-size: {s.lead}px; }}
QLabel[role="code"] {{ background: {c.paper}; border-radius: {k.inset}px; padding: {p2}px {p3}px;
    font-family: monospace; font-size: {s.small}px; }}
QFrame[role="card"] {{ background: {c.card}; border: {w.edge}px solid {c.line};
    border-radius: {k.card}px; }}
QFrame[role="sheet"] {{ background: {c.card}; border: {w.edge}px solid {c.edge};
    border-radius: {k.card}px; }}
QFrame[role="bar"] {{ background: {c.tint}; border-radius: {k.control}px; }}
QFrame[role="side"] {{ background: {c.paper}; border: none;
    border-right: {w.edge}px solid {c.line}; }}
QFrame[role="flat"] {{ background: {c.paper}; border: none;
    border-bottom: {w.edge}px solid {c.line}; }}

QPushButton {{ outline: none; background: {c.card}; color: {c.sage};
    border: {w.edge}px solid {bound}; border-radius: {k.control}px;
    padding: {p2}px {p5}px; font-weight: 600; min-height: {button}px; }}
QPushButton:hover {{ background: {c.tint}; }}
QPushButton:focus {{ border: {w.ring}px solid {c.sage}; padding: {p2m}px {p5m}px; }}
QPushButton:disabled {{ color: {c.edge}; }}
QPushButton[role="main"] {{ background: {c.sage}; color: {c.on_sage};
    border: {w.edge}px solid {c.sage}; }}
QPushButton[role="main"]:hover {{ background: {c.sage_over}; }}
QPushButton[role="main"]:focus {{ border: {w.ring}px solid {c.ink}; }}
QPushButton[role="quiet"] {{ background: transparent; border: {w.edge}px solid transparent;
    color: {c.soft}; font-weight: 400; text-align: left; padding: {p2}px {p3}px; }}
QPushButton[role="quiet"]:hover {{ background: {c.tint}; color: {c.ink}; }}
QPushButton[role="quiet"]:focus {{ border: {w.ring}px solid {c.sage};
    padding: {p2m}px {p3m}px; }}
QPushButton[role="quiet"]:checked {{ background: {c.tint}; color: {c.sage}; font-weight: 600; }}
QPushButton[role="link"] {{ background: transparent; border: {w.edge}px solid transparent;
    color: {c.sage}; font-weight: 400; font-size: {s.small}px; text-align: left;
    padding: 0 {p1}px;
    min-height: {p5}px; }}
QPushButton[role="link"]:hover {{ text-decoration: underline; }}
QPushButton[role="link"]:focus {{ border: {w.ring}px solid {c.sage}; padding: 0 {p1m}px; }}
QPushButton[role="chip"] {{ border-radius: {chip}px; padding: 0 {p3}px; font-weight: 600;
    color: {c.soft}; background: {c.paper}; min-height: {chiph}px; }}
QPushButton[role="chip"]:hover {{ background: {c.tint}; }}
QPushButton[role="chip"]:checked {{ background: {c.sage}; color: {c.on_sage}; font-weight: 600;
    border: {w.edge}px solid {c.sage}; }}
QPushButton[role="chip"]:focus {{ border: {w.ring}px solid {c.ink}; padding: 0 {p3m}px; }}
QPushButton[role="number"] {{ padding: 0; min-width: {number}px; min-height: {number}px;
    background: {c.tint}; font-weight: 400; border: {w.edge}px solid {c.tint}; }}
QPushButton[role="number"]:checked {{ background: {c.sage}; color: {c.on_sage}; font-weight: 600; }}
QPushButton[role="number"]:focus {{ border: {w.ring}px solid {c.ink}; }}
QPushButton[role="small"] {{ background: transparent; border: {w.edge}px solid transparent;
    color: {c.soft}; font-weight: 400; font-size: {s.lead}px; padding: 0;
    border-radius: {k.inset}px; min-width: {button}px; min-height: {button}px; }}
QPushButton[role="small"]:hover {{ background: {c.tint}; color: {c.ink}; }}
QPushButton[role="small"]:focus {{ border: {w.ring}px solid {c.sage}; padding: 0; }}
QPushButton[role="option"] {{ text-align: left; font-size: {s.lead}px; font-weight: 400;
    padding: {p3}px {p5}px; color: {c.ink}; }}
QPushButton[role="option"]:checked {{ background: {c.tint}; border-color: {c.sage}; }}

QPushButton[room="low"], QPushButton[room="least"] {{ padding: {p1}px {p4}px;
    min-height: {p5}px; }}
QPushButton[room="low"]:focus {{ padding: {p1m}px {p4m}px; }}
QPushButton[room="least"] {{ padding: {p1}px {p2}px; }}
QPushButton[room="least"]:focus {{ padding: {p1m}px {p2m}px; }}

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {{ background: {c.card};
    border: {w.edge}px solid {c.edge}; border-radius: {k.control}px; padding: {p2}px {p3}px;
    selection-background-color: {c.sage}; selection-color: {c.on_sage};
    placeholder-text-color: {c.soft}; }}
QLineEdit, QComboBox, QAbstractSpinBox {{ min-height: {button}px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{
    border: {w.ring}px solid {c.sage}; padding: {p2m}px {p3m}px; }}
QPlainTextEdit {{ font-size: {s.lead}px; }}
QPlainTextEdit[role="reading"], QPlainTextEdit[role="writing"] {{ font-size: {s.body}px; }}
QPlainTextEdit[role="reading"] {{ background: transparent; padding: {p2}px 0;
    border: {w.edge}px solid transparent; border-radius: {k.inset}px; }}
QPlainTextEdit[role="reading"]:focus {{ border: {w.ring}px solid {c.sage};
    padding: {p2m}px 0; }}
QComboBox::drop-down {{ border: none; width: {p6}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox {{ padding-right: {p6}px; combobox-popup: 0; }}
QComboBox QAbstractItemView {{ background: {c.card}; border: {w.edge}px solid {c.line};
    outline: none; selection-background-color: {c.tint}; selection-color: {c.ink}; }}
QComboBox QAbstractItemView::item {{ padding: 0 {p3}px; min-height: {chiph}px; }}
QTimeEdit, QTimeEdit:focus {{ padding-right: 0; }}
QAbstractSpinBox:disabled {{ color: {c.edge}; border-color: {c.line}; }}
QAbstractSpinBox QLineEdit {{ background: transparent; border: none; padding: 0; min-height: 0; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; background: transparent;
    width: {p6}px; subcontrol-origin: border; }}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; }}
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow, QDateEdit::down-arrow {{ image: none; }}
QDateEdit::drop-down {{ border: none; width: {p6}px; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {c.card};
    border: {w.edge}px solid {c.edge}; border-bottom: none; }}
QCalendarWidget QToolButton {{ color: {c.ink}; background: {c.card};
    border: {w.ring}px solid {c.card};
    border-radius: {k.inset}px; padding: {p1}px {p3}px; font-weight: 600; }}
QCalendarWidget QToolButton:hover {{ background: {c.tint}; }}
QCalendarWidget QToolButton:focus {{ border-color: {c.sage}; }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QCalendarWidget QAbstractItemView {{ background: {c.card}; color: {c.ink}; outline: none;
    border: {w.edge}px solid {c.edge}; border-top: none;
    selection-background-color: {c.sage}; selection-color: {c.on_sage}; }}
QCalendarWidget QAbstractItemView:disabled {{ color: {c.edge}; }}
QCalendarWidget QSpinBox {{ border-radius: {k.inset}px; padding: 0 {p2}px; }}

QCheckBox {{ font-size: {s.lead}px; spacing: {p3}px; padding: {p2}px; border-radius: {k.inset}px;
    border: {w.ring}px solid transparent; }}
QCheckBox:focus {{ border: {w.ring}px solid {c.sage}; }}
QCheckBox[role="flush"] {{ border: none; padding: {p2}px {p2}px {p2}px 0; }}
QCheckBox[role="flush"]:focus {{ border: none; background: {c.tint}; }}
QCheckBox::indicator {{ width: {box}px; height: {box}px; border: 2px solid {c.edge};
    border-radius: {k.box}px; background: {c.card}; }}
QCheckBox::indicator:checked {{ background: {c.sage}; border-color: {c.sage}; }}
QCheckBox[role="flush"]::indicator:focus {{ border-color: {c.ink}; }}
QCheckBox::indicator:disabled {{ background: {c.paper}; border-color: {c.line}; }}

QSlider {{ min-height: {button}px; border: {w.ring}px solid transparent;
    border-radius: {k.inset}px; }}
QSlider::groove:horizontal {{ height: {p1}px; background: {c.line}; border-radius: {groove}px; }}
QSlider::sub-page:horizontal {{ background: {c.far}; border-radius: {groove}px; }}
QSlider::handle:horizontal {{ width: {knob}px; margin: -{over}px 0; background: {c.sage};
    border: {w.ring}px solid {c.card}; border-radius: {rounded}px; }}
QSlider::handle:horizontal:hover {{ background: {c.sage_over}; }}
QSlider:focus {{ border-color: {c.sage}; }}
QSlider::handle:horizontal:disabled {{ background: {c.edge}; }}

QMenu {{ background: {c.card}; border: {w.edge}px solid {c.edge}; padding: {p1}px 0; }}
QMenu::item {{ background: transparent; color: {c.ink}; padding: {p2}px {p6}px {p2}px {p4}px; }}
QMenu::item:selected {{ background: {c.tint}; }}
QMenu::item:disabled {{ background: transparent; color: {c.soft}; }}
QMenu::separator {{ background: {c.line}; height: 1px; margin: {p1}px {p4}px; }}

QListView {{ background: {c.paper}; border: none; outline: none; }}
QTreeView {{ background: {c.card}; border: {w.edge}px solid {c.line}; border-radius: {k.control}px;
    padding: {p2}px; outline: none; alternate-background-color: {c.card}; }}
QTreeView:focus {{ border: {w.ring}px solid {c.sage}; }}
QTreeView::item {{ padding: {p1}px {p2}px; border: none; color: {c.ink}; }}
QTreeView::item:selected {{ background: {c.tint}; color: {c.ink}; }}
QTableView[role="numbers"] {{ background: {c.card}; border: {w.edge}px solid {c.line};
    border-radius: {k.inset}px; padding: {p1}px; outline: none;
    selection-background-color: {c.tint}; selection-color: {c.ink}; }}
QTableView[role="numbers"]:focus {{ border: {w.ring}px solid {c.sage}; }}
QTableView[role="numbers"]::item {{ padding: {p1}px; border: none; }}
QTableView[role="numbers"] QHeaderView {{ background: {c.card}; }}
QHeaderView::section {{ background: {c.card}; color: {c.soft}; border: none; font-weight: 400;
    padding: {p1}px {p2}px; font-size: {s.small}px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {c.edge}; border-radius: {k.thumb}px;
    min-height: 32px; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
QScrollBar::handle:horizontal {{ background: {c.edge}; border-radius: {k.thumb}px;
    min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    width: 0; height: 0; background: transparent; }}
"""

_CLEAR = """
QToolTip {{ border-color: {c.edge}; }}
QPushButton:disabled {{ border-style: dashed; }}
QPushButton[role="link"] {{ text-decoration: underline; }}
QPushButton[role="quiet"]:checked {{ border-color: {c.sage}; }}
QPushButton[role="number"], QPushButton[role="small"] {{ border-color: {c.edge}; }}
QPushButton[role="option"]:checked {{ border-width: {w.ring}px; }}
QFrame[role="bar"], QLabel[role="code"] {{ border: {w.edge}px solid {c.line}; }}
QComboBox QAbstractItemView, QTreeView, QTableView[role="numbers"] {{ border-color: {c.edge};
    selection-background-color: {c.sage}; selection-color: {c.on_sage}; }}
QMenu::item:selected, QTreeView::item:selected {{ background: {c.sage}; color: {c.on_sage}; }}
QMenu::separator {{ height: {w.edge}px; }}
QSlider::groove:horizontal {{ background: {c.edge}; }}
QSlider::sub-page:horizontal {{ background: {c.sage}; }}
"""
"""More for high contrast: an edge on all that has none, and no meaning by a tint alone."""


def style_sheet(colors: Colors, sizes: Sizes) -> str:
    """The style sheet of the whole program."""
    strokes = sizes.strokes
    pads = {f"p{quarters}": sizes.gap(quarters) for quarters in range(1, 7)}
    # A focused frame is thicker; its padding less by as much keeps the text in place.
    thicker = strokes.ring - strokes.edge
    tight = {f"p{quarters}m": sizes.gap(quarters) - thicker for quarters in range(1, 7)}
    chip = sizes.gap(8)
    knob, groove = sizes.gap(4), sizes.gap(1)
    over = (knob + 2 * strokes.ring - groove) // 2
    sheet = _SHEET + _CLEAR if strokes.clear else _SHEET
    return sheet.format(
        c=colors,
        s=sizes,
        k=CORNERS,
        w=strokes,
        bound=colors.edge if strokes.clear else colors.line,
        **pads,
        **tight,
        button=sizes.gap(6),
        box=sizes.gap(4.5),
        number=sizes.gap(9),
        words=round(sizes.title * 1.2),
        instruction=round(sizes.lead * 1.25),
        chip=chip // 2,
        chiph=chip,
        knob=knob,
        groove=groove // 2,
        over=over,
        rounded=knob // 2 + strokes.ring,
    )

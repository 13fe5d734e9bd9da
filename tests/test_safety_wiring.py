"""When to see someone, in a real window with a real history: keys, keeping, and the way back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from desktop.keep.history.model import Entry, Noted, Rating, Run, When
from desktop.keep.settings import SettingsFile
from desktop.library import Library
from desktop.look.choice_box import CheckBox
from desktop.look.theme import Theme
from desktop.pages.safety.along import AlongPage
from desktop.pages.safety.card import ConcernCard
from desktop.pages.safety.first import FirstPage
from desktop.pages.safety.page import SafetyPage
from desktop.past.watch import Advice
from desktop.past_parts import Past
from desktop.remembering import Remembering
from desktop.safety_wiring import SafetyWiring
from desktop.today_wiring import Around, TodayWiring
from desktop.window import MainWindow
from routines.clock import ManualClock
from routines.lookup import Folders

Key = Qt.Key


@dataclass
class There:
    """A window with a page of somebody else's, and when to see someone behind it."""

    past: Past
    wiring: SafetyWiring
    home: QWidget

    @property
    def window(self) -> MainWindow:
        return self.past.window

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.window.windowHandle(), key)
            look()

    def one(self, kind: type[QWidget], name: str = "") -> QWidget:
        found = [each for each in self.window.findChildren(kind) if each.isVisible()]
        (one,) = [each for each in found if not name or name in (each.accessibleName(), text(each))]
        return one

    @property
    def texts(self) -> list[str]:
        return [each.text() for each in self.window.findChildren(QLabel) if each.isVisible()]

    def rate(self, value: int, days_ago: int, scale: str = "pain", **more: object) -> None:
        at = self.past.clock.now() - timedelta(days=days_ago)
        rating = Rating(uuid4().hex, at, scale, value)
        assert self.past.remembering.add(replace(rating, **more))  # type: ignore[arg-type]  # of a rating

    def rate_pain_for_weeks(self) -> None:
        for days_ago in range(14):
            self.rate(6, days_ago, areas=("upper-back",))


def text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QPushButton) else ""


def look() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def there(qapp: QApplication, tmp_path: Path) -> Iterator[There]:
    font, clock = QFont(qapp.font()), ManualClock()
    theme = Theme(qapp)
    window = MainWindow(theme)
    library = Library(Folders(tmp_path), SettingsFile(tmp_path / "settings.json"))
    remembering = Remembering(tmp_path / "history.sqlite3", clock, lambda: time(4))
    past = Past(window, theme, library, remembering, clock)
    home = QPushButton("home")
    window.add_page(home)
    window.show_page(home)
    wiring = SafetyWiring(past)
    window.resize(1120, 760)
    window.show()
    window.activateWindow()
    look()
    yield There(past, wiring, home)
    remembering.close()
    for thing in (window, theme):
        thing.hide() if isinstance(thing, QWidget) else None
        thing.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setFont(font)


# ---------------------------------------------------------------- the page


def test_f1_shows_the_page_and_escape_leads_back_with_the_keyboard(there: There) -> None:
    there.press(Key.Key_F1)
    assert isinstance(there.window.page, SafetyPage)
    assert QApplication.focusWidget() is there.one(QScrollArea, "When to see someone")
    there.press(Key.Key_Escape)
    assert there.window.page is there.home
    assert QApplication.focusWidget() is there.home


def test_f1_twice_still_leads_back_to_where_one_was(there: There) -> None:
    there.press(Key.Key_F1, Key.Key_F1)
    there.press(Key.Key_Escape)
    assert there.window.page is there.home


def test_the_arrows_scroll_what_is_read(there: There) -> None:
    there.press(Key.Key_F1)
    area = there.one(QScrollArea, "When to see someone")
    assert isinstance(area, QScrollArea)
    there.press(Key.Key_Down, Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0


def test_a_country_is_chosen_by_keys_kept_and_named_in_every_card(there: There) -> None:
    there.press(Key.Key_F1)
    box = there.one(QComboBox, "In your country")
    assert isinstance(box, QComboBox)
    box.setFocus()
    QTest.keyClicks(box, "United K")
    look()
    assert there.past.library.settings.help_country == "GB"
    assert "Emergency: 999" in there.texts
    assert any(each.startswith("Call 999 now") for each in there.texts)
    assert any("116 123" in each and "suicide" in each for each in there.texts)


def test_ones_own_number_is_kept_and_shown_first(there: There) -> None:
    there.press(Key.Key_F1)
    field = there.one(QLineEdit, "Your own number, doctor or clinic")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, "Dr  <b>Ahmed</b> 0123")
    there.press(Key.Key_Tab)
    assert there.past.library.settings.own_help == "Dr <b>Ahmed</b> 0123"
    own = there.texts.index("Yours: Dr <b>Ahmed</b> 0123")
    assert all(there.texts.index(each) > own for each in there.texts if "crisis, to" in each)
    there.press(Key.Key_Escape, Key.Key_F1)
    assert field.text() == "Dr <b>Ahmed</b> 0123"


def test_all_on_the_page_has_a_name_for_a_screen_reader(there: There) -> None:
    there.wiring.show()
    there.wiring.take_along()
    for page in (SafetyPage, AlongPage):
        (found,) = there.window.findChildren(page)
        there.window.show_page(found)
        look()
        stops = [
            each
            for each in found.findChildren(QWidget)
            if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus.value
        ]
        assert [each for each in stops if not each.accessibleName() and not text(each)] == []
        assert len(stops) > 3


def test_what_cannot_be_kept_is_said(there: There, tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    there.press(Key.Key_F1)
    field = there.one(QLineEdit, "Your own number, doctor or clinic")
    field.setFocus()
    QTest.keyClicks(field, "1")
    there.press(Key.Key_Tab)
    assert any(each.startswith("That holds until you quit") for each in there.texts)


# ---------------------------------------------------------------- before the first routine


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space, Key.Key_Escape])
def test_before_the_first_routine_it_is_read_once(there: There, key: Qt.Key) -> None:
    begun: list[str] = []
    there.wiring.first_time(lambda: begun.append("first"))
    look()
    assert isinstance(there.window.page, FirstPage)
    assert begun == []
    there.press(key)
    assert begun == ["first"]
    there.wiring.first_time(lambda: begun.append("second"))
    assert begun == ["first", "second"]
    assert there.past.library.settings.safety_seen


def test_the_arrows_scroll_it_while_the_button_has_the_keyboard(there: There) -> None:
    there.window.resize(700, 500)
    there.wiring.first_time(lambda: None)
    look()
    (page,) = there.window.findChildren(FirstPage)
    (area,) = page.findChildren(QScrollArea)
    there.press(Key.Key_Down)
    assert area.verticalScrollBar().value() > 0
    assert QApplication.focusWidget() is there.one(QPushButton, "I have read this")


def test_who_left_it_unread_sees_it_again_and_begins_only_what_is_wanted_then(
    there: There,
) -> None:
    begun: list[str] = []
    there.wiring.first_time(lambda: begun.append("old"))
    there.window.show_page(there.home)
    there.wiring.first_time(lambda: begun.append("new"))
    there.press(Key.Key_Return)
    assert begun == ["new"]


def test_f1_while_it_is_read_leads_back_to_it(there: There) -> None:
    begun: list[str] = []
    there.wiring.first_time(lambda: begun.append("it"))
    look()
    there.press(Key.Key_F1, Key.Key_Escape)
    assert isinstance(there.window.page, FirstPage)
    there.press(Key.Key_Return)
    assert begun == ["it"]


# ---------------------------------------------------------------- the quiet card


@pytest.fixture
def today(there: There) -> TodayWiring:
    """The page that the card lies on."""
    today = TodayWiring(there.past, Around(card=there.wiring.card))
    today.show()
    look()
    return today


def cards(there: There) -> list[ConcernCard]:
    return [each for each in there.window.findChildren(ConcernCard) if each.isVisible()]


def test_without_a_concern_there_is_no_card(there: There, today: TodayWiring) -> None:
    there.rate(9, 1)
    look()
    assert today.page.isVisible()
    assert cards(there) == []
    assert there.wiring.card() is None


def test_no_part_of_it_is_a_window_for_a_moment(there: There, qapp: QApplication) -> None:
    there.rate_pain_for_weeks()
    windows = set(qapp.topLevelWidgets())
    card = there.wiring.card()
    assert card is not None
    assert not card.isVisible()
    assert {each for each in qapp.topLevelWidgets() if each.isVisible()} <= windows
    card.deleteLater()


@pytest.mark.usefixtures("today")
def test_it_asks_one_question_after_the_other_by_keys_and_keeps_each_answer(
    there: There,
) -> None:
    there.rate_pain_for_weeks()
    look()
    assert "You rated pain 4 or more on 14 of the last 21 days." in there.texts
    first = there.one(QPushButton, "Is it worse at night? No")
    first.setFocus()
    there.press(Key.Key_Space)
    assert "Does it spread down into your arms?" in there.texts
    assert "Is it worse at night?" not in there.texts
    assert QApplication.focusWidget() is first, "the keyboard stays where the next answer is"
    there.press(Key.Key_Space, Key.Key_Space)
    cards(there)[0].answered.emit("overwhelm", "later")
    look()
    noted = {each.question: each.answer for each in there.past.remembering.history.noted()}
    assert noted == {"night": "no", "arms": "no", "rest": "no", "overwhelm": "later"}
    concern = there.wiring.concern()
    assert concern is not None
    assert concern.advice is Advice.SHOW


@pytest.mark.usefixtures("today")
def test_after_the_last_answer_the_keyboard_goes_to_what_can_be_done(
    there: There,
) -> None:
    there.rate_pain_for_weeks()
    look()
    there.one(QPushButton, "Is it worse at night? Yes").setFocus()
    there.press(*[Key.Key_Space] * 4)
    assert QApplication.focusWidget() is there.one(QPushButton, "When to see someone")
    assert cards(there) != []
    assert any("more than you can carry. Please talk to somebody" in each for each in there.texts)
    there.press(Key.Key_Space)
    assert isinstance(there.window.page, SafetyPage)


def test_what_was_looked_at_rests(there: There, today: TodayWiring) -> None:
    there.rate_pain_for_weeks()
    look()
    there.one(QPushButton, "I have had this looked at").setFocus()
    there.press(Key.Key_Space)
    assert cards(there) == []
    assert today.page.isVisible()
    (noted,) = there.past.remembering.history.noted()
    assert (noted.question, noted.answer) == ("seen", "yes")


# ---------------------------------------------------------------- the page to take along


def fill(there: There) -> None:
    there.rate_pain_for_weeks()
    there.rate(3, 300, scale="pain")
    there.rate(1, 2, scale="tension", when=When.AFTER)
    now, add = there.past.clock.now(), there.past.remembering.add
    for days_ago in range(3):
        at = now - timedelta(days=days_ago)
        run = Run(uuid4().hex, "scan", "Body <i>scan</i>", at, 600, done=600)
        add(run)
        there.rate(6, days_ago, scale="tension", when=When.BEFORE, run=run.id)
        there.rate(4, days_ago, scale="tension", when=When.AFTER, run=run.id)
    add(Noted(uuid4().hex, now, "night", "no"))
    add(Entry(uuid4().hex, now - timedelta(days=3), now, "A secret & <b>bold</b>", "Why?"))
    add(Entry(uuid4().hex, now - timedelta(days=60), now, "An older secret"))


def shown(there: There) -> str:
    view = there.one(QTextEdit)
    assert isinstance(view, QTextEdit)
    return view.toPlainText()


def test_it_says_what_where_since_when_and_what_was_done(there: There) -> None:
    fill(there)
    there.wiring.take_along()
    look()
    page = shown(there)
    assert "Pain was rated 4 or more on 14 of the last 21 days." in page
    assert "upper back: named on 14 days" in page
    assert "6 May 2025" in page, "since when, though it is longer ago than the page goes back"
    assert "Body <i>scan</i>" in page
    assert "Tension: 6 before, 4 after (3 times)" in page
    assert "They do not tell what a change came from." in page
    assert "Is it worse at night? No (2 Mar 2026)" in page
    assert "In my own words" in page


def test_a_usual_day_is_not_told_by_how_it_was_after_a_routine(there: There) -> None:
    fill(there)
    there.wiring.take_along()
    look()
    lines = shown(there).splitlines()
    tension = lines.index("Tension")
    assert lines[tension + 1 : tension + 4] == ["3", "6", "6"]


def test_nothing_that_was_written_is_on_it_unless_it_is_ticked(there: There) -> None:
    fill(there)
    there.wiring.take_along()
    look()
    assert "secret" not in shown(there)
    there.one(CheckBox, "With what I wrote").setFocus()
    there.press(Key.Key_Space)
    assert "A secret & <b>bold</b>" in shown(there)
    assert "An older secret" not in shown(there)
    box = there.one(QComboBox, "What I wrote in")
    box.setFocus()
    there.press(Key.Key_End)
    assert "An older secret" in shown(there)
    there.press(Key.Key_Escape)
    there.wiring.take_along()
    look()
    assert "secret" not in shown(there), "it is ticked anew each time"


def test_how_far_back_is_chosen(there: There) -> None:
    there.rate(5, 40)
    there.wiring.take_along()
    look()
    assert "Nothing was rated" not in shown(there)
    there.one(QComboBox, "How far back").setFocus()
    there.press(Key.Key_Home)
    assert "Nothing was rated in this time." in shown(there)
    there.press(Key.Key_End)
    assert "from all that was noted" in shown(there)


def test_it_is_saved_where_the_person_says_and_the_folder_is_remembered(
    there: There, tmp_path: Path
) -> None:
    fill(there)
    there.wiring.take_along()
    look()
    QTest.keyClick(there.window.windowHandle(), Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    look()
    (dialog,) = there.window.findChildren(QFileDialog)
    assert not dialog.isModal()
    folder = tmp_path / "papers"
    folder.mkdir()
    dialog.fileSelected.emit(str(folder / "mine.pdf"))
    dialog.close()
    look()
    assert (folder / "mine.pdf").read_bytes().startswith(b"%PDF")
    assert f"Saved as {folder / 'mine.pdf'}" in there.texts
    assert there.past.library.settings.along_folder == str(folder)


def test_what_cannot_be_saved_says_why_and_leaves_nothing(there: There, tmp_path: Path) -> None:
    there.wiring.take_along()
    look()
    content = there.wiring._content(there.window.findChildren(AlongPage)[0].wanted)
    path = tmp_path / "nowhere" / "mine.pdf"
    there.wiring.save(content, str(path))
    look()
    (said,) = [each for each in there.texts if each.startswith("The page could not be saved")]
    assert str(path) in said
    assert not path.parent.exists()
    assert there.past.library.settings.along_folder == ""


def test_escape_leads_back_through_the_page_to_where_one_was(there: There) -> None:
    there.press(Key.Key_F1)
    there.one(QPushButton, "A page to take along …").setFocus()
    there.press(Key.Key_Space)
    assert isinstance(there.window.page, AlongPage)
    there.press(Key.Key_Escape)
    assert isinstance(there.window.page, SafetyPage)
    there.press(Key.Key_Escape)
    assert there.window.page is there.home


def test_it_follows_what_is_noted_while_it_is_seen(there: There) -> None:
    there.wiring.take_along()
    look()
    assert "Nothing was rated" in shown(there)
    there.rate(5, 0)
    look()
    assert "Nothing was rated" not in shown(there)

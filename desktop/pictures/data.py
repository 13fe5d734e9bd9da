"""The cards about one's own data: empty, after a year, asking before it deletes, at work."""

from datetime import date

from desktop.destinations import Destination
from desktop.look.hand import bring_into_sight
from desktop.pages.settings.data_shown import EVERYTHING, DataShown
from desktop.pages.settings.page import SettingsPage
from desktop.pictures.facts import A_YEAR, DATA_OF_A_YEAR, data_shown, settings_values
from desktop.pictures.pages import Arrange
from desktop.pictures.studio import Set, Studio
from desktop.words import data as words

_TODAY = date(2026, 3, 2)
_DAY = {"run": 3, "rating": 4, "entry": 1}


def _page(studio: Studio, scene: Set, shown: DataShown) -> SettingsPage:
    page = SettingsPage(_TODAY, studio.theme)
    page.show_values(settings_values(studio.theme.appearance))
    page.data.show_data(shown)
    scene.app.window.add_page(page, at=Destination.SETTINGS)
    scene.app.window.show_page(page)
    studio.settle()
    bring_into_sight(page.deleting)
    bring_into_sight(page.data)
    studio.settle()
    return page


def _empty(studio: Studio, scene: Set) -> None:
    _page(studio, scene, data_shown({}, 4096, 0))


def _year(studio: Studio, scene: Set) -> None:
    _page(studio, scene, DATA_OF_A_YEAR)


def _at_work(studio: Studio, scene: Set) -> None:
    page = _page(studio, scene, DATA_OF_A_YEAR)
    page.data.show_under_way("Importing: 40\u00a0%")


def _trouble(studio: Studio, scene: Set) -> None:
    page = _page(studio, scene, DATA_OF_A_YEAR)
    reason = "~/Downloads/habits.json: it is not what Unbrace exports"
    page.data.show_over(f"Nothing was taken from {reason}", trouble=True)


def _asking(studio: Studio, scene: Set) -> None:
    page = _page(studio, scene, DATA_OF_A_YEAR)
    page.deleting.confirm(_TODAY, words.doomed_text(_TODAY, _DAY))


def _asking_for_all(studio: Studio, scene: Set) -> None:
    page = _page(studio, scene, DATA_OF_A_YEAR)
    page.deleting.confirm(EVERYTHING, words.doomed_text(EVERYTHING, A_YEAR))


def _deleted(studio: Studio, scene: Set) -> None:
    page = _page(studio, scene, DATA_OF_A_YEAR)
    page.show_change("day", said=words.deleted_text(_TODAY, 8))
    bring_into_sight(page.deleting)


DATA: dict[str, Arrange] = {
    "data-empty": _empty,
    "data": _year,
    "data-at-work": _at_work,
    "data-trouble": _trouble,
    "data-asking": _asking,
    "data-asking-for-all": _asking_for_all,
    "data-deleted": _deleted,
}

"""The other cards: ratings, before and after, minutes, kinds, reminders, strengths."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.language import translate
from desktop.look.flow import FlowLayout
from desktop.look.labels import plain_label
from desktop.look.theme import Theme
from desktop.pages.weeks import tables
from desktop.pages.weeks.card import Card
from desktop.pages.weeks.figure import hours_figure, ratings_figure, weeks_figure
from desktop.pages.weeks.legend import Entry, Legend, fill_sample, line_sample
from desktop.pages.weeks.plot_view import PlotView
from desktop.pages.weeks.rows import Row, RowsView
from desktop.pages.weeks.shown import OUTCOMES, Series, WeeksShown
from desktop.words.weeks import (
    before_after_words,
    best_hour_words,
    came_words,
    kind_name,
    minutes_text,
    outcome_name,
    practised_words,
    rated_words,
    scale_name,
    strength_words,
)

_MOST = 12
"""Rows of a card; all others are in its table."""

_FEW = 5
"""Reminders below which their hours are an accident."""

_USUAL = ("tension", "anxiety")
_BETTER = ("mood", "sleep")
_TOP = 10.0  # of every scale


class MinutesCard(Card):
    """A bar a week; a single week is told in words alone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("minutes", translate("weeks", "Practice by week"), theme)
        self.plot = PlotView(theme)
        self.body.addWidget(self.plot)

    def parts(self) -> Sequence[QWidget]:
        return (self.plot,)

    def show_values(self, values: WeeksShown) -> None:
        minutes = sum(week.minutes for week in values.weeks)
        with_any = [week for week in values.weeks if week.minutes > 0]
        self.plot.show_figure(weeks_figure(values.weeks) if len(with_any) > 1 else None)
        if not with_any:
            self.say(translate("weeks", "No practice kept in this time."), tables.Table())
            return
        days = sum(week.days for week in values.weeks)
        begin = max(values.since, values.first or values.since)
        words = practised_words(minutes, days, (values.today - begin).days + 1)
        self.plot.setAccessibleName(words)
        self.say(words, tables.weeks_table(values.weeks))


class KindsCard(Card):
    """A bar a kind, as long as its share of the longest; a single kind is told in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("kinds", translate("weeks", "Kinds of practice"), theme)
        self._rows = RowsView(theme)
        self._rows.setAccessibleName(translate("weeks", "Kinds of practice"))
        self.body.addWidget(self._rows)

    def parts(self) -> Sequence[QWidget]:
        return (self._rows,)

    def show_values(self, values: WeeksShown) -> None:
        most = max((each.minutes for each in values.kinds), default=0.0)
        self._rows.show_rows(
            [
                Row(kind_name(each.kind), minutes_text(each.minutes), each.minutes / most)
                for each in values.kinds[:_MOST]
            ]
        )
        # One bar alone would be as long as it can be, and tell nothing.
        self._rows.setVisible(len(values.kinds) > 1)
        words = "" if values.kinds else translate("weeks", "No practice kept in this time.")
        if len(values.kinds) == 1:
            words = translate("weeks", "All of it: {kind}.")
            words = words.format(kind=kind_name(values.kinds[0].kind))
        self.say(words, tables.kinds_table(values.kinds))


class RatingsCard(Card):
    """Tension and anxiety at first; the others can be switched on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("ratings", translate("weeks", "Ratings, 0 to 10"), theme)
        self._values: WeeksShown | None = None
        self.plot = PlotView(theme)
        self._legend = Legend(theme)
        self._better = plain_label(
            translate("weeks", "Of mood and sleep more is better; of the others, less."), "small"
        )
        self._chips: dict[str, QPushButton] = {}
        row = FlowLayout(theme.sizes.gap(2))
        for scale in (*_USUAL, "pain", *_BETTER):
            chip = self._chips[scale] = QPushButton(scale_name(scale))
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setChecked(scale in _USUAL)
            name = translate("weeks", "Show {scale}").format(scale=scale_name(scale))
            chip.setAccessibleName(name)
            chip.clicked.connect(self._show)
            row.addWidget(chip)
        self.body.addLayout(row)
        for part in (self.plot, self._legend, self._better):
            self.body.addWidget(part)

    def parts(self) -> Sequence[QWidget]:
        return (self.plot, self._legend)

    def show_values(self, values: WeeksShown) -> None:
        self._values = values
        self._show()

    def _show(self) -> None:
        if (values := self._values) is None:
            return
        rated = [each for each in values.series if each.points]
        scales = {each.scale for each in rated}
        for scale, chip in self._chips.items():
            chip.setVisible(scale in scales)
        chosen = [each for each in rated if self._chips[each.scale].isChecked()]
        some = bool(chosen)
        self.plot.show_figure(ratings_figure(values, {s.scale for s in chosen}) if some else None)
        self._legend.show_entries(
            [Entry(scale_name(each.scale), line_sample(each.scale)) for each in chosen]
        )
        self._better.setVisible(any(each.scale in _BETTER for each in chosen))
        words = self._sentences(chosen, by_week=values.by_week)
        self.plot.setAccessibleName(words)
        self.say(words if rated else _how_to_rate(), tables.ratings_table(values))

    def _sentences(self, chosen: Sequence[Series], *, by_week: bool) -> str:
        if not chosen:
            return translate("weeks", "Choose what to see.")
        told = [
            rated_words(each.scale, [point.value for point in each.points], by_week=by_week)
            for each in chosen
        ]
        if all(len(each.points) == 1 for each in chosen):
            return " ".join(told)
        if by_week:
            told.append(translate("weeks", "Each point is the mean of a week."))
        else:
            told.append(translate("weeks", "Each point is the mean of a day."))
        return " ".join(told)


class HelpedCard(Card):
    """What was rated before and after a routine, from three runs on three days on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("before-and-after", translate("weeks", "Before and after"), theme)
        self._rows = RowsView(theme)
        self._rows.setAccessibleName(translate("weeks", "Before and after"))
        self.body.addWidget(self._rows)

    def parts(self) -> Sequence[QWidget]:
        return (self._rows,)

    def show_values(self, values: WeeksShown) -> None:
        self._rows.show_rows(
            [
                Row(
                    f"{each.name} · {scale_name(each.scale)}",
                    before_after_words(each.before, each.after, each.times),
                    each.before / _TOP,
                    each.after / _TOP,
                )
                for each in values.helped[:_MOST]
            ]
        )
        self._rows.setVisible(bool(values.helped))
        words = translate(
            "weeks",
            "The middle of what you rated: an open ring before, a full disk after. It tells what "
            "was, not why: much else can play a part.",
        )
        if not values.helped:
            words = translate(
                "weeks",
                "Shown for a routine that was rated before and after at least three times, on "
                "three days.",
            )
        self.say(words, tables.pairs_table(values.helped))


class HoursCard(Card):
    """When reminders came, and what became of them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("reminders", translate("weeks", "Reminders by hour"), theme)
        self.plot = PlotView(theme)
        self._legend = Legend(theme)
        self.body.addWidget(self.plot)
        self.body.addWidget(self._legend)

    def parts(self) -> Sequence[QWidget]:
        return (self.plot, self._legend)

    def show_values(self, values: WeeksShown) -> None:
        hours = values.hours
        came, started = sum(each.came for each in hours), sum(each.counts[0] for each in hours)
        enough = came >= _FEW
        self.plot.show_figure(hours_figure(hours) if enough else None)
        there = [
            each
            for number, each in enumerate(OUTCOMES)
            if enough and any(hour.counts[number] for hour in hours)
        ]
        entries = [Entry(outcome_name(each), fill_sample(each)) for each in there]
        self._legend.show_entries(entries)
        if not came:
            self.say(translate("weeks", "No reminder came in this time."), tables.Table())
            return
        words = came_words(came, started)
        if enough and started:
            best = max(hours, key=lambda each: each.counts[0])
            words = f"{words} {best_hour_words(best.hour, best.counts[0], best.came)}"
        self.plot.setAccessibleName(words)
        self.say(words, tables.hours_table(hours))


class PracticesCard(Card):
    """A bar a routine: how much of a habit it has become."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("strengths", translate("weeks", "What takes root"), theme)
        self._rows = RowsView(theme)
        self._rows.setAccessibleName(translate("weeks", "What takes root"))
        self.body.addWidget(self._rows)

    def parts(self) -> Sequence[QWidget]:
        return (self._rows,)

    def show_values(self, values: WeeksShown) -> None:
        self._rows.show_rows(
            [
                Row(
                    each.name,
                    strength_words(each.strength.share, each.strength.days),
                    each.strength.share,
                )
                for each in values.practices[:_MOST]
            ]
        )
        self._rows.setVisible(bool(values.practices))
        words = translate(
            "weeks",
            "The bar grows little by little with practice; three days in seven fill it in time. "
            "A missed day dents it and never empties it; a day marked as sick or holiday leaves it "
            "as it is.",
        )
        if not values.practices:
            words = translate("weeks", "No practice kept in this time.")
        self.say(words, tables.practices_table(values.practices))


def _how_to_rate() -> str:
    return translate(
        "weeks",
        "Nothing was rated in this time. A routine that asks before and after, or “How is it "
        "now?”, puts a point here.",
    )

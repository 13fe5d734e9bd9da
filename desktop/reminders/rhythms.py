"""The places of all reminders in their rhythms, and what time and the clock do to them."""

from datetime import datetime, timedelta

from desktop.reminders.clock_times import call_turn, has_meetings, meeting_turns, turns_between
from desktop.reminders.plan import STALE_AFTER, Now, Plan
from desktop.reminders.track import Track, Turn
from routines.reminders.model import After, Every

HALF_A_DAY = 43200.0
"""A clock set back by less repeats hours that were had; by more, it is another day."""


class Rhythms:
    """One track for each reminder of the plan. The desk time is passed in, in seconds."""

    def __init__(self, plan: Plan, now: Now) -> None:
        self.plan = plan
        self.tracks = {each.id: Track() for each in plan.reminders}
        self.meetings: tuple[datetime, ...] = ()
        self._looked_until = now.wall

    def use(self, plan: Plan, desk: float) -> None:
        """Reminders that stay keep their place; new ones begin now.

        One whose rhythm is of another kind, or has other clock times, begins anew. An interval
        that is made longer or shorter counts on.
        """
        rhythms = {each.id: each.rhythm for each in self.plan.reminders}
        kept, self.tracks, self.plan = self.tracks, {}, plan
        for reminder in plan.reminders:
            old, track = rhythms.get(reminder.id), kept.get(reminder.id, Track(desk))
            both = isinstance(old, Every) and isinstance(reminder.rhythm, Every)
            same = both or old == reminder.rhythm
            self.tracks[reminder.id] = track if same else Track(desk, not_on=track.not_on)

    # ------------------------------------------------------------ events

    def rest(self, desk: float) -> None:
        """A break: intervals begin anew. What was snoozed of them has had it, too."""
        for reminder in self.plan.reminders:
            if isinstance(reminder.rhythm, Every):
                track = self.tracks[reminder.id]
                track.settle(desk)
                track.snoozes = 0

    def end_call(self, wall: datetime, seconds: float) -> None:
        """A call that took ``seconds`` is over."""
        for reminder in self.plan.reminders:
            rhythm = reminder.rhythm
            if isinstance(rhythm, After) and seconds >= rhythm.seconds:
                track = self.tracks[reminder.id]
                track.forget()
                track.waiting, track.snoozes = call_turn(wall), 0

    def meet(self, starts: tuple[datetime, ...]) -> None:
        """These are the meetings now. What waits for another one, waits no longer."""
        self.meetings = tuple(sorted(starts))
        for reminder in filter(has_meetings, self.plan.reminders):
            track = self.tracks[reminder.id]
            keys = {turn.key for turn in meeting_turns(reminder, starts)}
            if track.waiting is not None and track.waiting.key not in keys:
                track.forget()

    # ------------------------------------------------------------ the clock

    def look(self, wall: datetime) -> None:
        """Clock times that have come since the last look begin to wait for their turn.

        A meeting's comes late rather than not at all, as long as the meeting has not begun.
        """
        for reminder in self.plan.reminders:
            track = self.tracks[reminder.id]
            for turn in meeting_turns(reminder, self.meetings):
                if turn.at <= wall and (wall < turn.until or turn.at > self._looked_until):
                    track.arm(turn)
            for turn in turns_between(self.plan, reminder, self._looked_until, wall):
                track.arm(turn)
        self._looked_until = wall

    def look_from(self, wall: datetime) -> None:
        """Let the next look begin at ``wall``."""
        self._looked_until = wall

    def expire(self, wall: datetime) -> None:
        """What makes no sense any more does not come."""
        for track in self.tracks.values():
            if track.waiting is not None and track.waiting.until <= wall:
                track.forget()

    def drop_stale(self, now: Now, away: float) -> None:
        """Who was away for ``away`` seconds does not want to hear what came and went meanwhile.

        What had waited for another reason before they left is as good as it was then.
        """
        for track in self.tracks.values():
            if min(away, _overdue(track, now)) > STALE_AFTER:
                track.forget()

    def sleep(self, seconds: float) -> None:
        """The wall clock went on alone; snoozes end by it."""
        for track in self.tracks.values():
            if track.snoozed_until is not None:
                track.snoozed_until -= seconds

    def set_back(self, wall: datetime, back: timedelta) -> None:
        """The clock was set back to ``wall``. What has had its turn does not get another one."""
        for track in self.tracks.values():
            if track.not_on == self.plan.day_of(wall + back):
                track.not_on = self.plan.day_of(wall)
            if back.total_seconds() >= HALF_A_DAY:
                track.done.clear()
            waiting = track.waiting
            if waiting is not None and not waiting.key:
                track.waiting = Turn(waiting.at - back, waiting.until - back)
            elif waiting is not None and waiting.at > wall and track.snoozed_until is None:
                track.waiting = None  # its time comes again

    def change_zone(self, wall: datetime) -> None:
        """Other clock times hold now. Those of the last half hour have just come."""
        self._looked_until = wall - timedelta(seconds=STALE_AFTER)
        for track in self.tracks.values():
            on_the_clock = track.waiting is not None and track.waiting.key
            if on_the_clock and track.snoozed_until is None:
                track.waiting = None


def _overdue(track: Track, now: Now) -> float:
    """For how many seconds a turn has been waiting, not counting its snooze."""
    if track.waiting is None:
        return 0.0
    if track.snoozed_until is not None:
        return now.monotonic - track.snoozed_until
    return (now.wall - track.waiting.at).total_seconds()

"""Connects sound with player, keys and settings. What makes it is loaded when something plays."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.library import Library
from desktop.player.player import Player
from desktop.player.view import PlayerView
from desktop.sound.wishes import FASTEST_VOICE, talk_after, wishes_of
from routines.playback import State

if TYPE_CHECKING:
    from desktop.sound.conductor import Conductor, Loudspeaker

FindLoudspeaker = Callable[[], "Loudspeaker"]
"""Makes what is heard through; called once, when it is first needed."""


class Hearing(QObject):
    """One for each window."""

    def __init__(
        self,
        library: Library,
        player: Player,
        view: PlayerView,
        find_loudspeaker: FindLoudspeaker | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._player = player
        self._view = view
        self._find = find_loudspeaker
        self._conductor: Conductor | None = None
        view.mute_wanted.connect(self._toggle_mute)
        view.talk_wanted.connect(self._change_talk)
        player.state_changed.connect(self._begin)
        self.renew()

    def renew(self) -> None:
        """The settings have changed."""
        wishes = wishes_of(self._library.settings)
        self._show()
        if self._conductor is not None:
            self._conductor.use(wishes)
        else:
            self._begin()

    @property
    def _has_voice(self) -> bool:
        """Whether a voice keeps up with what plays."""
        playback = self._player.playback
        return playback is None or playback.speed <= FASTEST_VOICE

    def _show(self) -> None:
        settings = self._library.settings
        wishes = wishes_of(settings)
        # Nobody in an office expects a voice: it is offered, and speaks once it was asked for.
        talk = wishes.talk if settings.talk else None
        self._view.show_hearing(mute=wishes.mute, talk=talk, has_voice=self._has_voice)

    def _begin(self) -> None:
        """Follow the player as soon as anything of it is to be heard."""
        self._show()
        wishes = wishes_of(self._library.settings)
        if self._conductor is not None or self._find is None or wishes.mute:
            return
        if self._player.state not in (State.PLAYING, State.RETURNING):
            return
        from desktop.sound.conductor import Conductor  # noqa: PLC0415 - see above

        self._conductor = Conductor(self._player, self._find(), wishes, self)

    def _toggle_mute(self) -> None:
        settings = self._library.settings
        self._library.remember(replace(settings, mute=not settings.mute))
        self.renew()

    def _change_talk(self) -> None:
        if not self._has_voice:
            return
        settings = self._library.settings
        talk = talk_after(wishes_of(settings).talk).value
        # Whoever asks for the voice wants to hear it.
        self._library.remember(replace(settings, talk=talk, mute=False))
        self.renew()

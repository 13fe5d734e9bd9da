"""The conversation with speech-dispatcher, with a service that answers as the real one does."""

import socket
import threading
from pathlib import Path

import numpy as np
import pytest

from desktop.sound.messages import Trouble, Unheard
from desktop.sound.model import Wishes
from desktop.sound.process.pcm import RATE
from desktop.sound.process.voices import dispatcher
from desktop.sound.process.voices.choose import find_voice, known_engines
from desktop.sound.process.voices.dispatcher import DispatcherVoice
from tests.desk import wait_for

ANSWERS = {
    b"SPEAK": b"230 OK RECEIVING DATA\r\n",
    b".": b"225-21\r\n225 OK MESSAGE QUEUED\r\n701-21\r\n701-1\r\n701 BEGIN\r\n",
}


class Service:
    """Takes one conversation. ``answer`` False is a service that hangs."""

    def __init__(self, place: Path, *, answers: bool = True, refuses: bool = False) -> None:
        self.heard: list[str] = []
        self._answers, self._refuses = answers, refuses
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.bind(str(place))
        self._socket.listen(1)
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        connection, _ = self._socket.accept()
        with connection, connection.makefile("rb") as lines:
            receiving = False
            for line in lines:
                word = line.strip()
                self.heard.append(word.decode())
                if not self._answers or word == b"QUIT":
                    continue
                if self._refuses:
                    connection.sendall(b"404 ERR NO OUTPUT MODULE\r\n")
                elif not receiving or word == b".":
                    connection.sendall(ANSWERS.get(word, b"208 OK\r\n"))
                receiving = word == b"SPEAK" or (receiving and word != b".")

    def close(self) -> None:
        self._thread.join(10)
        self._socket.close()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = tmp_path / "ssip"
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{found}")
    monkeypatch.setattr(dispatcher, "ID", "speech-dispatcher-that-is-not-here")
    return found


@pytest.fixture
def told() -> list[Unheard]:
    return []


def said(service: Service) -> list[str]:
    heard = service.heard
    return [
        heard[at + 1] for at, line in enumerate(heard) if line == "SPEAK" and at + 1 < len(heard)
    ]


def test_what_begins_is_said_and_clearing_stops_it(place: Path, told: list[Unheard]) -> None:
    service = Service(place)
    voice = DispatcherVoice(Wishes(rate=1.2), told.append)
    voice.begin("Lean over.\r\nQUIT")
    wait_for(lambda: said(service))
    voice.stop()
    wait_for(lambda: service.heard.count("CANCEL self") == 2)
    voice.close()
    service.close()
    assert said(service) == ["Lean over. QUIT"], "no line of a text is a command"
    assert "SET SELF RATE 20" in service.heard
    assert service.heard[-1] == "QUIT"
    assert told == []


def test_it_is_told_the_language_of_what_it_says(place: Path, told: list[Unheard]) -> None:
    service = Service(place)
    voice = DispatcherVoice(Wishes(), told.append)
    voice.prepare("Lehne dich vor.", "de-AT")
    voice.begin("Lehne dich vor.")
    wait_for(lambda: said(service))
    voice.close()
    service.close()
    assert [line for line in service.heard if "LANGUAGE" in line] == ["SET SELF LANGUAGE de"]


def test_a_point_at_the_beginning_ends_nothing(place: Path, told: list[Unheard]) -> None:
    service = Service(place)
    voice = DispatcherVoice(Wishes(), told.append)
    voice.begin(". and more")
    wait_for(lambda: said(service))
    voice.close()
    service.close()
    assert said(service) == [".. and more"]


def test_for_the_mixer_it_is_a_silence_of_about_that_length(
    place: Path, told: list[Unheard]
) -> None:
    assert not place.exists(), "nothing is started before something is said"
    voice = DispatcherVoice(Wishes(), told.append)
    pcm = voice.prepare("Lean over, and let the shoulder sink.").result(0)
    voice.close()
    assert not np.any(pcm)
    assert 2.0 < len(pcm) / RATE < 4.0


@pytest.mark.parametrize(
    ("answers", "refuses", "trouble"),
    [(False, False, Trouble.VOICE_HANGS), (True, True, Trouble.VOICE_FAILED)],
)
def test_a_service_that_hangs_or_refuses_is_told_once_and_left_alone(
    place: Path,
    told: list[Unheard],
    monkeypatch: pytest.MonkeyPatch,
    *,
    answers: bool,
    refuses: bool,
    trouble: Trouble,
) -> None:
    monkeypatch.setattr(dispatcher, "SECONDS", 0.3)
    service = Service(place, answers=answers, refuses=refuses)
    voice = DispatcherVoice(Wishes(), told.append)
    voice.begin("Lean over.")
    wait_for(lambda: told)
    voice.begin("More.")
    assert voice.prepare("More.").cancelled()
    voice.close()
    service.close()
    assert told == [Unheard(trouble, {"engine": dispatcher.ID})]


def test_it_speaks_where_it_was_chosen_or_nothing_else_is_here(
    monkeypatch: pytest.MonkeyPatch, told: list[Unheard]
) -> None:
    monkeypatch.setattr(dispatcher, "is_here", lambda: True)
    for wishes in (Wishes(), Wishes(engine="speech-dispatcher")):
        voice = find_voice(wishes, told.append, ())
        assert isinstance(voice, DispatcherVoice)
        voice.close()
    assert [each.id for each in known_engines(()).engines] == ["speech-dispatcher"]

"""The control channel between real processes."""

import os
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.control.messages import Command, Request, Response, read_response
from desktop.control.place import channel_folder, channel_name
from desktop.control.server import MOST_PEERS, ControlServer

CLIENT = """
from desktop.control.client import ask
from desktop.control.messages import Command, Request
answer = ask(Request(Command.PAUSE, {"minutes": 30.0}))
print(answer.message if answer else "nobody")
import sys
assert not [name for name in sys.modules if name.startswith("PySide6")]
"""


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    # Short: a socket's path may not be longer than about 100 characters.
    with tempfile.TemporaryDirectory(prefix="ub-") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


@pytest.fixture
def asked() -> list[Request]:
    return []


@pytest.fixture
def server(runtime: Path, qtbot: QtBot, asked: list[Request]) -> Iterator[ControlServer]:
    del runtime, qtbot

    def handle(request: Request) -> Response:
        asked.append(request)
        return Response(done=True, message=f"heard {request.command.value}")

    server = ControlServer(handle)
    assert server.take_charge()
    yield server
    server.close()


def connect() -> socket.socket:
    name = channel_name()
    assert name is not None
    peer = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    peer.settimeout(0.0)
    peer.connect(name)
    return peer


def answer_to(peer: socket.socket, qtbot: QtBot) -> bytes:
    """All that comes back until the server lets go."""
    received = b""

    def over() -> bool:
        nonlocal received
        with suppress(BlockingIOError):
            data = peer.recv(4096)
            received += data
            return not data
        return False

    qtbot.waitUntil(over, timeout=10_000)
    return received


@pytest.mark.usefixtures("server")
def test_a_command_of_another_process_is_answered(qtbot: QtBot, asked: list[Request]) -> None:
    client = subprocess.Popen(
        [sys.executable, "-c", CLIENT], stdout=subprocess.PIPE, env=os.environ.copy()
    )
    qtbot.waitUntil(lambda: client.poll() is not None, timeout=20_000)
    output, _ = client.communicate()
    assert output.decode().strip() == "heard pause"
    assert client.returncode == 0
    assert asked == [Request(Command.PAUSE, {"minutes": 30.0})]


@pytest.mark.usefixtures("runtime")
def test_without_a_running_program_nobody_answers() -> None:
    client = subprocess.run(
        [sys.executable, "-c", CLIENT], capture_output=True, text=True, check=False, timeout=60
    )
    assert client.stdout.strip() == "nobody"


def test_a_second_program_does_not_take_charge_and_the_next_one_does(
    server: ControlServer,
) -> None:
    second = ControlServer(lambda _: Response(done=True))
    assert not second.take_charge()
    server.close()
    assert second.take_charge()
    second.close()


@pytest.mark.usefixtures("runtime", "qtbot")
def test_a_socket_left_by_a_killed_program_is_replaced() -> None:
    name = channel_name()
    assert name is not None
    dead = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    dead.bind(name)
    dead.close()
    server = ControlServer(lambda _: Response(done=True))
    assert server.take_charge()
    connect().close()
    server.close()


@pytest.mark.usefixtures("server")
def test_only_the_owner_can_reach_the_channel() -> None:
    folder = channel_folder()
    assert folder is not None
    for path in (folder, *folder.iterdir()):
        assert not stat.S_IMODE(path.lstat().st_mode) & 0o077, path


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize("garbage", [b"\n", b"hello\n", b"{}\n", b'{"command": 7}\n', b"\xff\0\n"])
def test_garbage_gets_a_word_and_the_channel_goes_on(
    garbage: bytes, qtbot: QtBot, asked: list[Request]
) -> None:
    with connect() as peer:
        peer.sendall(garbage)
        answer = read_response(answer_to(peer, qtbot))
    assert answer is not None
    assert not answer.done
    assert not asked
    with connect() as peer:
        peer.sendall(b'{"command": "status"}\n')
        answer = read_response(answer_to(peer, qtbot))
    assert answer is not None
    assert answer.message == "heard status"


@pytest.mark.usefixtures("server")
def test_an_endless_message_is_cut_off(qtbot: QtBot, asked: list[Request]) -> None:
    sent = 0
    with connect() as peer:

        def refused() -> bool:
            nonlocal sent
            try:
                sent += peer.send(b"x" * 65_536)
            except BlockingIOError:
                return False
            except OSError:
                return True
            return False

        qtbot.waitUntil(refused, timeout=10_000)
    assert sent < 2_000_000
    assert not asked


@pytest.mark.usefixtures("server")
def test_a_request_may_come_in_pieces(qtbot: QtBot, asked: list[Request]) -> None:
    with connect() as peer:
        peer.sendall(b'{"comm')
        qtbot.wait(20)
        assert not asked
        peer.sendall(b'and": "status"}\n')
        assert b"heard status" in answer_to(peer, qtbot)


@pytest.mark.usefixtures("runtime")
def test_a_peer_that_says_nothing_is_let_go(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.control.server.PATIENCE", 10)
    server = ControlServer(lambda _: Response(done=True))
    assert server.take_charge()
    with connect() as peer:
        assert answer_to(peer, qtbot) == b""
    server.close()


@pytest.mark.usefixtures("runtime", "qtbot")
def test_closing_leaves_no_socket_behind() -> None:
    server = ControlServer(lambda _: Response(done=True))
    assert server.take_charge()
    name = channel_name()
    assert name is not None
    assert Path(name).exists()
    server.close()
    assert not Path(name).exists()


@pytest.mark.usefixtures("server")
def test_more_peers_than_there_is_room_for_do_not_lock_anyone_out(qtbot: QtBot) -> None:
    silent = [connect() for _ in range(MOST_PEERS - 1)]
    with connect() as peer:
        peer.sendall(b'{"command": "status"}\n')
        assert b"heard status" in answer_to(peer, qtbot)
    for each in silent:
        each.close()


def test_a_folder_of_somebody_else_is_not_used(
    runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (runtime / "unbrace").mkdir(mode=0o755)
    (runtime / "unbrace").chmod(0o755)
    assert channel_folder() is None
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime / "nowhere"))
    assert channel_folder() is None

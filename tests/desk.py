"""A private desk for a test that drives the real program: screen, windows, message bus, home.

`Desk` starts an Xvfb, openbox and a D-Bus session of its own, with an empty home and an
environment built from nothing, so that neither the machine's settings nor its running desktop
reach the program under test, nor the other way round. It ends only what it started.

    with Desk() as desk:
        desk.start([sys.executable, "-m", "desktop"])
        desk.window("Unbrace")
        desk.keys("Return")
        desk.screenshot(tmp_path / "player.png")
"""

import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

START_SECONDS = 20.0  # for a server or a window to come up on a busy machine
END_SECONDS = 5.0  # for a program to end by itself once it is asked to
COMMAND_SECONDS = 20.0  # for xdotool and the like
POLL_SECONDS = 0.02

# Without a configuration of its own, the bus would start services that the machine has installed.
BUS_CONFIG = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

Process = subprocess.Popen[bytes]
Value = TypeVar("Value")


class DeskError(Exception):
    """Something that the test needs did not come up, or did not happen in time."""


def wait_for(
    predicate: Callable[[], Value], seconds: float = 10.0, what: str = "what was awaited"
) -> Value:
    """Asks again and again until the answer is true, and gives that answer.

    Raises DeskError, saying `what`, when it is not true within `seconds`.
    """
    end = time.monotonic() + seconds
    pause = threading.Event()
    while not (answer := predicate()):
        if time.monotonic() > end:
            raise DeskError(f"{what} did not come within {seconds:g} s")
        pause.wait(POLL_SECONDS)
    return answer


@dataclass(frozen=True)
class _Program:
    process: Process
    log: Path

    def output(self) -> str:
        return self.log.read_text("utf-8", errors="replace")


class Desk:
    """See the module. Leaving the `with` ends every program that was started on the desk.

    An error that leaves the `with` takes the end of every program's log along as a note.
    """

    def __init__(self, size: str = "1280x800") -> None:
        self._size = size
        self._programs: list[_Program] = []
        # Short, since a socket's path may not be longer than about 100 characters.
        self.folder = Path(tempfile.mkdtemp(prefix="desk-"))
        self.home = self.folder / "home"
        self.env = self._bare_environment()

    def __enter__(self) -> Self:
        try:
            self._start_screen()
            self._start_bus()
            self._start_window_manager()
        except BaseException as error:
            self._leave(error)
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._leave(error)

    # ------------------------------------------------------------ programs

    def start(self, argv: Sequence[str | Path], **env: str) -> Process:
        """Starts a program on this desk, with `env` on top of the desk's bare environment.

        What it prints goes to `log`. It leads a process group of its own, so that children which
        it leaves behind are ended with it.
        """
        log = self.folder / f"{len(self._programs)}-{Path(argv[0]).name}.log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                argv,
                env=self.env | env,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._programs.append(_Program(process, log))
        return process

    def log(self, process: Process) -> str:
        """All that a program started here has printed so far, errors too."""
        return next(each for each in self._programs if each.process is process).output()

    def run(self, *argv: str) -> str:
        """Runs a short command on this desk and gives what it prints; its failure is an error."""
        done = self._call(*argv)
        if done.returncode:
            raise DeskError(f"{' '.join(argv)}: {done.stderr.strip() or done.returncode}")
        return done.stdout

    def end(self, process: Process) -> int:
        """Asks a program and its children to end, makes them if need be, gives its exit code."""
        for request in (signal.SIGTERM, signal.SIGKILL):
            if process.poll() is not None:
                break
            # Until it is waited for, its number cannot belong to anyone else.
            with suppress(ProcessLookupError):
                os.killpg(process.pid, request)
            with suppress(subprocess.TimeoutExpired):
                process.wait(END_SECONDS)
        return process.wait()

    # ------------------------------------------------------------ hands and eyes

    def keys(self, *names: str) -> None:
        """Presses keys by their X names (`space`, `Return`, `ctrl+q`) where the focus is."""
        self.run("xdotool", "key", "--clearmodifiers", *names)

    def type(self, text: str) -> None:
        """Types a text where the focus is."""
        self.run("xdotool", "type", "--clearmodifiers", "--delay", "10", "--", text)

    def click(self, x: int, y: int) -> None:
        """Presses the left button at a place of the screen, in pixels from its top left."""
        self.run("xdotool", "mousemove", str(x), str(y), "click", "1")

    def screenshot(self, path: Path) -> Path:
        """Writes the whole screen as a picture, of the format that the path's ending says."""
        self.run("import", "-silent", "-window", "root", str(path))
        return path

    def windows(self, name: str) -> list[int]:
        """The X ids of the visible windows whose title matches the regular expression `name`."""
        # xdotool ends with 1 when nothing matches: an answer, not a failure.
        found = self._call("xdotool", "search", "--onlyvisible", "--name", name)
        return [int(line) for line in found.stdout.split()]

    def window(self, name: str, seconds: float = START_SECONDS) -> int:
        """Waits until a window whose title matches is visible, and gives its X id."""
        return wait_for(lambda: self.windows(name), seconds, f"a window named {name!r}")[0]

    def wait_for(
        self, predicate: Callable[[], Value], seconds: float = 10.0, what: str = "what was awaited"
    ) -> Value:
        """The same as the module's `wait_for`, here for those who hold a desk."""
        return wait_for(predicate, seconds, what)

    # ------------------------------------------------------------ setting up and clearing away

    def _bare_environment(self) -> dict[str, str]:
        env = {
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "PATH": os.environ["PATH"],
            "PYTHONUNBUFFERED": "1",  # the log can be read while the program runs
            "QT_QPA_PLATFORM": "xcb",
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self.folder}/bus",
            "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={self.folder}/no-system-bus",
        }
        for name in ("config", "data", "state", "cache"):
            env[f"XDG_{name.upper()}_HOME"] = str(self.home / name)
            (self.home / name).mkdir(parents=True)
        env["XDG_RUNTIME_DIR"] = str(self.folder / "run")
        (self.folder / "run").mkdir(mode=0o700)
        return env

    def _start_screen(self) -> None:
        # -noreset: else the server starts over whenever its last client leaves.
        options = ["-screen", "0", f"{self._size}x24", "-noreset", "-displayfd", "1"]
        server = self.start(["Xvfb", *options])
        number = self._await(server, lambda: re.search(r"^(\d+)\n", self.log(server), re.MULTILINE))
        self.env["DISPLAY"] = f":{number[1]}"

    def _start_bus(self) -> None:
        config = self.folder / "bus.conf"
        socket = self.folder / "bus"
        config.write_text(BUS_CONFIG.format(socket=socket), "utf-8")
        bus = self.start(["dbus-daemon", f"--config-file={config}", "--nofork"])
        self._await(bus, socket.exists)

    def _start_window_manager(self) -> None:
        manager = self.start(["openbox", "--sm-disable"])
        # It answers only for a window manager that has set up its desktops.
        self._await(manager, lambda: self._call("xdotool", "get_num_desktops").returncode == 0)

    def _await(self, server: Process, ready: Callable[[], Value | None]) -> Value:
        """Waits until a server is ready; its death is an answer too, and comes at once."""

        def answer() -> Value | None:
            if server.poll() is not None:
                raise DeskError(f"{server.args!r} ended with {server.returncode}")
            return ready()

        found = wait_for(answer, START_SECONDS, f"{server.args!r}")
        assert found is not None  # wait_for gives only what is true
        return found

    def _call(self, *argv: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            argv,
            env=self.env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=COMMAND_SECONDS,
            check=False,
        )

    def _leave(self, error: BaseException | None) -> None:
        if error is not None:
            error.add_note(self._last_words())
        while self._programs:
            self.end(self._programs.pop().process)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _last_words(self, lines: int = 15) -> str:
        return "\n".join(
            "\n".join([f"--- {program.log.name}", *program.output().splitlines()[-lines:]])
            for program in self._programs
        )

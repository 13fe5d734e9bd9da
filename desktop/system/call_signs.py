"""What a call leaves on a Linux system: run as a program by `calls`, and ended if it hangs.

A sound server that hangs blocks whoever asks it, so the asking is done by a short-lived process.
It prints a line for each sign as soon as it knows: `microphone yes`, `camera no`,
`sharing unknown reason`.
"""

import ctypes.util
import json
import os
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

METERS = {"org.PulseAudio.pavucontrol", "com.github.wwmm.easyeffects"}
"""Applications that listen to the microphone all the time and are no call."""

CAMERA_WATCHERS = {"wireplumber"}
"""Programs that keep a camera open without looking through it."""


def say(sign: str, answer: bool | None, reason: str = "") -> None:
    word = {True: "yes", False: "no", None: "unknown"}[answer]
    print(sign, word, reason, flush=True)


# The microphone


def is_microphone(stream: Any, monitors: set[int]) -> bool:
    """Whether a recording stream of PulseAudio's is somebody listening to a microphone.

    Not: what records the loudspeakers, stands still, belongs to the server itself (loops, echo
    cancelling), or only shows a level.
    """
    properties = stream.proplist
    return not (
        stream.source in monitors
        or stream.corked
        or stream.client is None
        or stream.client == 0xFFFFFFFF
        or stream.resample_method == "peaks"
        or properties.get("resample.peaks") == "true"
        or properties.get("application.id") in METERS
    )


def look_at_microphone() -> None:
    # pulsectl looks for the library in a way that may start a compiler, before it loads it by name.
    ctypes.util.find_library = lambda name: None  # noqa: ARG005
    try:
        import pulsectl  # noqa: PLC0415 - where libpulse is missing, the other signs still count
    except (ImportError, OSError):
        say("microphone", capturing(Path("/proc/asound")), "library")
        return
    try:
        with pulsectl.Pulse("unbrace", connect=False) as server:
            server.connect()
            monitors = {
                source.index
                for source in server.source_list()
                # PulseAudio's own word for "not the monitor of any sink".
                if source.monitor_of_sink_name or source.name.endswith(".monitor")
            }
            streams = server.source_output_list()
            say("microphone", any(is_microphone(stream, monitors) for stream in streams))
    except pulsectl.PulseError:
        say("microphone", capturing(Path("/proc/asound")), "server")


def capturing(folder: Path) -> bool | None:
    """Whether a sound card records, by ALSA's own account; None where there is none that could."""
    states = [_text(path) for path in folder.glob("card*/pcm*c/sub*/status")]
    return any("RUNNING" in state for state in states) if states else None


# The camera


def look_at_camera() -> None:
    cameras = {str(path) for path in Path("/dev").glob("video*")}
    if not cameras:
        say("camera", False)
        return
    say("camera", any(opened in cameras for opened in opened_files()))


def opened_files(processes: Path = Path("/proc")) -> Iterator[str]:
    """What the person's programs hold open, but for those that only watch devices."""
    for process in processes.iterdir():
        if process.name.isdigit() and _text(process / "comm").strip() not in CAMERA_WATCHERS:
            # Other people's programs may not be looked into, and some end meanwhile.
            with suppress(OSError), os.scandir(process / "fd") as links:
                yield from _targets(link.path for link in links)


def _targets(links: Iterable[str]) -> Iterator[str]:
    for link in links:
        with suppress(OSError):
            yield str(Path(link).readlink())


# The shared screen


def look_at_sharing() -> None:
    """On Wayland a shared or recorded screen goes through PipeWire. On X11 nobody can know."""
    if not os.environ.get("WAYLAND_DISPLAY"):
        say("sharing", None, "x11")
        return
    try:
        listed = subprocess.run(["pw-dump"], capture_output=True, check=True)
        say("sharing", is_shared(json.loads(listed.stdout)))
    except (OSError, ValueError, subprocess.CalledProcessError):
        say("sharing", None, "pipewire")


def is_shared(things: Any) -> bool:
    """Whether a picture that is not a camera's comes out of something in PipeWire."""
    for thing in things if isinstance(things, list) else ():
        info = thing.get("info") if isinstance(thing, dict) else None
        properties = (info or {}).get("props") or {}
        kind = properties.get("media.class")
        is_device = "device.api" in properties or "device.id" in properties
        if kind == "Stream/Output/Video" or (kind == "Video/Source" and not is_device):
            return True
    return False


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""


def main() -> None:
    # What can hang comes last.
    look_at_camera()
    look_at_sharing()
    look_at_microphone()


if __name__ == "__main__":
    main()

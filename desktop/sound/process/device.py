"""A loudspeaker through miniaudio. Every call in here may hang, as a sound server may.

Samples are asked for by a thread of the sound system's own.
"""

import sys
from collections.abc import Callable, Generator
from typing import Any, Protocol

import miniaudio
import numpy as np

from desktop.sound.messages import Device
from desktop.sound.process.pcm import RATE, Pcm, pcm

PERIOD_MS = 20
PERIODS = 6
"""The sound system holds so many blocks of so many milliseconds: enough for a busy computer."""

_B = miniaudio.Backend
_BACKENDS = {
    "linux": [_B.PULSEAUDIO, _B.ALSA, _B.JACK],
    "win32": [_B.WASAPI, _B.DSOUND, _B.WINMM],
    "darwin": [_B.COREAUDIO],
}


class OutputError(Exception):
    """There is no such device, or nobody who could play."""


class OpenDevice(Protocol):
    """A device that plays until it is closed."""

    def close(self) -> None: ...


Samples = Callable[[int], Pcm]
"""Gives so many samples, at once."""


def devices() -> tuple[Device, ...]:
    """What can be chosen. Raises `OutputError`."""
    return tuple(each for each, _ in _found())


def is_there(wanted: str) -> bool:
    """Whether the device with this id could be opened now."""
    try:
        return any(each.id == wanted for each in devices())
    except OutputError:
        return False


def open_device(wanted: str, samples: Samples) -> OpenDevice:
    """Play on the device with this id, or on the usual one for an empty id.

    Raises `OutputError`.
    """
    device_id = None
    if wanted:
        device_id = next((raw for each, raw in _found() if each.id == wanted), None)
        if device_id is None:
            raise OutputError("no such device")
    try:
        device = miniaudio.PlaybackDevice(
            output_format=miniaudio.SampleFormat.FLOAT32,
            nchannels=1,
            sample_rate=RATE,
            buffersize_msec=PERIOD_MS,
            callback_periods=PERIODS,
            device_id=device_id,
            backends=_backends(),
            app_name="Unbrace",
        )
        device.start(_pump(samples))
    except miniaudio.MiniaudioError as error:
        raise OutputError(str(error)) from error
    return _Playing(device)


class _Playing:
    def __init__(self, device: Any) -> None:
        self._device = device

    def close(self) -> None:
        self._device.close()


def _pump(samples: Samples) -> Generator[Pcm, int, None]:
    found = _pumped(samples)
    next(found)
    return found


def _pumped(samples: Samples) -> Generator[Pcm, int, None]:
    count = yield pcm(np.zeros(0))  # what starts a generator is not heard
    while True:
        count = yield samples(count)


def _backends() -> "list[Any]":
    return _BACKENDS.get(sys.platform, [])


def _found() -> "list[tuple[Device, Any]]":
    try:
        listed = miniaudio.Devices(_backends()).get_playbacks()
    except miniaudio.MiniaudioError as error:
        raise OutputError(str(error)) from error
    return [(Device(_name(each["id"]), each["name"]), each["id"]) for each in listed]


def _name(device_id: Any) -> str:
    """A device's id as a text: the sound system's own name for it where it has one."""
    raw = bytes(miniaudio.ffi.buffer(device_id))
    name = raw.split(b"\0")[0]
    if sys.platform != "win32" and name and name.isascii() and name.decode("ascii").isprintable():
        return name.decode("ascii")
    return raw.rstrip(b"\0").hex()

"""Sound as programs write it: a WAV of whole numbers, its length perhaps not told."""

import struct

import numpy as np

from desktop.sound.messages import Trouble
from desktop.sound.process.voices.engine import EngineError, Speech

_PLAIN = 1
_FULL = 32768.0


def speech_of_wav(data: bytes) -> Speech:
    """The first channel of a WAV with 16 bits. Raises `EngineError` for anything else.

    A program that writes into a pipe cannot know the length beforehand: the data end at the end.
    """
    if data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        raise EngineError(Trouble.VOICE_FAILED)
    kind, place = None, 12
    while place + 8 <= len(data):
        name, size = data[place : place + 4], int.from_bytes(data[place + 4 : place + 8], "little")
        body = place + 8
        if name == b"fmt " and body + 16 <= len(data):
            kind = struct.unpack_from("<HHIIHH", data, body)
        elif name == b"data" and kind is not None:
            return _speech(data[body : body + size], kind)
        place = body + size + size % 2
    raise EngineError(Trouble.VOICE_FAILED)


def _speech(data: bytes, kind: tuple[int, ...]) -> Speech:
    tag, channels, rate, _, _, bits = kind
    if (tag, bits) != (_PLAIN, 16) or not 1 <= channels <= 8 or not 4000 <= rate <= 192_000:
        raise EngineError(Trouble.VOICE_FAILED)
    whole = len(data) // (2 * channels) * 2 * channels
    samples = np.frombuffer(data[:whole], dtype="<i2").reshape(-1, channels)[:, 0]
    return Speech((samples / _FULL).astype(np.float32), rate)

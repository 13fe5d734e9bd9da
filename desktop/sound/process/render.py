"""A routine into an audio file, by the mixer that the loudspeaker has too; time is only counted.

As a program it is the child of a window that wants to save: the job comes in as lines, what is
told goes out as lines, and it ends, leaving nothing, when its input does.
"""

import _thread
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from desktop.sound.lines import read_order
from desktop.sound.messages import Begin, Heard, News, Piece, Unheard, What
from desktop.sound.model import Talk, Wishes
from desktop.sound.process.audio_file import AudioFile, RenderError
from desktop.sound.process.bells import Bells
from desktop.sound.process.mixer import Mixer
from desktop.sound.process.pcm import RATE, Pcm, pcm
from desktop.sound.process.voices.choose import all_engines, in_order
from desktop.sound.process.voices.espeak import Espeak
from desktop.sound.process.voices.worker import SpeakingVoice
from desktop.sound.rendering import Done, Failed, Job, Share, Told, read_job, told_line

BLOCK = 960
"""Samples, 20 ms."""

_AHEAD = 30.0
"""Seconds before its time at which a segment is given to the mixer."""

_SENTENCES_AHEAD = 1.0
"""Seconds before its time at which a sentence has to be ready: bells give way to it."""

_PATIENCE = 60.0
"""Seconds to wait for a sentence; an engine that takes too long gives up by itself before."""

_WRITTEN_AT_ONCE = 50  # blocks

LAST_FADE = 2.0
"""Seconds at the end in which everything fades: the closing bell would ring for longer."""


def render(
    job: Job, pieces: tuple[Piece, ...], wishes: Wishes, tell: Callable[[Told], None]
) -> None:
    """Write the file, and tell of it. Raises `RenderError`, and leaves nothing then."""
    file = AudioFile(Path(job.path), job.seconds, job.title)
    spoken = [0]

    def told(news: News) -> None:
        if isinstance(news, Unheard):
            tell(news)
        elif isinstance(news, Heard) and news.what is What.VOICE:
            spoken[0] += 1

    # speech-dispatcher gives no samples, so it is not among those that are asked.
    engines = in_order(all_engines(), wishes)
    voice = SpeakingVoice(engines, wishes, told, Espeak.package)
    mixer = Mixer(Bells(), told)
    mixer.use_voice(voice if wishes.talk is not Talk.NOTHING else None)
    try:
        total = round(job.seconds * RATE)
        told_of = 0
        for done, samples in _blocks(mixer, pieces, wishes, total):
            file.write(samples)
            if done * 100 // total > told_of:
                told_of = done * 100 // total
                tell(Share(done / total))
        file.finish()
    finally:
        file.discard()
        voice.close()
    tell(Done(spoken[0]))


def _blocks(
    mixer: Mixer, pieces: tuple[Piece, ...], wishes: Wishes, total: int
) -> Iterator[tuple[int, Pcm]]:
    """About a second at a time, with how many samples there are by then."""
    mixer.wish(wishes)
    mixer.mix(-1.0, RATE // 2)  # the volumes have come to their places before it begins
    waiting = list(reversed(pieces))
    done, found = 0, []
    while done < total:
        moment = done / RATE
        while waiting and waiting[-1].start <= moment + _AHEAD:
            mixer.add(waiting.pop())
        mixer.wait_for_sentences(moment + _SENTENCES_AHEAD, _PATIENCE)
        count = min(BLOCK, total - done)
        found.append(mixer.mix(moment, count))
        done += count
        if len(found) == _WRITTEN_AT_ONCE or done == total:
            yield done, _faded(np.concatenate(found), done, total)
            found.clear()


def _faded(samples: Pcm, done: int, total: int) -> Pcm:
    """With the end of the whole gone softly; ``done`` samples are there with these."""
    fade = min(round(LAST_FADE * RATE), total)
    left = total - (done - len(samples) + np.arange(1, len(samples) + 1))
    share = np.clip(left / fade, 0.0, 1.0)
    return pcm(samples * np.sin(share * np.pi / 2) ** 2)


# ---------------------------------------------------------------- as a program


def main() -> int:
    """Render the job that comes in. Gives the code to end with."""
    signal.signal(signal.SIGTERM, _give_up)
    asked = _asked()
    if asked is None:
        return 2
    job, pieces, wishes = asked
    try:
        threading.Thread(target=_end_with_input, daemon=True).start()
        render(job, pieces, wishes, _tell)
    except RenderError as error:
        _tell(error.failed)
        return 1
    except (KeyboardInterrupt, BrokenPipeError):
        return 130
    return 0


def _asked() -> tuple[Job, tuple[Piece, ...], Wishes] | None:
    """The lines up to an empty one; None if they are not what they should be."""
    job, begin = read_job(sys.stdin.buffer.readline()), read_order(sys.stdin.buffer.readline())
    if job is None or not isinstance(begin, Begin):
        return None
    pieces = []
    while (line := sys.stdin.buffer.readline()).strip():
        piece = read_order(line)
        if not isinstance(piece, Piece):
            return None
        pieces.append(piece)
    return job, tuple(pieces), begin.wishes


def _end_with_input() -> None:
    """The window has gone, or wants no more of it."""
    # Past Python's own buffer: what ends while somebody holds that one is ended by force.
    while os.read(sys.stdin.fileno(), 4096):
        pass
    _thread.interrupt_main(signal.SIGTERM)


def _give_up(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _tell(told: Told | Failed) -> None:
    sys.stdout.buffer.write(told_line(told))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main())

"""The bells: that the files are what the script makes, and that they are soft and told apart."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from desktop.sound.model import Bell
from desktop.sound.process.bells import FOLDER, Bells, BellsError, at_our_rate, read
from desktop.sound.process.pcm import RATE, Pcm

SCRIPT = Path(__file__).parent.parent.parent / "tools" / "make_sounds.py"
STEP = 2.0 / 2**16
"""The least difference of two levels in the files."""

LENGTHS = {
    Bell.BEGIN: (4.0, 5.0),
    Bell.NEXT: (1.5, 2.5),
    Bell.END: (2.5, 4.5),
    Bell.HALFWAY: (1.0, 2.5),
    Bell.TICK: (0.04, 0.08),
    Bell.SWITCH: (0.8, 2.0),
    Bell.CLOSE: (6.0, 10.0),
    Bell.NOTE: (0.3, 0.5),
}


def centroid(sound: Pcm) -> float:
    """The middle of a sound's spectrum, in Hz."""
    power = np.abs(np.fft.rfft(sound)) ** 2
    return float((power * np.fft.rfftfreq(len(sound), 1 / RATE)).sum() / power.sum())


@pytest.fixture(scope="module")
def bells() -> Bells:
    return Bells()


def test_the_files_are_what_the_script_makes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, SCRIPT, tmp_path], check=True, timeout=60)
    made = sorted(each.name for each in tmp_path.iterdir())
    assert made == sorted(each.name for each in FOLDER.iterdir())
    assert made == sorted(f"{each.value}.flac" for each in Bell)
    for name in made:
        ours, fresh = read(FOLDER / name), read(tmp_path / name)
        assert len(ours) == len(fresh)
        assert np.abs(ours - fresh).max() <= STEP


def test_the_files_are_small() -> None:
    assert sum(each.stat().st_size for each in FOLDER.iterdir()) < 700_000


@pytest.mark.parametrize("bell", Bell)
def test_a_bell_is_soft_begins_at_once_and_does_not_click(bell: Bell, bells: Bells) -> None:
    sound = bells.get(bell)
    peak = np.abs(sound).max()
    least, most = LENGTHS[bell]
    assert least <= len(sound) / RATE <= most
    assert peak <= 10 ** (-6 / 20)
    assert np.argmax(np.abs(sound) > 0.1 * peak) / RATE < 0.005
    assert np.abs(sound[[0, -1]]).max() < 0.001
    assert np.abs(np.diff(sound)).max() < 0.2 * peak or bell is Bell.NOTE


def test_begin_next_and_end_are_told_apart_by_their_pitch(bells: Bells) -> None:
    begin, following, end = (centroid(bells.get(b)) for b in (Bell.BEGIN, Bell.NEXT, Bell.END))
    assert end > 1.25 * begin
    assert following > 1.25 * end


def test_the_end_is_struck_twice(bells: Bells) -> None:
    sound = bells.get(Bell.END)
    level = np.sqrt(np.convolve(sound**2, np.ones(960) / 960, mode="same"))
    middle = round(0.5 * RATE)
    assert level[middle + 2400] > 1.5 * level[middle - 1200]


def test_a_sound_at_another_rate_keeps_its_pitch_and_level() -> None:
    t = np.arange(24_000) / 24_000
    sound = np.sin(2 * np.pi * 1000 * t).astype(np.float32)
    found = at_our_rate(sound, 24_000)
    expected = np.sin(2 * np.pi * 1000 * np.arange(RATE) / RATE)
    assert len(found) == RATE
    assert np.abs(found - expected)[1000:-1000].max() < 0.01


def test_a_damaged_or_missing_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "begin.flac").write_bytes(b"fLaC" + bytes(500))
    for bell in (Bell.BEGIN, Bell.END):
        with pytest.raises(BellsError):
            Bells(tmp_path).get(bell)

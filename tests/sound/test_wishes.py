"""How it should sound, from the settings' file to the sound process."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.keep.settings import Settings, SettingsFile
from desktop.sound.model import Talk, Wishes
from desktop.sound.wishes import talk_after, wishes_for_file, wishes_of


def kept(folder: Path, **values: object) -> Settings:
    path = folder / "settings.json"
    path.write_text(json.dumps({"version": 1, **values}), "utf-8")
    return SettingsFile(path).settings


UNASKED = Wishes(talk=Talk.NOTHING)


def test_without_settings_bells_and_breath_sound_and_no_voice() -> None:
    assert wishes_of(Settings()) == UNASKED


def test_a_file_speaks_unless_the_person_wants_no_voice() -> None:
    assert wishes_for_file(Settings(mute=True)) == Wishes()
    assert wishes_for_file(Settings(talk="names")).talk is Talk.NAMES
    assert wishes_for_file(Settings(talk="nothing")).talk is Talk.NOTHING


def test_a_file_from_before_there_was_sound_is_read(tmp_path: Path) -> None:
    settings = kept(tmp_path, favourites=["a"], bedtime="22:00")
    assert settings.favourites == ("a",)
    assert wishes_of(settings) == UNASKED


def test_what_was_chosen_is_wished(tmp_path: Path) -> None:
    settings = kept(
        tmp_path, mute=True, bells_volume=10, swell_volume=0, voice_volume=100, talk="names",
        voice_rate=125, voice_engine="espeak-ng", voice="de", sound_device="x", count_reps=True,
    )  # fmt: skip
    assert wishes_of(settings) == Wishes(
        True, 0.1, 0.0, 1.0, Talk.NAMES, 1.25, "espeak-ng", "de", "x", True
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [("talk", "shout"), ("talk", None), ("bells_volume", 101), ("voice_rate", 0), ("mute", 1)],
)
def test_what_makes_no_sense_costs_only_itself(tmp_path: Path, key: str, value: object) -> None:
    settings = kept(tmp_path, **{"swell_volume": 20, key: value})
    assert wishes_of(settings) == replace(UNASKED, swell=0.2)


def test_the_key_goes_through_all_there_is_and_round_again() -> None:
    found = [Talk.EVERYTHING]
    for _ in range(3):
        found.append(talk_after(found[-1]))
    assert found == [Talk.EVERYTHING, Talk.NAMES, Talk.NOTHING, Talk.EVERYTHING]

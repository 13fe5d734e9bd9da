"""The settings: whatever stands in the file, and whatever the disk says."""

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.keep.settings import VERSION, Settings, SettingsFile
from desktop.look.appearance import Appearance, Contrast, Movement, Scheme
from desktop.reminders.wishes import Wish

GOOD: dict[str, Any] = {
    "version": VERSION,
    "favourites": ["body-scan", "mine"],
    "last_routine": "mine",
    "window_width": 900,
    "window_height": 700,
    "maximized": True,
    "scheme": "dark",
    "contrast": "high",
    "text_scale": 1.33,
    "movement": "reduced",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "unbrace" / "settings.json"


def keep(path: Path, value: object) -> SettingsFile:
    """The settings as they are read from a file with this value."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value), "utf-8")
    return SettingsFile(path)


def test_without_a_file_everything_is_as_we_ship_it_and_none_is_made(path: Path) -> None:
    file = SettingsFile(path)
    assert file.settings == Settings()
    file.save(Settings())
    assert not path.exists()
    assert file.problem == ""


def test_what_is_saved_is_read_back_in_the_next_run(path: Path) -> None:
    settings = Settings(("a", "ü \udce9"), "b", 1000, 500, maximized=True)
    SettingsFile(path).save(settings)
    assert SettingsFile(path).settings == settings
    assert json.loads(path.read_text("utf-8"))["version"] == VERSION


def test_the_look_is_kept_in_words_and_read_back(path: Path) -> None:
    look = Appearance(Scheme.DARK, Contrast.HIGH, 1.5, Movement.REDUCED)
    SettingsFile(path).save(Settings(**asdict(look)))
    words = json.loads(path.read_text("utf-8"))
    assert [words[key] for key in ("scheme", "contrast", "text_scale", "movement")] == [
        "dark",
        "high",
        1.5,
        "reduced",
    ]
    assert SettingsFile(path).settings.appearance == look


def test_a_file_from_before_the_look_was_chosen_follows_the_system(path: Path) -> None:
    old = {key: value for key, value in GOOD.items() if key not in asdict(Appearance())}
    assert keep(path, old).settings.appearance == Appearance()


def test_only_their_owner_can_read_them(path: Path) -> None:
    SettingsFile(path).save(Settings(last_routine="x"))
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("field", "bad"),
    [
        ("favourites", "body-scan"),
        ("favourites", [1, 2]),
        ("favourites", {"a": "b"}),
        ("favourites", None),
        ("last_routine", 7),
        ("last_routine", None),
        ("window_width", "900"),
        ("window_width", 900.5),
        ("window_width", True),
        ("window_width", 3),
        ("window_height", 10**9),
        ("window_height", -5),
        ("maximized", 1),
        ("maximized", "yes"),
        ("scheme", "black"),
        ("scheme", 1),
        ("contrast", "low"),
        ("contrast", None),
        ("text_scale", 9.0),
        ("text_scale", "1.5"),
        ("text_scale", True),
        ("movement", ["full"]),
    ],
)
def test_a_bad_value_costs_only_its_field(path: Path, field: str, bad: object) -> None:
    whole = keep(path, GOOD).settings
    assert getattr(whole, field) != getattr(Settings(), field)
    found = keep(path, {**GOOD, field: bad}).settings
    assert found == replace(whole, **{field: getattr(Settings(), field)})


def test_unknown_fields_are_passed_over(path: Path) -> None:
    assert keep(path, {**GOOD, "colour": "red"}).settings == keep(path, GOOD).settings


def test_wishes_of_an_older_file_are_read_and_a_bad_part_costs_only_itself(path: Path) -> None:
    old = {"on": True, "every": "1h", "at": None, "style": None}
    bad = {**old, "days": "mon", "between": ["09:00-12:00"]}
    found = keep(path, {**GOOD, "reminders": {"a": old, "b": bad}}).settings.reminders
    assert found["a"] == Wish(on=True, every="1h")
    assert found["b"] == Wish(on=True, every="1h", between=("09:00-12:00",))


def test_a_favourite_counts_once(path: Path) -> None:
    found = keep(path, {**GOOD, "favourites": ["a", "b", "a"]}).settings
    assert found.favourites == ("a", "b")


@pytest.mark.parametrize("version", [VERSION + 1, VERSION + 0.5, 1e300])
def test_a_newer_version_is_used_as_far_as_it_goes_and_never_written_over(
    path: Path, version: float
) -> None:
    file = keep(path, {**GOOD, "version": version, "theme": "night"})
    before = path.read_bytes()
    assert file.settings.favourites == ("body-scan", "mine")
    file.save(replace(file.settings, favourites=("other",)))
    assert "other" in file.settings.favourites, "it holds until the program ends"
    assert path.read_bytes() == before
    assert "newer version" in file.problem


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[1, 2]", b'"x"', b"null", b"\xff\xfe{}", b"[" * 100_000, b" " * 5_000_000],
    ids=["empty", "cut", "list", "text", "null", "UTF-16", "deep", "huge"],
)
def test_a_damaged_file_is_set_aside_not_written_over(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    file = SettingsFile(path)
    assert file.settings == Settings()
    file.save(Settings(last_routine="x"))
    assert SettingsFile(path).settings.last_routine == "x"
    assert path.with_name("settings.json.damaged-1").read_bytes() == content


def test_a_second_damaged_file_does_not_replace_the_first(path: Path) -> None:
    for content in (b"one", b"two"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        SettingsFile(path)
    assert path.with_name("settings.json.damaged-1").read_bytes() == b"one"
    assert path.with_name("settings.json.damaged-2").read_bytes() == b"two"


def test_a_damaged_file_that_cannot_be_set_aside_is_left_alone(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"precious")
    for number in range(1, 100):
        path.with_name(f"settings.json.damaged-{number}").touch()
    file = SettingsFile(path)
    file.save(Settings(last_routine="x"))
    assert path.read_bytes() == b"precious"
    assert file.problem == f"{path} cannot be read"


def test_a_folder_that_cannot_be_written_is_a_word_not_an_exception(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    file = SettingsFile(tmp_path / "file" / "settings.json")
    file.save(Settings(last_routine="x"))
    assert file.settings.last_routine == "x"
    assert file.problem


def test_a_path_that_cannot_even_be_looked_at_is_a_word_too(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / ("x" * 300) / "settings.json")
    file.save(Settings(last_routine="x"))
    assert file.problem == "File name too long"


def test_the_word_is_taken_back_when_it_works_again(tmp_path: Path) -> None:
    blocker = tmp_path / "config"
    blocker.touch()
    file = SettingsFile(blocker / "settings.json")
    file.save(Settings(last_routine="x"))
    assert file.problem
    blocker.unlink()
    file.save(Settings(last_routine="y"))
    assert file.problem == ""
    assert SettingsFile(blocker / "settings.json").settings.last_routine == "y"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(GOOD, JSON)))
def test_no_value_is_ever_fatal(value: dict[str, object]) -> None:
    path = Path.home() / "settings.json"
    found = keep(path, value).settings
    for name, default in ((each, getattr(Settings(), each)) for each in GOOD if each != "version"):
        assert type(getattr(found, name)) is type(default)

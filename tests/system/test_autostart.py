"""Starting at login, with real files, the system's validator and the desktop's own launcher."""

import ctypes
import json
import os
import plistlib
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.system.autostart import (
    Autostart,
    MacAutostart,
    NoAutostart,
    XdgAutostart,
    exec_value,
    find_autostart,
    own_command,
)

COMMAND = ("/opt/unbrace/bin/unbrace", "--hidden")

ODD = [
    "plain",
    "",
    "two words",
    'a "quoted" word',
    "it's",
    "back\\slash",
    "$HOME `id`",
    "100% %f %%",
    "a\ttab",
    "a;b&c|d<e>f(g)h*i?j#k~l=m",
    "Zoë ☕",
    "\\\\$",
    "--",
]

# GLib is what desktops start programs with; Qt needs it too, so it is here.
LAUNCH = """
import ctypes, sys
gio = ctypes.CDLL("libgio-2.0.so.0")
gio.g_desktop_app_info_new_from_filename.restype = ctypes.c_void_p
info = gio.g_desktop_app_info_new_from_filename(sys.argv[1].encode())
arguments = [ctypes.c_void_p(info), None, None, None]
sys.exit(0 if info and gio.g_app_info_launch(*arguments) else "cannot be launched")
"""
TELL = """#!{python}
import json, os, sys
draft = {told!r} + ".draft"
with open(draft, "w") as file:
    json.dump(sys.argv[1:], file)
os.replace(draft, {told!r})
"""


@pytest.fixture
def file(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the switch is kept. The machine's own folders do not count."""
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(own_home / "system"))
    return own_home / "config" / "autostart" / "unbrace.desktop"


@pytest.fixture
def system_file(own_home: Path, file: Path) -> Path:
    """The file that a package for everybody may bring."""
    path = own_home / "system" / "autostart" / file.name
    path.parent.mkdir(parents=True)
    path.write_text("[Desktop Entry]\nType=Application\nName=Unbrace\nExec=unbrace\n", "utf-8")
    return path


def errors(path: Path) -> str:
    """What the validator of freedesktop.org says."""
    done = subprocess.run(
        ["desktop-file-validate", path], capture_output=True, text=True, check=False, timeout=60
    )
    return done.stdout + done.stderr


# ---------------------------------------------------------------- Linux


def test_it_can_be_turned_on_and_off(file: Path) -> None:
    switch = XdgAutostart(COMMAND)
    assert switch.works().here
    assert not switch.is_on()
    assert switch.turn_on() == ""
    assert switch.is_on()
    assert "Exec=/opt/unbrace/bin/unbrace --hidden\n" in file.read_text("utf-8")
    assert switch.turn_off() == ""
    assert not switch.is_on()
    assert list(file.parent.iterdir()) == []


def test_turning_twice_is_as_good_as_once(file: Path) -> None:
    switch = XdgAutostart(COMMAND)
    assert switch.turn_off() == ""
    assert switch.turn_on() == switch.turn_on() == ""
    assert switch.turn_off() == switch.turn_off() == ""
    assert not file.exists()


@pytest.mark.parametrize("odd", ODD)
def test_the_file_is_valid_whatever_the_command_is(file: Path, odd: str) -> None:
    XdgAutostart(["/bin/true", odd]).turn_on()
    assert errors(file) == ""


def test_the_validator_would_complain(file: Path) -> None:
    XdgAutostart(["/bin/true"]).turn_on()
    text = file.read_text("utf-8")
    for bad in (text.replace("/bin/true", '"/bin/true'), text.replace("Type=", "Sort=")):
        file.write_text(bad, "utf-8")
        assert "error" in errors(file)


def test_the_desktop_starts_just_this_command(file: Path, tmp_path: Path) -> None:
    told = tmp_path / "told.json"
    # No percent sign: GLib looks for the program before it has made one of two.
    program = tmp_path / 'odd $pla\\ce "1"' / "it's a `program`"
    program.parent.mkdir()
    program.write_text(TELL.format(python=sys.executable, told=str(told)), "utf-8")
    program.chmod(0o755)
    XdgAutostart([str(program), *ODD]).turn_on()
    # The launcher waits until the program has been started, and the reading for its end.
    subprocess.run([sys.executable, "-c", LAUNCH, file], check=True, timeout=60)
    wait = f"until [ -e '{told}' ]; do sleep 0.05; done"
    subprocess.run(["timeout", "30", "sh", "-c", wait], check=True)
    assert json.loads(told.read_text("utf-8")) == ODD


@given(st.lists(st.text(st.characters(exclude_characters="\0", codec="utf-8")), max_size=3))
@example(["\\\\\\", "\n", '"$`', "%f"])
def test_any_command_is_understood_by_glib_as_it_was_meant(arguments: list[str]) -> None:
    value = exec_value(["/bin/true", *arguments])
    assert not set(value) & set("\n\r\t")
    understood = [each.replace("%%", "%") for each in glib_arguments(value)]
    assert understood == ["/bin/true", *arguments]


def glib_arguments(value: str) -> list[str]:
    """What GLib makes of the value of `Exec`, before it looks at percent signs."""
    glib = ctypes.CDLL("libglib-2.0.so.0")
    glib.g_key_file_new.restype = ctypes.c_void_p
    glib.g_key_file_get_string.restype = ctypes.c_void_p
    keys = ctypes.c_void_p(glib.g_key_file_new())
    text = f"[Desktop Entry]\nExec={value}\n".encode()
    assert glib.g_key_file_load_from_data(keys, text, ctypes.c_size_t(len(text)), 0, None)
    line = ctypes.c_void_p(glib.g_key_file_get_string(keys, b"Desktop Entry", b"Exec", None))
    count, words = ctypes.c_int(), ctypes.POINTER(ctypes.c_char_p)()
    assert glib.g_shell_parse_argv(line, ctypes.byref(count), ctypes.byref(words), None)
    found = [(words[number] or b"").decode() for number in range(count.value)]
    glib.g_strfreev(words)
    glib.g_free(line)
    glib.g_key_file_free(keys)
    return found


@pytest.mark.parametrize(
    "edit",
    [
        "Hidden=true",
        "Hidden = true",
        "X-GNOME-Autostart-enabled=false",
        "Hidden=false\nX-GNOME-Autostart-enabled=false",
    ],
)
def test_switched_off_by_hand_is_off_until_it_is_turned_on(file: Path, edit: str) -> None:
    switch = XdgAutostart(COMMAND)
    switch.turn_on()
    file.write_text(file.read_text("utf-8") + edit + "\n", "utf-8")
    assert errors(file) == ""
    assert not switch.is_on()
    assert switch.turn_on() == ""
    assert switch.is_on()


def test_what_is_said_elsewhere_in_the_file_does_not_matter(file: Path) -> None:
    switch = XdgAutostart(COMMAND)
    switch.turn_on()
    more = "#Hidden=true\n[Desktop Action x]\nHidden=true\n"
    file.write_text(file.read_text("utf-8") + more, "utf-8")
    assert switch.is_on()


@pytest.mark.parametrize("text", ["", "garbage", "Exec=x\n", "[Desktop Entry]\nHidden=false\n"])
def test_a_file_that_starts_nothing_is_off(file: Path, text: str) -> None:
    file.parent.mkdir()
    file.write_text(text, "utf-8")
    assert not XdgAutostart(COMMAND).is_on()


def test_bytes_that_are_no_text_are_off(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(bytes(range(256)))
    assert not XdgAutostart(COMMAND).is_on()


def test_what_a_package_switched_on_for_all_can_be_switched_off(
    file: Path, system_file: Path
) -> None:
    switch = XdgAutostart(COMMAND)
    assert switch.is_on()
    assert switch.turn_off() == ""
    assert not switch.is_on()
    assert errors(file) == ""
    assert system_file.exists()
    assert switch.turn_on() == ""
    assert switch.is_on()


@pytest.mark.usefixtures("system_file")
def test_an_empty_file_of_ones_own_stands_before_the_systems(file: Path) -> None:
    file.parent.mkdir()
    file.touch()
    assert not XdgAutostart(COMMAND).is_on()


def test_a_relative_folder_in_the_environment_does_not_count(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "config")
    monkeypatch.setenv("XDG_CONFIG_DIRS", "etc:")
    XdgAutostart(COMMAND).turn_on()
    assert (own_home / ".config" / "autostart" / "unbrace.desktop").exists()


def test_where_it_cannot_be_written_the_reason_is_told(file: Path) -> None:
    file.parent.write_text("in the way", "utf-8")
    switch = XdgAutostart(COMMAND)
    assert switch.turn_on() == "Starting at login could not be changed: File exists."
    assert not switch.is_on()


def test_where_it_cannot_be_removed_the_reason_is_told(file: Path) -> None:
    file.mkdir(parents=True)
    switch = XdgAutostart(COMMAND)
    assert switch.turn_off().startswith("Starting at login could not be changed: ")
    assert switch.turn_on().startswith("Starting at login could not be changed: ")
    assert not switch.is_on()


# ---------------------------------------------------------------- everywhere


def test_this_system_has_one_and_it_starts_this_installation() -> None:
    assert isinstance(find_autostart(), XdgAutostart)
    program, *arguments = own_command("--version")
    done = subprocess.run(
        [program, *arguments], cwd="/", capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.startswith("Unbrace ")
    assert os.path.isabs(program)  # noqa: PTH117 - as it stands in the file


def test_the_macs_file_says_the_same(own_home: Path) -> None:
    switch = MacAutostart(ODD)
    assert not switch.is_on()
    assert switch.turn_on() == ""
    [path] = (own_home / "Library" / "LaunchAgents").iterdir()
    agent = plistlib.loads(path.read_bytes())
    assert agent["ProgramArguments"] == ODD
    assert agent["RunAtLoad"] is True
    assert switch.is_on()
    path.write_bytes(plistlib.dumps(agent | {"Disabled": True}))
    assert not switch.is_on()
    path.write_bytes(b"<plist><dict>")
    assert not switch.is_on()
    assert switch.turn_off() == switch.turn_off() == ""
    assert not path.exists()


def test_where_there_is_none_that_is_said() -> None:
    switch: Autostart = NoAutostart()
    assert not switch.works().here
    assert not switch.is_on()
    assert switch.turn_on() == switch.works().how
    assert switch.turn_off() == ""


@pytest.mark.parametrize("name", ["KDE", "ubuntu:GNOME", "XFCE"])
def test_a_desktop_is_known_to_start_what_is_in_the_folder(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", name)
    works = XdgAutostart(["unbrace", "--tray"]).works()
    assert works.here
    assert works.sure


@pytest.mark.parametrize("name", ["", "openbox", "sway"])
def test_of_a_window_manager_alone_that_is_not_known_and_the_command_is_told(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", name)
    works = XdgAutostart(["/a b/unbrace", "--tray"]).works()
    assert works.here, "the switch can be turned all the same"
    assert not works.sure
    assert works.how.endswith("start this: '/a b/unbrace' --tray")

"""The rules of the house that no linter knows, each with a proof that its check can fail.

Who may import whom inside `desktop` stands in pyproject.toml (import-linter).
"""

import ast
import re
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import platformdirs
import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.tidy import leftovers

ROOT = Path(__file__).parent.parent
ROUTINES = sorted((ROOT / "routines").rglob("*.py"))
CODE = ROUTINES + sorted((ROOT / "desktop").rglob("*.py"))

LONGEST_FILE = 400  # lines; aim for 300
LONGEST_FUNCTION = 50  # lines; aim for 40

# What could open a connection beyond this machine. QLocalSocket and QLocalServer could not, and
# `desktop` may have plain sockets of the family AF_UNIX (message bus, control socket).
NETWORK = {"http", "urllib", "ftplib", "smtplib", "poplib", "imaplib", "xmlrpc", "socketserver"}
NETWORK |= {"ssl", "asyncio", "webbrowser", "requests", "httpx", "aiohttp", "urllib3", "websockets"}
HARMLESS = {"urllib.parse", "PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}


# ---------------------------------------------------------------- PySide6 and None


def references_lost(thing: object, call: Callable[[], object], times: int = 100) -> int:
    """How many references to `thing` fewer there are after the calls."""
    before = sys.getrefcount(thing)
    for _ in range(times):
        call()
    return before - sys.getrefcount(thing)


@pytest.mark.usefixtures("qapp")
def test_void_qt_calls_keep_their_hands_off_none() -> None:
    """PySide6 6.12.0 on Python 3.10 and 3.11 loses one with each call, until Python aborts."""
    owner = QObject()
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    assert references_lost(None, lambda: owner.setObjectName("x")) < 50
    assert references_lost(None, lambda: painter.drawLine(0, 0, 7, 7)) < 50
    painter.end()


def test_the_check_for_lost_references_can_fail() -> None:
    thing = object()
    held = [thing] * 100
    assert references_lost(thing, held.pop) == 100


# ---------------------------------------------------------------- imports


def imports(source: str) -> Iterator[str]:
    """Full names of all that a text imports, also inside functions; relative ones left out."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(
            ("import_module", "__import__")
        ):
            yield from (str(arg.value) for arg in node.args if isinstance(arg, ast.Constant))


def beyond_the_standard_library(source: str) -> list[str]:
    own = sys.stdlib_module_names | {"routines", "yaml"}
    return [name for name in imports(source) if name.split(".")[0] not in own]


def network(source: str) -> list[str]:
    """The imports that could reach beyond this machine."""
    found = []
    for name in imports(source):
        allowed = any(name == each or name.startswith(f"{each}.") for each in HARMLESS)
        qt = name.startswith(("PySide6.QtNetwork", "PySide6.QtWeb"))
        if not allowed and (qt or name.split(".")[0] in NETWORK):
            found.append(name)
    return found


def internet_sockets(source: str) -> list[str]:
    """Uses of `socket` that are not of the family AF_UNIX."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    makers = ("socket.socket", "socket.create_connection", "socket.create_server")
    return [
        text
        for text in map(ast.unparse, calls)
        if text.startswith(makers) and "AF_UNIX" not in text and "fileno=" not in text
    ]


def test_routines_needs_only_the_standard_library_and_pyyaml() -> None:
    assert violations(ROUTINES, beyond_the_standard_library) == []


def test_nothing_can_reach_the_network() -> None:
    assert violations(CODE, network) == []
    assert violations(CODE, internet_sockets) == []


@pytest.mark.parametrize(
    "source",
    [
        "import PySide6.QtCore",
        "from platformdirs import user_data_dir",
        "def late():\n    import desktop.words",
        "import importlib\nimportlib.import_module('PySide6')",
    ],
)
def test_the_check_for_the_standard_library_can_fail(source: str) -> None:
    assert len(beyond_the_standard_library(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "import urllib.request",
        "from urllib import request",
        "from http.client import HTTPConnection",
        "def late():\n    import requests",
        "from PySide6.QtNetwork import QTcpSocket",
        "from PySide6 import QtNetwork",
        "import asyncio",
    ],
)
def test_the_check_for_network_imports_can_fail(source: str) -> None:
    assert len(network(source)) == 1


def test_what_stays_on_this_machine_is_allowed() -> None:
    local = (
        "from PySide6.QtNetwork import QLocalServer, QLocalSocket\nfrom urllib.parse import quote"
    )
    assert network(local) == []
    assert internet_sockets("socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)") == []
    assert internet_sockets("socket.socket()") == ["socket.socket()"]


# ---------------------------------------------------------------- size


def too_long(source: str) -> list[str]:
    """The file, if it is, and the functions that are longer than they should be."""
    found = []
    lines = len(source.splitlines())
    if lines > LONGEST_FILE:
        found.append(f"the file: {lines} lines")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST_FUNCTION:
                found.append(f"{node.name}: {lines} lines")
    return found


def test_files_and_functions_are_short() -> None:
    assert violations(CODE, too_long) == []


def test_the_check_for_length_can_fail() -> None:
    assert too_long("x = 1\n" * 401) == ["the file: 401 lines"]
    assert too_long("def long():\n" + "    x = 1\n" * 50) == ["long: 51 lines"]
    assert too_long("def long():\n" + "    x = 1\n" * 49) == []


# ---------------------------------------------------------------- this machine

# In pieces, since this file is read too.
MACHINE_PATH = re.compile(r"(?<![\w.~}-])/(?:work|root|home|farm|Users|mnt)" + r"/[\w.]")
REGISTRY = re.compile("index" + r"-url|python" + r"hosted|deb\.debian" + r"\.org|/simp" + "le/")


def of_this_machine(text: str) -> list[str]:
    """Paths that exist on one machine only, and addresses of package registries."""
    return [match[0] for rule in (MACHINE_PATH, REGISTRY) for match in rule.finditer(text)]


def project_texts() -> Iterator[Path]:
    """Every text file of the project itself: no folder that a tool has made."""
    made = {"__pycache__", "build", "dist"}
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        hidden = parts[0].startswith(".") and parts[0] not in {".ci", ".gitignore"}
        if path.is_file() and not hidden and not made & set(parts):
            yield path


def test_no_file_names_a_place_on_one_machine() -> None:
    texts = list(project_texts())
    assert ROOT / "pyproject.toml" in texts
    assert ROOT / ".ci" / "run" in texts
    assert violations(texts, of_this_machine) == []


@pytest.mark.parametrize(
    "text", ["cd /wo" + "rk/main", "'/ho" + "me/me/x'", "pip --index" + "-url=x"]
)
def test_the_check_for_places_can_fail(text: str) -> None:
    assert len(of_this_machine(text)) == 1


def test_a_folder_of_the_projects_own_may_have_any_name() -> None:
    assert of_this_machine("routines/work/x and {home}/home/x and ~/work/x and /tmp/x") == []


# ---------------------------------------------------------------- tests


def test_a_test_has_an_empty_home_of_its_own(own_home: Path) -> None:
    assert Path.home() == own_home
    assert list(platformdirs.user_data_path("unbrace").parent.iterdir()) == []
    assert platformdirs.user_config_path("unbrace").is_relative_to(own_home)


def test_the_check_for_leftovers_can_fail(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    before = set(threading.enumerate())
    assert leftovers(before) == []
    window.show()
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait, name="forgotten")
    thread.start()
    found = leftovers(before)
    ended.set()
    thread.join()
    assert found[0] == "thread forgotten"
    assert "QWidget" in found[1]


# ----------------------------------------------------------------


def violations(paths: list[Path], check: Callable[[str], list[str]]) -> list[str]:
    """What the check finds in the files, each with the file's place in the project."""
    return [
        f"{path.relative_to(ROOT)}: {found}"
        for path in paths
        for found in check(path.read_text("utf-8", errors="replace"))
    ]


def test_a_violation_names_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[__name__], "ROOT", tmp_path)
    bad = tmp_path / "bad.py"
    bad.write_text("import requests\n", "utf-8")
    assert violations([bad], network) == ["bad.py: requests"]

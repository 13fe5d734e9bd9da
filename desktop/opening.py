"""Handing a folder, a file or an address to the program that the person has for it.

Each gives what to say. Where that program fails nobody tells us, so the place is always said.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop.language import translate


@dataclass(frozen=True, slots=True)
class Said:
    """A word to the person; a ``passing`` one goes away by itself."""

    text: str
    passing: bool = False


def open_folder(folder: Path) -> Said:
    """Show a folder, made if it is not there yet."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        text = translate("opening", "The folder {path} cannot be made: {reason}")
        return Said(text.format(path=folder, reason=error.strerror or error))
    text = translate("opening", "No program here shows folders. Your files belong in {path}")
    return _open(QUrl.fromLocalFile(str(folder)), str(folder), text)


def open_file(path: Path) -> Said:
    text = translate("opening", "No program here opens the file. It is {path}")
    return _open(QUrl.fromLocalFile(str(path)), str(path), text)


def open_address(address: str) -> Said:
    text = translate("opening", "No browser was found here. The address is {path}")
    return _open(QUrl(address), address, text)


def _open(url: QUrl, path: str, nobody: str) -> Said:
    if QDesktopServices.openUrl(url):
        return Said(translate("opening", "Opening {path}").format(path=path), passing=True)
    return Said(nobody.format(path=path))

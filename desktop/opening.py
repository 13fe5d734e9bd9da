"""Handing a folder, a file or an address to the program that the person has for it.

Each gives what to say where that could not be done, else an empty text.
"""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop.language import translate


def open_folder(folder: Path) -> str:
    """Show a folder, made if it is not there yet."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        text = translate("opening", "The folder {path} cannot be made: {reason}")
        return text.format(path=folder, reason=error.strerror or error)
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        return ""
    text = translate("opening", "No program here shows folders. Your routines belong in {path}")
    return text.format(path=folder)


def open_file(path: Path) -> str:
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        return ""
    text = translate("opening", "No program here opens the file. It is {path}")
    return text.format(path=path)


def open_address(address: str) -> str:
    if QDesktopServices.openUrl(QUrl(address)):
        return ""
    text = translate("opening", "No browser was found here. The address is {address}")
    return text.format(address=address)

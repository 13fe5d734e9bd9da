"""The folder that the pictures go to. Each is there whole or not at all."""

import os
import tempfile
from pathlib import Path

from desktop.language import translate
from desktop.terminal.cells import printable
from desktop.terminal.refused import Refused


def make_ready(folder: Path) -> None:
    """Make the folder if there is none; ``Refused`` if nothing can be written into it."""
    try:
        if folder.exists() and not folder.is_dir():
            text = translate("pictures", "{folder} is a file, not a folder for pictures.")
            raise Refused(text.format(folder=printable(str(folder))))
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass  # it can be written
    except (OSError, ValueError) as error:
        raise _refused(folder, error) from error


def put(path: Path, data: bytes) -> None:
    """Write a picture in the place of the one that is there."""
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        try:
            partial.write_bytes(data)
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise _refused(path, error) from error


def _refused(path: Path, error: OSError | ValueError) -> Refused:
    reason = getattr(error, "strerror", None) or str(error)
    text = translate("pictures", "{path} cannot be written: {reason}")
    return Refused(text.format(path=printable(str(path)), reason=reason))

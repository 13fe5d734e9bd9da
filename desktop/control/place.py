"""Where the control channel lies: in a folder that only its owner can enter."""

import os
import stat
import sys
import tempfile
from pathlib import Path

_NAME = "unbrace"
_SOCKET = "control"


def channel_name() -> str | None:
    """What client and server meet at: a socket's path, or a pipe's name on Windows.

    None where there is no folder that is safely the person's own.
    """
    if sys.platform == "win32":
        return f"unbrace-{os.environ.get('USERNAME', 'user')}"
    folder = channel_folder()
    return None if folder is None else str(folder / _SOCKET)


def channel_folder() -> Path | None:
    """The folder of the channel, made if need be; None if somebody else owns that place."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if runtime:
        folder = Path(runtime) / _NAME
    else:
        folder = Path(tempfile.gettempdir()) / f"{_NAME}-{os.getuid()}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        state = folder.lstat()
    except OSError:
        return None
    mine = state.st_uid == os.getuid() and stat.S_ISDIR(state.st_mode)
    closed = not state.st_mode & 0o077
    return folder if mine and closed else None

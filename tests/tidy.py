"""What a test has left behind in its process. `conftest` asks after each test."""

import threading
from collections.abc import Set as AbstractSet

from PySide6.QtWidgets import QApplication


def leftovers(threads_before: AbstractSet[threading.Thread]) -> list[str]:
    """Names the threads that were not there before and the windows that are still shown."""
    threads = [
        f"thread {thread.name}" for thread in threading.enumerate() if thread not in threads_before
    ]
    application = QApplication.instance()
    windows = QApplication.topLevelWidgets() if isinstance(application, QApplication) else []
    shown = [f"window {window!r}" for window in windows if window.isVisible()]
    return threads + shown

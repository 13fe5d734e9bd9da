"""The door to translation for everything that a person reads.

The window installs Qt's translator here; without Qt, as in the terminal, English is spoken. Texts
carry the context they are looked up in, so that ``pyside6-lupdate`` finds them.
"""

import re
from collections.abc import Callable

Translator = Callable[[str, str, int | None], str]
"""Context, English text and, where the text has a ``%n``, how many."""

_PLURAL = re.compile(r"\((\w+)\)")


def english(_context: str, text: str, count: int | None = None) -> str:
    """The text itself, with ``%n`` filled in and ``(s)`` resolved: "%n step(s)" is "1 step"."""
    if count is None:
        return text
    return _PLURAL.sub("" if count == 1 else r"\1", text).replace("%n", str(count))


class _Installed:
    """The one translator of the process, as languages are a matter of the process."""

    translator: Translator = staticmethod(english)


def install(translator: Translator) -> None:
    """Let ``translator`` speak from now on."""
    _Installed.translator = staticmethod(translator)


def translate(context: str, text: str, count: int | None = None) -> str:
    """``text`` in the person's language. Values are filled in afterwards, with ``format``."""
    return _Installed.translator(context, text, count)


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - the name lupdate looks for
    """Mark a text that is translated later, where it is shown."""
    return text

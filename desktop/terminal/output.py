"""What goes to stdout as JSON, and what is said beside it on stderr."""

import json
import sys


def say_json(value: object) -> None:
    """Print ``value`` in plain ASCII, so that any terminal or file can hold it."""
    print(json.dumps(value, indent=2))


def note(*lines: str) -> None:
    """Say something that is not the answer itself."""
    for line in lines:
        print(line, file=sys.stderr)


def complain(*lines: str) -> None:
    """Say that something could not be done, though the rest was."""
    note(*(f"unbrace: {line}" for line in lines))

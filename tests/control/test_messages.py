"""What goes over the control channel."""

import json

from hypothesis import given
from hypothesis import strategies as st

from desktop.control.messages import (
    MOST_BYTES,
    Command,
    Request,
    Response,
    read_request,
    read_response,
    request_line,
    response_line,
)

words = st.text(max_size=50)
numbers = st.floats(allow_nan=False, allow_infinity=False)
names = words.filter(lambda name: name != "command")


@given(st.sampled_from(Command), st.dictionaries(names, words | numbers, max_size=5))
def test_a_request_arrives_as_it_was_sent(command: Command, values: dict[str, str | float]) -> None:
    request = Request(command, values)
    assert read_request(request_line(request)) == request


@given(st.booleans(), words, st.dictionaries(words, words, max_size=5))
def test_a_response_arrives_as_it_was_sent(
    done: bool, message: str, values: dict[str, object]
) -> None:
    response = Response(done, message, values)
    assert read_response(response_line(response)) == response


@given(st.binary(max_size=200) | st.text().map(str.encode))
def test_garbage_is_no_request_and_no_crash(line: bytes) -> None:
    found = read_request(line)
    assert found is None or isinstance(found.command, Command)


def test_a_line_of_a_message_never_holds_a_second_one() -> None:
    line = request_line(Request(Command.REMIND, {"name": "two\nlines"}))
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")


def test_deep_nesting_and_endless_lines_are_refused() -> None:
    assert read_request(b"[" * 60_000) is None
    padded = json.dumps({"command": "status", "pad": "x" * MOST_BYTES}).encode()
    assert read_request(padded) is None


def test_what_is_not_plain_in_a_request_is_left_out() -> None:
    line = json.dumps({"command": "pause", "minutes": 30, "odd": [1], "flag": True}).encode()
    found = read_request(line)
    assert found is not None
    assert found.values == {"minutes": 30}

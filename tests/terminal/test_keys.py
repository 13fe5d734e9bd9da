import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.terminal.keys import Key, KeyReader, Press


def keys(*parts: bytes) -> list[Press]:
    """The keys of what comes in parts, with nothing behind it."""
    reader = KeyReader()
    return [press for part in parts for press in reader.feed(part)] + reader.flush()


@pytest.mark.parametrize(
    ("data", "press"),
    [
        (b" ", " "),
        (b"q", "q"),
        (b"\r", Key.ENTER),
        (b"\n", Key.ENTER),
        (b"\x7f", Key.BACKSPACE),
        (b"\x15", Key.CLEAR),
        (b"\x04", Key.ESCAPE),
        (b"\x1b", Key.ESCAPE),
        (b"\x1b[A", Key.UP),
        (b"\x1b[B", Key.DOWN),
        (b"\x1bOC", Key.RIGHT),
        (b"\x1b[1;5D", Key.LEFT),
        ("漢".encode(), "漢"),
    ],
)
def test_a_key_is_known_by_its_bytes(data: bytes, press: Press) -> None:
    assert keys(data) == [press]


@pytest.mark.parametrize(
    "data",
    [b"\x1b[3~", b"\x1b[15;2~", b"\x1b[[A", b"\x1bOP", b"\x1bq", b"\x1b[Z", b"\x00", b"\x07"],
)
def test_other_keys_do_nothing(data: bytes) -> None:
    assert keys(data) == []


def test_a_key_that_comes_in_pieces_is_put_together() -> None:
    assert keys(b"\x1b", b"[", b"C") == [Key.RIGHT]
    assert keys("漢".encode()[:1], "漢".encode()[1:]) == ["漢"]


def test_an_escape_waits_for_what_may_belong_to_it() -> None:
    reader = KeyReader()
    assert [reader.feed(b"a\x1b"), reader.undecided] == [["a"], True]
    assert [reader.flush(), reader.undecided] == [[Key.ESCAPE], False]
    assert reader.flush() == []


def test_two_escapes_are_two_keys() -> None:
    assert keys(b"\x1b\x1b") == [Key.ESCAPE, Key.ESCAPE]


@given(st.lists(st.binary(max_size=20), max_size=5))
def test_no_bytes_are_too_much(parts: list[bytes]) -> None:
    for press in keys(*parts):
        assert isinstance(press, Key) or press.isprintable()


@given(st.binary(max_size=40), st.integers(0, 40))
def test_where_the_bytes_are_cut_does_not_matter(data: bytes, at: int) -> None:
    assert keys(data[:at], data[at:]) == keys(data)

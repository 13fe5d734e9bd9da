"""What the window and the sound process send each other, and what survives of garbage."""

import json
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sound.lines import MOST_BYTES, news_line, order_line, read_news, read_order
from desktop.sound.messages import (
    Alive,
    AskAlive,
    AskDevices,
    AskVoices,
    Begin,
    Clear,
    Device,
    Devices,
    Engine,
    EngineVoice,
    Heard,
    News,
    Order,
    Piece,
    Quit,
    Trouble,
    TryBell,
    TryVoice,
    Unheard,
    Voices,
    What,
)
from desktop.sound.model import Bell, Ring, Say, Swell, Talk, Wishes
from routines.model import Phase, PhaseName

words = st.text(max_size=30)
times = st.floats(-1e9, 1e9)
volumes = st.floats(0.0, 1.0)
whole = st.integers(0, 2**53)
phases = st.builds(Phase, st.sampled_from(PhaseName), st.floats(0.1, 100.0), words)
rings = st.builds(Ring, times, st.sampled_from(Bell))
says = st.builds(Say, times, words, times | st.just(inf), st.lists(words).map(tuple))
swells = st.builds(
    Swell,
    times,
    st.lists(phases, min_size=1, max_size=4).map(tuple),
    st.integers(1, 500),
    st.booleans(),
)
scores = st.lists(rings | says | swells, max_size=5).map(tuple)
wishes = st.builds(
    Wishes,
    mute=st.booleans(),
    bells=volumes,
    swell=volumes,
    voice_volume=volumes,
    talk=st.sampled_from(Talk),
    rate=st.floats(0.5, 2.0),
    engine=words,
    voice=words,
    device=words,
    count_reps=st.booleans(),
)
orders: st.SearchStrategy[Order] = st.one_of(
    st.builds(Begin, wishes),
    st.builds(Piece, whole, scores, times, st.floats(0.1, 10.0)),
    st.builds(TryBell, st.sampled_from(Bell)),
    st.builds(TryVoice, words),
    st.builds(AskAlive, whole),
    st.sampled_from([Clear(), AskDevices(), AskVoices(), Quit()]),
)
voices = st.builds(EngineVoice, words, words, words)
engines = st.builds(
    Engine, words, words, st.booleans(), words, st.lists(voices, max_size=3).map(tuple)
)
news: st.SearchStrategy[News] = st.one_of(
    st.builds(Unheard, st.sampled_from(Trouble), st.dictionaries(words, words, max_size=3)),
    st.builds(Alive, whole, st.booleans()),
    st.builds(Heard, st.sampled_from(What), words, times),
    st.builds(Devices, st.lists(st.builds(Device, words, words), max_size=3).map(tuple)),
    st.builds(Voices, st.lists(engines, max_size=3).map(tuple)),
)
PIECE = b'{"tell": "piece", "number": 1, "start": 1, "speed": 1, "score": [%b]}'
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)


@given(orders)
def test_an_order_arrives_as_it_was_sent(order: Order) -> None:
    assert read_order(order_line(order)) == order


@given(news)
def test_news_arrive_as_they_were_sent(told: News) -> None:
    assert read_news(news_line(told)) == told


@given(orders, news)
def test_a_message_is_one_line(order: Order, told: News) -> None:
    for line in (order_line(order), news_line(told)):
        assert line.count(b"\n") == 1
        assert line.endswith(b"\n")


@given(st.binary(max_size=200) | st.text().map(str.encode))
def test_garbage_is_no_message_and_no_crash(line: bytes) -> None:
    assert read_order(line) is None
    assert read_news(line) is None


@given(orders | news, st.data())
def test_a_message_with_a_wrong_value_is_none_or_another_message(
    message: Order | News, data: st.DataObject
) -> None:
    is_order = isinstance(message, Order)
    values = json.loads(order_line(message) if is_order else news_line(message))  # type: ignore[arg-type]
    values[data.draw(st.sampled_from(sorted(values)))] = data.draw(json_values)
    line = json.dumps(values).encode()
    found = read_order(line) if is_order else read_news(line)
    assert found is None or isinstance(found, Order | News)


@given(scores.filter(bool), json_values)
def test_a_score_with_one_wrong_event_is_refused_whole(
    score: tuple[Ring, ...], wrong: object
) -> None:
    values = json.loads(order_line(Piece(1, score, 0.0)))
    values["score"].append([wrong])
    assert read_order(json.dumps(values).encode()) is None


@pytest.mark.parametrize(
    "line",
    [
        b"[" * 100_000,
        b'{"tell": "alive?", "number": ' + b"9" * 400 + b"}",
        b'{"tell": "alive?", "number": ' + b"9" * 5000 + b"}",
        b'{"tell": "alive?", "number": true}',
        b'{"tell": "piece", "number": 1, "start": NaN, "speed": 1, "score": []}',
        b'{"tell": "piece", "number": 1, "start": 1e999, "speed": 1, "score": []}',
        b'{"tell": "piece", "number": 1, "start": 1, "speed": 0, "score": []}',
        PIECE % b'{"at": 1, "phases": [], "count": 1, "breath": true}',
        b'{"tell": "clear", "pad": "' + b"x" * MOST_BYTES + b'"}',
        b'{"tell": ["clear"]}',
    ],
)
def test_what_no_number_or_no_time_can_be_is_refused(line: bytes) -> None:
    assert read_order(line) is None

"""Messages as lines of JSON, and back. Pure.

Whatever else arrives is None: neither side ends because of what the other one sends.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import TypeVar

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
from desktop.sound.model import Bell, Event, Ring, Say, Score, Swell, Talk, Wishes
from desktop.sound.reading import BadValueError, Fields
from routines.model import Phase, PhaseName

MOST_BYTES = 1024 * 1024
"""No line is longer; what is longer is not read to its end."""

_Read = TypeVar("_Read")
_WORDS: dict[type[Order], str] = {
    Clear: "clear",
    AskDevices: "devices?",
    AskVoices: "voices?",
    Quit: "quit",
}


def order_line(order: Order) -> bytes:
    match order:
        case Begin(wishes):
            return _line("begin", **{**asdict(wishes), "talk": wishes.talk.value})
        case Piece(number, score, start, speed, language):
            events = [_event_values(each) for each in score]
            times = {"start": start, "speed": speed}
            return _line("piece", number=number, score=events, **times, language=language)
        case TryBell(bell):
            return _line("try-bell", bell=bell.value)
        case TryVoice(text, language):
            return _line("try-voice", text=text, language=language)
        case AskAlive(number):
            return _line("alive?", number=number)
    return _line(_WORDS[type(order)])


def news_line(news: News) -> bytes:
    match news:
        case Unheard(trouble, values):
            return _line("unheard", trouble=trouble.value, values=values)
        case Alive():
            return _line("alive", **asdict(news))
        case Heard(what, text, at):
            return _line("heard", what=what.value, text=text, at=at)
        case Devices():
            return _line("devices", **asdict(news))
        case Voices():
            return _line("voices", **asdict(news))


def read_order(line: bytes) -> Order | None:
    """The order in ``line``; None for anything else."""
    return _read(line, _ORDERS)


def read_news(line: bytes) -> News | None:
    """The news in ``line``; None for anything else."""
    return _read(line, _NEWS)


# ---------------------------------------------------------------- writing


def _line(word: str, **values: object) -> bytes:
    return json.dumps({"tell": word, **values}, ensure_ascii=True).encode("ascii") + b"\n"


def _event_values(event: Event) -> dict[str, object]:
    match event:
        case Ring(at, bell):
            return {"at": at, "bell": bell.value}
        case Say(at, text, until, shorter):
            # JSON knows no infinity: where nothing follows, nothing is written.
            end = {} if until == float("inf") else {"until": until}
            return {"at": at, "say": text, "shorter": shorter, **end}
        case Swell(at, phases, count, is_breath):
            names = [[each.name.value, each.seconds, each.text] for each in phases]
            return {"at": at, "phases": names, "count": count, "breath": is_breath}


# ---------------------------------------------------------------- reading


def _read(line: bytes, readers: Mapping[str, Callable[[Fields], _Read]]) -> _Read | None:
    if len(line) > MOST_BYTES:
        return None
    try:
        fields = Fields(json.loads(line))
        reader = readers.get(fields.text("tell"))
        return None if reader is None else reader(fields)
    except (ValueError, RecursionError):  # of which `BadValueError` is one
        return None


def _wishes(fields: Fields) -> Wishes:
    return Wishes(
        mute=fields.flag("mute"),
        bells=fields.number("bells", 0.0, 1.0),
        swell=fields.number("swell", 0.0, 1.0),
        voice_volume=fields.number("voice_volume", 0.0, 1.0),
        talk=fields.one_of("talk", Talk),
        rate=fields.number("rate", 0.25, 4.0),
        engine=fields.text("engine"),
        voice=fields.text("voice"),
        device=fields.text("device"),
        count_reps=fields.flag("count_reps"),
    )


def _event(fields: Fields) -> Event:
    at = fields.number("at")
    if fields.has("bell"):
        return Ring(at, fields.one_of("bell", Bell))
    if fields.has("say"):
        until = fields.number("until") if fields.has("until") else float("inf")
        return Say(at, fields.text("say"), until, fields.texts("shorter"))
    phases = tuple(_phase(each) for each in fields.list("phases"))
    swell = Swell(at, phases, fields.whole("count", 1, 100_000), fields.flag("breath"))
    if not 0.0 < swell.seconds < 1e6:
        raise BadValueError("a swell of no time, or endless")
    return swell


def _phase(value: object) -> Phase:
    if not isinstance(value, list) or len(value) != 3:
        raise BadValueError("no phase")
    fields = Fields(dict(zip(("name", "seconds", "text"), value, strict=True)))
    seconds = fields.number("seconds", 0.001, 1e5)
    return Phase(fields.one_of("name", PhaseName), seconds, fields.text("text"))


def _piece(fields: Fields) -> Piece:
    score: Score = tuple(_event(Fields(each)) for each in fields.list("score"))
    speed = fields.number("speed", 0.01, 100.0)
    start, language = fields.number("start"), fields.text("language")
    return Piece(fields.whole("number"), score, start, speed, language)


def _engine(fields: Fields) -> Engine:
    voices = [Fields(each) for each in fields.list("voices")]
    return Engine(
        fields.text("id"),
        fields.text("name"),
        fields.flag("here"),
        fields.text("package"),
        tuple(EngineVoice(v.text("id"), v.text("name"), v.text("language")) for v in voices),
    )


def _devices(fields: Fields) -> Devices:
    found = [Fields(each) for each in fields.list("devices")]
    return Devices(tuple(Device(d.text("id"), d.text("name")) for d in found))


_ORDERS: dict[str, Callable[[Fields], Order]] = {
    "begin": lambda fields: Begin(_wishes(fields)),
    "piece": _piece,
    "clear": lambda _: Clear(),
    "try-bell": lambda fields: TryBell(fields.one_of("bell", Bell)),
    "try-voice": lambda fields: TryVoice(fields.text("text"), fields.text("language")),
    "devices?": lambda _: AskDevices(),
    "voices?": lambda _: AskVoices(),
    "alive?": lambda fields: AskAlive(fields.whole("number")),
    "quit": lambda _: Quit(),
}

_NEWS: dict[str, Callable[[Fields], News]] = {
    "unheard": lambda each: Unheard(each.one_of("trouble", Trouble), each.named_texts("values")),
    "alive": lambda each: Alive(each.whole("number"), each.flag("is_sounding")),
    "heard": lambda each: Heard(each.one_of("what", What), each.text("text"), each.number("at")),
    "devices": _devices,
    "voices": lambda each: Voices(tuple(_engine(Fields(one)) for one in each.list("engines"))),
}

"""Figure files as they come to be by accident, or by somebody who means harm."""

from collections.abc import Iterator
from random import Random

from tests.routines.figures.bodies import side_source

MOST = 256 * 1024
"""The bytes of the largest file that is read at all."""

_WORDS = (
    *(
        "nan",
        ".inf",
        "-.inf",
        "1e308",
        "-0",
        "9" * 400,
        "0.53",
        "[0, 0]",
        "[]",
        "{}",
        "[",
        "}",
        ":",
    ),
    *("*a", "&a ", "!!float ", "<<", "~", "|", ">", "'", '"', "\t", "\x00", "\ud7ff", "\u202e"),
    *("like", "loop", "hand", "far-hand", "left-hand", "band", "start", "hold", "front", "---\n"),
)


def mutated(source: str, random: Random) -> bytes:
    """``source`` with one to five accidents: what is lost, doubled, moved or typed amiss."""
    text = source
    for _ in range(random.randint(1, 5)):
        start = random.randrange(len(text) + 1)
        end = min(len(text), start + random.choice((0, 1, 1, 4, 40)))
        lines = text.splitlines(keepends=True) or [""]
        text = random.choice(
            (
                text[:start] + text[end:],
                text[:start] + random.choice(_WORDS) + text[end:],
                text[:start] + text[start:end] * random.randint(2, 50) + text[end:],
                text[:start],
                "".join(random.sample(lines, len(lines))),
                text.replace(str(random.randrange(10)), random.choice(_WORDS)),
            )
        )[:MOST]
    return text.encode("utf-8", "surrogatepass")


def _many(words: str, separator: str = ", ") -> str:
    """``words`` with a number in place of ``#``, as often as a file has room for."""
    found: list[str] = []
    room = MOST - 2000
    while room > 0:
        found.append(words.replace("#", str(len(found))))
        room -= len(found[-1]) + len(separator)
    return separator.join(found)


def hostile() -> Iterator[tuple[str, str]]:
    """Files full of what takes long to say something about, by what they are full of."""
    head = "name: A\nview: side\n"
    yield "keys", _many("a#: b\n", "")
    yield "joints", f"{head}postures:\n  a: {{{_many('hand#: 1')}}}\nloop: {{hold: a}}\n"
    yield "points", side_source("props: [{band: [" + _many("[a, b]") + "]}]")
    yield "phases", side_source(loop="{" + _many("u#: b") + "}")
    yield "a way's unknown names", side_source(loop="{in: [" + _many("u#") + "], out: a}")
    yield "a way's names", side_source(loop="{in: [" + _many("b, a") + "], out: a}")
    half = MOST // 2
    postures = head + "postures: {" + _many("p#: a")[:half].rpartition(",")[0]
    way = _many("u#")[: half - 500].rpartition(",")[0]
    yield "postures and names", f"{postures}}}\nloop: {{in: [{way}], out: a}}\n"
    yield "props", side_source("props: [" + _many("mat") + "]")
    yield "unknown props", side_source("props: [" + _many("u#") + "]")
    yield "props in one", side_source("props: [{" + _many("m#: 1") + "}]")
    yield "digits", side_source().replace("0.53", "9" * (MOST - 2000))
    yield "letters", side_source(loop="{hold: " + "a" * (MOST - 2000) + "}")
    yield "brackets", f"{head}loop: " + "[" * (MOST - 2000)
    yield "tabs", "\t\n" * (half - 10)
    yield "anchors", head + "postures: {" + _many("&a# x#: *a#")
    circle = "".join(f"  p{each}: {{like: p{(each + 1) % 64}}}\n" for each in range(64))
    yield "likes in a circle", f"{head}postures:\n{circle}loop: {{hold: p1}}\n"

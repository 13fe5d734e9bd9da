"""How fast files are read and timelines built."""

import tempfile
from pathlib import Path

from bench.measure import Figure, median_ms
from routines.catalogue import load_catalogue
from routines.lookup import LIBRARY, Folders
from routines.reader import Reader
from routines.timeline import timeline_of

FILES = 1000
HOSTILE = {
    "empty": b"",
    "1 MB": b"x" * 1_000_000,
    "binary": bytes(range(256)) * 900,
    "120,000 brackets": b"[" * 120_000,
    "alias bomb": b"a: &a [x, x, x]\nb: &b [*a, *a, *a]\nname: x\nsteps: [*b, *b]\n",
    "20,000 steps": b"name: x\nsteps:\n" + b"- rest: 1s\n" * 20_000,
    "25,000 unknown keys": b"".join(b"key%05d: 1\n" % number for number in range(20_000)),
    "one line of 250 kB": b"name: " + b"word " * 50_000,
}


def figures() -> list[Figure]:
    """Loading 1,000 copies of the library, the largest timeline, and hostile files."""
    with tempfile.TemporaryDirectory() as folder:
        _copy_library(Path(folder))
        loading = median_ms(lambda: load_catalogue(Folders(user=Path(folder))), 5)
    reading = Reader().read_text(_largest(), "largest")
    assert reading.routine is not None, "the benchmark's own routine must play"
    routine = reading.routine
    building = median_ms(lambda: timeline_of(routine), 50)
    found = [
        Figure(f"load and check {FILES} routine files", f"{loading:.0f} ms", "under 1 s"),
        Figure("build a 500-step timeline", f"{building:.2f} ms", "under 10 ms"),
    ]
    for name, source in HOSTILE.items():
        taken = median_ms(lambda source=source: Reader().read_text(source, "hostile"), 3)  # type: ignore[misc]
        found.append(Figure(f"refuse a hostile file: {name}", f"{taken:.1f} ms", "under 1 s"))
    return found


def _copy_library(folder: Path) -> None:
    texts = [path.read_bytes() for path in sorted(LIBRARY.glob("*.yaml"))]
    for number in range(FILES):
        (folder / f"routine-{number:04}.yaml").write_bytes(texts[number % len(texts)])


def _largest() -> str:
    """A routine with as many steps as are allowed, nested and sided."""
    step = "      - hold: Stretch {n}\n        for: 5s\n        sides: left-right\n"
    steps = "".join(step.format(n=number) for number in range(50))
    return f"name: Largest\nsteps:\n  - repeat: 10\n    rest: 5s\n    steps:\n{steps}"

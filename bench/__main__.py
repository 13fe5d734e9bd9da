"""``make bench``: prints every figure, ours beside what it was hoped to be."""

from bench import history, idle, reading, sound, window
from bench.measure import show

if __name__ == "__main__":
    show(reading.figures())
    show(history.figures())
    show(window.figures())
    show(sound.figures())
    show(idle.figures())

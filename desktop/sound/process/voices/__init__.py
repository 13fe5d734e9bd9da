"""Engines that turn sentences into samples, the choice among them, and the worker that asks them.

`find_voice` gives the voice that the mixer asks, `known_engines` what a person can choose from.
"""

from desktop.sound.process.voices.choose import find_voice, known_engines

__all__ = ["find_voice", "known_engines"]

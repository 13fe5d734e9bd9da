"""Tests of `routines` and `desktop`, laid out as they are; `journeys` drives the real program."""

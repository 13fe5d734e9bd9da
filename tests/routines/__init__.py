"""Tests of `routines`, one file for each of its modules; none of them needs Qt or a screen."""

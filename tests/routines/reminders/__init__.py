"""Tests of `routines.reminders`."""

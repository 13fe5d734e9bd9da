"""Tests of the meetings in a person's calendar files."""

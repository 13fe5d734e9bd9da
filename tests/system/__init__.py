"""Tests of `desktop/system`, with the real servers and services where they can be had."""

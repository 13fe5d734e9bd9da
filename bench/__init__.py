"""Measurements, run by ``make bench``. Never part of the tests: machines are noisy."""

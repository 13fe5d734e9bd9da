"""Tests of the pictures on demand."""

"""Colours, sizes, labels."""

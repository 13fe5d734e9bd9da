"""Figures: the shape of a body and how it is painted."""

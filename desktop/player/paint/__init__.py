"""Painting: takes a scene and a painter, decides nothing."""

"""Journeys of a person through the window, with keys and mouse."""

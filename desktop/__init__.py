"""The desktop program: its window, its player and its commands."""

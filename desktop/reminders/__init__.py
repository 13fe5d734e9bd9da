"""Reminding: when to, what to say, and the ways to show it."""

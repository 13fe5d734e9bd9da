"""The routines to choose from, and one of them in detail."""

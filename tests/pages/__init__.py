"""The pages, as far as they are values."""

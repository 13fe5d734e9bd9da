"""The page of what was written."""

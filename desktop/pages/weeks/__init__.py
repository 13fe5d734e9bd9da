"""Looking back: the days of a year, what was rated, and what it may tell. Values in, wishes out."""

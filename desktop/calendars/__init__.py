"""When the next meetings begin, from calendar files on this machine that the person names.

Only the moments leave this package: titles, places and people are never kept.
"""

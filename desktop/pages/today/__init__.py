"""The page Today: what fits now, what comes next, how the week went, and how it is."""

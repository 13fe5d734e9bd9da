"""One look: colour roles, sizes, the style sheet and drawn signs."""

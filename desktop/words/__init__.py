"""Values in words: one place for each kind, for the window and the terminal alike. No Qt."""

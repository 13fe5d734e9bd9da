"""The reminders: which are on, when they come, and what comes next."""

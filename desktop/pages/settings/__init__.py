"""The settings: what holds for all reminders, and what works on this system."""

"""Reminder files: when to come, what to say and which routine to offer.

What is decided from them during the day is the business of ``desktop.reminders``.
"""

"""A routine with a step of every kind that waits for the person."""

EVENING = """
    name: Good evening
    steps:
      - write: What is on your mind?
        for: 5m
      - rate: How tight is it?
        as: tension
      - choose: Does it help?
        options: [yes, not really, no]
      - check: Your desk
        items: [Feet flat, Shoulders hang, Screen at eye level]
      - wait: Lie down.
      - say: Good night.
        for: 4s
"""
WRITE, RATE, CHOOSE, CHECK, WAIT, SAY = range(6)

"""The terminal: playing in it, and the commands that need no window. No Qt in here.

Lines are decided by pure functions; ``tty`` alone knows how a terminal is talked to.
"""

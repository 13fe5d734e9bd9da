"""The control channel: how a second start, or a command, speaks to the program that runs."""

"""What to do, for how long and in what order: the routine files, read, timed and played.

Nothing in here knows of a window, a screen or an operating system; it imports the standard
library and PyYAML only. The stream runs one way:

    file -> nodes -> Routine or problems -> Timeline -> Playback
"""

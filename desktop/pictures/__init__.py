"""Pictures of the program: its pages, the faces of the player and the figures, from fixed data.

Loaded by the command ``unbrace pictures`` alone. Nothing of the person's is read, shown or touched,
nothing asks the system for anything, and two runs give the same bytes.
"""

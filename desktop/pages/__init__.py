"""The pages of the window. They show what they are given and say what the person wants; they
know neither each other nor what keeps things.
"""

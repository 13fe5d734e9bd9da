"""The faces of the open steps: writing, rating, choosing, checking. One module each."""

"""The player: its scenes and what it paints of them."""

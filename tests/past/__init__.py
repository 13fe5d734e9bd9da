"""What the kept days tell."""

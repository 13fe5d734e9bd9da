"""What the operating system has to offer, or not: each part with an honest answer."""

"""Moving figures: postures of one body, how they are moved through, and the pose at a moment."""

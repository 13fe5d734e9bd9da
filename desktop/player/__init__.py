"""The player: from a playback to what is seen. ``scene`` decides, ``paint`` draws."""

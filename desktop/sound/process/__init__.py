"""The sound process: it owns loudspeaker and voice. The window never imports it."""

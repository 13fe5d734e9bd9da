"""What the kept days tell, as plain values: pure, without Qt, and without the store itself."""

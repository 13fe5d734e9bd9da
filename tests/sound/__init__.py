"""What is heard, and the process that makes it heard."""

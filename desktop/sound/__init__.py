"""What a routine sounds like, and the process that makes it heard."""

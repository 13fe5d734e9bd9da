"""What is kept, and where: on the person's own computer and nowhere else. No Qt in here."""

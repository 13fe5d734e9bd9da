"""What has been done, felt and written, in one SQLite file. No Qt in here."""

"""When to see someone: the page, the quiet card and the page to take along."""

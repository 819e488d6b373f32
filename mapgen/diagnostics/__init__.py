"""Facts about a spec -> text for the people who wrote it."""

"""One module, one format of a report of what changed."""

"""One module, one format of a report of how a journey moved."""

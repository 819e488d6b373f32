"""A table of cells -> the data of a spec, whichever program has written the table."""

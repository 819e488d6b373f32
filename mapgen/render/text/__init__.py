"""Journey -> a map in characters, for a terminal or a text file."""

"""Source and schema -> everything that has the wrong shape."""

"""The edge to a terminal: standard streams, exit codes, and messages for people."""

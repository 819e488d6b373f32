"""Journey, Analysis -> plain data for other programs. Its shape is a promise: see docs/json.md."""

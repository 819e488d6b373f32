"""`mapgen.toml` and `[tool.mapgen]` -> settings, and what is wrong with them."""

"""Specs -> maps on the disk: which specs, what is built of each, and whether maps are up to date."""

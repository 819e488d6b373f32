"""Source -> Journey."""

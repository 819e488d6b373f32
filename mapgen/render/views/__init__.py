"""Drawing -> Scene: each way to look at a journey is one module."""

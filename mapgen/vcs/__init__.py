"""The edge to git: revisions, trees, and which spec is which in them."""

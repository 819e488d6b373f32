"""One module a language; each has every key."""

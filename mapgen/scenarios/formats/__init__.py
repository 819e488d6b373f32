"""One module a format of a listing; its name is what `--to` calls it."""

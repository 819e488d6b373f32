"""One module a table; its name is the table's id."""

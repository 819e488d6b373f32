"""One format a module; the module's name is the format's id."""

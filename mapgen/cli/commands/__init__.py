"""The commands, one a module; each offers a click command as `COMMAND`."""

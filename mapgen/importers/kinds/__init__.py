"""The importers: one module a format, which offers it as `IMPORTER`; the module's name is the format's id."""

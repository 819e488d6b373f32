"""Diagnostics -> text for a reader: one module, one reporter."""

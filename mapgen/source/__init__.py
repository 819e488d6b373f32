"""YAML text -> Source: data, and where it stands in the text."""

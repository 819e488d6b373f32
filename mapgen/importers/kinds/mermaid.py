"""Journeys of Mermaid, in files of their own or in the fences of a Markdown file."""

from mapgen.importers.importer import Importer
from mapgen.importers.mermaid.importing import read, recognize

IMPORTER = Importer((".mmd", ".mermaid"), recognize, read, frozenset({"fence", "actors"}))

"""Journeys in Markdown: a table, or headings with lists below them."""

from mapgen.importers.importer import Importer
from mapgen.importers.markdown.importing import read, recognize

IMPORTER = Importer((".md", ".markdown"), recognize, read, frozenset({"columns"}))

"""Tables as values with tabs between them, as spreadsheets copy them."""

from mapgen.importers.importer import Importer
from mapgen.importers.tables.delimited import TABLE_OPTIONS, read_with_tabs, recognize_tabs

IMPORTER = Importer((".tsv", ".tab"), recognize_tabs, read_with_tabs, TABLE_OPTIONS)

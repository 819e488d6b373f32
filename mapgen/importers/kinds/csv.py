"""Tables as comma-separated values, with whichever delimiter and in whichever encoding they were written."""

from mapgen.importers.importer import Importer
from mapgen.importers.tables.delimited import TABLE_OPTIONS, read, recognize

IMPORTER = Importer((".csv",), recognize, read, TABLE_OPTIONS)

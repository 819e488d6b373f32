"""Journey maps of DGMO, in files of their own."""

from mapgen.importers.dgmo import read, recognize
from mapgen.importers.importer import Importer

IMPORTER = Importer((".dgmo",), recognize, read)

"""A file of another tool -> the data of a spec, and what was dropped, guessed or looks wrong on the way.

    ImportFile ──detection──> Importer ──read──> Imported: data, remarks
                                                  └──finish──> the text of a spec

An importer is one module in `kinds/`. It is handed bytes and knows no disk; what it makes goes through the front door
like any spec that a person has written.
"""

from mapgen.importers.importer import Importer
from mapgen.registry import Offers

IMPORTERS = Offers("mapgen.importers.kinds", "IMPORTER", Importer)

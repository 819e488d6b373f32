"""A file -> the importer for it: by what is in it, then by its name."""

from mapgen.diagnostics.phrases import listed
from mapgen.importers import IMPORTERS
from mapgen.importers.importer import Confidence, ImportFile

_NAMED = Confidence.LIKELY + 0.5


def detect(document: ImportFile) -> str | None:
    """Return the id of the importer that fits best; None where none fits.

    What is surely of a format is of that format; else the ending of the name decides, then the likeliest content.
    """
    found = {name: _rank(name, document) for name in IMPORTERS}
    best = max(found, key=lambda name: found[name])
    return best if found[best] > Confidence.NO else None


def suffixes() -> str:
    """Return an enumeration of the endings of files that can be imported."""
    return listed([suffix for importer in IMPORTERS.values() for suffix in importer.suffixes])


def _rank(name: str, document: ImportFile) -> float:
    importer = IMPORTERS[name]
    seen = importer.recognize(document)
    named = document.name.lower().endswith(importer.suffixes)
    return max(float(seen), _NAMED) + 0.1 * seen if named else float(seen)

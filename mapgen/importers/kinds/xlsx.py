"""Tables in Excel workbooks (.xlsx, .xlsm), of which macros are not read, nor formulas evaluated."""

from mapgen.importers.importer import Confidence, Importer, ImportFile
from mapgen.importers.workbook.journey import read

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOOKED_AT = 4_000


def recognize(document: ImportFile) -> Confidence:
    """Return whether a file is a zip file with the parts of a workbook, or one of the older format."""
    data = document.data
    if data.startswith(_OLE):
        return Confidence.LIKELY
    if not data.startswith(_ZIP):
        return Confidence.NO
    return (
        Confidence.SURE
        if b"xl/" in data[:_LOOKED_AT] or b"xl/workbook" in data[-_LOOKED_AT * 16 :]
        else Confidence.LIKELY
    )


IMPORTER = Importer((".xlsx", ".xlsm"), recognize, read, frozenset({"columns", "sheet"}))

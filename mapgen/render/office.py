"""A package of an office program (a zip file) -> the same package, with the same bytes on every machine.

Its files are not compressed, because each release of a compressor may write other bytes; git compresses them anyway.
So a program that saves the package takes away the mark of mapgen, which stands in the properties as it is.
"""

import io
import zipfile

from mapgen.render.stamp import OFFICE_KEYWORD

KEYWORD = OFFICE_KEYWORD
"""What the property "keywords" of a package has to be."""

_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a zip file knows
_NO_ATTRIBUTES = 0


def repacked(package: bytes) -> bytes:
    """Return a package without dates, and with its files as they are."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, _DAY)
            info.create_system = 0  # else the system it is made on
            info.external_attr = _NO_ATTRIBUTES
            target.writestr(info, source.read(name))
    return out.getvalue()

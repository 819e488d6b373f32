"""A parsed spec: plain data, and where each key and value of it stands in the text."""

from collections.abc import Mapping

from mapgen.diagnostics.span import Span
from mapgen.record import record

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Place = tuple[int, int, int, int]
"""Line, column, end line, end column, as in `Span`; a bare tuple, because a large spec has a hundred thousand."""


@record
class Source:
    """One spec as it was read.

    `values` and `keys` are indexed by RFC 6901 pointer; `keys` holds the place of the key that leads to a value.
    """

    name: str
    text: str
    data: Json
    values: Mapping[str, Place]
    keys: Mapping[str, Place]

    def locate(self, pointer: str, *, key: bool = False) -> Span | None:
        """Return the place of a value (or, with `key`, of the key that leads to it), else that of what holds it."""
        while True:
            place = (self.keys.get(pointer) if key else None) or self.values.get(pointer)
            if place is not None:
                return Span(*place)
            if not pointer:
                return None
            pointer = pointer.rpartition("/")[0]

"""How a layout of event data holds what is not a column: a condition on `properties.url` reads a key of a column.

Each layout is a module in `mapgen/observe/layouts`; which columns it fills in is said in `mapgen/model`.
"""

from collections.abc import Mapping
from typing import Literal

from mapgen.observe.dialect import Dialect
from mapgen.record import record

Holding = Literal["object", "parameters"]
"""What a column holds: JSON or an object with keys; or a list of keys and values, as GA4 has it."""


@record
class Layout:
    """The columns into which conditions reach with a dot; a name with a dot in other columns is a name."""

    nested: Mapping[str, Holding]
    all_nested: bool = False
    """Whether a dot reaches into any column, as into an object."""

    def read(self, column: str, dialect: Dialect) -> str:
        """Return the SQL of a column or of what is nested in it."""
        outer, dot, key = column.partition(".")
        holding = self.nested.get(outer, "object" if self.all_nested else None) if dot and key else None
        if holding is None:
            return dialect.name(column)
        read = dialect.parameter if holding == "parameters" else dialect.nested
        return read(dialect.name(outer), key)

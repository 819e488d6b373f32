"""Where something stands in a text."""

from typing import NamedTuple


class Span(NamedTuple):
    """A range of a text: lines and columns count from 1, columns in code points, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int

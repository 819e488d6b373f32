"""What mapgen has to say about a spec, as a value."""

from enum import IntEnum

from mapgen.diagnostics.span import Span
from mapgen.record import record


class Severity(IntEnum):
    """How bad it is, told by its consequence for the map; a higher value is worse."""

    INFO = 1  # the map could say more
    WARNING = 2  # a map can be made and will mislead
    ERROR = 3  # no map can be made, or the journey on it cannot be walked


@record
class Diagnostic:
    """One fact about a spec.

    `message` states the fact: lower case, no full stop, the author's words in "double quotes", keys in `backticks`.
    `hint` says what to do. `span` is None where the fact is about the file as a whole.
    `pointer` is the RFC 6901 pointer to the guilty value, "" for the whole document; `address` leads there by ids, so
    that it stays the same when things move, "" where nobody worked it out.
    """

    code: str
    message: str
    severity: Severity = Severity.ERROR
    span: Span | None = None
    hint: str | None = None
    pointer: str = ""
    address: str = ""

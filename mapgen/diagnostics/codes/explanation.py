"""What a code means, for someone who has just met it."""

from mapgen.record import record


@record
class Explanation:
    """A code, what it says, why that matters, and two small specs: `bad` gets the code, `good` gets nothing.

    The specs are None where no short text could show it.
    """

    code: str
    summary: str
    why: str
    bad: str | None = None
    good: str | None = None

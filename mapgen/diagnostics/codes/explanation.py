"""The explanation of a diagnostic code."""

from mapgen.record import record


@record
class Explanation:
    """A code, a summary, the reason for it, and two small specs: `bad` gets the code, `good` gets no diagnostic.

    The specs are None if no short example exists.
    """

    code: str
    summary: str
    why: str
    bad: str | None = None
    good: str | None = None

"""Former ids of rules and codes -> current ones, with a hint on standard error."""

from mapgen.audit.renamed import RENAMED, current, report
from mapgen.terminal import console


def accept(rule: str, *, hint: str | None = None) -> str:
    """Return the current id of a rule or code; the use of a former one is reported."""
    if rule in RENAMED:
        found = report(rule, hint=hint)
        console.report_error(found.code, found.message, found.hint, severity=found.severity)
    return current(rule)

"""Former id of a rule or code -> its current id. Specs, settings, baselines and command lines can use either."""

from collections.abc import Mapping
from types import MappingProxyType

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import key, quoted
from mapgen.diagnostics.span import Span

RENAMED: Mapping[str, str] = MappingProxyType(
    {
        "file-trouble": "file-error",
        "opportunity-for-nothing": "opportunity-without-pain-point",
        "way-to-empty-stage": "edge-to-empty-stage",
    }
)


def current(rule: str) -> str:
    """Return the current id of a rule or code.

    >>> current("opportunity-for-nothing"), current("hypothesis")
    ('opportunity-without-pain-point', 'hypothesis')
    """
    return RENAMED.get(rule, rule)


def report(rule: str, *, span: Span | None = None, hint: str | None = None) -> Diagnostic:
    """Return the diagnostic for the use of a former id."""
    from mapgen.audit import RULES

    message = f"{'rule' if current(rule) in RULES else 'code'} {quoted(rule)} has been renamed"
    return Diagnostic("renamed-rule", message, Severity.INFO, span, hint or f"use {key(current(rule))}")

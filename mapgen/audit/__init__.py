"""Journey, Analysis -> findings, rule by rule; each rule is a module in `rules/`."""

from collections.abc import Iterator
from datetime import date

from mapgen.analysis import Analysis
from mapgen.audit.policy import Policy
from mapgen.audit.rule import Case, Rule
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.model.journey import Journey
from mapgen.registry import Offers

RULES = Offers("mapgen.audit.rules", "RULE", Rule)


def audit(journey: Journey, analysis: Analysis, policy: Policy) -> tuple[Diagnostic, ...]:
    """Return the findings of the rules of a policy, by pointer, in the order of the spec.

    Rules that need the current date find nothing if the policy has none.
    """
    return tuple(sorted(_findings(journey, analysis, policy), key=_place))


def _findings(journey: Journey, analysis: Analysis, policy: Policy) -> Iterator[Diagnostic]:
    day = date.fromisoformat(policy.day) if policy.day else None
    for name in policy.chosen(RULES):
        rule = RULES[name]
        if rule.needs_day and day is None:
            continue
        settings = {**{key: setting.default for key, setting in rule.settings.items()}, **policy.settings.get(name, {})}
        case = Case(journey, analysis, settings, day, strict=policy.strict)
        severity = policy.severities.get(name) or rule.severity
        for finding in rule.check(case):
            yield Diagnostic(name, finding.message, severity, hint=finding.hint, pointer=finding.pointer)


def _place(finding: Diagnostic) -> tuple[list[tuple[int, str]], str]:
    parts = finding.pointer.split("/")
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts], finding.code

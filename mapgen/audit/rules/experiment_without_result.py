"""An experiment is over, and nobody wrote down what came of it.

An experiment is over on the day after `to`; one without an end is asked for its result after the days of the setting.

Bad, on 2026-11-01::

    title: Morning coffee
    stages: [{name: Order, touchpoints: [Orders]}]
    experiments: [{name: Second till, from: 2026-08-01, to: 2026-08-31}]

Good, on 2026-11-01::

    title: Morning coffee
    stages: [{name: Order, touchpoints: [Orders]}]
    experiments: [{name: Second till, from: 2026-08-01, to: 2026-08-31, result: Two minutes less}]
"""

from collections.abc import Iterator

from mapgen.audit.days import age
from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted


def check(case: Case) -> Iterator[Finding]:
    """Find experiments that must have a result by the day of the audit."""
    assert case.day, "the rule says that it needs a day"  # noqa: S101 - tells mypy
    hint = "write what came of it as `result`, or a later day as `to`"
    for one in case.journey.experiments:
        if one.result is not None:
            continue
        if one.end is not None and age(one.end, case.day) > 0:
            yield Finding(one.pointer, f"the experiment {quoted(one.name)} ended on {one.end} without a result", hint)
        elif one.end is None and one.start is not None and age(one.start, case.day) > case.number("days"):
            message = f"the experiment {quoted(one.name)} has run since {one.start} without an end or a result"
            yield Finding(one.pointer, message, hint)


RULE = Rule(
    __doc__,
    Severity.INFO,
    check,
    {"days": Setting(180, "after how many days an experiment without an end should have a result")},
    needs_day=True,
)

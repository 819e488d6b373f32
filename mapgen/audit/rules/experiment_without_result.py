"""A finished experiment without a result.

An experiment is over on the day after `to`. One without `to` should have a result within `days` days of `from`.

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

from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model.calendar import age_in_days


def check(case: Case) -> Iterator[Finding]:
    """Find experiments that should have a result on the day of the audit."""
    assert case.day, "the rule says that it needs a day"  # noqa: S101 - for mypy
    hint = "add `result`, or set `to` to a later date"
    for experiment in case.journey.experiments:
        if experiment.result is not None:
            continue
        subject, start, end = f"experiment {quoted(experiment.name)}", experiment.start, experiment.end
        if end is not None and age_in_days(end, case.day) > 0:
            yield Finding(experiment.pointer, f"{subject} ended on {end} without a result", hint)
        elif end is None and start is not None and age_in_days(start, case.day) > case.number("days"):
            message = f"{subject} has been running since {start} without an end or a result"
            yield Finding(experiment.pointer, message, hint)


RULE = Rule(
    __doc__,
    Severity.INFO,
    check,
    {"days": Setting(180, "the number of days after which an experiment without an end should have a result")},
    needs_day=True,
)

"""Specs that were read -> what an audit says of them that the baseline of the project does not hold."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from mapgen.audit import RULES
from mapgen.audit.baseline import Baseline, BaselineError, parse
from mapgen.audit.policy import Policy
from mapgen.audit.renamed import current
from mapgen.audit.run import run_audit
from mapgen.build.specs import LoadedSpec, Spec
from mapgen.config.settings import Settings
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import counted, key, quoted
from mapgen.files.errors import FileError, shown
from mapgen.files.reading import read
from mapgen.files.writing import Output, write
from mapgen.record import replace
from mapgen.terminal.former_rules import accept

FILE = "mapgen-baseline.json"
"""The name of the baseline; it lies beside the settings, or in the current folder where there are none."""


def policy_of(settings: Settings, select: Sequence[str], ignore: Sequence[str], day: date | None) -> Policy:
    """Return the policy of a run: that of the settings, but for what the command line says.

    A rule that the command line selects is followed even where the settings turn it off.
    """
    policy = settings.audit or Policy()
    policy = replace(policy, day=(day or date.today()).isoformat())  # noqa: DTZ011 - the day of who asks
    if select:
        policy = replace(policy, select=tuple(select), ignore=())
    return replace(policy, ignore=(*policy.ignore, *ignore))


def findings(read: LoadedSpec, settings: Settings) -> tuple[Diagnostic, ...]:
    """Return the findings that a map shows: neither waived nor in the baseline, and none that depends on the day."""
    policy = settings.audit or Policy()
    try:
        found = Audit(policy, settings.folder).of(read)
    except BaselineError as error:
        message = f"{shown(settings.folder / FILE)} is invalid: {error}"
        raise FileError(message) from error
    return tuple(one for one in found if one.code in RULES)


class Audit:
    """An audit of one spec after the other; `waived` and `known` count the findings that are not reported."""

    def __init__(self, policy: Policy, folder: Path) -> None:
        """Start with the baseline of a folder; BaselineError or FileError if it cannot be used."""
        self.waived = 0
        self.known = 0
        self._path = folder / FILE
        self._policy = policy
        self._applied = tuple(policy.chosen(RULES))
        self._baseline = _read(self._path)
        self._updated = self._baseline
        self._gone: list[Diagnostic] = []

    def of(self, spec: LoadedSpec) -> tuple[Diagnostic, ...]:
        """Return the findings to report for the journey of a spec, nothing if it has none."""
        source, journey = spec.checked.source, spec.checked.journey
        if source is None or journey is None:
            return ()
        result = run_audit(source, journey, self._policy)
        self.waived += result.waived_count
        path = self._relative(spec.spec)
        if path is None:
            return result.reported
        found = [finding for finding in result.reported if finding.code in RULES]
        new = tuple(finding for finding in result.reported if not self._baseline.knows(path, finding))
        self.known += len(result.reported) - len(new)
        self._updated = self._updated.updated(path, found, self._applied)
        self._gone += _stale(path, self._baseline.stale_rules(path, found, self._applied))
        return new

    def stale(self) -> tuple[str, tuple[Diagnostic, ...]]:
        """Return the name of the baseline, and a diagnostic for each of its entries that is fixed."""
        return shown(self._path), tuple(self._gone)

    def report_renamed(self) -> None:
        """Report former ids of rules in the settings and the baseline."""
        for rule in dict.fromkeys(self._policy.renamed):
            accept(rule, hint=f"use {key(current(rule))} in the settings")
        for rule in self._baseline.renamed:
            update = f"`mapgen validate --update-baseline` updates {shown(self._path)}"
            accept(rule, hint=f"it is {key(current(rule))} now; {update}")

    def update(self) -> str:
        """Update the baseline, and return a message with its size; specs that no longer exist are removed."""
        existing = [path for path in self._updated.known if os.path.lexists(self._path.parent / path)]
        updated = self._updated.only(existing)
        write([Output(self._path, updated.text().encode())])
        return f"{shown(self._path)} contains {counted(updated.size, 'finding')}"

    def _relative(self, spec: Spec) -> str | None:
        """Return the path of a spec from the baseline on, with slashes; None for standard input."""
        if spec.path is None:
            return None
        try:
            return Path(os.path.relpath(spec.path, self._path.parent)).as_posix()
        except ValueError:  # another drive
            return spec.path.absolute().as_posix()


def _read(path: Path) -> Baseline:
    if not os.path.lexists(path):
        return Baseline()
    try:
        return parse(read(path, follow=False))
    except FileError as trouble:
        raise BaselineError(str(trouble)) from trouble


def _stale(path: str, rules: Sequence[str]) -> list[Diagnostic]:
    if not rules:
        return []
    what = "a finding" if len(rules) == 1 else counted(len(rules), "finding")
    verb = "is" if len(rules) == 1 else "are"
    message = f"{what} of {quoted(path)} in the baseline {verb} fixed: {', '.join(dict.fromkeys(rules))}"
    hint = "`mapgen validate --update-baseline` removes them"
    return [Diagnostic("stale-baseline", message, Severity.INFO, hint=hint)]

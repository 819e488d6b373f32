"""Specs that were read -> what an audit says of them that the baseline of the project does not hold."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from mapgen.audit import RULES
from mapgen.audit.baseline import Baseline, BaselineError, parse
from mapgen.audit.inspection import inspect
from mapgen.audit.policy import Policy
from mapgen.cli.settings import Settings
from mapgen.cli.specs import Read, Spec
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import counted, quoted
from mapgen.files.reading import read
from mapgen.files.trouble import FileTroubleError, shown
from mapgen.files.writing import Output, write
from mapgen.record import replace

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


def findings(read: Read, settings: Settings) -> tuple[Diagnostic, ...]:
    """Return the findings that a map shows: neither waived nor in the baseline, and none that depends on the day."""
    policy = settings.audit or Policy()
    try:
        found = Audit(policy, settings.folder).of(read)
    except BaselineError as error:
        message = f"{shown(settings.folder / FILE)} cannot be followed: {error}"
        raise FileTroubleError(message) from error
    return tuple(one for one in found if one.code in RULES)


class Audit:
    """An audit of one spec after the other; `waived` and `held` count the findings that are not told."""

    def __init__(self, policy: Policy, folder: Path) -> None:
        """Begin with the baseline of a folder; BaselineError or FileTroubleError where it cannot be used."""
        self.waived = 0
        self.held = 0
        self._path = folder / FILE
        self._policy = policy
        self._followed = tuple(policy.chosen(RULES))
        self._baseline = _read(self._path)
        self._renewed = self._baseline
        self._gone: list[Diagnostic] = []

    def of(self, one: Read) -> tuple[Diagnostic, ...]:
        """Return what there is to say about the journey of a spec, nothing where it has none."""
        source, journey = one.checked.source, one.checked.journey
        if source is None or journey is None:
            return ()
        waived = inspect(source, journey, self._policy)
        self.waived += waived.number
        path = self._relative(one.spec)
        if path is None:
            return waived.told
        found = [finding for finding in waived.told if finding.code in RULES]
        told = tuple(finding for finding in waived.told if not self._baseline.holds(path, finding))
        self.held += len(waived.told) - len(told)
        self._renewed = self._renewed.renewed(path, found, self._followed)
        self._gone += _stale(path, self._baseline.gone(path, found, self._followed))
        return told

    def stale(self) -> tuple[str, tuple[Diagnostic, ...]]:
        """Return the name of the baseline, and what it holds that is not there any more."""
        return shown(self._path), tuple(self._gone)

    def update(self) -> str:
        """Write the baseline anew, and say what it holds; specs that are gone leave it."""
        there = [path for path in self._renewed.held if os.path.lexists(self._path.parent / path)]
        renewed = self._renewed.only(there)
        write([Output(self._path, renewed.text().encode())])
        return f"{shown(self._path)} holds {counted(renewed.size, 'finding')}"

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
    except FileTroubleError as trouble:
        raise BaselineError(str(trouble)) from trouble


def _stale(path: str, rules: Sequence[str]) -> list[Diagnostic]:
    if not rules:
        return []
    what = "a finding" if len(rules) == 1 else counted(len(rules), "finding")
    verb = "is" if len(rules) == 1 else "are"
    message = f"{what} of {quoted(path)} that {verb} held here {verb} gone: {', '.join(dict.fromkeys(rules))}"
    hint = "`mapgen validate --update-baseline` takes them out"
    return [Diagnostic("stale-baseline", message, Severity.INFO, hint=hint)]

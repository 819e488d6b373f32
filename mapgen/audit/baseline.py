"""Findings that a project lives with for now <-> the text of its baseline file.

A baseline lets an old project start green: what it holds is not told, what is new is. It knows a finding by its spec,
its rule and its address, so that one that was dismissed does not come back when lines or stages move.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.record import record

VERSION = 1

_KEY = "mapgen-baseline"
_FINDINGS = "findings"

Held = Mapping[str, Mapping[str, frozenset[str]]]
"""Addresses by rule (id), by the path of the spec."""


class BaselineError(Exception):
    """The text is no baseline; the message says why."""


@record
class Baseline:
    """The findings that are not told. Paths are relative to the file, with slashes."""

    held: Held = MappingProxyType({})

    @property
    def size(self) -> int:
        """How many findings are not told."""
        return sum(len(addresses) for rules in self.held.values() for addresses in rules.values())

    def holds(self, spec: str, finding: Diagnostic) -> bool:
        """Whether a finding in a spec is not told."""
        return finding.address in self.held.get(spec, {}).get(finding.code, ())

    def gone(self, spec: str, findings: Iterable[Diagnostic], followed: Collection[str]) -> tuple[str, ...]:
        """Return the rule (id) of each entry for a spec that nothing was found for, of rules that were followed."""
        there = {(one.code, one.address) for one in findings}
        held = self.held.get(spec, {})
        return tuple(
            rule for rule in sorted(held) if rule in followed for at in sorted(held[rule]) if (rule, at) not in there
        )

    def renewed(self, spec: str, findings: Iterable[Diagnostic], followed: Collection[str]) -> "Baseline":
        """Return the same with the findings of a spec instead of what it held; other rules and specs stay."""
        kept = {rule: set(addresses) for rule, addresses in self.held.get(spec, {}).items() if rule not in followed}
        for one in findings:
            kept.setdefault(one.code, set()).add(one.address)
        own = {rule: frozenset(addresses) for rule, addresses in kept.items()}
        return Baseline({**self.held, spec: own})

    def only(self, specs: Collection[str]) -> "Baseline":
        """Return the same for these specs alone."""
        return Baseline({spec: rules for spec, rules in self.held.items() if spec in specs})

    def text(self) -> str:
        """Return the content of the file: sorted, so that a change is a small one."""
        held = {
            spec: {rule: sorted(addresses) for rule, addresses in sorted(rules.items()) if addresses}
            for spec, rules in sorted(self.held.items())
        }
        data = {_KEY: VERSION, _FINDINGS: {spec: rules for spec, rules in held.items() if rules}}
        return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def parse(text: bytes) -> Baseline:
    """Return the baseline that a file holds; BaselineError where it holds none."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        message = "it is not JSON"
        raise BaselineError(message) from error
    version = data.get(_KEY) if isinstance(data, dict) else None
    if version != VERSION:
        message = "it is not a baseline that this version of mapgen knows"
        raise BaselineError(message)
    found = data.get(_FINDINGS)
    if not isinstance(found, dict) or not all(map(_is_right, found.values())):
        message = f'its "{_FINDINGS}" are not addresses by rule by spec'
        raise BaselineError(message)
    return Baseline({spec: {rule: frozenset(items) for rule, items in rules.items()} for spec, rules in found.items()})


def _is_right(rules: object) -> bool:
    return isinstance(rules, dict) and all(
        isinstance(addresses, list) and all(isinstance(one, str) for one in addresses) for addresses in rules.values()
    )

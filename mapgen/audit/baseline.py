"""Known findings of a project <-> the text of its baseline file.

With a baseline, a project starts without findings: those in the baseline are not reported, new ones are. A finding is
identified by its spec, rule and address, so that it stays known when lines or stages move.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from mapgen.audit.renamed import RENAMED, current
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.record import record

VERSION = 1

_KEY = "mapgen-baseline"
_FINDINGS = "findings"

KnownFindings = Mapping[str, Mapping[str, frozenset[str]]]
"""Addresses by rule (id), by the path of the spec."""


class BaselineError(Exception):
    """The text is not a baseline; the message is the reason."""


@record
class Baseline:
    """Known findings, which are not reported. Paths are relative to the file, with slashes.

    `renamed` has the former ids of rules that the file uses; `known` has the current ones.
    """

    known: KnownFindings = MappingProxyType({})
    renamed: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """The number of known findings."""
        return sum(len(addresses) for rules in self.known.values() for addresses in rules.values())

    def knows(self, spec: str, finding: Diagnostic) -> bool:
        """Return whether a finding in a spec is known."""
        return finding.address in self.known.get(spec, {}).get(finding.code, ())

    def stale_rules(self, spec: str, findings: Iterable[Diagnostic], applied: Collection[str]) -> tuple[str, ...]:
        """Return the rule (id) of each entry for a spec that has no finding any more, of rules that were applied."""
        present = {(finding.code, finding.address) for finding in findings}
        rules = self.known.get(spec, {})
        entries = ((rule, address) for rule in sorted(rules) if rule in applied for address in sorted(rules[rule]))
        return tuple(rule for rule, address in entries if (rule, address) not in present)

    def updated(self, spec: str, findings: Iterable[Diagnostic], applied: Collection[str]) -> "Baseline":
        """Return the baseline with the findings of a spec in place of the known ones; other rules and specs stay."""
        rules = {rule: set(addresses) for rule, addresses in self.known.get(spec, {}).items() if rule not in applied}
        for finding in findings:
            rules.setdefault(finding.code, set()).add(finding.address)
        return Baseline({**self.known, spec: {rule: frozenset(addresses) for rule, addresses in rules.items()}})

    def only(self, specs: Collection[str]) -> "Baseline":
        """Return the baseline for some of the specs."""
        return Baseline({spec: rules for spec, rules in self.known.items() if spec in specs})

    def text(self) -> str:
        """Return the content of the file, sorted, so that its diffs are small."""
        sorted_rules = {
            spec: {rule: sorted(addresses) for rule, addresses in sorted(rules.items()) if addresses}
            for spec, rules in sorted(self.known.items())
        }
        data = {_KEY: VERSION, _FINDINGS: {spec: rules for spec, rules in sorted_rules.items() if rules}}
        return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def parse(text: bytes) -> Baseline:
    """Return the baseline in a file; BaselineError if there is none."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        message = "it is not valid JSON"
        raise BaselineError(message) from error
    version = data.get(_KEY) if isinstance(data, dict) else None
    if version != VERSION:
        message = "it is not a baseline, or was written by a newer version of mapgen"
        raise BaselineError(message)
    findings = data.get(_FINDINGS)
    if not isinstance(findings, dict) or not all(map(_is_valid, findings.values())):
        message = f'"{_FINDINGS}" must map specs to rules to lists of addresses'
        raise BaselineError(message)
    former = {rule for rules in findings.values() for rule in rules if rule in RENAMED}
    return Baseline({spec: _by_current_id(rules) for spec, rules in findings.items()}, tuple(sorted(former)))


def _by_current_id(rules: Mapping[str, list[str]]) -> Mapping[str, frozenset[str]]:
    ids = dict.fromkeys(map(current, rules))
    return {id_: frozenset(at for rule, items in rules.items() if current(rule) == id_ for at in items) for id_ in ids}


def _is_valid(rules: object) -> bool:
    return isinstance(rules, dict) and all(map(_is_list_of_texts, rules.values()))


def _is_list_of_texts(addresses: object) -> bool:
    return isinstance(addresses, list) and all(isinstance(address, str) for address in addresses)

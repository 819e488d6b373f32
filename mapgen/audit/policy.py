"""What a project wants to hear of its journeys: which rules, how bad each is, and its thresholds."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from mapgen.audit.rule import Value
from mapgen.diagnostics.diagnostic import Severity
from mapgen.record import record

NOTHING: Mapping[str, Mapping[str, Value]] = MappingProxyType({})


@record
class Policy:
    """The rules (ids) to follow: those in `select`, all where it is empty, but none that `ignore` names.

    `severities` and `settings` hold what is not as the rules have it. `day` is today, ISO 8601; without one no rule
    that needs it is followed. A `strict` audit asks for what a spec has nowhere begun to say, too. `in_maps` says
    whether the documents of a map show what is found.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = MappingProxyType({})
    settings: Mapping[str, Mapping[str, Value]] = NOTHING
    strict: bool = False
    in_maps: bool = False
    day: str | None = None

    def chosen(self, rules: Iterable[str]) -> Iterator[str]:
        """Yield the rules that are followed."""
        return (name for name in rules if (not self.select or name in self.select) and name not in self.ignore)

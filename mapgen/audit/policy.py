"""The audit policy of a project: which rules apply, their severities, and their settings."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from mapgen.audit.rule import Value
from mapgen.diagnostics.diagnostic import Severity
from mapgen.record import record

NOTHING: Mapping[str, Mapping[str, Value]] = MappingProxyType({})


@record
class Policy:
    """The rules (ids) to apply: those in `select`, all if it is empty, without those in `ignore`.

    `severities` and `settings` have what differs from the rules. `day` is the current date in ISO 8601; without
    it, rules that need it are skipped. A `strict` audit also reports what is missing everywhere in a spec. With
    `in_maps`, the documents of a map show findings. `renamed` has the former ids of rules that the settings use.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = MappingProxyType({})
    settings: Mapping[str, Mapping[str, Value]] = NOTHING
    strict: bool = False
    in_maps: bool = False
    day: str | None = None
    renamed: tuple[str, ...] = ()

    def chosen(self, rules: Iterable[str]) -> Iterator[str]:
        """Yield the rules that apply."""
        return (name for name in rules if (not self.select or name in self.select) and name not in self.ignore)

"""The contract of a rule: a module in `rules/` offers one as `RULE`; the module's name is the rule's id.

The docstring of the module is the page of the rule in the manual: what it reports in one sentence, why that matters,
and two specs, `Bad::` and `Good::`, which a test runs.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from mapgen.analysis import Analysis
from mapgen.diagnostics.diagnostic import Severity
from mapgen.model.journey import Journey, Number
from mapgen.record import record

Value = bool | int | float | str
"""The value of a setting."""

_MOST = 10_000
_T = TypeVar("_T")


@record
class Finding:
    """A fact about the journey, in the terms of the language, with a hint; `pointer` is the item that it is about."""

    pointer: str
    message: str
    hint: str | None = None


@record
class Setting:
    """A setting of a rule. The type of the default is the type of all values.

    Numbers are from `low` to `high`; a text is one of `words`.
    """

    default: Value
    means: str
    low: Number = 0
    high: Number = _MOST
    words: tuple[str, ...] = ()


@record
class Case:
    """The input of a rule. `day` is set for rules that need it."""

    journey: Journey
    analysis: Analysis
    settings: Mapping[str, Value]
    day: date | None
    strict: bool

    def number(self, name: str) -> Number:
        """Return the value of a numeric setting."""
        value = self.settings[name]
        assert isinstance(value, int | float), "settings are checked when they are read"  # noqa: S101 - tells mypy
        return value

    def missing(self, items: Iterable[_T], has: Callable[[_T], object]) -> Iterator[_T]:
        """Yield the items that lack what at least half of them have.

        A spec that has something in a few places only has just begun with it; what most items have is missing in the
        others. A strict audit reports it everywhere.
        """
        checked = [(item, bool(has(item))) for item in items]
        if self.strict or 2 * sum(is_there for _, is_there in checked) >= len(checked):
            yield from (item for item, is_there in checked if not is_there)


@record
class Rule:
    """A check of a journey. `severity` is the default severity of its findings."""

    page: str | None
    severity: Severity
    check: Callable[[Case], Iterator[Finding]]
    settings: Mapping[str, Setting] = MappingProxyType({})
    needs_day: bool = False

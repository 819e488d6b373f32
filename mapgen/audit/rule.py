"""The contract of a rule: a module in `rules/` offers one as `RULE`; the module's name is the rule's id.

The docstring of the module is the rule's page in the manual: what it says in a sentence, why that matters, and two
specs, `Bad::` and `Good::`, which a test runs.
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
"""What a setting of a rule can be."""

_MOST = 10_000
_T = TypeVar("_T")


@record
class Finding:
    """A fact about the journey, in the words of the language, with what to do; `pointer` is to what it is about."""

    pointer: str
    message: str
    hint: str | None = None


@record
class Setting:
    """Something about a rule that a project may see otherwise. The type of the default is the type of all values.

    Numbers go from `low` to `high`; a text is one of `words`.
    """

    default: Value
    means: str
    low: Number = 0
    high: Number = _MOST
    words: tuple[str, ...] = ()


@record
class Case:
    """What a rule may look at. `day` is there for those that need one."""

    journey: Journey
    analysis: Analysis
    settings: Mapping[str, Value]
    day: date | None
    strict: bool

    def number(self, name: str) -> Number:
        """Return the value of a setting that is a number."""
        value = self.settings[name]
        assert isinstance(value, int | float), "settings are checked when they are read"  # noqa: S101 - tells mypy
        return value

    def missing(self, things: Iterable[_T], has: Callable[[_T], object]) -> Iterator[_T]:
        """Yield the things that lack what at least half of them have.

        What a spec says in a few places only, it has not begun to say; what it says in most is missed in the others. A
        strict audit misses it everywhere.
        """
        everything = [(thing, bool(has(thing))) for thing in things]
        if self.strict or 2 * sum(there for _, there in everything) >= len(everything):
            yield from (thing for thing, there in everything if not there)


@record
class Rule:
    """A question that is asked of each journey. `severity` is how bad a finding is where nobody says otherwise."""

    page: str | None
    severity: Severity
    check: Callable[[Case], Iterator[Finding]]
    settings: Mapping[str, Setting] = MappingProxyType({})
    needs_day: bool = False

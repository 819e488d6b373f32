"""What there is to report of several specs in two versions, and the contract of a format that does.

A module in `formats/` offers one as `FORMAT`; the module's name is the format's id.
"""

from collections.abc import Callable
from typing import Literal

from mapgen.diff.telling import Told
from mapgen.model.journey import Journey
from mapgen.record import record

State = Literal["changed", "same", "added", "removed", "unreadable"]


@record
class Entry:
    """One spec. `name` is its path, `old_name` the one that it had, where that was another.

    `told` says what changed, `journey` is what was added or removed; an unreadable one has neither.
    """

    state: State
    name: str
    old_name: str | None = None
    told: Told | None = None
    journey: Journey | None = None

    @property
    def count(self) -> int:
        """How many changes there are; a spec that came, went or has another name counts as one more."""
        return (self.told.count if self.told else 0) + (self.state in {"added", "removed"} or self.old_name is not None)


@record
class Report:
    """All specs that differ, and what the two versions are called: "HEAD~1", "the working tree"."""

    old: str
    new: str
    entries: tuple[Entry, ...]

    @property
    def count(self) -> int:
        """How many changes there are in all."""
        return sum(entry.count for entry in self.entries)


@record
class ChangeFormat:
    """A kind of report. `suffix` ends the names of its files; `render` returns the whole content.

    A `single` one shows one spec, so that whoever asks for it has to name that.
    """

    suffix: str
    render: Callable[[Report], str]
    single: bool = False

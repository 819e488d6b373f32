"""What there is to report of several specs in two versions."""

from typing import Literal

from mapgen.diff.wording import DescribedComparison
from mapgen.model.journey import Journey
from mapgen.record import record

State = Literal["changed", "same", "added", "removed", "unreadable"]


@record
class SpecReport:
    """One spec. `name` is its path, `old_name` the one that it had before it was renamed.

    `old_file` is the path of the old version where two files are compared, which is no rename.
    `told` says what changed, `journey` is what was added or removed; an unreadable one has neither.
    """

    state: State
    name: str
    old_name: str | None = None
    told: DescribedComparison | None = None
    journey: Journey | None = None
    old_file: str | None = None

    @property
    def paths(self) -> tuple[str, str]:
        """Where the old version is, and the new one."""
        return self.old_name or self.old_file or self.name, self.name

    @property
    def count(self) -> int:
        """How many changes there are; a spec that came, went or has another name counts as one more."""
        return (self.told.count if self.told else 0) + (self.state in {"added", "removed"} or self.old_name is not None)


@record
class DiffReport:
    """All specs that differ, and what the two versions are called: "HEAD~1", "the working tree"."""

    old: str
    new: str
    entries: tuple[SpecReport, ...]

    @property
    def count(self) -> int:
        """How many changes there are in all."""
        return sum(entry.count for entry in self.entries)

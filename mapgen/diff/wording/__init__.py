"""Comparison -> a sentence for each change, and the verdict."""

from mapgen.diff.changes import Change, Comparison
from mapgen.diff.wording.sentence import Sentence, plain
from mapgen.diff.wording.sentences import sentence
from mapgen.diff.wording.value_formatter import ValueFormatter
from mapgen.diff.wording.verdict_line import verdict_line
from mapgen.record import record


@record
class DescribedChange:
    """A change and its description."""

    change: Change
    sentence: Sentence

    @property
    def text(self) -> str:
        """The description as plain text."""
        return plain(self.sentence)


@record
class DescribedSection:
    """The changes of a stage by its name; None for the journey as a whole."""

    stage: str | None
    changes: tuple[DescribedChange, ...]


@record
class DescribedComparison:
    """A comparison in words."""

    comparison: Comparison
    title: str
    verdict: str
    sections: tuple[DescribedSection, ...]
    idle: tuple[str, ...]

    @property
    def count(self) -> int:
        """The number of changes."""
        return sum(len(section.changes) for section in self.sections)


def describe(comparison: Comparison) -> DescribedComparison:
    """Describe the differences."""
    formatter = ValueFormatter(comparison)
    sections = tuple(
        DescribedSection(
            section.stage.name if section.stage else None,
            tuple(DescribedChange(change, sentence(formatter, change)) for change in section.changes),
        )
        for section in comparison.sections
    )
    idle = tuple(opportunity.text for opportunity in comparison.idle)
    return DescribedComparison(comparison, comparison.new.title, verdict_line(formatter, comparison), sections, idle)

"""Comparison -> sentences in the words of the field, one a change, and the verdict."""

from mapgen.diff.changes import Change, Comparison
from mapgen.diff.telling.judgement import judgement
from mapgen.diff.telling.sentence import Sentence
from mapgen.diff.telling.sentences import sentence
from mapgen.diff.telling.voice import Voice
from mapgen.record import record


@record
class ToldChange:
    """A change and how one says it."""

    change: Change
    sentence: Sentence


@record
class ToldSection:
    """The changes of a stage by its name; None for the journey as a whole."""

    stage: str | None
    changes: tuple[ToldChange, ...]


@record
class Told:
    """A comparison in words."""

    comparison: Comparison
    title: str
    verdict: str
    sections: tuple[ToldSection, ...]
    idle: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many changes there are."""
        return sum(len(section.changes) for section in self.sections)


def tell(comparison: Comparison) -> Told:
    """Say what differs."""
    voice = Voice(comparison)
    sections = tuple(
        ToldSection(
            section.stage.name if section.stage else None,
            tuple(ToldChange(change, sentence(voice, change)) for change in section.changes),
        )
        for section in comparison.sections
    )
    idle = tuple(opportunity.text for opportunity in comparison.idle)
    return Told(comparison, comparison.new.title, judgement(voice, comparison), sections, idle)

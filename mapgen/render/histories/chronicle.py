"""What there is to report of a spec over time, and the contract of a format that does.

A module in `formats/` offers one as `FORMAT`; the module's name is the format's id.
"""

from collections.abc import Callable, Iterator

from mapgen.diff.history import Figures, History
from mapgen.model.journey import Metric, Number
from mapgen.record import record
from mapgen.render.changes.summary import counted
from mapgen.words import Words

WORDS = Words("en")
NONE = "\N{EN DASH}"


@record
class Moment:
    """When a version was made: the day, the short name of the commit, who made it and what for.

    `was` is the path that the spec had before, where that was another.
    """

    date: str
    commit: str
    author: str
    subject: str
    was: str | None = None


@record
class Chronicle:
    """A spec by its path, its versions, oldest first, and how it moved over them."""

    name: str
    moments: tuple[Moment, ...]
    history: History

    @property
    def lead(self) -> str:
        """What it is, in a line."""
        if not self.moments:
            return "no versions"
        first, last = self.moments[0].date, self.moments[-1].date
        return f"{counted(len(self.moments), 'version')}, {first} to {last}"


@record
class HistoryFormat:
    """A kind of report. `suffix` ends the names of its files; `render` returns the whole content."""

    suffix: str
    render: Callable[[Chronicle], str]


def columns(chronicle: Chronicle) -> tuple[str, ...]:
    """Return the titles of the table of figures."""
    figures = ("Lowest", *chronicle.history.stages.values(), "Open pains", "Closed", "Conversion", "Evidence")
    return ("Date", "Commit", *figures)


def rows(chronicle: Chronicle) -> Iterator[tuple[str, ...]]:
    """Yield the figures of each version."""
    for moment, step in zip(chronicle.moments, chronicle.history.steps, strict=True):
        count = len(columns(chronicle)) - 2
        told = tuple(_cells(chronicle, step.figures)) if step.figures else ("errors", *[NONE] * (count - 1))
        yield (moment.date, moment.commit, *told)


def _cells(chronicle: Chronicle, figures: Figures) -> Iterator[str]:
    yield _score(figures, figures.trough)
    for stage in chronicle.history.stages:
        mean = figures.feelings.get(stage)
        yield _score(figures, None if mean is None else round(mean, 1))
    yield WORDS.number(figures.open_pains)
    yield WORDS.number(figures.closed_pains)
    for share in (figures.conversion, figures.evidence):
        yield NONE if share is None else WORDS.percent(share)


def _score(figures: Figures, score: Number | None) -> str:
    return NONE if score is None else WORDS.score(score, crossing=figures.scale.low < 0)


def courses(chronicle: Chronicle) -> Iterator[tuple[str, str]]:
    """Yield each metric with its values, one for each time that it changed, and the day from which it was so."""
    for key, name in chronicle.history.metrics.items():
        said: list[str] = []
        last: tuple[Number | None, str | None] | None = None
        for moment, step in zip(chronicle.moments, chronicle.history.steps, strict=True):
            metric = step.figures.metrics.get(key) if step.figures else None
            if metric and (metric.value, metric.unit) != last:
                last = (metric.value, metric.unit)
                said.append(f"{_measured(metric)} ({moment.date})")
        yield name, " → ".join(said)


def _measured(metric: Metric) -> str:
    value = metric.value or 0
    return WORDS.with_unit(value, metric.unit) if metric.unit else WORDS.number(value)

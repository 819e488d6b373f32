"""What there is to report of a spec over time."""

from collections.abc import Iterator

from mapgen.analysis.chance import Estimate, within_chance
from mapgen.analysis.metrics import estimate
from mapgen.charts.series import arrow, measured
from mapgen.diff.history import CommitInfo, Figures, History
from mapgen.lanes.meter import between, sampled
from mapgen.lanes.times import sum_text
from mapgen.model.journey import Metric, Number
from mapgen.record import record
from mapgen.render.diff.summary import counted
from mapgen.words import Words

WORDS = Words("en")
_TIME_TITLES = {"touchpoint-time": "Time", "wait": "Wait"}
NONE = "\N{EN DASH}"


@record
class HistoryReport:
    """A spec by its path, its versions, oldest first, and how it moved over them."""

    name: str
    moments: tuple[CommitInfo, ...]
    history: History

    @property
    def lead(self) -> str:
        """What it is, in a line."""
        if not self.moments:
            return "no versions"
        first, last = self.moments[0].date, self.moments[-1].date
        return f"{counted(len(self.moments), 'version')}, {first} to {last}"


def nothing_to_draw(chronicle: HistoryReport) -> str | None:
    """Return why a history cannot be drawn; None where it has a version without errors."""
    return "nothing to draw: every version has errors" if chronicle.history.newest is None else None


def columns(chronicle: HistoryReport) -> tuple[str, ...]:
    """Return the titles of the table of figures."""
    figures = ("Lowest", *chronicle.history.stages.values(), "Open pains", "Closed", "Conversion", "Evidence")
    seen = ("As planned",) if is_observed(chronicle) else ()
    return ("Date", "Commit", *figures, *seen, *(_TIME_TITLES[key] for key in time_keys(chronicle)))


def is_observed(chronicle: HistoryReport) -> bool:
    """Return whether it is known of any version how many journeys went as planned."""
    return any(step.figures and step.figures.as_planned is not None for step in chronicle.history.steps)


def period_columns(chronicle: HistoryReport, words: Words = WORDS) -> tuple[str, ...]:
    """Return the titles of the table of observed periods; nothing where there are none."""
    seen = chronicle.history.observed
    if seen is None:
        return ()
    exits = (f"{words('exits')}: {name}" for name in seen.exits.values())
    return (*map(words, ("period", "journeys", "as-planned", "reach-last-stage")), *exits)


def period_rows(chronicle: HistoryReport, words: Words = WORDS) -> Iterator[tuple[str, ...]]:
    """Yield the figures of each observed period; one that is provisional says so."""
    seen = chronicle.history.observed
    for one in seen.periods if seen else ():
        exits = (one.exits.get(place) for place in seen.exits) if seen else ()
        yield (
            words("provisional", period=one.name) if one.provisional else one.name,
            NONE if one.over is None else words.number(one.over),
            *(NONE if share is None else words.percent(share) for share in (one.as_planned, one.conversion, *exits)),
        )


def time_keys(chronicle: HistoryReport) -> tuple[str, ...]:
    """Return which sums of times any version has: "touchpoint-time", "wait"."""
    times = [step.figures.times for step in chronicle.history.steps if step.figures]
    found = {
        "touchpoint-time": any(one.duration for one in times),
        "wait": any(one.wait for one in times),
    }
    return tuple(key for key, is_known in found.items() if is_known)


def rows(chronicle: HistoryReport, words: Words = WORDS, wrong: str = "errors") -> Iterator[tuple[str, ...]]:
    """Yield the figures of each version; `wrong` is what is said of one with errors."""
    count = len(columns(chronicle)) - 2
    for moment, step in zip(chronicle.moments, chronicle.history.steps, strict=True):
        told = tuple(_cells(chronicle, step.figures, words)) if step.figures else (wrong, *[NONE] * (count - 1))
        yield (moment.date, moment.commit, *told)


def _cells(chronicle: HistoryReport, figures: Figures, words: Words) -> Iterator[str]:
    yield _score(figures, figures.trough, words)
    for stage in chronicle.history.stages:
        mean = figures.feelings.get(stage)
        yield _score(figures, mean, words)
    yield words.number(figures.open_pains)
    yield words.number(figures.closed_pains)
    shares = (figures.conversion, figures.evidence)
    for share in (*shares, figures.as_planned) if is_observed(chronicle) else shares:
        yield NONE if share is None else words.percent(share)
    for key in time_keys(chronicle):
        total = figures.times.wait if key == "wait" else figures.times.duration
        yield sum_text(words, total) if total else NONE


def _score(figures: Figures, score: Number | None, words: Words) -> str:
    return NONE if score is None else words.score(round(score, 1), crossing=figures.scale.low < 0)


def courses(chronicle: HistoryReport, words: Words = WORDS) -> Iterator[tuple[str, str]]:
    """Yield each metric with its values, one for each time that it changed, and the day from which it was so."""
    for key, name in chronicle.history.metrics.items():
        said: list[str] = []
        last: Estimate | None = None
        for moment, step in zip(chronicle.moments, chronicle.history.steps, strict=True):
            metric = step.figures.metrics.get(key) if step.figures else None
            now = estimate(metric) if metric else None
            if metric and now and now != last:
                said.append(f"{_reading(metric, last, now, words)} ({moment.date})")
                last = now
        yield name, arrow(words).join(said)


def _reading(metric: Metric, before: Estimate | None, now: Estimate, words: Words) -> str:
    """Write a value, how precise it is, and whether it may be the one before."""
    chance = words("trend-chance") if before and within_chance(before, now) else None
    parts = (measured(metric, words), between(words, metric, metric.interval), sampled(words, metric.sample), chance)
    return ", ".join(part for part in parts if part)

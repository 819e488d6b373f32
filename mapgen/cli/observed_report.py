"""A journey with its snapshot -> what `mapgen observe` tells: how journeys went, and what differs from the plan."""

import json
from collections.abc import Iterator, Mapping

from mapgen.analysis import analyze
from mapgen.analysis.observation import ObservedAnalysis, ObservedShare, day
from mapgen.diagnostics.phrases import counted
from mapgen.model.journey import Journey
from mapgen.record import record
from mapgen.render.markdown import Markdown
from mapgen.render.report_format import ReportFormat

_MOST = 10  # differences and unknown transitions that are told


@record
class ObservedReport:
    """A journey that has a snapshot, and the name of the file with it."""

    journey: Journey
    file: str


def _analysis(report: ObservedReport) -> ObservedAnalysis:
    found = analyze(report.journey).observed
    if found is None:
        message = "a report is of a journey with a snapshot"
        raise ValueError(message)
    return found


def _lines(report: ObservedReport) -> Iterator[str]:
    found = _analysis(report)
    seen, journeys = found.snapshot, found.whole.journeys
    yield (
        f"{seen.mapped:,} of {seen.rows:,} rows are events of touchpoints;"
        f" {day(seen.since)} until {day(seen.until)}, settled until {day(seen.settled_until)}"
    )
    if journeys.over is not None:
        parts = [
            f"{count / journeys.over:.1%} {words}"
            for count, words in (
                (journeys.as_planned, "went as planned"),
                (journeys.unknown_transition, "took a transition that the map does not have"),
                (journeys.unknown_entry, "began elsewhere"),
                (journeys.unknown_exit, "left where the map has no exit"),
            )
            if count is not None and journeys.over
        ]
        still = f"; {journeys.open:,} are still under way" if journeys.open else ""
        yield f"{journeys.over:,} journeys are over: {', '.join(parts) or 'how they went is hidden'}{still}"
    hidden = len([one for one in seen.whole.touchpoints.values() if one.visits is None])
    if hidden:
        yield f"{counted(hidden, 'touchpoint')} have counts that are hidden: fewer than {seen.hidden_below} customers"


def _differences(found: ObservedAnalysis) -> Iterator[str]:
    """Yield the shares that differ from the plan, the largest difference first, and what the map does not have."""
    known = [one for one in found.whole.shares() if one[2].differs()]
    for start, end, taken in sorted(known, key=lambda one: -abs(one[2].difference or 0))[:_MOST]:
        yield f"{_way(start, end)}: {_share(taken)}, planned {taken.planned or 0:.1%}"
    unknown = [one for one in found.whole.shares() if not one[2].known and one[2].count]
    for start, end, taken in sorted(unknown, key=lambda one: -(one[2].count or 0))[:_MOST]:
        yield f"{_way(start, end)}: {_share(taken)}, not on the map"


def _way(start: str, end: str | None) -> str:
    return f"{start} > {end}" if end else f"{start} exits"


def _share(taken: ObservedShare) -> str:
    return f"{taken.share or 0:.1%} ({taken.count or 0:,} of {taken.of:,})"


def _text(report: ObservedReport) -> str:
    lines = [*_lines(report), *(f"  {line}" for line in _differences(_analysis(report)))]
    return "\n".join((*lines, f"wrote {report.file}")) + "\n"


def _markdown(report: ObservedReport) -> str:
    head = "\n\n".join(_escaped(line) for line in _lines(report))
    listed = "".join(f"- {_escaped(line)}\n" for line in _differences(_analysis(report)))
    return f"# Observed\n\n{head}\n" + (f"\n{listed}" if listed else "")


def _escaped(text: str) -> str:
    return str(Markdown().line(text))


def _json(report: ObservedReport) -> str:
    found = _analysis(report)
    differences = [
        {"from": start, "to": end, "count": taken.count, "of": taken.of, "planned": taken.planned, "known": taken.known}
        for start, end, taken in found.whole.shares()
        if taken.differs() or (not taken.known and taken.count)
    ]
    seen, journeys = found.snapshot, found.whole.journeys
    told = {
        "file": report.file,
        "rows": seen.rows,
        "mapped": seen.mapped,
        "since": seen.since,
        "until": seen.until,
        "settled_until": seen.settled_until,
        "over": journeys.over,
        "as_planned": journeys.as_planned,
        "unknown_transition": journeys.unknown_transition,
        "digest": seen.digest,
        "differences": differences,
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


OBSERVED_FORMATS: Mapping[str, ReportFormat[ObservedReport]] = {
    "text": ReportFormat(".txt", _text),
    "json": ReportFormat(".json", _json),
    "md": ReportFormat(".md", _markdown),
}

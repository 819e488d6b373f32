"""HistoryReport -> JSON for other programs; docs/diff.md tells the shape and what is promised of it."""

from mapgen.ci_commands import json_text
from mapgen.diff.history import CommitInfo, Figures, HistoryStep
from mapgen.diff.period_figures import PeriodFigures
from mapgen.render.data.values import Data, interval, rounded, time_sum
from mapgen.render.diff.formats.json import changes_of, verdict_of
from mapgen.render.history.report import HistoryReport
from mapgen.render.report_format import ReportFormat

VERSION = 1


def render(chronicle: HistoryReport) -> str:
    """Write a chronicle."""
    steps = zip(chronicle.moments, chronicle.history.steps, strict=True)
    data: dict[str, Data] = {
        "format": "mapgen-history",
        "version": VERSION,
        "name": chronicle.name,
        "title": chronicle.history.title,
        "stages": dict(chronicle.history.stages),
        "versions": [_version(moment, step) for moment, step in steps],
    }
    if chronicle.history.observed:
        data["periods"] = [_period(one) for one in chronicle.history.observed.periods]
    return json_text(data) + "\n"


def _version(moment: CommitInfo, step: HistoryStep) -> Data:
    told = step.told
    return {
        "date": moment.date,
        "commit": moment.commit,
        "author": moment.author,
        "subject": moment.subject,
        "old_name": moment.was,
        "figures": _figures(step.figures) if step.figures else None,
        "summary": told.verdict if told else None,
        "verdict": verdict_of(told.comparison.verdict) if told else None,
        "changes": list(changes_of(told)) if told else [],
    }


def _period(one: PeriodFigures) -> Data:
    return {
        "period": one.name,
        "provisional": one.provisional,
        "over": one.over,
        "as_planned": rounded(one.as_planned),
        "conversion": rounded(one.conversion),
        "exits": {place: rounded(share) for place, share in one.exits.items()},
    }


def _figures(figures: Figures) -> Data:
    return {
        "lowest": figures.trough,
        "emotion_by_stage": {stage: rounded(mean) for stage, mean in figures.feelings.items()},
        "open_pain_points": figures.open_pains,
        "closed_pain_points": figures.closed_pains,
        "conversion": rounded(figures.conversion),
        "evidence": rounded(figures.evidence),
        **({"as_planned": rounded(figures.as_planned)} if figures.as_planned is not None else {}),
        "times": {"duration": time_sum(figures.times.duration), "wait": time_sum(figures.times.wait)},
        "metrics": [
            {
                "place": place,
                "metric": metric,
                "value": one.value,
                "unit": one.unit,
                "sample": one.sample,
                "interval": interval(one.interval),
                "target": one.target,
            }
            for (place, metric), one in figures.metrics.items()
        ],
    }


FORMAT = ReportFormat(suffix=".json", render=render)

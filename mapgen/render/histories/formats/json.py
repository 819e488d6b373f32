"""Chronicle -> JSON for other programs; docs/diff.md tells the shape and what is promised of it."""

import json

from mapgen.diff.history import Figures, Moment, Step
from mapgen.render.changes.formats.json import changes_of, verdict_of
from mapgen.render.data.values import Data, rounded
from mapgen.render.histories.chronicle import Chronicle, HistoryFormat

VERSION = 1


def render(chronicle: Chronicle) -> str:
    """Write a chronicle."""
    steps = zip(chronicle.moments, chronicle.history.steps, strict=True)
    data = {
        "format": "mapgen-history",
        "version": VERSION,
        "name": chronicle.name,
        "title": chronicle.history.title,
        "stages": dict(chronicle.history.stages),
        "versions": [_version(moment, step) for moment, step in steps],
    }
    return json.dumps(data, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def _version(moment: Moment, step: Step) -> Data:
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


def _figures(figures: Figures) -> Data:
    return {
        "lowest": figures.trough,
        "emotion_by_stage": {stage: rounded(mean) for stage, mean in figures.feelings.items()},
        "open_pain_points": figures.open_pains,
        "closed_pain_points": figures.closed_pains,
        "conversion": rounded(figures.conversion),
        "evidence": rounded(figures.evidence),
        "metrics": [
            {"place": place, "metric": metric, "value": one.value, "unit": one.unit, "target": one.target}
            for (place, metric), one in figures.metrics.items()
        ],
    }


FORMAT = HistoryFormat(suffix=".json", render=render)

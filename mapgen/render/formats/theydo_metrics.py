"""Drawing -> the metrics of a journey with what was measured when, as a file that TheyDo imports."""

import re
from collections.abc import Iterator

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import listed, quoted
from mapgen.lazy import regex
from mapgen.model import walk
from mapgen.model.calendar import last_day
from mapgen.model.journey import Journey, Metric, Reading
from mapgen.model.walk import Location
from mapgen.render.drawing import Drawing
from mapgen.render.format import Format
from mapgen.render.theydo import Item, description, email, import_key, place, theydo_file
from mapgen.words import Words

_EFFORT = regex(r"\bCES\b|\bcustomer effort score\b", re.IGNORECASE)
_BETTER = {"higher": "MORE_THAN_OR_EQUAL_TO", "lower": "LESS_THAN_OR_EQUAL_TO", None: None}
_NAMED = 3  # metrics in a message


def to_theydo_metrics(journey: Journey) -> str:
    """Write the metrics of a journey, those of a stage before those of its touchpoints."""
    words = Words(journey.language)
    return theydo_file("metrics", [_item(journey, words, *one) for one in walk.metrics(journey)])


def _item(journey: Journey, words: Words, metric: Metric, location: Location) -> Item:
    """Return a metric; an effort score needs to know how many answered, and the other kinds counts of answers."""
    readings = _readings(metric)
    is_effort = bool(_EFFORT.search(metric.name) and readings and all(one.sample for one in readings))
    return {
        "importKey": import_key(journey, f"{location.part.id}.{metric.id}"),
        "type": "CES" if is_effort else "OTHER",
        "title": metric.name,
        "description": description(
            (
                (words("place"), (place(location),)),
                (words("period"), (words.duration(metric.period),) if metric.period else ()),
                (words("evidence"), tuple(piece.title for piece in metric.evidence)),
            )
        ),
        "unit": metric.unit or "",
        "ownerEmail": email(location.owner),
        "target": metric.target,
        "targetComparisonOperator": _BETTER[metric.better] if metric.target is not None else None,
        "aggregationMethod": None if is_effort else "AVERAGE",
        "dataPoints": [_effort(one) if is_effort else _value(one) for one in readings],
    }


def _readings(metric: Metric) -> tuple[Reading, ...]:
    """Return what was measured on a day, the earliest first; of two values on a day, the present one counts."""
    now = (Reading(metric.as_of, metric.value, metric.sample),) if metric.as_of and metric.value is not None else ()
    by_day = {last_day(one.date): one for one in (*metric.history, *now)}
    return tuple(by_day[day] for day in sorted(by_day))


def _value(reading: Reading) -> Item:
    return {"dateOfMeasurement": last_day(reading.date).isoformat(), "value": reading.value}


def _effort(reading: Reading) -> Item:
    return {
        "dateOfMeasurement": last_day(reading.date).isoformat(),
        "score": reading.value,
        "respondents": reading.sample,
    }


def _not_shown(drawing: Drawing, _content: str) -> Iterator[Diagnostic]:
    """Yield that values are missing, since TheyDo has none without a day."""
    undated = [one for one, _ in walk.metrics(drawing.journey) if one.value is not None and one.as_of is None]
    if undated:
        names = [quoted(one.name) for one in undated[:_NAMED]]
        more = [f"{len(undated) - _NAMED:,} more"] if len(undated) > _NAMED else []
        message = f"TheyDo has no place for a value without a date: {listed([*names, *more], joint='and')}"
        hint = "add `as_of`, such as `as_of: 2026-10-01`, to them"
        yield Diagnostic("not-in-format", message, Severity.WARNING, hint=hint, pointer=undated[0].pointer)


def _render(drawing: Drawing) -> str:
    return to_theydo_metrics(drawing.journey)


FORMAT = Format(".theydo-metrics.json", _render, not_shown=_not_shown)

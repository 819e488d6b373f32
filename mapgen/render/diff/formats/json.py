"""Report -> JSON for other programs; docs/diff.md tells the shape and what is promised of it."""

from collections.abc import Iterable

from mapgen.ci_commands import json_text
from mapgen.diff.changes import Signal, Verdict
from mapgen.diff.kinds import DECLARED
from mapgen.diff.tree import Item
from mapgen.diff.wording import DescribedChange, DescribedComparison
from mapgen.diff.wording.sentence import plain
from mapgen.model.journey import Duration, Interval, Journey, Opportunity, PainPoint
from mapgen.record import names
from mapgen.render.data.values import Data, duration, interval, rounded
from mapgen.render.diff.report import DiffReport, SpecReport
from mapgen.render.diff.summary import lead
from mapgen.render.report_format import ReportFormat

VERSION = 1


def render(report: DiffReport) -> str:
    """Write a report."""
    data = {
        "format": "mapgen-diff",
        "version": VERSION,
        "old": report.old,
        "new": report.new,
        "changes": report.count,
        "specs": [_entry(entry) for entry in report.entries],
    }
    return json_text(data) + "\n"


def _entry(entry: SpecReport) -> Data:
    told: dict[str, Data] = {}
    if entry.told:
        comparison = entry.told.comparison
        told = {
            "planned": comparison.planned,
            "old": _journey(comparison.old),
            "new": _journey(comparison.new),
            "verdict": verdict_of(comparison.verdict),
            "changes": list(changes_of(entry.told)),
            "without_effect": _ids(comparison.idle),
        }
    elif entry.journey:
        told = {"old" if entry.state == "removed" else "new": _journey(entry.journey)}
    return {"state": entry.state, "name": entry.name, "old_name": entry.old_name, "summary": lead(entry), **told}


def _journey(journey: Journey) -> Data:
    return {"id": journey.id, "title": journey.title, "state": journey.state}


def verdict_of(verdict: Verdict) -> Data:
    """Report a verdict and its signals."""
    return {"is": verdict.direction, "signals": [_signal(signal) for signal in verdict.signals]}


def _signal(signal: Signal) -> Data:
    return {
        "name": signal.name,
        "is": signal.direction,
        "old": rounded(signal.before),
        "new": rounded(signal.after),
        "gains": signal.gains,
        "losses": signal.losses,
        "within_chance": signal.within_chance,
    }


def changes_of(told: DescribedComparison) -> Iterable[Data]:
    """Yield each change."""
    for section, said in zip(told.comparison.sections, told.sections, strict=True):
        for one in said.changes:
            yield {"stage": section.stage.id if section.stage else None, **_change(one)}


def _change(told: DescribedChange) -> dict[str, Data]:
    change = told.change
    return {
        "what": change.what,
        "of": change.of,
        "field": change.field or None,
        "old": _thing(change.old),
        "new": _thing(change.new),
        "before": _value(change.before),
        "after": _value(change.after),
        "matters_to": change.level.name.lower(),
        "effect": change.effect,
        "resolves": _ids(change.resolves),
        "reopens": _ids(change.reopens),
        "because": _ids(change.because),
        "text": plain(told.sentence),
    }


def _thing(item: Item | None) -> Data:
    if item is None:
        return None
    touchpoint = item.touchpoint
    return {
        "id": item.id,
        "name": item.name or None,
        "touchpoint": touchpoint.id if touchpoint else None,
        "pointer": getattr(item.value, "pointer", None),
    }


def _ids(items: Iterable[PainPoint] | Iterable[Opportunity]) -> list[Data]:
    return [item.id for item in items]


def _value(value: object) -> Data:  # noqa: PLR0911 - one answer a type
    """Write a value of any field: references as ids, things that have fields as objects."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Duration():
            return duration(value)
        case Interval():
            return interval(value)
        case Item():
            return value.id
        case tuple():
            return [_value(one) for one in value]
        case _ if isinstance(value, DECLARED):
            return value.id
        case _:
            fields = ((name, getattr(value, name)) for name in names(value) if name != "pointer")
            return {name: _value(held) for name, held in fields if held is not None}


FORMAT = ReportFormat(suffix=".json", render=render)

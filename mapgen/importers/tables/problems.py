"""Pain points and opportunities, with what the cells beside them say of each."""

from collections.abc import Mapping, Sequence

from mapgen.diagnostics.phrases import quoted
from mapgen.diagnostics.span import Span
from mapgen.importers.draft import Draft
from mapgen.importers.remarks import Remarks
from mapgen.importers.tables.cells import CellSplitter
from mapgen.importers.tables.items import Item
from mapgen.importers.tables.rank_words import SEVERITIES, STATUSES
from mapgen.importers.tables.values import number
from mapgen.source.tree import Json

FIELDS: Mapping[str, Mapping[str, str]] = {
    "pain_points": {"severity": "severity", "pain_point_owners": "owner"},
    "opportunities": {
        "addresses": "addresses",
        "impact": "impact",
        "effort": "effort",
        "status": "status",
        "opportunity_owners": "owner",
    },
}
"""The fields of texts, and the fields beside them with the key that each sets."""

OF_PROBLEMS = frozenset(FIELDS) | {field for beside in FIELDS.values() for field in beside}
"""All of these fields."""

_LEVELS = range(1, 6)
_LEVEL_OF = {"low": 1, "medium": 3, "high": 5, "critical": 5}
_HINTS = {
    "severity": "write low, medium, high or critical",
    "status": "write idea, planned, in-progress, done or dropped",
    "impact": "write a number from 1 to 5, or low, medium or high",
    "effort": "write a number from 1 to 5, or low, medium or high",
}

Cells = Mapping[str, tuple[str, Span]]


class ProblemCells:
    """Puts pain points and opportunities into stages and touchpoints."""

    def __init__(self, draft: Draft, reading: CellSplitter, remarks: Remarks) -> None:
        """Work on a draft."""
        self._draft = draft
        self._reading = reading
        self._remarks = remarks

    def set(self, item: Item, cells: Cells) -> None:
        """Put what the cells of a row say into a stage or a touchpoint.

        One value stands for all texts of the row; several stand for one text each.
        """
        for key, beside in FIELDS.items():
            found: list[Item] = [{"text": text} for text in self._reading.texts(cells[key][0])] if key in cells else []
            for field, sets in beside.items():
                if field in cells:
                    self._add(found, field, sets, cells[field])
            held = item.get(key)
            before = held if isinstance(held, list) else []
            known = [_text(one) for one in before]
            new = [one["text"] if len(one) == 1 else one for one in found if one["text"] not in known]
            if new:
                item[key] = [*before, *new]

    def _add(self, items: Sequence[Item], field: str, key: str, cell: tuple[str, Span]) -> None:
        text, span = cell
        is_list = key == "addresses"
        values: Sequence[str | None] = self._reading.texts(text) if is_list else self._reading.values(text)
        if not items:
            message = f"the {_noun(field)} {quoted(text)} stands beside no text that it can belong to"
            self._remarks.dropped(message, span, group=f"{field} of nothing")
        elif len(values) not in {1, len(items)}:
            message = f"{quoted(text)} does not say which {_noun(field)} belongs to which text"
            self._remarks.dropped(message, span, "write as many values as texts", group=f"unclear {field}")
        else:
            each = values if len(values) == len(items) else [values[0]] * len(items)
            for item, value in zip(items, each, strict=True):
                if value is not None:
                    self._set(item, key, value, span)

    def _set(self, item: Item, key: str, text: str, span: Span) -> None:
        if key == "owner":
            item[key] = self._draft.owners.reference(text)
        elif key == "addresses":
            found: list[Json] = [one for one in self._reading.values(text) if one is not None]
            item.update({key: found} if found else {})
        elif (value := _value(key, text)) is None:
            message = f"the {key} {quoted(text)} is not known, so it was left out"
            self._remarks.dropped(message, span, _HINTS[key], group=f"unknown {key}")
        else:
            item[key] = value


def _noun(field: str) -> str:
    return {"addresses": "pain point", "pain_point_owners": "owner", "opportunity_owners": "owner"}.get(field, field)


def _value(key: str, text: str) -> Json:
    if key == "severity":
        return SEVERITIES.of(text)
    if key == "status":
        return STATUSES.of(text)
    value = number(text)
    if value is None:
        return _LEVEL_OF.get(SEVERITIES.of(text) or "")
    return value if value in _LEVELS else None


def _text(item: Json) -> Json:
    return item.get("text") if isinstance(item, dict) else item

"""Pain points and opportunities, with what the cells beside them say of each."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mapgen.diagnostics.phrases import quoted
from mapgen.diagnostics.span import Span
from mapgen.importers.draft import Draft
from mapgen.importers.remarks import Remarks
from mapgen.importers.tables.cells import CellSplitter
from mapgen.importers.tables.items import Item
from mapgen.importers.tables.rank_words import SEVERITIES, STATUSES
from mapgen.importers.tables.values import number
from mapgen.model.ids import slug
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

MAX_LINKED = 1_000
"""The most rows with an opportunity beside a pain point of which the one is taken to address the other.

A larger table is no workshop's, and a spec has only room for so many keys.
"""

_LEVELS = range(1, 6)
_LEVEL_OF = {"low": 1, "medium": 3, "high": 5, "critical": 5}
_HINTS = {
    "severity": "write low, medium, high or critical",
    "status": "write idea, planned, in-progress, done or dropped",
    "impact": "write a number from 1 to 5, or low, medium or high",
    "effort": "write a number from 1 to 5, or low, medium or high",
}

Cells = Mapping[str, tuple[str, Span]]


class _Beside(NamedTuple):
    """Pain points and opportunities of one row, what they are of, and where they stand."""

    item: Item
    pains: list[str]
    ideas: list[str]
    span: Span


class ProblemCells:
    """Puts pain points and opportunities into stages and touchpoints."""

    def __init__(self, draft: Draft, reading: CellSplitter, remarks: Remarks) -> None:
        """Work on a draft."""
        self._draft = draft
        self._reading = reading
        self._remarks = remarks
        self._beside: list[_Beside] = []

    def set(self, item: Item, cells: Cells) -> None:
        """Put what the cells of a row say into a stage or a touchpoint.

        One value stands for all texts of the row; several stand for one text each.
        """
        texts: dict[str, list[str]] = {}
        for key, beside in FIELDS.items():
            found: list[Item] = [{"text": text} for text in self._reading.texts(cells[key][0])] if key in cells else []
            for field, sets in beside.items():
                if field in cells:
                    self._add(found, field, sets, cells[field])
            texts[key] = [str(one["text"]) for one in found]
            held = item.get(key)
            before = held if isinstance(held, list) else []
            known = [_text(one) for one in before]
            new = [one["text"] if len(one) == 1 else one for one in found if one["text"] not in known]
            if new:
                item[key] = [*before, *new]
        if texts["pain_points"] and texts["opportunities"] and "addresses" not in cells and not self._reading.exact:
            self._beside.append(_Beside(item, texts["pain_points"], texts["opportunities"], cells["opportunities"][1]))

    def link(self) -> None:
        """Let opportunities address the pain points that they stand beside, where it is clear which, and say so."""
        if len(self._beside) > MAX_LINKED:
            return
        often = Counter(slug(_text(pain)) for item in self._draft.items() for pain in _listed(item, "pain_points"))
        linked = [one for one in self._beside if _link(one, often)]
        if linked:
            message = "opportunities were taken to address the pain points beside them"
            self._remarks.guessed(message, linked[0].span, "remove `addresses` in the spec where that is wrong")

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


def _link(beside: _Beside, often: Mapping[str, int]) -> bool:
    """Set what the opportunities of a row address: the only pain point, or one each; return whether one was set."""
    pains, ideas = beside.pains, beside.ideas
    if len(pains) not in {1, len(ideas)}:
        return False
    addressed = dict(zip(ideas, pains * len(ideas) if len(pains) == 1 else pains, strict=True))
    clear = {idea: pain for idea, pain in addressed.items() if often[slug(pain)] == 1}
    beside.item["opportunities"] = [
        {**(one if isinstance(one, dict) else {"text": one}), "addresses": [clear[_text(one)]]}
        if _text(one) in clear
        else one
        for one in _listed(beside.item, "opportunities")
    ]
    return bool(clear)


def _listed(item: Item, key: str) -> list[Json]:
    held = item.get(key)
    return held if isinstance(held, list) else []


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


def _text(item: Json) -> str:
    return str(item.get("text") if isinstance(item, dict) else item)

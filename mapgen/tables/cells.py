"""What a table's cells hold: texts and numbers, each absent where the author did not say."""

from collections.abc import Iterable, Sequence

from mapgen.blocks import Text
from mapgen.lanes.evidence_text import source
from mapgen.lanes.lane import LaneContext
from mapgen.lanes.meter import LARGEST
from mapgen.model.basics import titled
from mapgen.model.journey import Evidence, Extra, Link, Number, Owner, Stage, Touchpoint
from mapgen.tables.table import TableCell
from mapgen.words import NO_BREAK


def cell(*texts: str | None) -> TableCell:
    """Hold each text that is there, one under the other."""
    return tuple(Text(text=text) for text in texts if text)


def named(text: str, about: str) -> TableCell:
    """Hold the name of a thing; `about` is its anchor."""
    return (Text(text=text, about=about),)


def number(view: LaneContext, value: Number | None) -> TableCell:
    """Hold a number."""
    return () if value is None else (Text(text=view.words.number(value), order=order_of(value)),)


def order_of(value: Number) -> float:
    """Return what a number sorts by: itself, as far as machines count."""
    return float(min(max(value, -LARGEST), LARGEST))


def share(view: LaneContext, value: Number | None) -> TableCell:
    """Hold a share of one as a percentage."""
    return () if value is None else (Text(text=view.words.percent(value), order=order_of(value)),)


def word(view: LaneContext, family: str, value: str | None, grades: Sequence[str] = ()) -> TableCell:
    """Hold the map's word for one of the language's own values: "severity" and "high" -> "High".

    `grades` are all values from the least to the most, where they have such an order.
    """
    order = float(grades.index(value)) if value in grades else None
    return () if value is None else (Text(text=view.words(f"{family}-{value}"), order=order),)


def notes(extras: Iterable[Extra]) -> TableCell:
    """Hold what is under the author's own keys."""
    return tuple(Text(text=", ".join(extra.texts), label=titled(extra.key)) for extra in extras if extra.texts)


def links(items: Iterable[Link]) -> TableCell:
    """Hold links."""
    return tuple(Text(text=link.title, url=link.url) for link in items)


def answers(owner: Owner | None) -> TableCell:
    """Hold who answers for something."""
    return named(owner.name, f"owner-{owner.id}") if owner else ()


def grounds(view: LaneContext, evidence: tuple[Evidence, ...]) -> TableCell:
    """Hold each piece of evidence of a claim, and say where it is a hypothesis."""
    hypothesis = cell(view.words("hypothesis")) if view.is_guess(evidence) else ()
    return (*hypothesis, *sources(view, evidence))


def sources(view: LaneContext, evidence: Iterable[Evidence]) -> TableCell:
    """Hold each piece of evidence in short: "Commuter interviews (n = 12)"."""
    return tuple(Text(text=source(view.words, piece), about=f"evidence-{piece.id}") for piece in evidence)


def at(view: LaneContext, touchpoint: Touchpoint) -> str:
    """Name a touchpoint with its number: "8 Enters card details"."""
    return f"{view.numbers[touchpoint.id]}{NO_BREAK}{touchpoint.name}"


def there(view: LaneContext, touchpoint: Touchpoint) -> TableCell:
    """Hold a touchpoint; they sort by their numbers."""
    order = float(view.numbers[touchpoint.id])
    return (Text(text=at(view, touchpoint), about=f"touchpoint-{touchpoint.id}", order=order),)


def numbers(view: LaneContext, key: str, touchpoints: Iterable[str]) -> TableCell:
    """Hold the numbers of touchpoints (ids) on one line, after the words of a key."""
    told = ", ".join(str(view.numbers[touchpoint]) for touchpoint in touchpoints)
    return (Text(text=told, label=view.words(key)),) if told else ()


def place(view: LaneContext, stage: Stage, touchpoint: Touchpoint | None) -> TableCell:
    """Hold where something stands: a touchpoint, else the whole stage; they sort as they come in the journey."""
    if touchpoint:
        return there(view, touchpoint)
    return (Text(text=stage.name, about=f"stage-{stage.id}", order=view.before[stage.id] + 0.5),)

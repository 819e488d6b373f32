"""What a table's cells hold: texts and numbers, each absent where the author did not say."""

from collections.abc import Iterable

from mapgen.blocks import Text
from mapgen.lanes.lane import View
from mapgen.model.journey import Link, Number, Stage, Touchpoint
from mapgen.tables.table import TableCell
from mapgen.words import NO_BREAK


def cell(*texts: str | None) -> TableCell:
    """Hold each text that is there, one under the other."""
    return tuple(Text(text=text) for text in texts if text)


def number(view: View, value: Number | None) -> TableCell:
    """Hold a number."""
    return () if value is None else cell(view.words.number(value))


def share(view: View, value: Number | None) -> TableCell:
    """Hold a share of one as a percentage."""
    return () if value is None else cell(view.words.percent(value))


def word(view: View, family: str, value: str | None) -> TableCell:
    """Hold the map's word for one of the language's own values: "severity" and "high" -> "High"."""
    return () if value is None else cell(view.words(f"{family}-{value}"))


def links(items: Iterable[Link]) -> TableCell:
    """Hold links."""
    return tuple(Text(text=link.title, url=link.url) for link in items)


def at(view: View, touchpoint: Touchpoint) -> str:
    """Name a touchpoint with its number: "8 Enters card details"."""
    return f"{view.numbers[touchpoint.id]}{NO_BREAK}{touchpoint.name}"


def numbers(view: View, key: str, touchpoints: Iterable[str]) -> TableCell:
    """Hold the numbers of touchpoints (ids) on one line, after the words of a key."""
    told = ", ".join(str(view.numbers[touchpoint]) for touchpoint in touchpoints)
    return (Text(text=told, label=view.words(key)),) if told else ()


def place(view: View, stage: Stage, touchpoint: Touchpoint | None) -> str:
    """Name where something stands: a touchpoint, else the whole stage."""
    return at(view, touchpoint) if touchpoint else stage.name

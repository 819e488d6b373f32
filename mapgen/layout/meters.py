"""A metric -> a piece: its name and value, a bar from its target to its value, and what else is known of it.

The targets of all metrics in a column stand on one line, misses before it and what is better behind it. A bar is as
long as its value is away from the target, as a part of the target, so that metrics of all units compare.
"""

from collections.abc import Iterator, Sequence

from mapgen.blocks import Meter, Text, Tone, reference
from mapgen.layout import dimensions as m
from mapgen.layout.scene import Circle, Item, Line, Path, Rect
from mapgen.layout.text import TextMeasurer
from mapgen.layout.text_block import TONES, FittedBlock, placed_lines, prose

_GAP = 10.0
_BARS: dict[Tone, str] = {"plain": "bar", "muted": "bar", "good": "good", "bad": "bad", "caution": "bad"}
_SPARK = 20.0
_DOT = 2.5
_UNIT = 104.0  # a bar whose value misses its target by all of it; the same everywhere, so that bars compare
_BEHIND = 52.0
_GROUND = 2.0
_CAP = 3.0  # a whisker ends in strokes of so much above and below its line
_LEAST = 3.0  # a bar is never shorter, unless its value is the target


def meter(block: Meter, width: float, ruler: TextMeasurer) -> FittedBlock:
    """Fit a metric; the value stands beside the name where both fit, else under it."""
    value = ruler.lines(block.value, m.METER_VALUE, width)
    value_width = max(line.width for line in value)
    beside = len(value) == 1 and value_width + _GAP <= width * 0.6
    name = prose(
        Text(block.name, reference(block)), width - value_width - _GAP if beside else width, ruler, m.METER_NAME
    )
    said = " \u00b7 ".join(part for part in (block.target_text, block.trend, block.note) if part)
    note = ruler.lines(said, m.METER_NOTE, width) if said else ()
    text_height = name.height + (0 if beside else len(value) * m.METER_VALUE.leading)
    spark = _SPARK if len(block.readings) > 1 else 0.0
    bar = m.METER_TICK + 2 if block.distance is not None else 0.0
    height = text_height + spark + bar + len(note) * m.METER_NOTE.leading

    def place(x: float, y: float, _: float, out: list[Item]) -> None:
        name.place(x, y, name.height, out)
        fill = None if block.tone == "plain" else TONES[block.tone]
        if beside:
            placed_lines(value, x + width, y, m.METER_VALUE, out, anchor="end", fill=fill)
        else:
            placed_lines(value, x, y + name.height, m.METER_VALUE, out, fill=fill)
        y += text_height
        if spark:
            _spark(block, x, y + _DOT + 1, width, out)
        y += spark
        if block.distance is not None:
            _bar(block.distance, block, x, y, width, out)
        placed_lines(note, x, y + bar, m.METER_NOTE, out)

    return FittedBlock(height, place)


def _bar(distance: float, block: Meter, x: float, y: float, width: float, out: list[Item]) -> None:
    """Draw the line of the target, and the bar from there; one that is too long is cut and ends in two strokes."""
    top, middle = y + (m.METER_TICK - m.METER_BAR) / 2, y + m.METER_TICK / 2
    scale = min(1.0, width / (_UNIT + _BEHIND))
    unit, end = _UNIT * scale, (_UNIT + _BEHIND) * scale
    line = x + unit
    out.append(Rect(x, middle - _GROUND / 2, end, _GROUND, "track", radius=_GROUND / 2))
    shown = max(-1.0, min(_BEHIND / _UNIT, distance))
    length = max(_LEAST, abs(shown) * unit) if distance else 0.0
    left, color = line - (length if distance < 0 else 0.0), _BARS[block.tone]
    if length:
        if block.hypothesis:
            out.append(Rect(left + 0.5, top + 0.5, max(1.0, length - 1), m.METER_BAR - 1, "paper", color, 1))
        else:
            out.append(Rect(left, top, length, m.METER_BAR, color))
    if shown != distance:
        _cut(x if distance < 0 else x + end, top, 1 if distance < 0 else -1, out)
    out.append(Line(line, y, line, y + m.METER_TICK, "ink", 1.5))
    if block.whisker:
        ends = [max(-1.0, min(_BEHIND / _UNIT, edge)) for edge in block.whisker]
        caps = [end for end, edge in zip(ends, block.whisker, strict=True) if end == edge]
        out.extend(whisker(line + ends[0] * unit, line + ends[1] * unit, middle, [line + cap * unit for cap in caps]))


def whisker(left: float, right: float, y: float, caps: Sequence[float]) -> Iterator[Line]:
    """Draw a confidence interval over a bar, set off from it by an edge; it goes on where it has no cap."""
    lines = ((left, y, right, y), *((x, y - _CAP, x, y + _CAP) for x in caps))
    for color, thick in (("paper", 3.0), ("soft", 1.25)):
        yield from (Line(*line, color, thick) for line in lines)


def _cut(x: float, top: float, inwards: int, out: list[Item]) -> None:
    """Show that a bar goes on beyond the end of its column."""
    for step in (6.0, 10.0):
        at = x + inwards * step
        out.append(Line(at - 2, top + m.METER_BAR + 1, at + 2, top - 1, "paper", 1.75))


def _spark(block: Meter, x: float, y: float, width: float, out: list[Item]) -> None:
    """Draw the values over time as a small line over the whole width, that ends in a dot: where it is today."""
    width, height = width - 2 * _DOT, _SPARK - 2 * _DOT - 4
    points = [(x + _DOT + width * when, y + height * (1 - where)) for when, where in block.readings]
    segments = tuple(("L" if index else "M", point) for index, point in enumerate(points))
    out.append(Path(segments, stroke="muted", stroke_width=1.25))
    out.append(Circle(*points[-1], _DOT, _BARS[block.trend_tone]))

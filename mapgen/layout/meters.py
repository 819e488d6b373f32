"""A metric -> a piece: its name and value, a bar with the target's tick, and what else is known of it."""

from mapgen.blocks import Meter, Text, Tone
from mapgen.layout import metrics as m
from mapgen.layout.prose import TONES, Piece, placed_lines, prose
from mapgen.layout.scene import Circle, Item, Line, Path, Rect
from mapgen.layout.text import Ruler

_GAP = 10.0
_BARS: dict[Tone, str] = {"plain": "bar", "muted": "bar", "good": "good", "bad": "bad", "caution": "bad"}
_SPARK = 20.0
_DOT = 2.5


def meter(block: Meter, width: float, ruler: Ruler) -> Piece:
    """Fit a metric; the value stands beside the name where both fit, else under it."""
    value = ruler.lines(block.value, m.METER_VALUE, width)
    value_width = max(line.width for line in value)
    beside = len(value) == 1 and value_width + _GAP <= width * 0.6
    number = None if block.number is None else str(block.number)
    name = prose(Text(block.name, number), width - value_width - _GAP if beside else width, ruler, m.METER_NAME)
    said = " \u00b7 ".join(part for part in (block.target_text, block.trend, block.note) if part)
    note = ruler.lines(said, m.METER_NOTE, width) if said else ()
    text_height = name.height + (0 if beside else len(value) * m.METER_VALUE.leading)
    spark = _SPARK if len(block.readings) > 1 else 0.0
    bar = m.METER_TICK + 2 if block.share is not None else 0.0
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
        if block.share is not None:
            _bar(block, x, y, width, out)
        placed_lines(note, x, y + bar, m.METER_NOTE, out)

    return Piece(height, place)


def _bar(block: Meter, x: float, y: float, width: float, out: list[Item]) -> None:
    top = y + (m.METER_TICK - m.METER_BAR) / 2
    color = _BARS[block.tone]
    out.append(Rect(x, top, width, m.METER_BAR, "track", radius=m.METER_BAR / 2))
    length = max(m.METER_BAR, width * min(1.0, block.share or 0.0))
    if block.hypothesis:
        out.append(Rect(x + 0.5, top + 0.5, length - 1, m.METER_BAR - 1, "paper", color, 1, m.METER_BAR / 2 - 0.5))
    else:
        out.append(Rect(x, top, length, m.METER_BAR, color, radius=m.METER_BAR / 2))
    if block.target is not None:
        at = x + width * min(1.0, block.target)
        out.append(Line(at, y, at, y + m.METER_TICK, "ink", 1.5))


def _spark(block: Meter, x: float, y: float, width: float, out: list[Item]) -> None:
    """Draw the values over time as a small line over the whole width, that ends in a dot: where it is today."""
    width, height = width - 2 * _DOT, _SPARK - 2 * _DOT - 4
    points = [(x + _DOT + width * when, y + height * (1 - where)) for when, where in block.readings]
    segments = tuple(("L" if index else "M", point) for index, point in enumerate(points))
    out.append(Path(segments, stroke="muted", stroke_width=1.25))
    out.append(Circle(*points[-1], _DOT, _BARS[block.trend_tone]))

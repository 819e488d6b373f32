"""Meter -> a bar with the target's tick, as a small SVG."""

from mapgen.blocks import Meter
from mapgen.render.formats.svg import EMPTY, SvgWriter, number, sized
from mapgen.render.markup import Xml

WIDTH, HEIGHT, THICK = 96.0, 12.0, 6.0


def bar(meter: Meter, writer: SvgWriter) -> Xml:
    """Draw how far a value is along its bar; nothing where it has no place on one. The words beside it say the same."""
    if meter.share is None:
        return EMPTY
    top = (HEIGHT - THICK) / 2
    length = number(max(THICK, WIDTH * meter.share))
    tick = EMPTY
    if meter.target is not None:
        at = number(min(WIDTH - 1, max(1.0, WIDTH * meter.target)))
        tick = Xml('<path d="M{} 0V{}"{}/>').fill(at, number(HEIGHT), writer.shape(None, "ink", 1.5, None))
    whisker = EMPTY
    if meter.span:
        left, right = (number(min(WIDTH - 1, max(1.0, WIDTH * edge))) for edge in meter.span)
        path = Xml('<path d="M{left} {y}H{right}M{left} {top}V{foot}M{right} {top}V{foot}" fill="none"{line}/>')
        ends = {"y": number(HEIGHT / 2), "top": number(top), "foot": number(top + THICK)}
        whisker = path.fill(left=left, right=right, line=writer.shape(None, "soft", 1.25, None), **ends)
    color = "bar" if meter.tone == "plain" else meter.tone
    value = writer.shape("paper", color, 1, None) if meter.hypothesis else writer.shape(color, None, 1, None)
    shape = Xml('y="{}" height="{}" rx="{}"').fill(number(top), number(THICK), number(THICK / 2))
    return Xml(
        '<svg class="gauge" {size} viewBox="0 0 {width} {height}" aria-hidden="true">'
        '<rect width="{width}" {shape}{track}/><rect width="{length}" {shape}{value}/>{tick}{whisker}</svg>'
    ).fill(
        track=writer.shape("track", None, 1, None),
        value=value,
        size=sized(WIDTH, HEIGHT),
        width=number(WIDTH),
        height=number(HEIGHT),
        shape=shape,
        length=length,
        tick=tick,
        whisker=whisker,
    )

"""Meter -> a bar with the target's tick, as a small SVG."""

from mapgen.blocks import Meter
from mapgen.render.formats.svg import EMPTY, SvgWriter, number, sized
from mapgen.render.markup import Xml
from mapgen.render.page.inheritance import shared

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
        tick = Xml('<path d="m{} 0v{}"{}/>').fill(at, number(HEIGHT), writer.shape(None, "ink", 1.5, None))
    whisker = _whisker(meter.span, writer) if meter.span else EMPTY
    color = "bar" if meter.tone == "plain" else meter.tone
    value = writer.shape("paper", color, 1, None) if meter.hypothesis else writer.shape(color, None, 1, None)
    shape = Xml('y="{}" height="{}" rx="{}"').fill(number(top), number(THICK), number(THICK / 2))
    gauge = Xml(
        '<svg class="gauge" {size} aria-hidden="true">'
        '<rect width="{width}" {shape}{track}/><rect width="{length}" {shape}{value}/>{tick}{whisker}</svg>'
    ).fill(
        track=writer.shape("track", None, 1, None),
        value=value,
        size=sized(WIDTH, HEIGHT),
        width=number(WIDTH),
        shape=shape,
        length=length,
        tick=tick,
        whisker=whisker,
    )
    return shared(gauge)


def _whisker(span: tuple[float, float], writer: SvgWriter) -> Xml:
    """Draw a confidence interval, set off from the bar by an edge."""
    ends = [min(WIDTH - 1, max(1.0, WIDTH * edge)) for edge in span]
    left, right, top, foot = map(number, (*ends, (HEIGHT - THICK) / 2, (HEIGHT + THICK) / 2))
    way = Xml("M{left} {middle}H{right}M{left} {top}V{foot}M{right} {top}V{foot}").fill(
        left=left, right=right, top=top, foot=foot, middle=number(HEIGHT / 2)
    )
    path = Xml('<path d="{}"{}/>')
    return EMPTY.joined(
        path.fill(way, writer.shape(None, color, thick, None)) for color, thick in (("paper", 3.0), ("soft", 1.25))
    )

"""Meter -> a bar with the target's tick, as a small SVG that the style sheet colours."""

from mapgen.blocks import Meter
from mapgen.render.formats.svg import EMPTY, number, sized
from mapgen.render.markup import Xml, xml

WIDTH, HEIGHT, THICK = 96.0, 12.0, 6.0


def bar(meter: Meter) -> Xml:
    """Draw how far a value is along its bar; nothing where it has no place on one. The words beside it say the same."""
    if meter.share is None:
        return EMPTY
    top = (HEIGHT - THICK) / 2
    length = number(max(THICK, WIDTH * meter.share))
    tick = EMPTY
    if meter.target is not None:
        at = number(min(WIDTH - 1, max(1.0, WIDTH * meter.target)))
        tick = Xml('<path class="tick" d="M{} 0V{}"/>').fill(at, number(HEIGHT))
    shape = Xml('y="{}" height="{}" rx="{}"').fill(number(top), number(THICK), number(THICK / 2))
    return Xml(
        '<svg class="gauge {tone}{hollow}" {size} viewBox="0 0 {width} {height}" aria-hidden="true">'
        '<rect class="track" width="{width}" {shape}/><rect class="value" width="{length}" {shape}/>{tick}</svg>'
    ).fill(
        tone=xml(meter.tone),
        hollow=Xml(" hollow") if meter.hypothesis else EMPTY,
        size=sized(WIDTH, HEIGHT),
        width=number(WIDTH),
        height=number(HEIGHT),
        shape=shape,
        length=length,
        tick=tick,
    )

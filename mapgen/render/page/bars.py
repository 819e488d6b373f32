"""Meter -> a bar with the target's tick, as a small SVG that the style sheet colours."""

from markupsafe import Markup

from mapgen.blocks import Meter
from mapgen.render.formats.svg import number

WIDTH, HEIGHT, THICK = 96.0, 12.0, 6.0


def bar(meter: Meter) -> Markup:
    """Draw how far a value is along its bar; nothing where it has no place on one. The words beside it say the same."""
    if meter.share is None:
        return Markup()
    top = (HEIGHT - THICK) / 2
    length = number(max(THICK, WIDTH * meter.share))
    hollow = " hollow" if meter.hypothesis else ""
    tick = ""
    if meter.target is not None:
        at = number(min(WIDTH - 1, max(1.0, WIDTH * meter.target)))
        tick = f'<path class="tick" d="M{at} 0V{number(HEIGHT)}"/>'
    size = f'width="{number(WIDTH)}" height="{number(HEIGHT)}"'
    shape = f'y="{number(top)}" height="{number(THICK)}" rx="{number(THICK / 2)}"'
    return Markup(  # noqa: S704 - numbers, and names of ours
        f'<svg class="gauge {meter.tone}{hollow}" {size} viewBox="0 0 {number(WIDTH)} {number(HEIGHT)}"'
        f' aria-hidden="true"><rect class="track" width="{number(WIDTH)}" {shape}/>'
        f'<rect class="value" width="{length}" {shape}/>{tick}</svg>'
    )

"""Drawings for one page that are easily mixed up: same title, same anchors, other looks or contents."""

import json
from collections.abc import Iterator
from typing import Any

from mapgen.graphviz import lay_out
from mapgen.pipeline import DrawRequest, check, draw
from mapgen.render.options import Options

TOUCHPOINTS = (
    {"name": "Queues", "emotion": -1, "exits": [{"kind": "abandon", "share": 0.4, "reason": "Rain"}]},
    {"name": "Pays", "emotion": 1},
)


def spec(*touchpoints: dict[str, Any]) -> str:
    """Write a journey of one stage."""
    return json.dumps({"title": "Coffee", "stages": [{"name": "Order", "touchpoints": touchpoints}]})


VIEWS = ("poster", "map", "flow", "funnel")


def drawn(text: str, **how: Any) -> dict[str, str]:  # noqa: ANN401 - as `DrawRequest` takes them
    """Draw each view of a spec; the key is the suffix."""
    journey = check(text, name="coffee.journey.yaml").journey
    assert journey
    files = draw(DrawRequest(journey, "coffee", ("svg",), views=VIEWS, lay_out=lay_out, **how))
    return {name: content.decode() for name, content in files.items()}


def alike() -> Iterator[tuple[str, str]]:
    """Yield drawings that have everything in common but one thing, which names them."""
    current = spec(*TOUCHPOINTS)
    yield from drawn(current).items()
    yield "future", drawn(spec(TOUCHPOINTS[0], {**TOUCHPOINTS[1], "emotion": 2}))[".svg"]
    yield "other letters", drawn(spec(TOUCHPOINTS[0], {**TOUCHPOINTS[1], "thought": "Why?"}))[".svg"]
    yield "wide", drawn(current, options=Options(width=1600))[".map.svg"]
    yield "paper", drawn(current, options=Options(paper="a4"))[".svg"]
    yield "font of the reader", drawn(current, options=Options(fonts="stack"))[".svg"]
    for theme in ("dark", "print", "high-contrast"):
        yield theme, drawn(current, theme=theme)[".svg"]

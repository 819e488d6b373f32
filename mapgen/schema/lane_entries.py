"""Source and schema -> what is wrong with lanes that have a title: `lanes: [{x-hmw: How might we}]`."""

import re
from collections.abc import Iterator

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import in_yaml, listed, nearest, quoted
from mapgen.schema.shape import Schema
from mapgen.source.tree import Json, Source


def lane_entries(source: Source, schema: Json) -> Iterator[Diagnostic]:
    """Yield what is wrong with the names of lanes that have a title; the schema knows that each title is a text."""
    lanes = source.data.get("lanes") if isinstance(source.data, dict) else None
    for index, lane in enumerate(lanes if isinstance(lanes, list) else ()):
        if isinstance(lane, dict):
            yield from _entry(source, schema, index, lane)


def _entry(source: Source, schema: Json, index: int, lane: dict[str, Json]) -> Iterator[Diagnostic]:
    shape, pointer = Schema(schema).way(("lanes", index))[-1].shape, f"/lanes/{index}"
    if len(lane) != 1:
        hint = ", ".join(f"{{{name}: {in_yaml(str(title))}}}" for name, title in lane.items()) or "..."
        message = f"a lane with a title has one key, not {len(lane)}"
        yield Diagnostic("wrong-type", message, span=source.locate(pointer), hint=f"write {hint}", pointer=pointer)
    for name in lane if len(lane) == 1 else ():
        if re.search(shape.pattern, name) and name != "...":
            continue
        meant = nearest(name, shape.alternatives)
        hint = f"did you mean {quoted(meant)}?" if meant else f"the lanes are {listed(shape.alternatives, joint='and')}"
        span = source.locate(f"{pointer}/{name}", key=True)
        yield Diagnostic("unknown-lane", f"unknown lane {quoted(name)}", span=span, hint=hint, pointer=pointer)

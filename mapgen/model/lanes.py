"""The lanes that a spec selects, in their order, and the titles that it gives to some."""

from collections.abc import Iterator

from mapgen.diagnostics.phrases import quoted
from mapgen.model import walk
from mapgen.model.extras import PREFIX
from mapgen.model.journey import Journey
from mapgen.model.node import SpecNode

OTHERS = "..."
"""Stands for all lanes that are not named."""


def read_lanes(root: SpecNode) -> tuple[str, ...]:
    """Return the names of the lanes; a lane with a title has it as the value of its only key."""
    return tuple(name for _, name, _ in _entries(root))


def read_lane_titles(root: SpecNode) -> tuple[tuple[str, str], ...]:
    """Return each lane that has a title of its own, with the title."""
    return tuple((name, " ".join(title.split())) for _, name, title in _entries(root) if title)


def check_lanes(root: SpecNode, journey: Journey) -> None:
    """Report lanes that are named twice, and those of custom keys that nothing has."""
    carried, seen = walk.custom_keys((journey,)), set[str]()
    for index, lane, _ in _entries(root):
        if lane in seen:
            root.problems.add("repeated-item", f"{quoted(lane)} is listed twice in `lanes`", f"/lanes/{index}")
        elif lane.startswith(PREFIX) and lane not in carried:
            message = f"lane {quoted(lane)} is empty: no stage or touchpoint has this key"
            hint = f"write `{lane}: …` in a stage or touchpoint, or remove the lane"
            root.problems.add("unknown-lane", message, f"/lanes/{index}", hint=hint)
        seen.add(lane)


def _entries(root: SpecNode) -> Iterator[tuple[int, str, str]]:
    """Yield index, name and title of each lane; the title is "" where it has none."""
    lanes = root.fields.get("lanes")
    for index, lane in enumerate(lanes if isinstance(lanes, list) else ()):
        if isinstance(lane, dict):
            yield from ((index, name, str(title)) for name, title in lane.items())
        elif isinstance(lane, str):
            yield index, lane, ""

"""Journeys with many ways, for tests of the flow: always the same for the same numbers."""

import json
from collections.abc import Iterator, Sequence

KINDS = ("back", "repeat", "parallel", "feedback", "skip")
WORDS = ("looks for a cheaper plan", "asks a friend", "", "", "comes back after the weekend to compare all of it again")


def dice(seed: int) -> Iterator[int]:
    """Yield numbers without a pattern that anybody sees."""
    state = seed * 2654435761 % 2**32 + 1
    while True:
        state = (state * 1664525 + 1013904223) % 2**32
        yield state >> 8


def tangle(touchpoints: int, edges: int, seed: int, *, words: Sequence[str] = WORDS) -> str:
    """Return a spec with so many touchpoints, in stages of about eight, and so many edges beside the usual ones."""
    throw = dice(seed)
    names = [f"t{number}" for number in range(touchpoints)]
    stages: list[dict[str, object]] = []
    left = list(names)
    while left:
        count = 1 + next(throw) % 15
        stages.append({"name": f"Stage {len(stages)} {words[next(throw) % len(words)]}"[:200], "touchpoints": [
            {"id": name, "name": f"{name} {words[next(throw) % len(words)]}"[:300], "emotion": next(throw) % 5 - 2}
            for name in left[:count]
        ]})  # fmt: skip
        left = left[count:]
    flow: dict[tuple[str, str], dict[str, object]] = {}
    for _ in range(edges):
        start, end = next(throw) % touchpoints, next(throw) % touchpoints
        kind = KINDS[next(throw) % len(KINDS)]
        kind = "repeat" if start == end else "back" if kind == "skip" and start > end else kind
        edge = {"from": names[start], "to": names[end], "kind": kind, "share": 0.01}
        trigger = words[next(throw) % len(words)]
        flow[names[start], names[end]] = edge | ({"trigger": trigger} if trigger else {})
    return json.dumps({"title": "Tangle", "language": "en", "stages": stages, "flow": list(flow.values())})

"""Source of the right shape -> what there is more of than a map can show: some work grows with the product of two."""

from collections.abc import Iterator, Mapping

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.source.tree import Json, Source

MAX_ENTRIES: Mapping[str, int] = {
    "stages": 500,
    "personas": 100,
    "segments": 500,
    "owners": 500,
    "channels": 200,
    "evidence": 1_000,
    "flow": 10_000,
    "scenarios": 500,
    "experiments": 1_000,
    "lanes": 100,
}
"""The most entries of a list of the journey, by its key."""

MAX_TOUCHPOINTS = 10_000
"""The most touchpoints of all stages together."""

MAX_LABELS = 100
"""The most labels of the emotion scale."""

_HINTS = {"journey": "split it into several journeys", "library": "split it into several libraries"}
_NOUNS = {"flow": "edges in its flow", "evidence": "pieces of evidence", "labels": "labels of its emotion scale"}


def oversized(source: Source, whole: str = "journey") -> Iterator[Diagnostic]:
    """Yield a diagnostic for each list that is too long; `whole` is what the file describes."""
    data = source.data if isinstance(source.data, dict) else {}
    for name, most in MAX_ENTRIES.items():
        yield from _held(source, f"/{name}", _size(data.get(name)), most, name, whole)
    stages = data.get("stages")
    held = stages if isinstance(stages, list) else []
    touchpoints = (stage.get("touchpoints") for stage in held if isinstance(stage, dict))
    yield from _held(source, "/stages", sum(map(_size, touchpoints)), MAX_TOUCHPOINTS, "touchpoints")
    scale = data.get("emotion_scale")
    labels = scale.get("labels") if isinstance(scale, dict) else None
    yield from _held(source, "/emotion_scale/labels", _size(labels), MAX_LABELS, "labels")


def _size(value: Json) -> int:
    return len(value) if isinstance(value, list | dict) else 0


def _held(  # noqa: PLR0913, PLR0917 - what is held, where, and how it is called
    source: Source, pointer: str, size: int, most: int, noun: str, whole: str = "journey"
) -> Iterator[Diagnostic]:
    if size > most:
        message = f"the {whole} has {size:,} {_NOUNS.get(noun, noun)}; the maximum is {most:,}"
        span = source.locate(pointer, key=True)
        yield Diagnostic("file-too-large", message, span=span, hint=_HINTS[whole], pointer=pointer)

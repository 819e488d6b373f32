"""A feeling where a score is wanted -> how to write it as a score of the spec's emotion scale."""

from mapgen.diagnostics.phrases import in_yaml
from mapgen.quotes import parted
from mapgen.schema.violation import Violation
from mapgen.source.tree import Json

_SCORES = frozenset({"emotion", "score", "target"})
_LOW, _HIGH = -2, 2


def score_hint(violation: Violation) -> str | None:
    """Return how to write a text as a score: as the one with that label, else as one of the scale, with the feeling."""
    text, key = violation.value, violation.pointer.rpartition("/")[2]
    if not isinstance(text, str) or key not in _SCORES or any(map(str.isdigit, text)):
        return None
    scale = _scale(violation.source.data)
    labels = scale.get("labels")
    meant = text.strip().casefold()
    for score, label in labels.items() if isinstance(labels, dict) else ():
        if isinstance(label, str) and label.strip().casefold() == meant:
            return f"write {score}"
    low, high = (_number(scale.get(end), usual) for end, usual in (("min", _LOW), ("max", _HIGH)))
    rule = f"write a score from {low:g} (worst) to {high:g} (best)"
    if key != "emotion":
        return rule
    return f"{rule}, and the feeling beside it: {{score: {(low + high) / 2:g}, feeling: {in_yaml(parted(text)[1])}}}"


def _number(value: Json, usual: float) -> float:
    return value if isinstance(value, int | float) else usual


def _scale(data: Json) -> dict[str, Json]:
    scale = data.get("emotion_scale") if isinstance(data, dict) else None
    return scale if isinstance(scale, dict) else {}

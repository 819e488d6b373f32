"""The emotion scale, and an emotion on it -> EmotionScale, Emotion."""

from mapgen.diagnostics.phrases import quoted
from mapgen.model.journey import Emotion, EmotionScale, Number
from mapgen.model.node import Node, escape
from mapgen.model.surroundings import Surroundings
from mapgen.source.scalars import resolve

LOW, HIGH = -2, 2
"""The ends of the scale of a spec that names none."""

FURTHEST = 1_000
"""A scale goes no further, up or down."""

DEFAULT_SCALE = EmotionScale(LOW, HIGH, ())


def read_scale(root: Node) -> EmotionScale | None:
    """Return the scale of the journey; None where none can be drawn."""
    node = root.child("emotion_scale")
    if node is None:
        return DEFAULT_SCALE
    low, high = node.number("min"), node.number("max")
    low, high = LOW if low is None else low, HIGH if high is None else high
    if not -FURTHEST <= low < high <= FURTHEST:
        message = f"the emotion scale goes from {node.shown('min', LOW)} to {node.shown('max', HIGH)}"
        hint = "`min`, the worst, is below `max`, the best, and both are near: -2 and 2, 1 and 10"
        node.problems.add("bad-scale", message, node.pointer, hint=hint)
        return None
    return EmotionScale(low, high, _labels(node, low, high))


def read_emotion(touchpoint: Node, around: Surroundings) -> Emotion | None:
    """Return how a touchpoint feels."""
    node = touchpoint.child("emotion", short="score")
    if node is None:
        return None
    return Emotion(
        score=_on_scale(node, "score", around.scale),
        feeling=node.text("feeling"),
        target=_on_scale(node, "target", around.scale),
        by=_by(node, around),
        evidence=around.declared.evidence.each(node, "evidence"),
        pointer=node.pointer,
    )


def _labels(node: Node, low: Number, high: Number) -> tuple[tuple[Number, str], ...]:
    labels = []
    for written, label in node.pairs("labels"):
        score = _number(written)
        if score is None or not low <= score <= high:
            message = f"the label {quoted(label)} stands at {quoted(written)}, which is not on the emotion scale"
            pointer = f"{node.pointer}/labels/{escape(written)}"
            hint = f"name scores from {node.shown('min', LOW)} to {node.shown('max', HIGH)}"
            node.problems.add_at_key("bad-scale", message, pointer, hint=hint)
        else:
            labels.append((score, label))
    return tuple(sorted(labels))


def _number(written: str) -> Number | None:
    """Return a number as a YAML key, which is a text.

    >>> _number("-2"), _number("0.5"), _number("happy")
    (-2, 0.5, None)
    """
    score = resolve(written)
    if isinstance(score, bool) or not isinstance(score, int | float):
        return None
    return int(score) if score == int(score) else score


def _on_scale(node: Node, key: str, scale: EmotionScale | None) -> Number | None:
    value = node.number(key)
    if value is None or scale is None or scale.low <= value <= scale.high:
        return value
    what = "emotion" if key != "target" else "target"
    message = f"{what} {node.shown(key)} is outside the scale, which goes from {scale.low} to {scale.high}"
    hint = "stay on the scale, or set another one with `emotion_scale`"
    node.problems.add("emotion-out-of-range", message, node.at(key), hint=hint)
    return None


def _by(node: Node, around: Surroundings) -> tuple[tuple[str, Number], ...]:
    people = node.child("by")
    if people is None:
        return ()
    scores = []
    for word in people.fields:
        persona = around.declared.personas.key(people, word)
        score = _on_scale(people, word, around.scale)
        if persona is not None and score is not None:
            scores.append((persona.id, score))
    return tuple(scores)

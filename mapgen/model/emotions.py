"""The emotion scale, and an emotion on it -> EmotionScale, Emotion."""

from mapgen.diagnostics.phrases import quoted
from mapgen.model.context import BuildContext
from mapgen.model.journey import Emotion, EmotionScale, Number
from mapgen.model.node import SpecNode, escape
from mapgen.source.scalars import resolve

LOW, HIGH = -2, 2
"""The ends of the scale of a spec that defines none."""

MAX_SCALE = 1_000
"""The largest absolute value of an end of a scale."""

DEFAULT_SCALE = EmotionScale(LOW, HIGH, ())


def read_scale(root: SpecNode) -> EmotionScale | None:
    """Return the scale of the journey; None if it is invalid."""
    node = root.child("emotion_scale")
    if node is None:
        return DEFAULT_SCALE
    low, high = node.number("min"), node.number("max")
    low, high = LOW if low is None else low, HIGH if high is None else high
    if not -MAX_SCALE <= low < high <= MAX_SCALE:
        message = f"the emotion scale runs from {node.shown('min', LOW)} to {node.shown('max', HIGH)}"
        hint = "`min` (worst) must be below `max` (best), and both must be small, such as -2 and 2, or 1 and 10"
        node.problems.add("bad-scale", message, node.pointer, hint=hint)
        return None
    return EmotionScale(low, high, _labels(node, low, high))


def read_emotion(part: SpecNode, context: BuildContext) -> Emotion | None:
    """Return how customers feel at a touchpoint, or in a stage."""
    node = part.child("emotion", short="score")
    if node is None:
        return None
    return Emotion(
        score=_on_scale(node, "score", context.scale),
        feeling=node.text("feeling"),
        target=_on_scale(node, "target", context.scale),
        by=_by(node, context),
        evidence=context.declared.evidence.each(node, "evidence"),
        pointer=node.pointer,
    )


def _labels(node: SpecNode, low: Number, high: Number) -> tuple[tuple[Number, str], ...]:
    labels = []
    for written, label in node.pairs("labels"):
        score = _number(written)
        if score is None or not low <= score <= high:
            message = f"the label {quoted(label)} is for {quoted(written)}, which is not on the emotion scale"
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


def _on_scale(node: SpecNode, key: str, scale: EmotionScale | None) -> Number | None:
    value = node.number(key)
    if value is None or scale is None or scale.low <= value <= scale.high:
        return value
    what = "emotion" if key != "target" else "target"
    message = f"{what} {node.shown(key)} is outside the scale of {scale.low} to {scale.high}"
    hint = "use a score on the scale, or define another scale with `emotion_scale`"
    node.problems.add("emotion-out-of-range", message, node.at(key), hint=hint)
    return None


def _by(node: SpecNode, context: BuildContext) -> tuple[tuple[str, Number], ...]:
    people = node.child("by")
    if people is None:
        return ()
    scores: dict[str, tuple[str, Number | None]] = {}
    for word in people.fields:
        persona = context.declared.personas.key(people, word)
        score = _on_scale(people, word, context.scale)
        if persona is None:
            continue
        earlier, _ = scores.setdefault(persona.id, (word, score))
        if earlier != word:
            message = f"{quoted(earlier)} and {quoted(word)} are the same persona"
            people.problems.add_at_key("duplicate-key", message, people.at(word), hint="keep one of the two")
    return tuple((persona, score) for persona, (_, score) in scores.items() if score is not None)

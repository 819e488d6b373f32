"""A stage or a touchpoint that is being made, and how values get into it."""

from collections.abc import Sequence

from mapgen.source.tree import Json

Item = dict[str, Json]


def extend(item: Item, key: str, more: Sequence[Json]) -> None:
    """Add to a list what is not in it yet."""
    held = item.get(key)
    before = held if isinstance(held, list) else []
    added = [one for one in more if one not in before]
    if added:
        item[key] = [*before, *added]


def add_custom(item: Item, key: str, texts: Sequence[str]) -> None:
    """Add to a custom key, which is one text as long as it can be."""
    held = item.get(key)
    if held is None and len(texts) == 1:
        item[key] = texts[0]
        return
    if isinstance(held, str):
        item[key] = [held]
    extend(item, key, list(texts))


def is_scored(item: Item) -> bool:
    """Return whether there is a score of an emotion."""
    emotion = item.get("emotion")
    return isinstance(emotion, int | float) or (isinstance(emotion, dict) and "score" in emotion)


def add_emotion(item: Item, *, score: float | None = None, feeling: str = "", target: float | None = None) -> None:
    """Add to an emotion what it does not say yet; a score alone is a number."""
    held = item.get("emotion")
    emotion: Item = dict(held) if isinstance(held, dict) else {} if held is None else {"score": held}
    for key, value in (("score", score), ("feeling", feeling or None), ("target", target)):
        if value is not None:
            emotion.setdefault(key, value)
    if emotion:
        item["emotion"] = emotion["score"] if list(emotion) == ["score"] else emotion

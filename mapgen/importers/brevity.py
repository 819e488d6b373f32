"""The data of a spec that says everything -> the same as people write it: without what goes without saying."""

from collections import Counter
from collections.abc import Iterator, Mapping

from mapgen.model.ids import NUMBER, short_slug
from mapgen.source.tree import Json

_DEFAULTS: Mapping[str, Json] = {
    "mapgen": 1,
    "language": "en",
    "theme": "default",
    "emotion_scale": {"min": -2, "max": 2},
    "emotion_curve": {"gaps": "join"},
}
_NAMES = ("name", "text", "title")  # the keys of which an id is made
_SINGLE = frozenset({"name", "text"})  # what an item of a list may be alone
_WHOLE = frozenset({"metrics", "experiments", "scenarios"})  # lists in which it may not


def brief(spec: Mapping[str, Json]) -> dict[str, Json]:
    """Return a spec without values that are the default, and without ids that follow from names."""
    writer = _Brief(Counter(_words(dict(spec))))
    short = writer.top({key: value for key, value in spec.items() if _DEFAULTS.get(key) != value})
    if short.get("id") == short_slug(str(spec.get("title", ""))):
        del short["id"]
    return short


class _Brief:
    """Shortens items; `words` are how often each id is given or would be made of a name."""

    def __init__(self, words: Counter[str]) -> None:
        self._words = words

    def top(self, spec: Mapping[str, Json]) -> dict[str, Json]:
        """Return the keys of a spec with shortened values."""
        return {key: self._below(key, value) for key, value in spec.items()}

    def value(self, value: Json) -> Json:
        """Return a value and all within it shortened."""
        if isinstance(value, list):
            return [self.value(one) for one in value]
        if isinstance(value, dict):
            left_out = {"id"} if "id" in value and self._follows(value) else set()
            short = {key: self._below(key, one) for key, one in value.items() if key not in left_out}
            emotion = short.get("emotion")
            if isinstance(emotion, dict) and emotion.keys() == {"score"}:
                short["emotion"] = emotion["score"]
            return short
        return value

    def _below(self, key: str, value: Json) -> Json:
        """Return the value of a key; items of a list that have nothing but a name or a text are that."""
        short = self.value(value)
        return [_single(one) for one in short] if isinstance(short, list) and key not in _WHOLE else short

    def _follows(self, item: Mapping[str, Json]) -> bool:
        """Return whether an item has an id of the same kind without saying so."""
        ident = item["id"]
        if not isinstance(ident, str):
            return False
        is_first = f"{ident}{NUMBER}2" in self._words  # of several of one name, which are numbered
        return "." in ident or is_first or (ident == _slug(item) and self._words[ident] == 1)


def _single(item: Json) -> Json:
    return next(iter(item.values())) if isinstance(item, dict) and len(item) == 1 and item.keys() <= _SINGLE else item


def _words(value: Json) -> Iterator[str]:
    """Yield the ids that are given, and those that would be made of names instead."""
    if isinstance(value, list):
        for one in value:
            yield from _words(one)
    elif isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield from {str(value["id"]), _slug(value)}
        for one in value.values():
            yield from _words(one)


def _slug(item: Mapping[str, Json]) -> str:
    name = next((item[key] for key in _NAMES if isinstance(item.get(key), str)), "")
    return short_slug(str(name))

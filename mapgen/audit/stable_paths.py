"""Source, pointer -> an address: the path to an item by ids and names, which stays the same when items move."""

from collections import Counter

from mapgen.model.ids import slug
from mapgen.source.tree import Json, Source

_NAMES = ("id", "name", "title", "text", "kind", "url", "src")
_LONGEST = 200  # characters


class Addresses:
    """The addresses of the items of a spec.

    An item is named by its id, or by the slug of its name or text, and an edge by its ends. The content of a touchpoint
    has the same address in every stage.
    """

    def __init__(self, source: Source) -> None:
        """Start with an empty cache."""
        self._data = source.data
        self._names: dict[str, list[str]] = {}

    def of(self, pointer: str) -> str:
        """Return the address of a value."""
        parts: list[str] = []
        data, so_far = self._data, ""
        for key in pointer.split("/")[1:]:
            if isinstance(data, list) and key.isdecimal() and int(key) < len(data):
                parts.append(self._called(so_far, data)[int(key)])
                data = data[int(key)]
            else:
                parts.append(key)
                data = data.get(key.replace("~1", "/").replace("~0", "~")) if isinstance(data, dict) else None
            so_far = f"{so_far}/{key}"
        if parts[2:3] == ["touchpoints"]:
            parts = parts[2:]
        return "/".join(parts)[:_LONGEST]

    def _called(self, pointer: str, items: list[Json]) -> list[str]:
        """Return the names of the items of a list; numbers distinguish items with the same name."""
        if pointer not in self._names:
            seen: Counter[str] = Counter()
            names = self._names[pointer] = []
            for name in map(_name, items):
                seen[name] += 1
                names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
        return self._names[pointer]


def _name(item: Json) -> str:
    if not isinstance(item, dict):
        return _slug(str(item))
    if "from" in item and "to" in item:
        return f"{_slug(str(item['from']))}>{_slug(str(item['to']))}"
    return next((_slug(str(item[name])) for name in _NAMES if name in item), "")


def _slug(text: str) -> str:
    return slug(text) or text.replace("/", " ")

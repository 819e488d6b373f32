"""Source, pointer -> an address: the way to a thing by ids and names, which stays the same when things move."""

from collections import Counter

from mapgen.model.ids import slug
from mapgen.source.tree import Json, Source

_NAMES = ("id", "name", "title", "text", "kind", "url", "src")
_LONGEST = 200  # characters


class Addresses:
    """The addresses of the things of a spec.

    A thing is called by its id, else by its name or text as an id would be made of it, and an edge by its ends. What
    stands in a touchpoint has the same address in whichever stage that stands.
    """

    def __init__(self, source: Source) -> None:
        """Begin without having looked."""
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
        """Return what the items of a list are called; numbers tell those apart that are called the same."""
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

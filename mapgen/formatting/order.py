"""The schema -> in which order the keys of a thing are written."""

from collections.abc import Iterable, Sequence

from mapgen.formatting.nodes import NodeEntry
from mapgen.source.tree import Json


class KeyOrder:
    """The order of the language, which is that in which its schema tells the keys."""

    def __init__(self, schema: Json) -> None:
        """Take the whole schema."""
        self._root = schema
        self._known: dict[int, tuple[Json, dict[str, int]]] = {}

    @property
    def top(self) -> Json:
        """The part of the schema for the whole spec."""
        return self._root

    def sorted(self, fragment: Json, entries: Sequence[NodeEntry]) -> list[NodeEntry]:
        """Return entries in order; keys that the schema does not know come last, in the author's order."""
        ranks = self._ranks(fragment)
        return sorted(entries, key=lambda entry: ranks.get(entry.name or "", len(ranks))) if ranks else list(entries)

    def sorted_keys(self, fragment: Json, keys: Iterable[str]) -> list[str]:
        """Return keys in order, as `sorted` does."""
        ranks = self._ranks(fragment)
        return sorted(keys, key=lambda key: ranks.get(key, len(ranks)))

    def below(self, fragment: Json, name: str | None) -> Json:
        """Return the part of the schema for the value of a key, or for an item of a list."""
        found = self._resolved(fragment)
        if name is None:
            return found.get("items")
        properties = found.get("properties")
        return properties.get(name) if isinstance(properties, dict) else None

    def _ranks(self, fragment: Json) -> dict[str, int]:
        known = self._known.get(id(fragment))
        if known is None:
            properties = self._resolved(fragment).get("properties")
            names = properties if isinstance(properties, dict) else ()
            known = self._known[id(fragment)] = (fragment, {name: rank for rank, name in enumerate(names)})
        return known[1]

    def _resolved(self, fragment: Json) -> dict[str, Json]:
        while isinstance(fragment, dict) and isinstance(reference := fragment.get("$ref"), str):
            definitions = self._root.get("definitions") if isinstance(self._root, dict) else None
            name = reference.rpartition("/")[2]
            fragment = definitions.get(name) if isinstance(definitions, dict) else None
        return fragment if isinstance(fragment, dict) else {}

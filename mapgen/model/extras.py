"""Custom keys of the author (`x-weather: Rain`) -> Extras: their values as texts."""

from collections.abc import Iterator

from mapgen.model.journey import Extra
from mapgen.model.node import SpecNode, escape, scalar_text
from mapgen.model.problems import Problems
from mapgen.source.tree import Json

PREFIX = "x-"


def read_extras(node: SpecNode) -> tuple[Extra, ...]:
    """Return the custom keys of an object, in the order of the spec."""
    own = [key for key in node.fields if key.startswith(PREFIX)]
    return tuple(Extra(key, tuple(_texts(node.fields[key], node.at(key), node.problems))) for key in own)


def _texts(value: Json, pointer: str, problems: Problems) -> Iterator[str]:
    """Yield a list item by item, a map as `key: value`, a scalar as written."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, f"{pointer}/{index}", problems)
    elif isinstance(value, dict):
        for key, item in value.items():
            below = list(_texts(item, f"{pointer}/{escape(key)}", problems))
            yield f"{key}: {', '.join(below)}" if below else key
    elif value is not None:
        yield scalar_text(value, pointer, problems)

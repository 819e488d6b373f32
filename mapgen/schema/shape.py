"""The schema and a pointer -> what the schema wants there, in a form that messages can be made of.

The schema has no combinators, so that the way through a spec decides the way through the schema.
"""

from collections.abc import Iterator, Mapping

from mapgen.lazy import regex
from mapgen.record import record
from mapgen.source.tree import Json

_ALTERNATIVES = regex(r"\^\(([a-z|-]+?)(?:\|x-\.\+)?(?:\|\\\.\\\.\\\.)?\)\$")
_REFERENCE = "Id or "  # how the schema describes what names another thing
_NO_PROPERTIES: Mapping[str, Json] = {}


@record
class Shape:
    """What one place of a spec may hold. `types` are JSON Schema's words; `alternatives` all the values there are."""

    title: str
    types: tuple[str, ...]
    format: str
    pattern: str
    alternatives: tuple[str, ...]
    minimum: float | None
    maximum: float | None
    min_items: float | None
    max_items: float | None
    required: tuple[str, ...]
    properties: Mapping[str, Json]
    others: Json  # what keys hold that are not among the properties
    items: Json
    example: str | None
    is_reference: bool = False  # its text is the id or name of another thing

    @property
    def is_closed(self) -> bool:
        """Whether not every text will do: the id of another thing, one of a few words, or text of a certain form."""
        return bool(self.is_reference or self.alternatives or self.format or self.pattern)

    @classmethod
    def of(cls, fragment: Json) -> "Shape":
        """Take apart a fragment of the schema whose reference, if it was one, is resolved."""
        found = fragment if isinstance(fragment, dict) else {}
        types, properties, pattern = found.get("type"), found.get("properties"), _text(found.get("pattern"))
        return cls(
            title=_text(found.get("title")),
            types=_texts(types) if isinstance(types, list) else _texts([types]),
            format=_text(found.get("format")),
            pattern=pattern,
            alternatives=_alternatives(found.get("enum"), pattern),
            minimum=_number(found.get("minimum")),
            maximum=_number(found.get("maximum")),
            min_items=_number(found.get("minItems")),
            max_items=_number(found.get("maxItems")),
            required=_texts(found.get("required")),
            properties=properties if isinstance(properties, dict) else _NO_PROPERTIES,
            others=found.get("additionalProperties"),
            items=found.get("items"),
            example=_example(found.get("examples")),
            is_reference=_text(found.get("description")).startswith(_REFERENCE),
        )


@record
class PathStep:
    """One level on the way to a place: the key or index that leads there, None at the top, and what is wanted there."""

    part: str | int | None
    shape: Shape

    @property
    def name(self) -> str:
        """What a message calls this: the journey (the whole), a touchpoint (in a list), `emotion` (as a key)."""
        if self.part is None:
            return f"the {self.shape.title.rpartition(' ')[2].lower()}"
        return f"`{self.part}`" if isinstance(self.part, str) else noun(self.shape.title)


@record
class Schema:
    """A whole JSON Schema."""

    root: Json

    def way(self, parts: tuple[str | int, ...]) -> tuple[PathStep, ...]:
        """Return what the schema wants at the top and at each step down to a place."""
        steps = [PathStep(None, self.shape(self.root))]
        for part in parts:
            steps.append(PathStep(part, self.below(steps[-1].shape, part)))
        return tuple(steps)

    def shape(self, fragment: Json) -> Shape:
        """Return what a fragment of the schema wants."""
        while isinstance(fragment, dict) and isinstance(reference := fragment.get("$ref"), str):
            fragment = self._definition(reference.rpartition("/")[2])
        return Shape.of(fragment)

    def below(self, shape: Shape, part: str | int) -> Shape:
        """Return what is wanted one level further down."""
        if isinstance(part, int):
            return self.shape(shape.items)
        return self.shape(shape.properties.get(part, shape.others if isinstance(shape.others, dict) else None))

    def parts(self, shape: Shape) -> Iterator[Shape]:
        """Yield the shapes of the things with keys that a thing consists of: for a stage, a touchpoint among others."""
        for fragment in shape.properties.values():
            below = self.shape(fragment)
            inner = self.shape(below.items) if below.items else below
            if inner.properties:
                yield inner

    def _definition(self, name: str) -> Json:
        definitions = self.root.get("definitions") if isinstance(self.root, dict) else None
        return definitions.get(name) if isinstance(definitions, dict) else None


def noun(title: str) -> str:
    """Return a title as a noun with its article.

    >>> noun("Pain point"), noun("Emotion"), noun("")
    ('a pain point', 'an emotion', 'an item')
    """
    word = title.lower() or "item"
    if word == "evidence":
        return "a piece of evidence"
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def _alternatives(enum: Json, pattern: str) -> tuple[str, ...]:
    if isinstance(enum, list):
        return tuple(str(value) for value in enum)
    found = _ALTERNATIVES.fullmatch(pattern)
    return tuple(found.group(1).split("|")) if found else ()


def _example(examples: Json) -> str | None:
    first = examples[0] if isinstance(examples, list) and examples else None
    if isinstance(first, list) and all(isinstance(item, int | float) for item in first):
        return f"[{', '.join(map(str, first))}]"
    return None if first is None or isinstance(first, dict | list) else str(first)


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: Json) -> tuple[str, ...]:
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def _number(value: Json) -> float | None:
    return value if isinstance(value, int | float) else None

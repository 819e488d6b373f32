"""Stages, touchpoints and names, as they come up in a file -> the data of a spec, in which each name is declared."""

from collections.abc import Iterator

from mapgen.model.ids import MAX_ID_LENGTH, short_slug, slug
from mapgen.model.references import folded
from mapgen.source.tree import Json


class Draft:
    """A spec that is being made. Names that differ in nothing that counts are one thing, as they are in a spec."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.top: dict[str, Json] = {}
        """Keys of the spec other than stages, owners, channels and personas."""
        self.goals: dict[str, Json] = {}
        self.owners = Names()
        self.channels = Names()
        self.personas = Names()
        self._stages: list[dict[str, Json]] = []
        self._by_name: dict[str, dict[str, Json]] = {}

    def stage(self, name: str) -> dict[str, Json]:
        """Return the stage of a name, at the end where there is none yet; its keys may be set."""
        return self._by_name.get(folded(name)) or self.new_stage(name)

    def new_stage(self, name: str) -> dict[str, Json]:
        """Return a new stage at the end, also where there is one of that name."""
        stage: dict[str, Json] = {"name": name}
        self._stages.append(stage)
        self._by_name[folded(name)] = stage
        return stage

    def has_stage(self, name: str) -> bool:
        """Return whether there is a stage of a name."""
        return folded(name) in self._by_name

    def items(self) -> Iterator[dict[str, Json]]:
        """Yield the stages and their touchpoints."""
        for stage in self._stages:
            yield stage
            held = stage.get("touchpoints")
            yield from (one for one in (held if isinstance(held, list) else ()) if isinstance(one, dict))

    def leave_out_the_only_persona(self) -> None:
        """Leave it to the whole journey whose it is, where all who are named at touchpoints are one person."""
        if len(self.personas.declared()) == 1:
            for item in self.items():
                item.pop("personas", None)

    def spec(self) -> dict[str, Json]:
        """Return the data of the spec; stages without anything but a name are names."""
        return {
            **self.top,
            "goals": self.goals,
            "personas": self.personas.declared(),
            "owners": self.owners.declared(),
            "channels": self.channels.declared(),
            "stages": [stage["name"] if len(stage) == 1 else stage for stage in self._stages],
        }


class Names:
    """Names of owners, channels or personas, which touchpoints refer to."""

    def __init__(self) -> None:
        """Begin with none."""
        self._references: dict[str, str] = {}
        self._taken: set[str] = set()
        self._declared: list[Json] = []

    def reference(self, name: str) -> str:
        """Return how to refer to a name, which is declared if it is new: by itself, or by an id if it is unclear."""
        name = " ".join(name.split())
        plain = folded(name)
        if plain not in self._references:
            self._references[plain] = self._declare(name, plain)
        return self._references[plain]

    def describe(self, name: str, description: str) -> None:
        """Declare a name with a description."""
        reference = self.reference(name)
        for at, held in enumerate(self._declared):
            if description and held in (reference, name):
                self._declared[at] = {"name": name, "description": description}

    def declared(self) -> list[Json]:
        """Return the declarations."""
        return self._declared

    def _declare(self, name: str, plain: str) -> str:
        words = {plain, slug(name), short_slug(name)}
        if not words & self._taken:
            self._taken |= words
            self._declared.append(name)
            return name
        ident = self._free(short_slug(name))
        self._taken |= {plain, ident}
        self._declared.append({"id": ident, "name": name})
        return ident

    def _free(self, base: str) -> str:
        """Return an id that means nothing else yet."""
        number = 2
        while (ident := f"{base[: MAX_ID_LENGTH - len(str(number)) - 1].rstrip('-')}-{number}") in self._taken:
            number += 1
        return ident

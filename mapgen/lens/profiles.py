"""Journey -> its personas as cards."""

from collections.abc import Iterator

from mapgen.blocks import Quote
from mapgen.lanes.claims import grounds
from mapgen.lanes.lane import View
from mapgen.lens.lens import Facet, Profile
from mapgen.model.journey import Persona, backs
from mapgen.words import Words


def profiles(view: View) -> Iterator[Profile]:
    """Make the card of each persona."""
    for persona in view.journey.personas:
        yield Profile(
            id=persona.id,
            initials=initials(persona.name),
            name=persona.name,
            line=line(view.words, persona),
            quote=Quote(persona.quote, view.words.quotes) if persona.quote else None,
            facets=tuple(facets(view.words, persona)),
            hypothesis=not backs(persona.evidence),
            note=grounds(view.words, persona.evidence),
        )


def line(words: Words, persona: Persona) -> str | None:
    """Tell position, department and role in buying: "Junior architect · Design · User"."""
    role = words(f"role-{persona.buying_role}") if persona.buying_role else None
    return " · ".join(part for part in (persona.position, persona.department, role) if part) or None


def facets(words: Words, persona: Persona) -> Iterator[Facet]:
    """Yield each side of the persona that the author described."""
    sides = (
        ("goals", persona.goals),
        ("needs", persona.needs),
        ("motivators", persona.motivators),
        ("objections", persona.objections),
        ("challenges", persona.challenges),
        ("behaviors", persona.behaviors),
        ("demographics", tuple(f"{name}: {value}" for name, value in persona.demographics)),
        ("segment", (persona.segment.name,) if persona.segment else ()),
    )
    return (Facet(title=words(key), items=items) for key, items in sides if items)


def initials(name: str) -> str:
    """Return the first letters of the first and the last word of a name.

    >>> initials("Maya van der Okafor"), initials("Tom"), initials("李小龙")
    ('MO', 'T', '李')
    """
    names = [word for word in name.split() if word[0].isalnum()] or [name.strip()]
    ends = names if len(names) == 1 else (names[0], names[-1])
    return "".join(word[0].upper() for word in ends if word)

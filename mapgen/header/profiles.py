"""Journey -> its personas as cards."""

from collections.abc import Iterable, Iterator

from mapgen.blocks import Quote
from mapgen.header.header import Profile, ProfileFacet
from mapgen.lanes.evidence_text import grounds, quotation
from mapgen.lanes.lane import LaneContext
from mapgen.model.basics import titled
from mapgen.model.journey import Persona
from mapgen.words import Words


def profiles(view: LaneContext) -> Iterator[Profile]:
    """Make the card of each persona."""
    personas = view.journey.personas
    letters = initials([persona.name for persona in personas])
    for place, (persona, letter) in enumerate(zip(personas, letters, strict=True)):
        yield Profile(
            place=place,
            id=persona.id,
            initials=letter,
            name=persona.name,
            line=line(view.words, persona),
            description=persona.description,
            photo=persona.photo,
            quotes=tuple(_quotes(view, persona)),
            facets=tuple(facets(view.words, persona)),
            hypothesis=view.is_guess(persona.evidence),
            note=grounds(view, persona.evidence),
        )


def _quotes(view: LaneContext, persona: Persona) -> Iterator[Quote]:
    if persona.quote:
        yield Quote(persona.quote, view.words.quotes)
    yield from (quotation(view, quote) for quote in persona.quotes)


def line(words: Words, persona: Persona) -> str | None:
    """Report role, position, department and role in buying: "Caregiver · Junior architect · Design · User"."""
    buying = words(f"role-{persona.buying_role}") if persona.buying_role else None
    known = (persona.role, persona.position, persona.department, buying)
    return " · ".join(part for part in known if part) or None


def facets(words: Words, persona: Persona) -> Iterator[ProfileFacet]:
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
    yield from (ProfileFacet(title=words(key), items=items) for key, items in sides if items)
    yield from (ProfileFacet(title=titled(extra.key), items=extra.texts) for extra in persona.extras if extra.texts)


def initials(names: Iterable[str]) -> list[str]:
    """Return a letter for each name, or two letters if one would be ambiguous: the same in the whole of a journey.

    >>> initials(["Lena Hartmann", "Tomasz Wilk"]), initials(["Ana Ruiz", "Ann Lee"])
    (['L', 'T'], ['AR', 'AL'])
    >>> initials(["Anna Weber", "Arne Weiss"])
    ['AW', 'Ar']
    """
    initials_by_name = [(name, _both(name)) for name in names]
    firsts = [both[:1] for _, both in initials_by_name]
    if len(set(firsts)) == len(firsts):
        return firsts
    letters: list[str] = []
    for name, both in initials_by_name:
        choices = (both, *(both[:1] + letter for letter in name[1:] if letter.isalnum()))
        letters.append(next((choice for choice in choices if choice not in letters), both))
    return letters


def _both(name: str) -> str:
    """Return the first letters of the first and the last word of a name, without titles such as Dr.

    >>> _both("Maya van der Okafor"), _both("Tom"), _both("李小龙"), _both("Dr. J. Brandt")
    ('MO', 'T', '李', 'JB')
    """
    words = [word for word in name.split() if word[0].isalnum()] or [name.strip()]
    names = [word for word in words if not _is_title(word)] or words
    ends = names if len(names) == 1 else (names[0], names[-1])
    return "".join(word[0].upper() for word in ends if word)


def _is_title(word: str) -> bool:
    return word.endswith(".") and len(word) > len("J.")

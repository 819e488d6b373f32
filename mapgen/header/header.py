"""The contract of the top and the foot of a map: who it is about, and which figures matter."""

from mapgen.blocks import Quote, Text, Tone
from mapgen.record import record


@record
class Figure:
    """A number that matters, and what it counts."""

    value: str
    label: str
    tone: Tone


@record
class ProfileFacet:
    """One side of a persona: "Needs", and what they are."""

    title: str
    items: tuple[str, ...]


@record
class Profile:
    """A persona as a card. `line` is role, position, department and role in buying in one line.

    `place` is that among the personas of the journey, from 0, which decides about its color.
    `photo` is the path of the persona's photo, as the spec has it.
    `hypothesis` is a persona without evidence; `note` tells the evidence, or that there is none, in words.
    """

    place: int
    id: str
    initials: str
    name: str
    line: str | None
    description: str | None
    quotes: tuple[Quote, ...]
    photo: str | None
    facets: tuple[ProfileFacet, ...]
    hypothesis: bool
    note: str | None

    @property
    def is_name(self) -> bool:
        """Whether nothing is known of the persona but the name."""
        known = (self.line, self.description, self.photo, self.quotes, self.facets)
        return (self.hypothesis or not self.note) and not any(known)


@record
class Header:
    """The top of the map. `facts` are short labeled texts: state, market, scenario, goals, duration, links.

    A picture shows the title where it is `titled`; in a page that has a heading it is not.
    """

    title: str
    summary: str | None
    facts: tuple[Text, ...]
    figures: tuple[Figure, ...]
    profiles: tuple[Profile, ...]
    titled: bool = True


@record
class Sign:
    """One entry of the legend: `symbol` is the id of what is drawn, `text` what it means.

    Symbols are moment-of-truth, hypothesis, target (the tick of a meter), target-emotion (the dashed curve), peak,
    trough and end.
    """

    symbol: str
    text: str

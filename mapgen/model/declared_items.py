"""What a spec declares once, and references elsewhere: owners, channels, evidence, segments and personas.

Quotes are here because personas have some.
"""

from typing import Literal

from mapgen.model.basics import Extra
from mapgen.model.quote_search import is_text_file
from mapgen.record import record

Mode = Literal["online", "offline"]
Level = Literal["low", "medium", "high"]
BuyingRole = Literal["initiator", "user", "influencer", "decider", "buyer", "gatekeeper", "champion"]


@record
class Owner:
    """A team or person responsible for something."""

    id: str
    name: str
    contact: str | None
    pointer: str
    extras: tuple[Extra, ...] = ()


@record
class Channel:
    """A medium through which the customer interacts, declared once for all stages."""

    id: str
    name: str
    mode: Mode | None
    pointer: str
    extras: tuple[Extra, ...] = ()


@record
class Evidence:
    """Where a claim comes from. `date` is ISO 8601, `sample` counts people, cases or sessions, from 1.

    `sources` are paths of text files that quotes are searched in, or other places in the words of the author.
    `observed` is whether it is what was counted in event data. `origin` is the pointer to where they are written, in
    the spec or in a library that it uses.
    """

    id: str
    title: str
    kind: str | None
    date: str | None
    sample: int | None
    confidence: Level | None
    url: str | None
    sources: tuple[str, ...]
    observed: bool
    origin: str
    pointer: str
    extras: tuple[Extra, ...] = ()

    @property
    def text_files(self) -> tuple[str, ...]:
        """The sources that are text files."""
        return tuple(filter(is_text_file, self.sources))


def backs(evidence: tuple[Evidence, ...]) -> bool:
    """Return whether evidence makes a claim more than a hypothesis; assumptions do not."""
    return any(piece.kind != "assumption" for piece in evidence)


@record
class Segment:
    """A group of customers."""

    id: str
    name: str
    description: str | None
    traits: tuple[tuple[str, str], ...]
    pointer: str
    extras: tuple[Extra, ...] = ()


@record
class Quotation:
    """What somebody said, word by word; `persona` is who said it, or else `by`, in the words of the author."""

    text: str
    persona: "Persona | None"
    by: str | None
    evidence: tuple[Evidence, ...]
    pointer: str

    @property
    def speaker(self) -> str | None:
        """The name of who said it, as far as the author tells."""
        return self.persona.name if self.persona else self.by


@record
class Persona:
    """A person who represents many customers; several personas form a buying group or have a curve each.

    `role` is what they are in the journey, such as caregiver; `position` is their job. `photo` is the relative path of
    an image as in `Image`.
    """

    id: str
    name: str
    position: str | None
    department: str | None
    segment: Segment | None
    demographics: tuple[tuple[str, str], ...]
    quote: str | None
    quotes: tuple[Quotation, ...]
    goals: tuple[str, ...]
    behaviors: tuple[str, ...]
    motivators: tuple[str, ...]
    needs: tuple[str, ...]
    challenges: tuple[str, ...]
    objections: tuple[str, ...]
    buying_role: BuyingRole | None
    evidence: tuple[Evidence, ...]
    pointer: str
    role: str | None = None
    description: str | None = None
    photo: str | None = None
    extras: tuple[Extra, ...] = ()

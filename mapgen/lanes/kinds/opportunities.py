"""What could be better: what it brings, what it costs, and which pain points it addresses."""

from collections.abc import Iterator

from mapgen.blocks import Block, Card, Text
from mapgen.lanes.cells import by_stage
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.model.journey import Opportunity, Stage
from mapgen.words import Words


def blocks(view: LaneContext, stage: Stage) -> Iterator[Block]:
    """Make a card of each opportunity in the stage."""
    for part, number in view.parts(stage):
        for opportunity in part.opportunities:
            yield card(view, opportunity, number)


def card(view: LaneContext, opportunity: Opportunity, number: int | None) -> Card:
    """Make the card of an opportunity."""
    words = view.words
    links = tuple(Text(text=link.title, url=link.url) for link in opportunity.links)
    return Card(
        title=opportunity.text,
        number=number,
        overline=words(f"status-{opportunity.status}") if opportunity.status else None,
        note=worth(words, opportunity),
        body=(*addressed(view, opportunity), *links),
        foot=opportunity.owner.name if opportunity.owner else None,
        tone="muted" if opportunity.status == "dropped" else "good",
        anchor=f"opportunity-{opportunity.id}",
    )


def worth(words: Words, opportunity: Opportunity) -> str | None:
    """Report impact and effort: "impact 5 · effort 3"."""
    sides = (("impact-of", opportunity.impact), ("effort-of", opportunity.effort))
    return " · ".join(words(key, n=words.number(size)) for key, size in sides if size is not None) or None


def addressed(view: LaneContext, opportunity: Opportunity) -> Iterator[Text]:
    """Report the pain points that an opportunity addresses."""
    for index, pain in enumerate(opportunity.addresses):
        label = None if index else view.words("addresses")
        yield Text(text=view.pains[pain].text, label=label, tone="muted", about=f"pain-{pain}")


LANE = Lane(title="opportunities", rank=110, cells=by_stage(blocks))

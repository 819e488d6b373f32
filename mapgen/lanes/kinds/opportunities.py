"""What could be better: what it brings, what it costs, and which pain points it addresses."""

from collections.abc import Iterator

from mapgen.blocks import Block, Card, Text
from mapgen.lanes.cells import by_stage
from mapgen.lanes.lane import Lane, View
from mapgen.model.journey import Opportunity, Stage
from mapgen.words import Words


def blocks(view: View, stage: Stage) -> Iterator[Block]:
    """Make a card of each opportunity in the stage."""
    for touchpoint, number in view.within(stage):
        for opportunity in touchpoint.opportunities:
            yield card(view, opportunity, number)


def card(view: View, opportunity: Opportunity, number: int | None) -> Card:
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
    """Tell impact and effort: "impact 5 · effort 3"."""
    sides = (("impact-of", opportunity.impact), ("effort-of", opportunity.effort))
    return " · ".join(words(key, n=words.number(size)) for key, size in sides if size is not None) or None


def addressed(view: View, opportunity: Opportunity) -> Iterator[Text]:
    """Tell the pain points that an opportunity addresses."""
    for index, pain in enumerate(opportunity.addresses):
        yield Text(text=view.pains[pain].text, label=None if index else view.words("addresses"), tone="muted")


LANE = Lane(title="opportunities", rank=110, cells=by_stage(blocks))

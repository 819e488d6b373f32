"""The touchpoints: what happens, on which channel, and who owns it."""

from collections.abc import Iterator

from mapgen.blocks import Block, Card, Text
from mapgen.lanes.cells import by_touchpoint
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.model import walk
from mapgen.model.journey import Touchpoint


def blocks(view: LaneContext, touchpoint: Touchpoint) -> Iterator[Block]:
    """Make the card of a touchpoint."""
    channels = walk.channels(touchpoint)
    yield Card(
        title=touchpoint.name,
        number=view.numbers[touchpoint.id],
        overline=" · ".join(channel.name for channel in channels) or None,
        icon=channels[0].id if channels else None,
        body=tuple(details(view, touchpoint)),
        foot=touchpoint.owner.name if touchpoint.owner else None,
        starred=touchpoint.moment_of_truth is not None,
        anchor=f"touchpoint-{touchpoint.id}",
    )


def details(view: LaneContext, touchpoint: Touchpoint) -> Iterator[Text]:
    """Report what the customer does, and what is special about the touchpoint."""
    if touchpoint.action:
        yield Text(text=touchpoint.action)
    if touchpoint.entry_share is not None:
        begins = view.words("entry-of", share=view.words.percent(touchpoint.entry_share))
        yield Text(text=begins, tone="muted")
    elif touchpoint.entry:
        yield Text(text=view.words("entry"), tone="muted")
    if touchpoint.asks_feedback:
        yield Text(text=view.words("asks-feedback"), tone="muted")


LANE = Lane(title="touchpoints", rank=4, cells=by_touchpoint(blocks), note="touchpoints-note")

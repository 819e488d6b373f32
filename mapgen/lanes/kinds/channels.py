"""Where each stage happens: its channels, and whether they are online."""

from collections.abc import Iterator

from mapgen.blocks import Block, Chip, Chips
from mapgen.lanes.cells import by_stage
from mapgen.lanes.lane import Lane, View
from mapgen.model.journey import Channel, Stage
from mapgen.words import Words


def blocks(view: View, stage: Stage) -> Iterator[Block]:
    """Show each channel of the stage once, in order of its first touchpoint."""
    channels = {item.channel.id: item.channel for item in stage.touchpoints if item.channel}
    if channels:
        yield Chips(tuple(Chip(text=named(view.words, channel), icon=channel.id) for channel in channels.values()))


def named(words: Words, channel: Channel) -> str:
    """Name a channel, with its mode where the author gave it."""
    return f"{channel.name} · {words(channel.mode)}" if channel.mode else channel.name


LANE = Lane(title="channels", rank=55, cells=by_stage(blocks), by_default=False)

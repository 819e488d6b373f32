"""Where each stage happens: its channels, and whether they are online."""

from collections.abc import Iterator

from mapgen.blocks import Block, Chip, Chips
from mapgen.lanes.cells import by_stage
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.model import walk
from mapgen.model.journey import Channel, Stage
from mapgen.words import Words


def blocks(view: LaneContext, stage: Stage) -> Iterator[Block]:
    """Show each channel of the stage once: its own, then in order of the first touchpoint."""
    channels = {channel.id: channel for part, _ in view.parts(stage) for channel in walk.channels(part)}
    if channels:
        yield Chips(tuple(Chip(text=named(view.words, channel), icon=channel.id) for channel in channels.values()))


def named(words: Words, channel: Channel) -> str:
    """Name a channel, with its mode where the author gave it."""
    return f"{channel.name} · {words(channel.mode)}" if channel.mode else channel.name


def is_stated_by_a_stage(view: LaneContext) -> bool:
    """Return whether a stage has channels of its own; those of touchpoints stand on their cards."""
    return any(stage.channels for stage in view.journey.stages)


LANE = Lane(title="channels", rank=55, cells=by_stage(blocks), by_default=is_stated_by_a_stage)

"""Journey -> which channels carry which stages."""

from collections import Counter

from mapgen.model import walk
from mapgen.model.journey import Journey, Stage
from mapgen.record import record


@record
class ChannelUse:
    """How many touchpoints of each stage, in the order of the stages, a channel (id) carries.

    A stage that names a channel itself, with no touchpoint on it, counts as one.
    """

    channel: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """Touchpoints of the whole journey on this channel."""
        return sum(self.counts)


@record
class ChannelAnalysis:
    """Every declared channel by the stages (ids); `single` pairs a stage with the one channel that it lives on.

    A stage lives on one channel when it and all of its touchpoints name that one; a touchpoint without a channel is on
    those of its stage.
    """

    stages: tuple[str, ...]
    uses: tuple[ChannelUse, ...]
    single: tuple[tuple[str, str], ...]


def analyze_channels(journey: Journey) -> ChannelAnalysis:
    """Return which channels carry which stages."""
    counts = [_count(stage) for stage in journey.stages]
    uses = (ChannelUse(channel.id, tuple(count[channel.id] for count in counts)) for channel in journey.channels)
    pairs = zip(journey.stages, counts, strict=True)
    single = ((stage.id, next(iter(count))) for stage, count in pairs if len(count) == 1 and _complete(stage))
    stages = tuple(stage.id for stage in journey.stages)
    return ChannelAnalysis(stages, tuple(uses), tuple(single))


def _count(stage: Stage) -> Counter[str]:
    counts = Counter(channel.id for touchpoint in stage.touchpoints for channel in walk.channels(touchpoint))
    for channel in stage.channels:
        counts[channel.id] = counts[channel.id] or 1
    return counts


def _complete(stage: Stage) -> bool:
    return bool(stage.channels) or all(map(walk.channels, stage.touchpoints))

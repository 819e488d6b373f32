from collections.abc import Callable

from mapgen.analysis import Analysis


def test_channels_are_counted_by_stage(analysis_of: Callable[[str], Analysis]) -> None:
    channels = analysis_of("""
title: t
channels: [App, Shop, Phone]
stages:
  - {name: Look, touchpoints: [{name: a, channel: app}, {name: b, channel: app}]}
  - {name: Buy, touchpoints: [{name: c, channel: app}, {name: d, channel: shop}]}
  - {name: Use, touchpoints: [{name: e, channel: shop}, f]}
  - {name: Leave}
""").channels

    assert channels.stages == ("look", "buy", "use", "leave")
    assert [(use.channel, use.counts, use.total) for use in channels.uses] == [
        ("app", (2, 1, 0, 0), 3),
        ("shop", (0, 1, 1, 0), 2),
        ("phone", (0, 0, 0, 0), 0),
    ]
    assert channels.single == (("look", "app"),)  # nobody knows the channel of f

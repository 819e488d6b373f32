"""Snowplow's table `atomic.events`: columns, and contexts that hold objects."""

from mapgen.observe.layout import Layout

LAYOUT = Layout({}, all_nested=True)

"""Segment and RudderStack in a warehouse: what is known of an event stands in columns of its own."""

from mapgen.observe.layout import Layout

LAYOUT = Layout({})

"""Amplitude's export: what is known of an event is JSON in `event_properties` and `user_properties`."""

from mapgen.observe.layout import Layout

LAYOUT = Layout({"event_properties": "object", "user_properties": "object", "group_properties": "object"})

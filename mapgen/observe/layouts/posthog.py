"""PostHog, from its batch exports or its warehouse: what is known of an event is JSON in `properties`."""

from mapgen.observe.layout import Layout

LAYOUT = Layout({"properties": "object", "person_properties": "object"})

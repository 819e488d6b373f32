"""Google Analytics 4, exported to BigQuery: one row an event, with lists of parameters and properties."""

from mapgen.observe.layout import Layout

LAYOUT = Layout({"event_params": "parameters", "user_properties": "parameters"}, all_nested=True)

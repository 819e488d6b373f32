"""A table of one's own, whose columns the spec names; a dot reaches into columns that hold JSON or objects."""

from mapgen.observe.layout import Layout

LAYOUT = Layout({}, all_nested=True)

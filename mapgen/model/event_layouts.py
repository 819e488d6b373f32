"""The layouts of event data that are known by name -> the columns that a spec need not write.

They are what the vendors export; a spec can name other columns in place of each of them. `plain` knows none, because
a guess that is wrong would count something else in silence.
"""

from collections.abc import Mapping
from typing import Literal, get_args

from mapgen.model.event_mapping import TimeColumn
from mapgen.record import record

LayoutName = Literal["plain", "ga4", "posthog", "segment", "snowplow", "amplitude"]

LAYOUT_NAMES: tuple[LayoutName, ...] = get_args(LayoutName)


@record
class LayoutColumns:
    """The columns of a layout, as in `EventMapping`; empty where the spec has to say."""

    customer: tuple[str, ...]
    name: str | None
    time: TimeColumn | None
    order: tuple[str, ...]


LAYOUTS: Mapping[LayoutName, LayoutColumns] = {
    "plain": LayoutColumns((), None, None, ()),
    "ga4": LayoutColumns(
        ("user_pseudo_id",),
        "event_name",
        TimeColumn("event_timestamp", "microseconds", None),
        ("batch_page_id", "batch_ordering_id", "batch_event_index"),
    ),
    "posthog": LayoutColumns(("person_id", "distinct_id"), "event", TimeColumn("timestamp", None, "UTC"), ()),
    "segment": LayoutColumns(("user_id", "anonymous_id"), "event", TimeColumn("timestamp", None, "UTC"), ()),
    "snowplow": LayoutColumns(("domain_userid",), "event_name", TimeColumn("derived_tstamp", None, "UTC"), ()),
    "amplitude": LayoutColumns(("amplitude_id",), "event_type", TimeColumn("event_time", None, "UTC"), ("event_id",)),
}
"""The columns of each layout."""

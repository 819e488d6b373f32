"""Drawing -> the data island: what the page's script knows of the journey, as JSON that cannot end its element."""

import json
from collections.abc import Mapping, Sequence

from mapgen.lanes.lane import look
from mapgen.render.data.values import Data, record
from mapgen.render.format import Drawing
from mapgen.render.markup import safe_url
from mapgen.render.page.details import things
from mapgen.render.page.details.thing import Fact, Said, Thing
from mapgen.render.page.facets import Facet, facets
from mapgen.words import Words

KINDS = (
    "stage", "touchpoint", "pain-point", "opportunity", "metric", "persona", "segment", "owner", "channel", "evidence",
)  # fmt: skip

SPOKEN = (
    "clear", "close", "copied", "copy-link", "filters", "folded-lanes", "nothing-matches", "rows-of", "text-filter",
    "touchpoints-of",
)  # fmt: skip
"""The keys of the words that the script says."""


def island(drawing: Drawing) -> str:
    """Return the island's text."""
    words = Words(drawing.map.language)
    view = look(drawing.journey, drawing.analysis, words)
    found = things(view)
    offered = facets(view, found)
    places = {thing.anchor: index for index, thing in enumerate(found)}
    return safe_json(
        {
            "id": drawing.map.id,
            "words": {key: words(key) for key in SPOKEN},
            "kinds": {key: words(key) for key in KINDS},
            "facets": [[facet.id, facet.title, [list(pair) for pair in facet.values]] for facet in offered],
            "lanes": [[row.id, row.title] for row in drawing.map.grid.rows],
            "things": [_thing(thing, offered, places) for thing in found],
        }
    )


def _thing(thing: Thing, offered: Sequence[Facet], places: Mapping[str, int]) -> Data:
    return record(
        id=thing.anchor,
        kind=thing.kind,
        name=thing.name,
        no=thing.number,
        in_=places.get(thing.inside) if thing.inside else None,
        facts=[_fact(fact, places) for fact in thing.facts],
        is_=[_values(thing, facet) for facet in offered],
        has=[places[anchor] for anchor in dict.fromkeys(thing.holds) if anchor in places],
    )


def _values(thing: Thing, facet: Facet) -> Data:
    """Tell a thing's values of a facet by their places in it; null where the facet says nothing about such things."""
    if facet.id not in thing.tags:
        return None
    own = thing.tags[facet.id]
    return [index for index, (value, _) in enumerate(facet.values) if value in own]


def _fact(fact: Fact, places: Mapping[str, int]) -> Data:
    return [fact.label, *(_line(said, places) for said in fact.lines)]


def _line(said: Said, places: Mapping[str, int]) -> Data:
    """Tell a line: a text as it is, else what it names by its place, where it leads, and what stands behind it."""
    about = places.get(said.about) if said.about else None
    url = safe_url(said.url) if said.url else None
    if about is None and url is None and said.note is None:
        return said.text
    return record(t=said.text if about is None else None, a=about, u=url, n=said.note)


def safe_json(data: object) -> str:
    r"""Write JSON that may stand in a `<script>` element.

    >>> safe_json({"a": "</script>"})
    '{"a":"\\u003c/script>"}'
    """
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")

"""Drawing -> the data island: what the page's script knows of the journey, as JSON that cannot end its element."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from mapgen.ci_commands import json_text
from mapgen.lanes.lane import LaneContext, lane_context
from mapgen.lanes.picture import pictured
from mapgen.render.data.values import Data
from mapgen.render.drawing import Drawing
from mapgen.render.markup import safe_url
from mapgen.render.page.details import things
from mapgen.render.page.details.item import DetailItem, DetailLine
from mapgen.render.page.facets import Facet, facets
from mapgen.render.page.observed_switch import switch_data
from mapgen.words import Words

Behind = tuple[str | None, str | None]
"""What stands behind the name of a thing: a note, and where it leads out of the page."""

KINDS = {
    prefix: f"{prefix}-point" if prefix == "pain" else prefix
    for prefix in (
        "stage", "touchpoint", "pain", "opportunity", "metric", "persona", "segment", "owner", "channel", "evidence",
    )
}  # fmt: skip
"""The keys of the words for a kind of thing, by what its anchors begin with."""

FIELDS = ("id", "name", "is", "facts", "in", "no", "n", "has", "u")
"""What is told of a thing, in this order; its kind is what its id begins with.

`in` is the place of the thing that it is part of, `no` its number, `n` and `u` are what stands behind its name, `has`
are the places of what it has to do with.
"""

SPOKEN = (
    "clear", "close", "copied", "copy-link", "filters", "folded-lanes", "none-called", "nothing-matches", "rows-of",
    "text-filter", "touchpoints-of",
)  # fmt: skip
"""The keys of the words that the script says."""


def page_data(drawing: Drawing) -> str:
    """Return the island's text."""
    words = Words(drawing.map.language)
    view = lane_context(drawing.journey, drawing.analysis, words)
    found = things(view)
    offered = facets(view, found)
    places = {thing.anchor: index for index, thing in enumerate(found)}
    usual = _usual(found)
    labels = {label: place for place, label in enumerate(dict.fromkeys(_labels(found)))}
    known: dict[str, object] = {
        "words": {key: words(key) for key in SPOKEN},
        "kinds": {prefix: words(key) for prefix, key in KINDS.items()},
        "labels": list(labels),
        "fields": list(FIELDS),
        "facets": [[facet.id, facet.title, [list(pair) for pair in facet.values]] for facet in offered],
        "lanes": [[row.id, row.title] for row in pictured(drawing.map.grid).rows],
        "things": [_thing(thing, offered, places, usual, labels) for thing in found],
    }
    if any(one.view == "flow" for one in drawing.beside):
        known |= _flow(view, places)
    if any(one.view in {"flow", "funnel"} for one in drawing.beside):
        known |= switch_data(view)
    return safe_json(known)


def _flow(view: LaneContext, places: Mapping[str, int]) -> dict[str, Data]:
    """Return both ends of each edge by their index among the items, and the edge numbers of each scenario."""
    from mapgen.charts.scenario_paths import ends, is_folded, taken

    kind = "stage" if is_folded(view) else "touchpoint"
    ways: list[Data] = [[places[f"{kind}-{start}"], places[f"{kind}-{end}"]] for start, end in ends(view)]
    return {"ways": ways, "trails": {scenario: list(numbers) for scenario, numbers in taken(view)}}


def _usual(things: Sequence[DetailItem]) -> Mapping[str, Behind]:
    """Return by anchor what most lines that name a thing say behind its name: it is told once, with the thing."""
    counts: dict[str, Counter[Behind]] = {}
    for thing in things:
        for said in (line for fact in thing.facts for line in fact.lines if line.about):
            counts.setdefault(said.about or "", Counter())[said.note, said.url] += 1
    return {anchor: count.most_common(1)[0][0] for anchor, count in counts.items()}


def _labels(things: Sequence[DetailItem]) -> Iterator[str]:
    return (fact.label for thing in things for fact in thing.facts)


def _thing(
    thing: DetailItem,
    offered: Sequence[Facet],
    places: Mapping[str, int],
    usual: Mapping[str, Behind],
    labels: Mapping[str, int],
) -> Data:
    """Report a thing by its `FIELDS`, without those at the end that it lacks; its facts have their labels by place."""
    note, url = usual.get(thing.anchor, (None, None))
    row: list[Data] = [
        thing.anchor,
        thing.name,
        _facet_values(thing, offered),
        [[labels[fact.label], *(_line(said, places, usual) for said in fact.lines)] for fact in thing.facts],
        places.get(thing.inside) if thing.inside else None,
        thing.number,
        note,
        [places[anchor] for anchor in dict.fromkeys(thing.holds) if anchor in places] or None,
        safe_url(url) if url else None,
    ]
    while row[-1] is None:
        row.pop()
    return row


def _facet_values(thing: DetailItem, offered: Sequence[Facet]) -> Data:
    """Report a thing's values of each facet, without those at the end of which it has none."""
    values = [_values(thing, facet) for facet in offered]
    while values and values[-1] == []:
        values.pop()
    return values


def _values(thing: DetailItem, facet: Facet) -> Data:
    """Report a thing's values of a facet by their places in it, one alone without brackets.

    It is null where the facet says nothing about such things.
    """
    if facet.id not in thing.tags:
        return None
    own = [index for index, (value, _) in enumerate(facet.values) if value in thing.tags[facet.id]]
    return own[0] if len(own) == 1 else list(own)


def _line(said: DetailLine, places: Mapping[str, int], usual: Mapping[str, Behind]) -> Data:
    """Return a line: a text or the index of an item, with note and address where they are not those of the item."""
    url = safe_url(said.url) if said.url else None
    if said.about is None or said.about not in places:
        return _parts(said.text, said.note, url)
    note, link = usual[said.about]
    if (said.note, said.url) == (note, link):
        return places[said.about]
    return _parts(
        places[said.about], said.note or (None if note is None else ""), url or (None if link is None else "")
    )


def _parts(*parts: Data) -> Data:
    """Report parts without those at the end that are the default; one alone without brackets."""
    count = max(index for index, part in enumerate(parts, start=1) if part is not None)
    return list(parts[:count]) if count > 1 else parts[0]


def safe_json(data: object) -> str:
    r"""Write JSON that may stand in a `<script>` element.

    >>> safe_json({"a": "</script>"})
    '{"a":"\\u003c/script>"}'
    """
    return json_text(data, indent=None).replace("<", "\\u003c")

"""Drawing -> the data island: what the page's script knows of the journey, as JSON that cannot end its element."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence

from mapgen.lanes.lane import View, look
from mapgen.render.data.values import Data, record
from mapgen.render.format import Drawing
from mapgen.render.markup import safe_url
from mapgen.render.page.details import things
from mapgen.render.page.details.thing import Said, Thing
from mapgen.render.page.facets import Facet, facets
from mapgen.words import Words

Behind = tuple[str | None, str | None]
"""What stands behind the name of a thing: a note, and where it leads out of the page."""

KINDS = (
    "stage", "touchpoint", "pain-point", "opportunity", "metric", "persona", "segment", "owner", "channel", "evidence",
)  # fmt: skip

SPOKEN = (
    "clear", "close", "copied", "copy-link", "filters", "folded-lanes", "none-called", "nothing-matches", "rows-of",
    "text-filter", "touchpoints-of",
)  # fmt: skip
"""The keys of the words that the script says."""


def island(drawing: Drawing) -> str:
    """Return the island's text."""
    words = Words(drawing.map.language)
    view = look(drawing.journey, drawing.analysis, words)
    found = things(view)
    offered = facets(view, found)
    places = {thing.anchor: index for index, thing in enumerate(found)}
    usual = _usual(found)
    known: dict[str, object] = {
        "id": drawing.map.id,
        "words": {key: words(key) for key in SPOKEN},
        "kinds": {key: words(key) for key in KINDS},
        "facets": [[facet.id, facet.title, [list(pair) for pair in facet.values]] for facet in offered],
        "lanes": [[row.id, row.title] for row in drawing.map.grid.rows],
        "things": [_thing(thing, offered, places, usual) for thing in found],
    }
    if any(one.view == "flow" for one in drawing.beside):
        known |= _flow(view, places)
    return safe_json(known)


def _flow(view: View, places: Mapping[str, int]) -> dict[str, Data]:
    """Tell the two ends of each way by their places among the things, and the numbers of the ways of each scenario."""
    from mapgen.charts.trails import ends, is_folded, taken

    kind = "stage" if is_folded(view) else "touchpoint"
    ways: list[Data] = [[places[f"{kind}-{start}"], places[f"{kind}-{end}"]] for start, end in ends(view)]
    return {"ways": ways, "trails": {scenario: list(numbers) for scenario, numbers in taken(view)}}


def _usual(things: Sequence[Thing]) -> Mapping[str, Behind]:
    """Return by anchor what most lines that name a thing say behind its name: it is told once, with the thing."""
    counts: dict[str, Counter[Behind]] = {}
    for thing in things:
        for said in (line for fact in thing.facts for line in fact.lines if line.about):
            counts.setdefault(said.about or "", Counter())[said.note, said.url] += 1
    return {anchor: count.most_common(1)[0][0] for anchor, count in counts.items()}


def _thing(thing: Thing, offered: Sequence[Facet], places: Mapping[str, int], usual: Mapping[str, Behind]) -> Data:
    note, url = usual.get(thing.anchor, (None, None))
    return record(
        id=thing.anchor,
        kind=thing.kind,
        name=thing.name,
        no=thing.number,
        in_=places.get(thing.inside) if thing.inside else None,
        n=note,
        u=safe_url(url) if url else None,
        facts=[[fact.label, *(_line(said, places, usual) for said in fact.lines)] for fact in thing.facts],
        is_=[_values(thing, facet) for facet in offered],
        has=[places[anchor] for anchor in dict.fromkeys(thing.holds) if anchor in places],
    )


def _values(thing: Thing, facet: Facet) -> Data:
    """Tell a thing's values of a facet by their places in it; null where the facet says nothing about such things."""
    if facet.id not in thing.tags:
        return None
    own = thing.tags[facet.id]
    return [index for index, (value, _) in enumerate(facet.values) if value in own]


def _line(said: Said, places: Mapping[str, int], usual: Mapping[str, Behind]) -> Data:
    """Tell a line: a text as it is; the place of a thing; else its parts, of which an empty one hides what is usual."""
    url = safe_url(said.url) if said.url else None
    if said.about is None or said.about not in places:
        return said.text if url is None and said.note is None else record(t=said.text, u=url, n=said.note)
    note, link = usual[said.about]
    if (said.note, said.url) == (note, link):
        return places[said.about]
    told = {"a": places[said.about], "n": said.note or (None if note is None else "")}
    return record(**told, u=url or (None if link is None else ""))


def safe_json(data: object) -> str:
    r"""Write JSON that may stand in a `<script>` element.

    >>> safe_json({"a": "</script>"})
    '{"a":"\\u003c/script>"}'
    """
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")

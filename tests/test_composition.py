"""Nothing that an author wrote is lost: each text of a spec is in its documents, and each key changes its map."""

import copy
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mapgen import resources
from mapgen.analysis import analyze
from mapgen.charts.poster import PosterChart, poster
from mapgen.composition import Map, compose
from mapgen.lanes.lane import lane_context
from mapgen.pipeline import DrawRequest, check
from mapgen.pipeline import draw as draw_files
from mapgen.words import Words

ROOT = Path(__file__).parents[1]
WHOLE = ROOT / "tests/schema/whole.journey.yaml"
SPECS = [*sorted(ROOT.glob("examples/*/*.journey.yaml")), WHOLE]

SCHEMA = json.loads(resources.schema())

WORD = "one of the language's own values, shown as the map's word for it"
REFERENCE = "a reference, shown by the name of what it refers to"
TIME = "a length of time, shown in words: P7D is 7 days"
SHOWN_OTHERWISE = {
    "id": "a name for references; what it names is shown",
    "language": "shown by the words of the map",
    "theme": "shown by colours",
    "lanes": "shown by the rows",
    "poster": "shown by the poster and the slide",
    "emotion_curve": "shown by the lines of the curve",
    "src": "shown by the image that it names",
    "photo": "shown by the image that it names",
    "events": "how the journey shows in data, for `mapgen observe`",
    **dict.fromkeys(("duration", "wait", "period", "every", "min", "max"), TIME),
    **dict.fromkeys(("state", "market", "mode", "severity", "status", "confidence", "better", "buying_role"), WORD),
    **dict.fromkeys(("evidence/kind", "exits/kind", "flow/kind", "moment_of_truth/for"), WORD),
    **dict.fromkeys(
        (
            "owner",
            "contributors",
            "segment",
            "channel",
            "stages/channels",
            "touchpoints/channels",
            "answered_by",
            "concurrent_with",
        ),
        REFERENCE,
    ),
    **dict.fromkeys(("asked_by", "touchpoints/personas", "frontstage/by"), REFERENCE),
    **dict.fromkeys(("addresses", "path", "opportunity", "metric"), REFERENCE),
    **dict.fromkeys(("flow/from", "flow/to", "handoff/from", "handoff/to"), REFERENCE),
    **dict.fromkeys(("personas/evidence", "emotion/evidence", "pain_points/evidence"), REFERENCE),
    **dict.fromkeys(("quotes/by", "quotes/evidence"), REFERENCE),
    **dict.fromkeys(("delights/evidence", "metrics/evidence", "exits/evidence"), REFERENCE),
}
"""Keys, some with the key that holds them, whose texts a map shows in other words, and why."""

HINT = "show each text, or add its key to SHOWN_OTHERWISE"

SILENT = {
    "mapgen": "the version of the language, of which there is one",
    "id": "a name for references: it shows in anchors, if at all",
    "events": "how the journey shows in data, for `mapgen observe`",
    "observed": "which evidence has the date and the sample of what was observed",
    "uses": "the names of libraries, whose declarations show where something references them",
}
"""Keys that need not change a map, and why."""


def load(path: Path) -> dict[str, Any]:
    """Read a spec."""
    source = check(path.read_bytes(), name=path.name).source
    assert source
    assert isinstance(source.data, dict)
    data: dict[str, Any] = {**source.data}
    return data


def draw(data: dict[str, Any]) -> Map | None:
    """Compose the map of a spec; None where the spec has an error."""
    journey = check(json.dumps(data), name="a.journey.yaml").journey
    return compose(journey, analyze(journey)) if journey else None


def poster_of(data: dict[str, Any]) -> PosterChart | None:
    """Compose the poster of a spec; None where the spec has an error."""
    journey = check(json.dumps(data), name="a.journey.yaml").journey
    return poster(lane_context(journey, analyze(journey), Words(journey.language))) if journey else None


def texts(value: object) -> Iterator[str]:
    """Yield each text in a part of a map."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    else:
        for name in getattr(value, "__match_args__", ()):
            yield from texts(getattr(value, name))


def texts_of_json(value: object) -> Iterator[str]:
    """Yield each text in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts_of_json(item)


def written(value: object, holder: str = "", key: str = "") -> Iterator[str]:
    """Yield each text of a spec that a map has to show as it was written."""
    if key in SHOWN_OTHERWISE or f"{holder}/{key}" in SHOWN_OTHERWISE:
        return
    if isinstance(value, dict):
        for name, item in value.items():
            yield from written(item, key, name)
    elif isinstance(value, list):
        for item in value:
            yield from written(item, holder, key)
    elif isinstance(value, str) and key != "moment_of_truth":
        yield value


TAGS = re.compile(r"<[^>]*>")
SCRIPTS = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)
ESCAPES = re.compile(r"\\([^\w\s])")


def plain(text: str) -> str:
    """Return a text with entities replaced and each run of spaces as one."""
    return " ".join(html.unescape(text).split())


def text_of_page(page: str) -> str:
    """Return what a page says, and where its links lead."""
    shown = SCRIPTS.sub("", page)
    return plain(TAGS.sub("\n", shown)) + plain("\n".join(re.findall(r'href="([^"]*)"', shown)))


def text_of_markdown(page: str) -> str:
    """Return what a Markdown page says."""
    return plain(TAGS.sub("", ESCAPES.sub(r"\1", page)))


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_each_text_of_a_spec_is_in_each_document(path: Path) -> None:
    data = load(path)
    journey = check(json.dumps(data), name=path.name).journey
    assert journey

    files = draw_files(DrawRequest(journey, "a", ("html", "md", "json")))
    documents = {
        "page": text_of_page(files[".html"].decode()),
        "Markdown": text_of_markdown(files[".md"].decode()),
        "JSON": plain("\n".join(texts_of_json(json.loads(files[".json"])))),
    }
    said = [plain(text) for text in written(data)]
    lost = [(name, text) for name, content in documents.items() for text in said if text not in content]
    assert lost == [], HINT


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_what_a_choice_of_lanes_leaves_out_is_kept_in_the_map(path: Path) -> None:
    data = {**load(path), "lanes": ["goals"]}
    drawn = draw(data)
    assert drawn

    said = "\n".join(texts(drawn))
    assert [text for text in written(data) if text not in said] == [], HINT


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_anchors_are_unique(path: Path) -> None:
    drawn = draw(load(path))
    assert drawn

    cells = (cell for row in drawn.grid.rows for cell in row.cells)
    anchors = [anchor for cell in cells for block in cell.blocks if (anchor := getattr(block, "anchor", None))]
    assert len(anchors) == len(set(anchors))


STAGES = [stage for stage in load(WHOLE)["stages"] if isinstance(stage, dict)]
"""The stages of the whole spec, for the ids of their touchpoints."""

Route = tuple[str | int, ...]
"""The keys and indices that lead to a value."""


def whole() -> dict[str, Any]:
    """Return a spec with every key of the language, all of whose lanes are shown."""
    data = load(WHOLE)
    data.pop("lanes")
    data["x-season"] = ["Spring", {"mood": "mild"}]
    data["stages"][0]["x-season"] = "Summer"
    return data


def routes(value: object, route: Route = ()) -> Iterator[Route]:
    """Yield the route to each key of a spec that holds more than keys of its own."""
    if isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(item, dict) and not (
                isinstance(item, list) and any(isinstance(one, dict) for one in item)
            ):
                yield (*route, key)
            yield from routes(item, (*route, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from routes(item, (*route, index))


def others(value: object, key: object) -> Iterator[object]:
    """Yield other values that a key might have."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int | float):
        yield from (value + 1, value - 1, value / 2)
    elif isinstance(value, str):
        yield from (
            f"{value} too",
            value.upper(),
            f"other-{value}",
            "nl",
            "dark",
            "2020-01-01",
            "P2D",
            "churn",
            "weeks",
            "years",
        )
        yield from (touchpoint["id"] for stage in STAGES for touchpoint in stage.get("touchpoints", ()))
        yield from (word for part in SCHEMA["definitions"].values() for word in allowed(part, key))
    elif isinstance(value, list):
        yield from (value[:index] + value[index + 1 :] for index in range(len(value)))


def allowed(definition: dict[str, Any], key: object) -> list[str]:
    """Return the values that a part of the schema allows a key to have."""
    words: list[str] = definition.get("properties", {}).get(key, {}).get("enum", [])
    return words


def altered(data: dict[str, Any], route: Route) -> Iterator[dict[str, Any]]:
    """Yield the spec without a key, then with other values of it."""
    *way, key = route
    for index in range(-1, len(list(others(follow(data, route), key)))):
        other = copy.deepcopy(data)
        holder: Any = follow(other, tuple(way))
        value = holder.pop(key)
        if index >= 0:
            holder[key] = list(others(value, key))[index]
        yield other


def follow(data: dict[str, Any], route: Route) -> Any:  # noqa: ANN401 - a spec is what it is
    """Return what a route leads to."""
    value: Any = data
    for part in route:
        value = value[part]
    return value


def test_each_key_of_the_language_changes_the_map() -> None:
    data = whole()
    wayless = {key: value for key, value in data.items() if key != "scenarios"}
    before, before_wayless = draw(data), draw(wayless)
    names: dict[str, list[Route]] = {}
    for route in routes(data):
        if SILENT.keys().isdisjoint(route):
            names.setdefault("/".join(part for part in route if isinstance(part, str)), []).append(route)

    def changes(route: Route) -> bool:
        if route[0] == "poster":
            return any(poster_of(other) != poster_of(data) for other in altered(data, route))
        if route[0] == "flow":  # a scenario holds on to its ways
            return any(after and after != before_wayless for after in map(draw, altered(wayless, route)))
        return any(after and after != before for after in map(draw, altered(data, route)))

    silent = [name for name, places in names.items() if not any(map(changes, places))]
    assert silent == [], "show each key in a lane or a table"


def test_a_map_names_its_language_and_where_it_runs() -> None:
    drawn = draw({"title": "رحلة", "language": "ar", "stages": [{"name": "وصول"}]})
    assert drawn

    assert (drawn.id, drawn.language, drawn.direction) == ("رحلة", "ar", "rtl")
    assert drawn.grid.stage_title == "المرحلة"

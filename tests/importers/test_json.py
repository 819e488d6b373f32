"""mapgen's own JSON: what comes out is a spec of the same journey, as a person would write it."""

import json
import re
from typing import Any

import pytest
from hypothesis import Phase, assume, given, settings

from mapgen.analysis import analyze
from mapgen.diagnostics.diagnostic import Severity
from mapgen.importers.detection import detect
from mapgen.importers.finishing import finish
from mapgen.importers.importer import Imported, ImportFile, ImportOptions
from mapgen.importers.kinds.json import IMPORTER
from mapgen.model.journey import Journey
from mapgen.pipeline import check
from mapgen.render.data.journey import journey as told
from mapgen.render.formats.json import to_json
from tests.properties.journeys import journeys
from tests.properties.journeys import spec as text_of

COFFEE = """\
title: Coffee
emotion_scale: {min: 1, max: 5}
owners: [Kitchen, {id: bar, name: The bar}]
channels: [Shop]
stages:
  - name: Order
    touchpoints:
      - {name: Pays, channel: shop, owner: bar, emotion: 2, pain_points: [{text: Cash only, severity: high}]}
      - {name: Waits, opportunities: [{text: Take cards, addresses: [Cash only]}]}
  - name: Leave
    touchpoints: [Waits]
"""


def journey(text: str) -> Journey:
    found = check(text, name="a.journey.yaml").journey
    assert found
    return found


def imported(text: str | bytes) -> Imported:
    return IMPORTER.read(ImportFile("a.json", text.encode() if isinstance(text, str) else text), ImportOptions())


def again(whole: Journey) -> str:
    text = to_json(whole, analyze(whole))
    found = imported(text)
    assert found.remarks == ()
    return finish(found, "a.json")[0]


@settings(max_examples=25, deadline=None, phases=[Phase.generate], derandomize=True)
@given(spec=journeys)
def test_the_spec_is_of_the_same_journey(spec: dict[str, Any]) -> None:
    text = text_of(spec)
    assume(not re.search("[\ufeff\u200b\u00ad]", text))  # an import leaves out what nobody sees
    first = journey(text)

    assert clean(told(journey(again(first)))) == clean(told(first))


def clean(data: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    """Return data with texts as an import cleans them: without blanks at the ends of lines."""
    if isinstance(data, dict):
        return {" ".join(key.split()): clean(value) for key, value in data.items()}
    if isinstance(data, list):
        return list(map(clean, data))
    if not isinstance(data, str):
        return data
    return "\n".join(line.rstrip() for line in data.strip().split("\n"))


def test_the_spec_reads_as_if_a_person_had_written_it() -> None:
    assert (
        again(journey(COFFEE)).partition("\n")[2]
        == """\
title: Coffee
emotion_scale: {min: 1, max: 5}

owners:
  - Kitchen
  - id: bar
    name: The bar
channels: [Shop]

stages:
  - name: Order
    touchpoints:
      - name: Pays
        channel: shop
        emotion: 2
        pain_points:
          - {text: Cash only, severity: high}
        owner: bar
      - name: Waits
        opportunities:
          - text: Take cards
            addresses: [cash-only]

  - name: Leave
    touchpoints: [Waits]
"""
    )


def test_the_output_of_mapgen_is_recognized_whatever_its_name() -> None:
    whole = journey(COFFEE)

    assert detect(ImportFile("journey.txt", to_json(whole, analyze(whole)).encode())) == "json"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"format": "mapgen-diff"}', 'the file is of the format "mapgen-diff", not "mapgen-journey"'),
        ('{"a": 1}', "the file is not the JSON output of mapgen"),
        ("[]", "the file is not the JSON output of mapgen"),
        ('{"title": "A", "stages": ["B"]}', "the file is not the JSON output of mapgen"),
        ('{"format": "mapgen-journey"}', "the file has no `journey`"),
        ('{"format": \n "mapgen-journey",}', "the file is not JSON: "),
        ('{"format": NaN}', "the file is not JSON that can be read"),
        ("[" * 1_000_000, "the file is not JSON that can be read"),
        ("9" * 1_000_000, "the file is not JSON that can be read"),
        (b"\xff\xfe\x00", "the file is not UTF-8 text"),
        (b" " * 30_000_000, "the file has 30.0 MB"),
    ],
)
def test_what_is_no_output_of_mapgen_is_refused(text: str | bytes, message: str) -> None:
    found = imported(text)

    assert found.spec is None
    assert found.remarks[0].message.startswith(message)
    assert found.remarks[0].severity is Severity.ERROR


def test_a_place_in_broken_json_is_told() -> None:
    span = imported('{"format":\n "mapgen-journey",\n "journey" {}}').remarks[0].span

    assert span
    assert span.line == 3


def test_a_later_version_is_read_as_far_as_it_is_known() -> None:
    data = {"format": "mapgen-journey", "version": 2, "journey": {"title": "A", "stages": ["B"]}}
    found = imported(json.dumps(data))

    assert found.spec == {"title": "A", "stages": ["B"]}
    assert found.remarks[0].message == "the file is of version 2, and this mapgen knows version 1"

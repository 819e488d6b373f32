"""Metrics and opportunities for TheyDo: what is in the files, in the shape that TheyDo publishes, in short."""

import json
from pathlib import Path
from typing import Any, cast

import pytest
from jsonschema import Draft202012Validator

from mapgen.pipeline import DrawRequest, check, draw
from mapgen.render import FORMATS
from mapgen.render.stamp import is_made_by_mapgen
from tests.draw_recorder import DrawRecorder

BETWEEN = "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
SPECS = sorted((Path(__file__).parents[2] / "examples").glob("*/*.journey.yaml"))
DAY = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
TEXT, NUMBER, TEXTS = {"type": "string"}, {"type": "number"}, {"type": "array", "items": {"type": "string"}}
EMAIL = {"type": "string", "pattern": r"^[\w.+-]+@[\w.-]+\.[A-Za-z]{2,}$"}


def exactly(required: dict[str, object], optional: dict[str, object] | None = None) -> dict[str, object]:
    """Return the schema of an object that has no other keys than these."""
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def metric(type_: str, point: dict[str, object], extra: dict[str, object]) -> dict[str, object]:
    points = {"type": "array", "items": exactly({"dateOfMeasurement": DAY, **point})}
    operator = {"enum": ["LESS_THAN_OR_EQUAL_TO", "MORE_THAN_OR_EQUAL_TO"]}
    return exactly(
        {"type": {"const": type_}, "importKey": TEXT, "title": TEXT, "unit": TEXT, "dataPoints": points, **extra},
        {"description": TEXT, "ownerEmail": EMAIL, "target": NUMBER, "targetComparisonOperator": operator},
    )


def file(kind: str, item: dict[str, object]) -> dict[str, object]:
    return exactly({"format": {"const": f"THEYDO_{kind.upper()}_V1"}, kind: {"type": "array", "items": item}})


OTHER = metric("OTHER", {"value": NUMBER}, {"aggregationMethod": {"enum": ["SUM", "AVERAGE"]}})
CES = metric("CES", {"score": NUMBER, "respondents": {"type": "integer", "minimum": 0}}, {})
OPPORTUNITY = exactly(
    {"importKey": TEXT, "title": TEXT},
    {"description": TEXT, "status": TEXT, "externalLinks": TEXTS, "ownerEmail": EMAIL},
)
SCHEMAS = {
    "metrics": file("metrics", {"oneOf": [OTHER, CES]}),
    "opportunities": file("opportunities", OPPORTUNITY),
}

SPEC = """
title: Coffee
owners: [{name: Till, contact: till@example.com}, {name: Web, contact: "#web"}]
evidence: [{id: survey, title: Survey of May}]
stages:
  - name: Order
    owner: Till
    metrics:
      - {name: Wait, value: 4, unit: minutes, target: 2, better: lower, as_of: 2026-02, evidence: [survey], history: [
          {date: 2026-01-15, value: 5}, {date: 2026-02-28, value: 9}]}
    touchpoints:
      - name: Pays
        owner: Web
        pain_points: [{id: slow, text: It is *slow*}]
        metrics:
          - {name: Wait, value: 3, target: 1}
          - {name: Effort (CES), value: 2.5, as_of: 2026-03-01, sample: 40}
          - {name: CES, value: 2.5, as_of: 2026-03-01}
        opportunities:
          - text: A second till
            addresses: [slow]
            impact: 4
            effort: 2
            status: in-progress
            owner: Till
            links: [{url: https://example.com/42, title: Ticket}, {url: notes.md, title: Notes}]
          - {text: Cash only, owner: Web}
"""


def built(text: str, kind: str) -> dict[str, Any]:
    journey = check(text, name="a.journey.yaml").journey
    assert journey
    format_ = FORMATS[f"theydo-{kind}"]
    content = draw(DrawRequest(journey, "a", (f"theydo-{kind}",)))[format_.suffix]
    assert is_made_by_mapgen(content)
    found = cast("dict[str, Any]", json.loads(content))
    Draft202012Validator(SCHEMAS[kind]).validate(found)
    return found


@pytest.mark.parametrize("kind", list(SCHEMAS))
@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.parent.name)
def test_the_examples_have_the_shape_that_theydo_publishes(path: Path, kind: str) -> None:
    assert built(path.read_text(encoding="utf-8"), kind)[kind]


def test_a_metric_has_a_value_for_each_day_and_a_month_is_its_last_day() -> None:
    wait = built(SPEC, "metrics")["metrics"][0]

    assert wait == {
        "importKey": "mapgen:coffee/order.wait",
        "type": "OTHER",
        "title": "Wait",
        "description": "**Where:** Order\n\n**Evidence:** Survey of May",
        "unit": "minutes",
        "ownerEmail": "till@example.com",
        "target": 2,
        "targetComparisonOperator": "LESS_THAN_OR_EQUAL_TO",
        "aggregationMethod": "AVERAGE",
        "dataPoints": [
            {"dateOfMeasurement": "2026-01-15", "value": 5},
            {"dateOfMeasurement": "2026-02-28", "value": 4},
        ],
    }


def test_metrics_of_the_same_name_have_different_keys() -> None:
    keys = [one["importKey"] for one in built(SPEC, "metrics")["metrics"]]

    assert len(set(keys)) == len(keys) == 4


def test_an_effort_score_is_one_only_where_it_is_known_how_many_answered() -> None:
    types = {one["title"]: one["type"] for one in built(SPEC, "metrics")["metrics"]}

    assert types == {"Wait": "OTHER", "Effort (CES)": "CES", "CES": "OTHER"}


def test_values_without_a_date_are_reported() -> None:
    journey = check(SPEC, name="a.journey.yaml").journey
    assert journey
    recorder = DrawRecorder()
    draw(DrawRequest(journey, "a", ("theydo-metrics",)), recorder)

    assert [found.message for found in recorder.diagnostics] == [
        'TheyDo has no place for a value without a date: "Wait"'
    ]


def test_an_opportunity_says_where_and_why_and_what_a_spec_lacks_is_omitted() -> None:
    assert built(SPEC, "opportunities")["opportunities"] == [
        {
            "importKey": "mapgen:coffee/a-second-till",
            "title": "A second till",
            "description": f"**Where:** Order {BETWEEN} Pays\n\n**Addresses:** It is \\*slow\\*\n\n**Impact:** 4\n\n"
            "**Effort:** 2\n\n**Owner:** Till",
            "status": "In progress",
            "externalLinks": ["https://example.com/42"],
            "ownerEmail": "till@example.com",
        },
        {
            "importKey": "mapgen:coffee/cash-only",
            "title": "Cash only",
            "description": f"**Where:** Order {BETWEEN} Pays\n\n**Owner:** Web",
        },
    ]


@pytest.mark.parametrize(
    "theirs",
    [
        b'{"format": "THEYDO_METRICS_V1", "metrics": [{"importKey": "Id-1234"}]}',
        b'{"format": "THEYDO_METRICS_V1", "metrics": [{"title": "x", "importKey": "mapgen:x"}]}',
        b'{"format": "THEYDO_METRICS_V1"}',
    ],
)
def test_a_file_that_another_program_made_for_theydo_is_not_ours(theirs: bytes) -> None:
    assert not is_made_by_mapgen(theirs)

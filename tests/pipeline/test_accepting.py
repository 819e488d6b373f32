"""Observed shares and volumes in a spec: what the map has is corrected, what it lacks is left to the author."""

from mapgen.model.snapshot import Snapshot, SurveyCounts
from mapgen.pipeline import check
from mapgen.pipeline.accepting import Accepted, accept
from mapgen.record import replace
from tests.snapshots import Flows, counts, snapshot

SPEC = """\
# Our coffee
title: Morning coffee
stages:
  - name: Order
    touchpoints:
      - name: Orders
        events: order
        exits:
          - {kind: abandon, share: 0.1} # counted by hand
      - {name: Pays, events: pay}
      - {name: Gets the cup, events: cup}
flow:
  - {from: orders, to: gets-the-cup, kind: skip, share: 0.2}
  - {from: gets-the-cup, to: orders, kind: back}
events: {layout: ga4, ends_after: 1 day}
"""
SEEN: Flows = {
    "orders": {"pays": 500, "gets-the-cup": 125, None: 375},
    "pays": {"gets-the-cup": 400, None: 100},
    "gets-the-cup": {"orders": 60, None: 440},
}


def accepted(spec: str, seen: Snapshot | None) -> Accepted | None:
    checked = check(spec, name="a.journey.yaml")
    assert checked.diagnostics == ()
    assert checked.journey
    assert checked.source
    return accept(checked.source, replace(checked.journey, observed=seen))


def text(spec: str, seen: Flows = SEEN) -> str:
    found = accepted(spec, snapshot(counts(seen, funnel={"order": 1000})))
    assert found
    assert check(found.text, name="a.journey.yaml").diagnostics == ()
    return found.text


def test_the_shares_of_edges_and_exits_are_those_that_were_observed() -> None:
    found = text(SPEC)

    assert "{from: orders, to: gets-the-cup, kind: skip, share: 0.125}" in found
    assert "{from: gets-the-cup, to: orders, kind: back, share: 0.12}" in found
    assert "{kind: abandon, share: 0.375, evidence: [observed-events]} # counted by hand\n" in found


def test_a_claim_names_the_evidence_of_the_observation() -> None:
    assert "{id: observed-events, kind: analytics, title: Observed events, observed: true}" in text(SPEC)
    known = SPEC + "evidence:\n  - {id: ga, title: Analytics, observed: true}\n  - Notes\n"
    assert "evidence: [ga]}" in text(known)
    assert "observed-events" not in text(known)


def test_evidence_that_is_named_already_stays() -> None:
    spec = SPEC.replace("share: 0.1}", "share: 0.1, evidence: [Notes]}") + "evidence: [Notes]\n"

    assert "evidence: [Notes, observed-events]}" in text(spec)


def test_comments_stay_and_nothing_else_changes() -> None:
    found = text(SPEC)

    assert found.startswith("# Our coffee\n")
    assert "Pays" in found
    assert found.count("share") == SPEC.count("share") + 1


def test_accepting_again_changes_nothing() -> None:
    once = text(SPEC)

    again = accepted(once, snapshot(counts(SEEN, funnel={"order": 1000})))
    assert again == Accepted(once, 0, 0, 0)


def test_what_changed_is_counted() -> None:
    found = accepted(SPEC, snapshot(counts(SEEN, funnel={"order": 1000})))

    assert found
    assert (found.shares, found.volumes, found.metrics) == (3, 1, 0)


def test_a_stage_gets_the_journeys_that_reach_it_as_its_volume() -> None:
    assert "    volume: 1000\n" in text(SPEC)


def test_the_volume_of_a_month_is_that_of_the_newest_month_that_is_over() -> None:
    months = [(f"2026-0{month}", counts(SEEN, funnel={"order": 100 * month})) for month in (1, 2, 3, 4)]
    seen = snapshot(counts(SEEN, funnel={"order": 1000}), periods=months, provisional=["2026-04"])

    found = accepted(SPEC + "period: 1 month\n", seen)
    assert found
    assert "    volume: 300\n" in found.text


def test_there_is_no_volume_for_a_period_that_was_not_counted() -> None:
    assert "volume" not in text(SPEC + "period: 1 year\n")


def test_several_exits_keep_their_part_of_those_who_leave() -> None:
    found = text(
        SPEC.replace(
            "          - {kind: abandon, share: 0.1} # counted by hand\n",
            "          - {kind: abandon, share: 0.1}\n          - {kind: pause, share: 0.2}\n",
        )
    )

    assert "{kind: abandon, share: 0.125, evidence" in found
    assert "{kind: pause, share: 0.25, evidence" in found


def test_shares_are_never_above_one_after_rounding() -> None:
    thirds: Flows = {"orders": {"gets-the-cup": 20, "pays": 0, None: 13}, "pays": {}, "gets-the-cup": {}}

    assert check(text(SPEC, thirds), name="a").diagnostics == ()


def test_what_leads_to_a_touchpoint_without_events_stays_as_it_is() -> None:
    unseen: Flows = {"orders": {"gets-the-cup": 500, None: 500}, "gets-the-cup": {None: 500}}

    found = text(SPEC.replace("{name: Pays, events: pay}", "Pays"), unseen)
    assert "{kind: abandon, share: 0.1} # counted by hand" in found
    assert "kind: skip, share: 0.2}" in found


def test_all_and_nobody_are_whole_numbers() -> None:
    found = text(SPEC, {"orders": {"gets-the-cup": 500}, "pays": {}, "gets-the-cup": {}})

    assert "kind: skip, share: 1}" in found
    assert "{kind: abandon, share: 0, evidence" in found


CSAT = SurveyCounts("pays", "csat", (10, 10, 20, 30, 30))
MORE_CSAT = SurveyCounts("pays", "csat", (0, 0, 0, 50, 50))
NPS = SurveyCounts("order", "nps", (10, 0, 0, 0, 0, 0, 20, 15, 15, 10, 30))


def answered(spec: str, *surveys: SurveyCounts) -> Accepted:
    found = accepted(spec, replace(snapshot(counts({})), surveys=surveys))
    assert found
    assert check(found.text, name="a.journey.yaml").diagnostics == ()
    return found


def test_answers_to_surveys_become_metrics_of_their_place() -> None:
    found = answered("title: T\nstages:\n  - {name: Order, touchpoints: [Pays]}\n", CSAT, NPS)

    assert found.metrics == 2
    assert (
        'metrics: [{name: CSAT, value: 60, unit: "%", sample: 100, interval: [50.2, 69.1], better: higher}]'
        in found.text
    )
    assert "metrics: [{name: NPS, value: 10, sample: 100, interval: [-6.3, 25.7], better: higher}]" in found.text


def test_a_metric_of_that_name_gets_the_new_value_and_keeps_its_target() -> None:
    once = answered(
        "title: T\nstages:\n  - {name: Order, touchpoints: [{name: Pays, metrics: [{name: csat, target: 80}]}]}\n", CSAT
    )
    assert '{name: csat, value: 60, unit: "%", sample: 100, interval: [50.2, 69.1], target: 80}' in once.text
    assert once.metrics == 1

    assert answered(once.text, CSAT) == Accepted(once.text, 0, 0, 0)
    assert (
        'value: 100, unit: "%", sample: 100, interval: [96.3, 100], target: 80}' in answered(once.text, MORE_CSAT).text
    )


def test_a_metric_in_another_unit_is_another_metric() -> None:
    metric = "{name: CSAT, value: 4.1, unit: /5}"
    spec = f"title: T\nstages:\n  - {{name: Order, touchpoints: [{{name: Pays, metrics: [{metric}]}}]}}\n"

    assert answered(spec, CSAT).text == spec


def test_without_a_snapshot_there_is_nothing_to_accept() -> None:
    assert accepted(SPEC, None) is None

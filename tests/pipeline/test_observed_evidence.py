"""Evidence that is what was observed has the date and the sample of the snapshot, wherever it is referenced."""

from mapgen.api import SnapshotFile
from mapgen.model.journey import Journey
from mapgen.observe.snapshot_file import write_snapshot
from mapgen.pipeline import check
from tests.snapshots import JOURNEYS, counts, snapshot

SPEC = """\
title: T
evidence:
  - {id: seen, title: Events, observed: true}
  - {id: told, title: Talks}
stages:
  - name: Order
    touchpoints:
      - {name: Pays, emotion: {score: -1, evidence: [seen, told]}, exits: [{kind: abandon, evidence: [seen]}]}
      - Leaves
"""


def journey(spec: str) -> Journey:
    data = write_snapshot(snapshot(counts({"pays": {None: 10}}, journeys=JOURNEYS)))
    found = check(spec, name="a.journey.yaml", snapshot=SnapshotFile("a.observed.json", data)).journey
    assert found
    return found


def test_observed_evidence_has_the_date_and_the_sample_of_the_snapshot() -> None:
    found = journey(SPEC)
    seen, told = found.evidence
    pays, _ = found.touchpoints()

    assert (seen.date, seen.sample) == ("2026-10-01", 116_864)
    assert (told.date, told.sample) == (None, None)
    assert pays.emotion
    assert pays.emotion.evidence == (seen, told)
    assert pays.exits[0].evidence == (seen,)


def test_what_the_spec_states_stays() -> None:
    (seen, _) = journey(SPEC.replace("observed: true", "observed: true, date: 2026-02, sample: 7")).evidence

    assert (seen.date, seen.sample) == ("2026-02", 7)


def test_without_a_snapshot_nothing_is_known() -> None:
    found = check(SPEC, name="a.journey.yaml").journey

    assert found
    assert (found.evidence[0].date, found.evidence[0].sample) == (None, None)

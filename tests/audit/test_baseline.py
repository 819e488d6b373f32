"""A finding that was dismissed stays dismissed while the spec is edited around it."""

import pytest

from mapgen.audit.baseline import Baseline, BaselineError, parse
from mapgen.audit.policy import Policy
from mapgen.audit.run import run_audit
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.pipeline import check

RULES = ("hypothesis", "touchpoint-without-owner", "high-abandonment")
SPEC = """\
title: Morning coffee
owners: [Bar]
evidence: [Talks]
stages:
  - name: Arrive
    touchpoints:
      - {name: Sees the queue, owner: bar}
  - name: Order
    touchpoints:
      - {name: Orders, owner: bar}
      - name: Pays
        pain_points: [{text: The reader is slow, severity: high}]
        exits: [{kind: abandon, share: 0.4}]
"""
MOVED = """\
title: Morning coffee, again
owners: [Bar, Cashier]
evidence: [Talks]
stages:
  - name: Order and pay
    touchpoints:
      - {name: Reads the board, owner: bar}
      - name: Pays

        exits: [{kind: pause, share: 0.1}, {kind: abandon, share: 0.5, reason: The train leaves}]
        pain_points:
          - {text: It is loud, severity: low}
          - {text: The reader is slow, severity: critical}
      - {name: Orders, owner: bar}
  - name: Arrive
    touchpoints:
      - {name: Sees the queue, owner: bar}
"""


def found(text: str) -> tuple[Diagnostic, ...]:
    checked = check(text, name="a.journey.yaml")
    assert checked.source
    assert checked.journey
    return run_audit(checked.source, checked.journey, Policy(select=RULES)).reported


def test_an_address_goes_by_ids() -> None:
    assert [one.address for one in found(SPEC)] == [
        "touchpoints/pays",
        "touchpoints/pays/pain_points/the-reader-is-slow",
        "touchpoints/pays/exits/abandon",
    ]


def test_a_finding_is_known_again_when_all_around_it_has_moved() -> None:
    baseline = Baseline().updated("a.journey.yaml", found(SPEC), RULES)

    assert len(found(MOVED)) == 3
    assert all(baseline.knows("a.journey.yaml", one) for one in found(MOVED))


def test_a_new_finding_is_told() -> None:
    baseline = Baseline().updated("a.journey.yaml", found(SPEC), RULES)
    text = SPEC.replace("name: Orders, owner: bar", "name: Orders, exits: [{kind: abandon, share: 0.5}], owner: bar")

    new = [one for one in found(text) if not baseline.knows("a.journey.yaml", one)]

    assert [one.address for one in new] == ["touchpoints/orders/exits/abandon"]


def test_the_same_finding_in_another_spec_is_told() -> None:
    baseline = Baseline().updated("a.journey.yaml", found(SPEC), RULES)

    assert not any(baseline.knows("b.journey.yaml", one) for one in found(SPEC))


def test_what_is_gone_is_known_for_the_rules_that_were_followed() -> None:
    baseline = Baseline().updated("a.journey.yaml", found(SPEC), RULES)
    left = [one for one in found(SPEC) if one.code == "hypothesis"]

    assert baseline.stale_rules("a.journey.yaml", left, RULES) == ("high-abandonment", "touchpoint-without-owner")
    assert baseline.stale_rules("a.journey.yaml", left, ("hypothesis",)) == ()


def test_a_renewal_keeps_other_rules_and_other_specs() -> None:
    baseline = Baseline().updated("b.journey.yaml", found(SPEC), RULES).updated("a.journey.yaml", found(SPEC), RULES)

    renewed = baseline.updated("a.journey.yaml", [], ("hypothesis", "high-abandonment"))

    assert renewed.known["b.journey.yaml"] == baseline.known["b.journey.yaml"]
    assert {rule for rule, held in renewed.known["a.journey.yaml"].items() if held} == {"touchpoint-without-owner"}


def test_its_text_is_sorted_and_read_back_as_it_was() -> None:
    baseline = Baseline().updated("b.journey.yaml", found(SPEC), RULES).updated("a.journey.yaml", found(SPEC), RULES)

    text = baseline.text()

    assert parse(text.encode()) == baseline
    assert text == parse(text.encode()).text()
    assert text.index("a.journey.yaml") < text.index("b.journey.yaml")
    assert text.endswith("}\n")


def test_a_spec_without_findings_leaves_no_trace() -> None:
    baseline = Baseline().updated("a.journey.yaml", [], RULES)

    assert baseline.text() == '{\n  "mapgen-baseline": 1,\n  "findings": {}\n}\n'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "it is not valid JSON"),
        ("[" * 100_000, "it is not valid JSON"),
        ("\udcff", "it is not valid JSON"),
        ("[]", "it is not a baseline, or was written by a newer version of mapgen"),
        ('{"mapgen-baseline": 2, "findings": {}}', "it is not a baseline, or was written by a newer version of mapgen"),
        ('{"mapgen-baseline": 1}', '"findings" must map specs to rules to lists of addresses'),
        ('{"mapgen-baseline": 1, "findings": {"a": []}}', '"findings" must map specs to rules to lists of addresses'),
        (
            '{"mapgen-baseline": 1, "findings": {"a": {"b": [1]}}}',
            '"findings" must map specs to rules to lists of addresses',
        ),
    ],
)
def test_another_text_is_refused_with_a_reason(text: str, why: str) -> None:
    with pytest.raises(BaselineError) as told:
        parse(text.encode(errors="surrogateescape"))

    assert str(told.value) == why


def test_things_that_are_called_the_same_have_numbers() -> None:
    text = "title: A\nevidence: [E]\nstages: [{name: S, touchpoints: [{name: T, pain_points: [P, P, 日, 日]}]}]\n"
    checked = check(text, name="a.journey.yaml")
    assert checked.source
    assert checked.journey
    policy = Policy(select=("hypothesis",), settings={"hypothesis": {"all": True}})

    told = run_audit(checked.source, checked.journey, policy).reported

    assert [one.address.rpartition("/")[2] for one in told] == ["p", "p-2", "日", "日-2"]

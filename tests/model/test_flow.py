from collections.abc import Callable
from math import fsum

import pytest

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.model.defaults import default_steps
from mapgen.model.journey import Journey

Read = Callable[[str], Journey]
Told = Callable[[str], tuple[Diagnostic, ...]]

SPEC = """
title: t
stages:
  - {name: Look, touchpoints: [see, try]}
  - {name: Buy, touchpoints: [pay, sign]}
  - {name: Think}
  - {name: Use, touchpoints: [wear]}
"""


def test_a_stage_is_left_at_its_last_touchpoint_and_entered_at_its_first(journey_of: Read) -> None:
    (edge,) = journey_of(SPEC + "flow: [{from: look, to: buy, share: 0.4, trigger: A friend}]").flow

    assert (edge.start, edge.end, edge.kind, edge.share, edge.trigger) == ("try", "pay", "next", 0.4, "A friend")


def test_a_stage_without_touchpoints_is_no_end_of_a_way(told_of: Told) -> None:
    (told,) = told_of(SPEC + "flow: [{from: pay, to: think}]")

    assert (told.code, told.pointer) == ("edge-to-empty-stage", "/flow/0/to")
    assert told.message == 'the stage "think" has no touchpoint for the flow to reach'


def test_a_scenario_follows_the_order_and_the_flow(journey_of: Read) -> None:
    journey = journey_of(
        SPEC
        + """
flow:
  - {from: pay, to: see, kind: back}
  - {from: see, to: see, kind: repeat}
scenarios:
  - {name: Hesitates, path: [see, see, try, pay, see], share: 0.2, playbook: Call}
"""
    )
    (scenario,) = journey.scenarios

    assert (scenario.id, scenario.path) == ("hesitates", ("see", "see", "try", "pay", "see"))


def test_a_stage_in_a_path_is_entered_at_its_first_and_left_at_its_last_touchpoint(journey_of: Read) -> None:
    (scenario,) = journey_of(SPEC + "scenarios: [{name: x, path: [look, buy, use]}]").scenarios

    assert scenario.path == ("see", "try", "pay", "sign", "wear")


@pytest.mark.parametrize(
    ("path", "message", "hint"),
    [
        (
            "[see, pay]",
            'no edge leads from "see" to "pay"',
            '"see" leads to "try", and that to "pay"; if customers go there, add {from: see, to: pay, kind: skip} to `flow`',  # noqa: E501 - one hint, one line
        ),
        (
            "[pay, see]",
            'no edge leads from "pay" to "see"',
            '"pay" leads to "sign"; if customers go there, add {from: pay, to: see, kind: back} to `flow`',
        ),
        (
            "[wear, wear]",
            'no edge leads from "wear" to "wear"',
            "if customers go there, add {from: wear, to: wear, kind: repeat} to `flow`",
        ),
    ],
)
def test_a_step_that_no_way_allows_is_told(told_of: Told, path: str, message: str, hint: str) -> None:
    (told,) = told_of(SPEC + f"scenarios: [{{name: x, path: {path}}}]")

    assert (told.code, told.message, told.hint) == ("no-such-edge", message, hint)
    assert told.pointer == "/scenarios/0/path/1"


def test_a_skip_for_everybody_takes_the_place_of_the_order(told_of: Told, journey_of: Read) -> None:
    everybody = SPEC + "flow: [{from: see, to: pay, kind: skip}]\nscenarios: [{name: x, path: [see, try]}]"
    some = SPEC + "flow: [{from: see, to: pay, kind: skip, share: 0.3}]\nscenarios: [{name: x, path: [see, try]}]"
    (told,) = told_of(everybody)

    assert told.code == "no-such-edge"
    assert journey_of(some).scenarios[0].path == ("see", "try")


def test_parts_that_begin_somewhere_are_at_most_the_whole(told_of: Told, journey_of: Read) -> None:
    spec = "{title: t, stages: [{name: s, touchpoints: [{name: a, entry: 0.4}, {name: b, entry: SHARE}]}]}"
    (told,) = told_of(spec.replace("SHARE", "0.7"))

    assert [one.entry_share for one in journey_of(spec.replace("SHARE", "0.6")).touchpoints()] == [0.4, 0.6]
    assert (told.code, told.pointer) == ("shares-over-one", "/stages/0/touchpoints/1/entry")


def test_shares_out_of_a_touchpoint_are_at_most_the_whole(told_of: Told, journey_of: Read) -> None:
    fine = "{title: t, stages: [{name: s, exits: [{kind: churn, share: 0.7}], touchpoints: [a, b]}], flow: "
    (told,) = told_of(fine + "[{from: b, to: a, kind: back, share: 0.2}, {from: b, to: b, kind: repeat, share: 0.2}]}")

    assert journey_of(fine + "[{from: b, to: a, kind: back, share: 0.3}]}").flow[0].share == 0.3
    assert (told.code, told.pointer) == ("shares-over-one", "/flow/1/share")
    assert told.message == 'the shares out of "b" add up to 1.1; the maximum is 1'


def test_decimal_shares_that_make_one_leave_no_rest_although_their_floats_add_up_to_less(journey_of: Read) -> None:
    exits = ", ".join(f"{{kind: churn, share: {share}}}" for share in (0.02, 0.41, 0.57))

    journey = journey_of(f"{{title: t, stages: [{{name: s, touchpoints: [{{name: a, exits: [{exits}]}}, b]}}]}}")

    assert fsum((0.02, 0.41, 0.57)) < 1
    assert default_steps(journey.stages, journey.flow) == ()


def test_exits_of_a_stage_without_touchpoints_are_added_up_too(told_of: Told) -> None:
    (told,) = told_of("{title: t, stages: [{name: s, exits: [{kind: churn, share: 0.7}, {kind: pause, share: 0.7}]}]}")

    assert (told.code, told.pointer) == ("shares-over-one", "/stages/0/exits/1/share")

"""Less time at a touchpoint is better for the customer, where both ends of what is stated allow to say so."""

from collections.abc import Callable

import pytest

from mapgen.diff.wording import DescribedComparison

Compare = Callable[[str, str], DescribedComparison]
SPEC = "title: T\nstages: [{{name: Order, touchpoints: [{{name: Waits, {key}: {time}}}]}}]\n"
STAGE = "title: T\nstages: [{{name: Order, duration: {time}, touchpoints: [Waits]}}]\n"


@pytest.mark.parametrize("key", ["wait", "duration"])
@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        ("3 days", "1 day", "better"),
        ("1 day", "25 hours", "worse"),
        ("3 days", "1-2 days", "better"),
        ("2-4 days", "2-3 days", "better"),
        ("2-4 days", "1-5 days", "same"),
        ("24 hours", "1 day", "same"),
    ],
)
def test_times_of_touchpoints_are_compared_by_both_ends(
    told_of: Compare, key: str, old: str, new: str, direction: str
) -> None:
    verdict = told_of(SPEC.format(key=key, time=old), SPEC.format(key=key, time=new)).comparison.verdict

    assert verdict.direction == direction
    assert [signal.name for signal in verdict.signals] == (["times"] if direction != "same" else [])


def test_a_time_that_only_one_version_states_says_nothing(told_of: Compare) -> None:
    verdict = told_of(SPEC.format(key="action", time="Waits"), SPEC.format(key="wait", time="1 day")).comparison.verdict

    assert verdict.direction == "same"


def test_the_duration_of_a_stage_says_nothing(told_of: Compare) -> None:
    assert told_of(STAGE.format(time="P3M"), STAGE.format(time="P1M")).comparison.verdict.direction == "same"

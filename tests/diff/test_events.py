"""Changes of how a journey shows in event data are told in words, and are no change for the customer."""

from collections.abc import Callable

from mapgen.diff.wording import DescribedComparison

Compare = Callable[[str, str], DescribedComparison]

OLD = """title: T
segments: [Old, New]
events: {customer: user, name: event, time: at, ends_after: 30 days, only: {country: [NL, BE]},
  segment: {column: os, values: {ios: old}}}
stages: [{name: A, touchpoints: [{name: B, events: [b, {name: c, where: {d: [1, 2]}}]}]}]
"""
NEW = """title: T
segments: [Old, New]
events: {customer: [user, device], name: event, time: {column: at, zone: UTC}, ends_after: 90 minutes,
  simultaneous: 2 seconds, without: {is_bot: true}, segment: {column: os, values: {ios: old, web: new}}, hide_below: 20}
stages: [{name: A, touchpoints: [{name: B, events: [e, {name: c, where: {d: [1]}}]}]}]
"""


def lines(comparison: DescribedComparison) -> list[str]:
    return [
        "".join(str(getattr(part, "text", part)) for part in one.sentence)
        for section in comparison.sections
        for one in section.changes
    ]


def test_each_change_of_a_mapping_is_told_in_words(told_of: Compare) -> None:
    assert lines(told_of(OLD, NEW)) == [
        "B: event removed: “b”",
        "B: new event: “e”",
        "B: event “c”: conditions d 1 or 2 → d 1",
        "column of the customer: added “device”",
        "column of the time at → at (UTC)",
        "events are simultaneous within 0 seconds → 2 seconds",
        "a journey ends after 30 days → 1 hour 30 minutes",
        "values of the segments: added web → New",
        "only events with: removed country NL or BE",
        "hides figures of fewer customers than 10 → 20",
        "no events with: added is_bot true",
    ]


def test_no_change_of_a_mapping_is_one_for_the_customer(told_of: Compare) -> None:
    comparison = told_of(OLD, NEW).comparison

    assert comparison.verdict.direction == "same"
    assert {change.level.name for change in comparison.changes()} == {"RECORD"}


def test_a_segment_that_is_renamed_changes_no_mapping(told_of: Compare) -> None:
    assert "events" not in {
        change.field.partition(".")[0]
        for change in told_of(OLD, OLD.replace("Old", "Older").replace("ios: old", "ios: older")).comparison.changes()
    }

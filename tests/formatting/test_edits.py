"""New values in a spec: nothing else of it changes, and each comment stays where it was."""

import pytest

from mapgen.formatting import edited
from mapgen.formatting.edits import Edit

SPEC = """\
# How we sell coffee
title: Morning coffee # in town
stages:
  - name: Order
    touchpoints:
      - name: Orders
        exits:
          # counted by hand
          - {kind: abandon, share: 0.1} # in May
      - Pays
  # the end
flow:
  - from: orders # not always
    to: pays
"""


def changed(*edits: Edit) -> str:
    text, faults = edited(SPEC, edits, name="a")
    assert faults == ()
    assert text is not None
    return text


def test_a_value_is_replaced() -> None:
    path = ("stages", 0, "touchpoints", 0, "exits", 0, "share")

    assert changed(Edit(path, 0.62)) == SPEC.replace("share: 0.1", "share: 0.62")


def test_a_key_is_added_in_the_order_of_the_language() -> None:
    path = ("stages", 0, "touchpoints", 0, "exits", 0, "evidence")

    assert changed(Edit(path, ["seen"])) == SPEC.replace("share: 0.1}", "share: 0.1, evidence: [seen]}")
    assert changed(Edit(("flow", 0, "share"), 0.5)) == SPEC.replace("    to: pays\n", "    to: pays\n    share: 0.5\n")
    assert changed(Edit(("stages", 0, "volume"), 900)) == SPEC.replace(
        "- name: Order\n", "- name: Order\n    volume: 900\n"
    )


def test_a_list_is_begun_and_continued() -> None:
    item = Edit(("evidence", 0), {"id": "seen", "title": "What was observed", "observed": True})
    text = changed(item, Edit(("evidence", 1), "Notes"))

    assert "evidence: [{id: seen, title: What was observed, observed: true}, Notes]\n" in text


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_line_ends_stay(end: str) -> None:
    text, _ = edited(SPEC.replace("\n", end), [Edit(("flow", 0, "share"), 1)], name="a")

    assert text == SPEC.replace("    to: pays\n", "    to: pays\n    share: 1\n").replace("\n", end)


def test_a_text_that_is_no_spec_stays_one() -> None:
    text, faults = edited("title: [", [Edit(("title",), "A")], name="a")

    assert text is None
    assert faults

import pytest

from mapgen.merge import merge

BASE = """\
# yaml-language-server: $schema=journey.schema.json
title: Morning coffee
stages:
  # where it begins
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        emotion: -1  # asked in the shop
        thought: Will I be late?
      # those who stay
      - id: sit
        name: Sits down
        emotion: 1
  - name: Pay
    touchpoints:
      - {name: Pays, emotion: 0}
"""


def changed(*changes: tuple[str, str], text: str = BASE) -> str:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


def merged(ours: str, theirs: str) -> str:
    result = merge(BASE, ours, theirs)
    assert result
    assert result.conflicts == 0
    return result.text


def conflicts(ours: str, theirs: str) -> tuple[str, int]:
    result = merge(BASE, ours, theirs)
    assert result
    return result.text, result.conflicts


def test_a_version_that_did_not_change_gives_way() -> None:
    ours = changed(("coffee", "tea"))

    assert merged(ours, BASE) == ours
    assert merged(BASE, ours) == ours
    assert merged(ours, ours) == ours


def test_two_keys_of_neighboring_lines_do_not_conflict() -> None:
    ours = changed(("emotion: -1 ", "emotion: -2 "))
    theirs = changed(("be late?", "miss the train?"))

    assert merged(ours, theirs) == changed(("emotion: -1 ", "emotion: -2 "), ("be late?", "miss the train?"))


def test_both_may_add_a_touchpoint_at_the_same_place() -> None:
    ours = changed(("        emotion: 1\n", "        emotion: 1\n      - name: Reads\n"))
    theirs = changed(
        ("        emotion: 1\n", "        emotion: 1\n      # new\n      - name: Waits\n        emotion: 0\n")
    )

    both = "        emotion: 1\n      - name: Reads\n      # new\n      - name: Waits\n        emotion: 0\n"
    assert merged(ours, theirs) == changed(("        emotion: 1\n", both))


def test_both_may_give_a_touchpoint_its_first_pain_point() -> None:
    ours = changed(("        emotion: 1\n", "        emotion: 1\n        pain_points:\n          - Too loud\n"))
    theirs = changed(("        emotion: 1\n", "        emotion: 1\n        pain_points:\n          - Too cold\n"))

    both = "        emotion: 1\n        pain_points:\n          - Too loud\n          - Too cold\n"
    assert merged(ours, theirs) == changed(("        emotion: 1\n", both))


def test_a_new_first_key_takes_the_dash() -> None:
    ours = changed(("  - name: Pay\n", "  - id: pay\n    name: Pay\n"))
    theirs = changed(("Pays, emotion: 0", "Pays, emotion: 1"))

    assert merged(ours, theirs) == changed(
        ("  - name: Pay\n", "  - id: pay\n    name: Pay\n"), ("emotion: 0", "emotion: 1")
    )


def test_one_may_rename_what_the_other_changes() -> None:
    ours = changed(("- name: Sees the queue", "- name: Sees a long queue"))
    theirs = changed(("be late?", "miss the train?"))

    assert merged(ours, theirs) == changed(("Sees the queue", "Sees a long queue"), ("be late?", "miss the train?"))


def test_one_may_move_what_the_other_changes() -> None:
    first = BASE[BASE.index("      - name: Sees") : BASE.index("      # those")]
    second = BASE[BASE.index("      # those") : BASE.index("  - name: Pay")]
    ours = changed((first + second, second + first))
    theirs = changed(("emotion: 1\n", "emotion: 2\n"))

    assert merged(ours, theirs) == changed(("emotion: 1\n", "emotion: 2\n"), text=ours)
    assert merged(theirs, ours) == changed(("emotion: 1\n", "emotion: 2\n"), text=ours)


def test_one_may_remove_what_the_other_left_alone() -> None:
    ours = changed(("      - {name: Pays, emotion: 0}\n", "      - {name: Leaves}\n"))
    second = BASE[BASE.index("      # those") : BASE.index("  - name: Pay")]
    theirs = changed((second, ""))

    assert merged(ours, theirs) == changed((second, ""), text=ours)


def test_a_list_that_both_empty_goes_with_its_key() -> None:
    base = changed(("        emotion: 1\n", "        emotion: 1\n        needs:\n          - Sun\n          - Quiet\n"))
    result = merge(base, changed(("          - Sun\n", ""), text=base), changed(("          - Quiet\n", ""), text=base))

    assert result
    assert result.text == BASE


def test_what_both_changed_is_a_conflict_as_small_as_the_key() -> None:
    text, count = conflicts(changed(("emotion: 1\n", "emotion: 2\n")), changed(("emotion: 1\n", "emotion: 0\n")))

    lines = "<<<<<<< ours\n        emotion: 2\n=======\n        emotion: 0\n>>>>>>> theirs\n"
    assert count == 1
    assert text == changed(("        emotion: 1\n", lines))


def test_a_conflict_in_the_first_key_keeps_the_dash_on_both_sides() -> None:
    text, count = conflicts(changed(("- name: Pay\n", "- name: Pays\n")), changed(("- name: Pay\n", "- name: Paid\n")))

    assert count == 1
    assert "<<<<<<< ours\n  - name: Pays\n=======\n  - name: Paid\n>>>>>>> theirs\n    touchpoints:\n" in text


def test_what_one_removed_and_the_other_changed_is_a_conflict() -> None:
    second = BASE[BASE.index("      # those") : BASE.index("  - name: Pay")]
    text, count = conflicts(changed((second, "")), changed(("emotion: 1\n", "emotion: 2\n")))

    kept = changed(("emotion: 1", "emotion: 2"), text=second)
    assert count == 1
    assert f"<<<<<<< ours\n=======\n{kept}>>>>>>> theirs\n" in text


def test_a_marker_may_be_longer() -> None:
    result = merge(BASE, changed(("coffee", "tea")), changed(("coffee", "juice")), marker=9)

    assert result
    assert "<<<<<<<<< ours\ntitle: Morning tea\n=========\ntitle: Morning juice\n>>>>>>>>> theirs\n" in result.text


def test_line_ends_are_those_of_our_side() -> None:
    result = merge(BASE, changed(("\n", "\r\n")), changed(("coffee", "tea")))

    assert result
    assert result.text == changed(("coffee", "tea"), ("\n", "\r\n"))


def test_texts_over_several_lines_are_merged_as_one() -> None:
    base = changed(("title:", "summary: |\n  # no comment\n\n  - no item\n\ntitle:"))
    ours = changed(("no item", "no item at all"), text=base)
    result = merge(base, ours, changed(("coffee", "tea"), text=base))

    assert result
    assert result.text == changed(("coffee", "tea"), text=ours)


def test_what_is_no_yaml_is_not_merged_by_meaning() -> None:
    assert merge(BASE, "stages: [", BASE) is None
    assert merge(BASE, changed(("coffee", "tea")), "title: *x\n") is None


def test_other_indentation_is_a_conflict_where_both_changed() -> None:
    deeper = changed(("\n      ", "\n          "))
    text, count = conflicts(changed(("coffee", "tea"), text=deeper), changed(("emotion: 1\n", "emotion: 2\n")))

    assert count == 1
    assert text.startswith("# yaml-language-server: $schema=journey.schema.json\ntitle: Morning tea\nstages:\n")


BRACKETS = """\
title: Visit
owners: [Bar team]
stages:
  - name: Order
    touchpoints:
      - {name: Orders, tools: [Till]}  # at the bar
"""


def test_different_things_in_brackets_do_not_conflict() -> None:
    ours = changed(("[Bar team]", "[Bar team, Till team]"), ("[Till]", "[Till, Card reader]"), text=BRACKETS)
    theirs = changed(("[Bar team]", "[Bar team, Kitchen]"), ("[Till]", "[Till], emotion: 1"), text=BRACKETS)

    result = merge(BRACKETS, ours, theirs)

    assert result
    assert result.conflicts == 0
    assert "owners: [Bar team, Till team, Kitchen]\n" in result.text
    assert "      - {name: Orders, tools: [Till, Card reader], emotion: 1}  # at the bar\n" in result.text


def test_one_thing_in_brackets_that_both_changed_is_a_conflict_of_its_lines() -> None:
    ours = changed(("[Till]", "[Till, Card reader], emotion: 1"), text=BRACKETS)
    theirs = changed(("[Till]", "[Till], emotion: -1"), text=BRACKETS)

    result = merge(BRACKETS, ours, theirs)

    assert result
    assert result.conflicts == 1


def test_a_comment_in_brackets_is_not_lost() -> None:
    base = changed(("[Bar team]", "[\n  Bar team, # since May\n  ]"), text=BRACKETS)
    ours = changed(("Bar team,", "Bar team, Till team,"), text=base)
    theirs = changed(("Bar team,", "Bar team, Kitchen,"), text=base)

    result = merge(base, ours, theirs)

    assert result
    assert result.conflicts == 1
    assert result.text.count("# since May") == 2


def test_comments_in_brackets_stay_with_their_items() -> None:
    base = "title: Tea\nowners: [\n  Bar team,  # since May\n  # at night only\n  Till team\n]\nstages: [Order]\n"
    ours = base.replace("Till team\n", "Till team,\n  Kitchen\n")
    theirs = base.replace("since May", "since June")

    result = merge(base, ours, theirs)

    assert result
    assert result.conflicts == 0
    assert "[\n  Bar team,  # since June\n  # at night only\n  Till team,\n  Kitchen,\n]\n" in result.text


@pytest.mark.parametrize("swapped", [False, True])
def test_what_one_side_writes_as_lines_takes_what_the_other_changed_in_brackets(*, swapped: bool) -> None:
    base = "title: Tea\nstages:\n  - {name: Order, owner: bar, touchpoints: [Queue]}\n"
    lines = "title: Tea\nstages:\n  - name: Order\n    owner: bar\n    goal: Tea\n    touchpoints:\n      - Queue\n"
    brackets = base.replace("[Queue]", "[Queue, Pay]").replace("bar", "till")

    result = merge(base, *((brackets, lines) if swapped else (lines, brackets)))

    assert result
    assert result.conflicts == 0
    assert result.text == lines.replace("bar", "till").replace(":\n      - Queue\n", ": [Queue, Pay]\n")

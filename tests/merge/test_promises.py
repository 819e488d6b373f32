"""What holds for any two people who work on different touchpoints."""

from copy import deepcopy
from itertools import product
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mapgen.merge import merge

Touchpoint = dict[str, Any]

NAMES = ("arrive", "queue", "order", "pay", "wait", "sit", "drink", "leave")
VALUES = st.one_of(
    st.integers(-2, 2),
    st.sampled_from(
        ["plain", "# no comment", "- no item", "two\nlines\n", "'quoted'", "", "yes", "ends: here", "é 支付"]
    ),
    st.lists(st.sampled_from(["one", "two", "three"]), unique=True, min_size=1),
    st.fixed_dictionaries({"score": st.integers(-2, 2), "feeling": st.sampled_from(["calm", "angry"])}),
)
TOUCHPOINTS = st.dictionaries(st.sampled_from(["emotion", "thought", "needs", "action"]), VALUES, max_size=4)
EDITS = st.one_of(
    st.tuples(st.just("set"), st.sampled_from(["emotion", "thought", "needs", "owner"]), VALUES),
    st.tuples(st.just("remove"), st.just(""), st.none()),
    st.tuples(st.just("add"), st.just(""), TOUCHPOINTS),
)


@st.composite
def versions(draw: st.DrawFn) -> tuple[list[Touchpoint], dict[str, Any], dict[str, Any]]:
    """Some touchpoints, and an edit of each side for some of them; no touchpoint has edits of both sides."""
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=1))
    base = [{"id": name, "name": name, **draw(TOUCHPOINTS)} for name in names]
    sides = draw(st.lists(st.sampled_from(["ours", "theirs", "nobody"]), min_size=len(names), max_size=len(names)))
    edits = {name: draw(EDITS) for name in names}
    mine, yours = (
        {name: edits[name] for name, by in zip(names, sides, strict=True) if by == who} for who in ("ours", "theirs")
    )
    return base, mine, yours


def edited(base: list[Touchpoint], edits: dict[str, Any]) -> list[Touchpoint]:
    found: list[Touchpoint] = []
    for touchpoint in deepcopy(base):
        kind, key, value = edits.get(touchpoint["id"], ("keep", "", None))
        if kind == "set":
            touchpoint[key] = value
        if kind != "remove":
            found.append(touchpoint)
        if kind == "add":
            found.append({"id": f"after-{touchpoint['id']}", "name": "New", **value})
    return found


LAYOUTS: dict[str, dict[str, Any]] = {
    "block": {"default_flow_style": False},
    "brackets where nothing is below": {"default_flow_style": None, "width": 10_000},
    "brackets": {"default_flow_style": True, "width": 10_000},
    "brackets over several lines": {"default_flow_style": True, "width": 60},
}


def written(touchpoints: list[Touchpoint], layout: str) -> str:
    stages = [{"name": "First", "touchpoints": touchpoints}, {"name": "Last"}]
    options = {"sort_keys": False, "allow_unicode": True, **LAYOUTS[layout]}
    if options["default_flow_style"]:
        return f"title: Any\nstages: {yaml.safe_dump(stages, **options)}"
    return f"title: Any\n{yaml.safe_dump({'stages': stages}, **options)}"


def with_comments(touchpoints: list[Touchpoint]) -> str:
    """Write touchpoints in brackets, each in lines of its own between comments."""
    options = {"sort_keys": False, "allow_unicode": True, **LAYOUTS["brackets"]}
    lines = [f"  # above\n  {yaml.safe_dump(one, **options).strip()},  # {one['id']}\n" for one in touchpoints]
    return f"title: Any\nstages: [{{name: First, touchpoints: [  # in order\n{''.join(lines)}]}}, {{name: Last}}]\n"


def check(texts: tuple[str, str, str], sides: tuple[list[Touchpoint], dict[str, Any], dict[str, Any]]) -> None:
    """Check that three texts, of the base and of both sides, merge to what has all edits."""
    base, ours, theirs = sides
    result = merge(*texts)
    assert result
    data = yaml.safe_load(result.text)
    found = {one["id"]: one for one in data["stages"][0].get("touchpoints") or []}

    assert result.conflicts == 0
    assert found == {one["id"]: one for one in edited(base, ours | theirs)}
    assert [one for one in found if one in NAMES] == [
        one["id"] for one in edited(base, ours | theirs) if one["id"] in NAMES
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(max_examples=60)
@given(sides=versions())
def test_they_never_conflict_and_nothing_is_lost(
    layout: str, sides: tuple[list[Touchpoint], dict[str, Any], dict[str, Any]]
) -> None:
    base, ours, theirs = sides

    check((written(base, layout), written(edited(base, ours), layout), written(edited(base, theirs), layout)), sides)


@settings(max_examples=60)
@given(sides=versions())
def test_nor_do_they_where_comments_stand_in_brackets(
    sides: tuple[list[Touchpoint], dict[str, Any], dict[str, Any]],
) -> None:
    base, ours, theirs = sides

    check((with_comments(base), with_comments(edited(base, ours)), with_comments(edited(base, theirs))), sides)


@pytest.mark.parametrize(
    ("ours_layout", "theirs_layout"), [*product(["block", "brackets where nothing is below"], repeat=2)]
)
@settings(max_examples=60)
@given(sides=versions())
def test_nor_do_they_where_one_side_writes_brackets_as_lines(
    ours_layout: str, theirs_layout: str, sides: tuple[list[Touchpoint], dict[str, Any], dict[str, Any]]
) -> None:
    base, ours, theirs = sides
    was = written(base, "brackets where nothing is below")

    check((was, written(edited(base, ours), ours_layout), written(edited(base, theirs), theirs_layout)), sides)

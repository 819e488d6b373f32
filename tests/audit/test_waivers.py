from collections.abc import Callable

import pytest

from mapgen.audit import comments
from mapgen.audit.policy import Policy
from mapgen.audit.run import run_audit
from mapgen.audit.waivers import waive
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.pipeline import check
from mapgen.source.parser import MAX_REPORTED, parse
from mapgen.source.tree import Source

RULE = "touchpoint-without-owner"
SPEC = """\
title: Morning coffee
owners: [Bar]
stages:
  - name: Order
    touchpoints:
      - {name: Orders, owner: bar}
      - name: Pays
        thought: Is the reader broken?
        pain_points:
          - {id: slow, text: The reader is slow, severity: high}
"""
PAYS = "      - name: Pays\n"
WAITS = "      - name: Waits\n        owner: bar\n"
POLICY = Policy(select=(RULE, "pain-point-without-opportunity"))
WAIVER = f"# mapgen: allow {RULE} because the bank owns the reader"


def told(text: str, policy: Policy = POLICY) -> list[str]:
    return [f"{one.code}@{one.span.line if one.span else 0}" for one in found(text, policy)]


def found(text: str, policy: Policy = POLICY) -> tuple[Diagnostic, ...]:
    checked = check(text, name="a.journey.yaml")
    assert checked.diagnostics == ()
    assert checked.source
    assert checked.journey
    return run_audit(checked.source, checked.journey, policy).reported


def test_without_a_waiver_both_are_told() -> None:
    assert told(SPEC) == [f"{RULE}@7", "pain-point-without-opportunity@10"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(PAYS, f"      - name: Pays  {WAIVER}\n", id="on its first line"),
        pytest.param(PAYS, f"      {WAIVER}\n{PAYS}", id="above it"),
        pytest.param(PAYS, f"{WAIVER}\n\n      # and more\n{PAYS}", id="above it, with a blank line and more between"),
        pytest.param("broken?\n", f"broken?  {WAIVER}\n", id="beside one of its keys"),
        pytest.param("  - name: Order\n", f"  - name: Order {WAIVER}\n", id="at the stage around it"),
        pytest.param("    touchpoints:\n", f"    touchpoints: {WAIVER}\n", id="at the list around it"),
        pytest.param("title:", f"{WAIVER}\ntitle:", id="at the top of the file"),
        pytest.param(PAYS, PAYS.replace("\n", f" #mapgen:allow {RULE}, hypothesis because: yes\n"), id="in a hurry"),
        pytest.param(PAYS, f"      # see the board # mapgen: allow {RULE} because no\n{PAYS}", id="in a comment"),
    ],
)
def test_a_waiver_stands_at_what_it_is_about(old: str, new: str) -> None:
    text = SPEC.replace(old, new, 1)
    assert text != SPEC

    assert [one.partition("@")[0] for one in told(text)] == ["pain-point-without-opportunity"]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_the_ends_of_lines_do_not_matter(end: str) -> None:
    text = SPEC.replace(PAYS, f"      {WAIVER}\n{PAYS}").replace("\n", end)

    assert told(text) == ["pain-point-without-opportunity@11"]


def test_a_waiver_covers_what_stands_inside_and_not_the_neighbors() -> None:
    both = f"# mapgen: allow {RULE}, pain-point-without-opportunity because the bank owns the reader"

    assert told(SPEC.replace(PAYS, f"      {both}\n{PAYS}")) == []
    assert told(SPEC.replace("      - {name: Orders", f"      {WAIVER}\n      - {{name: Orders")) == [
        f"{RULE}@8",
        "pain-point-without-opportunity@11",
        "unused-waiver@6",
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f'thought: "Broken? {WAIVER}"', id="in a text in double quotes"),
        pytest.param(f"thought: 'Broken? {WAIVER}'", id="in a text in single quotes"),
        pytest.param(f"thought: |\n          Broken?\n          {WAIVER}", id="in a text after a bar"),
        pytest.param(f"thought: >-\n\n          Broken? {WAIVER}\n\n          Yes", id="in a folded text"),
        pytest.param(f'thought: "Broken?\n          {WAIVER}\n          Yes"', id="in a text over several lines"),
        pytest.param(f"thought: Broken?{WAIVER.replace(': ', ':')}", id="right after a word"),
    ],
)
def test_what_stands_in_a_text_is_no_comment(text: str) -> None:
    assert len(told(SPEC.replace("thought: Is the reader broken?", text))) == 2


def test_a_comment_after_the_bar_of_a_text_is_one() -> None:
    text = SPEC.replace("thought: Is the reader broken?", f"thought: | {WAIVER}\n          Is the reader broken?")

    assert told(text) == ["pain-point-without-opportunity@11"]


@pytest.mark.parametrize(
    ("comment", "code", "message", "hint"),
    [
        (
            f"# mapgen: allow {RULE}",
            "waiver-without-reason",
            f'the waiver of "{RULE}" has no reason',
            "end the comment with `because …`",
        ),
        (
            f"# mapgen: allow {RULE} because",
            "waiver-without-reason",
            f'the waiver of "{RULE}" has no reason',
            "end the comment with `because …`",
        ),
        (
            f"# mapgen: allow {RULE}, touchpoint-without-chanel because it is so",
            "unused-waiver",
            'unknown rule "touchpoint-without-chanel" in a waiver',
            'did you mean "touchpoint-without-channel"?',
        ),
        (
            f"# mapgen: allow {RULE}, pain-point-without-opportunity because it is so",
            "unused-waiver",
            '"pain-point-without-opportunity" reports nothing here to waive',
            "it is reported on line 13; move the comment there, or to the line above",
        ),
    ],
)
def test_what_is_wrong_with_a_waiver_is_told_at_it(comment: str, code: str, message: str, hint: str) -> None:
    text = SPEC.replace(PAYS, f"      {comment}\n{PAYS}").replace(
        "        pain_points:", f"{WAITS}        pain_points:"
    )

    (fault,) = [one for one in found(text) if one.code.startswith(("unused", "waiver"))]

    assert (fault.code, fault.message, fault.hint) == (code, message, hint)
    assert fault.span is not None
    assert (fault.span.line, fault.span.column) == (7, 7)


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("# mapgen: allow", "`# mapgen: allow` names no rule"),
        ("# mapgen: allow because it is so", "`# mapgen: allow` names no rule"),
        ("# mapgen: ignore hypothesis", '"ignore" does not waive anything'),
        ("# mapgen: alow hypothesis because it is so", '"alow" does not waive anything'),
        ("# mapgen: allow: hypothesis because it is so", '"allow:" does not waive anything'),
    ],
)
def test_a_comment_that_means_to_waive_and_does_not_is_told(comment: str, message: str) -> None:
    (fault,) = [one for one in found(f"{comment}\n{SPEC}") if one.code == "unused-waiver"]

    assert fault.message == message


@pytest.mark.parametrize("comment", ["# mapgen: 1", "# mapgen: the team meets on Mondays", "# see mapgen", "# mapgen:"])
def test_other_comments_are_left_alone(comment: str) -> None:
    assert len(told(f"{comment}\n{SPEC}")) == 2


def test_of_a_rule_that_is_not_followed_nobody_knows_whether_a_waiver_is_of_use() -> None:
    comment = "# mapgen: allow stale-review because the team is new\n"

    assert told(comment + SPEC, Policy(select=("hypothesis",))) == []
    assert told(comment + SPEC, Policy(select=("stale-review",), day="2026-11-01")) == ["unused-waiver@1"]


def test_a_waiver_at_the_end_of_the_file_is_about_nothing() -> None:
    assert told(f"{SPEC}{WAIVER}\n")[-1] == "unused-waiver@11"


def test_the_waived_are_counted(journey_of: Callable[[str], object]) -> None:
    checked = check(SPEC.replace(PAYS, f"      {WAIVER}\n{PAYS}"), name="a.journey.yaml")
    assert checked.source
    assert checked.journey
    assert journey_of(SPEC)

    assert run_audit(checked.source, checked.journey, POLICY).waived_count == 1


def parsed(text: str) -> Source:
    source, _ = parse(text, name="a.journey.yaml")
    assert source
    return source


@pytest.mark.parametrize("sign", [WAIVER, "# mapgen: allow", "# mapgen: alow it"])
def test_lines_are_gone_through_once_for_all_comments(sign: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Counted:
        looks = 0

        def fullmatch(self, line: str) -> object:
            self.looks += 1
            return blank.fullmatch(line)

    blank, counted = comments._BLANK, Counted()  # noqa: SLF001 - it is what looks at a line
    monkeypatch.setattr(comments, "_BLANK", counted)

    assert len(comments.comments(parsed(f"{sign}\n" * 500 + SPEC))) == 500
    assert counted.looks <= 2 * (500 + SPEC.count("\n"))


def test_findings_are_not_held_against_each_waiver() -> None:
    class Pointer(str):
        __slots__ = ()
        compared = 0

        def __eq__(self, other: object) -> bool:
            Pointer.compared += 1
            return str.__eq__(self, other)

        def startswith(self, *args: object) -> bool:
            Pointer.compared += 1
            return str.startswith(self, *args)  # type: ignore[arg-type]

        __hash__ = str.__hash__

    number = 300
    lines = (f"  - name: T{index} # mapgen: allow hypothesis because x\n" for index in range(number))
    source = parsed("title: A\nstages:\n- name: S\n  touchpoints:\n" + "".join(lines))
    findings = [
        Diagnostic("hypothesis", "x", pointer=Pointer(f"/stages/0/touchpoints/{index}/name")) for index in range(number)
    ]

    waived = waive(source, findings, {"hypothesis"}, {"hypothesis"})

    assert (waived.reported, waived.waived_count) == ((), number)
    assert Pointer.compared <= 10 * number


def test_no_more_wrong_waivers_are_told_than_anybody_reads() -> None:
    names = " ".join(f"hypothesi{index}" for index in range(500))
    source = parsed(f"# mapgen: allow {names} because x\ntitle: A\n")

    assert len(waive(source, [], {"hypothesis"}, set()).reported) == MAX_REPORTED


def test_comments_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comments, "MAX_COMMENTS", 3)

    assert len(comments.comments(parsed(f"{WAIVER}\n" * 5 + SPEC))) == 3

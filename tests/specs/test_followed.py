"""Each hint of the faulty specs, followed literally, leads to a spec without that fault.

What a hint shows is put in place of what the diagnostic points at. Where a hint describes what to do, `BY_HAND` names
what is replaced by what.
"""

# ruff: noqa: RUF001  signs that look alike

import re
from collections import Counter
from pathlib import Path

import pytest

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.pipeline import check

FOLDER = Path(__file__).parent
SPECS = sorted(FOLDER.glob("*.yaml"))
BEGINS = (
    "write it as a list|write one text|write it like this|write it as a fraction of 1|write a decimal point|quote it"
    "|write the number without separators|write only the number|write a number, for example|remove the quotes"
    "|quote the text|remove the brackets or the dash|it is a fraction of 1: write"
)
SHOWN = (
    r"write year, month and day: (.+)",
    rf"(?:{BEGINS}) ?:? (?:thought: )?(.+?)(?: for [0-9]+ %)?",
    r"write (\w+:) and the value after it",
    r"write (\w+: (?!lowercase).+)",
    r"write ([0-9]+ \w+)(?:, .*)?",
    r"write (?:one of them, for example )?([\w.-]+)(?: or .*| for three days.*|[:;,] .*)?",
    r"did you mean [`\"]([\w/-]+)[`\"]\?.*",
    r"custom keys start with x-: `([\w-]+)`",
    r"use (idea|1)(?:,.*)?",
)
"""Hints that show what to write, in a group."""

LOOKALIKES = str.maketrans(
    {**dict.fromkeys("“”„«»「」＂‹›‚‘", '"'), "：": ": ", "，": ", ", "\u00a0": " ", "\u3000": " "}
)
BY_HAND = {
    "anchor-and-alias-0": ("&bar ", ""),
    "anchor-and-alias-1": ("*bar", "bar"),
    "apostrophe-in-quotes-0": ("Maya's", "Maya''s"),
    "bad-escape-0": ("C:\\queue", "C:\\\\queue"),
    "bad-image-0": ("../queue.svg", "images/card.png"),
    "bad-interval-0": ("[7.0, 5]", "[5, 7.0]"),
    "bad-interval-1": ("- name: Patience\n", "- name: Patience\n        value: 6\n"),
    "bad-interval-2": ("[0.66, 0.74]", "[66, 74]"),
    "bad-number-0": (".inf", "12"),
    "bad-number-1": (".nan", "12"),
    "bad-scale-0": ("min: 5, max: 1", "min: 1, max: 10"),
    "complex-key-0": ("{{ summary }}", '"{{ summary }}"'),
    "decimal-comma-in-braces-3": ("1, 200", "1200"),
    "directive-0": ("%YAML 1.1\n", ""),
    "duplicate-id-0": ("{id: arrive, name: Come in}", "{id: come-in, name: Come in}"),
    "edge-to-empty-stage-0": ("- name: Leave", "- {name: Leave, touchpoints: [Goes]}"),
    "emotion-out-of-range-0": ("12", "2"),
    "emotion-out-of-range-1": ("-3", "-2"),
    "empty-file-0": ("", "title: Coffee\\nstages: [Arrive]\\n"),
    "empty-list-0": ("[]", "[Arrive]"),
    "empty-text-0": ('        thought: ""\n', ""),
    "event-of-two-touchpoints-0": ("events: page", "events: [{name: page, where: {path: /menu}}]"),
    "event-of-two-touchpoints-1": ("events: [order]", "events: [pay]"),
    "event-of-two-touchpoints-2": ('item: ["1"]}', "item: [2]}"),
    "events-contradict-0": ("\\t", "_"),
    "events-contradict-3": ("simultaneous: 2 hours", "simultaneous: 1 hour"),
    "events-incomplete-0": ("  time: {", "  customer: user_id\n  time: {"),
    "events-incomplete-1": ("  time: {", "  name: event_name\n  time: {"),
    "events-incomplete-2": ("time: {", "time: {column: created_at, "),
    "events-incomplete-3": ("  time: {", "  ends_after: 30 days\n  time: {"),
    "events-misspelled-0": ("layout: google", "layout: ga4"),
    "events-misspelled-3": ("unit: ms", "unit: milliseconds"),
    "events-misspelled-6": ("hide_below: 3", "hide_below: 10"),
    "events-misspelled-7": ("{column: os}", "{column: os, values: {ios: iphone}}"),
    "events-misspelled-9": ("events: []", "events: [pay]"),
    "events-of-stage-0": ("[{name: Orders}]\n    events: order", "[{name: Orders, events: order}]"),
    "events-without-mapping-0": ("stages:", "events: {layout: ga4, ends_after: 30 days}\nstages:"),
    "mapping-without-events-0": ("[Orders]", "[{name: Orders, events: order}]"),
    "forbidden-character-0": ("\\x07", ""),
    "list-after-value-0": ("title: Morning coffee\n", "title: Morning coffee\nstages:\n"),
    "list-at-the-top-0": ("- name: Arrive", "title: Coffee\nstages:\n- name: Arrive"),
    "list-on-the-line-of-its-key-0": ("stages: -", "stages:\n  -"),
    "merge-conflict-0": (
        "<<<<<<< ours\n        emotion: -2\n=======\n        emotion: 0\n>>>>>>> theirs",
        "        emotion: 0",
    ),
    "merge-key-0": ("<<: {goal: A coffee}", "goal: A coffee"),
    "missing-colon-ruler-0": ("  ---\n  name: Arrive", "  - name: Arrive"),
    "missing-comma-0": ("bar name", "bar, name"),
    "missing-space-after-dash-0": ("-name", "- name"),
    "no-key-before-colon-0": (": y", "action: z"),
    "no-such-edge-0": ("scenarios:", "flow: [{from: sees-the-queue, to: pays, kind: skip}]\nscenarios:"),
    "several-documents-0": ("---\ntitle: Evening tea\nstages:\n", ""),
    "shares-over-one-0": ("0.6", "0.3"),
    "tab-after-dash-0": ("\t", " "),
    "tab-indent-0": ("\t", "    "),
    "tag-0": ("!!str ", ""),
    "text-after-bar-0": ("> Looks", ">\n          Looks"),
    "text-after-quote-0": ('"quick"', '\\"quick\\"'),
    "too-deep-0": ("[" * 45 + "]" * 45, "[]"),
    "unclosed-quote-at-end-0": ("'Arrive", "'Arrive'"),
    "unclosed-quote-0": ('"Morning coffee', '"Morning coffee"'),
    "unknown-evidence-0": ("evidence:\n", "evidence:\n  - {id: visits, title: Visits}\n"),
    "unknown-owner-1": ("owners:\n", "owners:\n  - kitchen\n"),
    "unknown-touchpoint-1": ("pays", "arrive"),
    "unopened-bracket-0": ("]]}", "]}"),
    "unsafe-link-0": ("javascript:alert(1)", "notes/interviews.html"),
    "wrong-type-keys-for-list-0": ("  arrive:\n    name", "  - name"),
    "wrong-type-list-for-keys-0": ("[A coffee]", "{customer: [A coffee]}"),
    "wrong-type-list-for-text-1": ("[5, 4]", "{customer: 5, business: 4}"),
}
"""What is replaced by what where a hint describes what to do, by spec and number of the diagnostic."""


def bare(text: str) -> str:
    """Return a spec without the comments that say what is wrong with it."""
    lines = (re.sub(r" *# (?:error|warning|info)\[.*", "", line) for line in text.split("\n"))
    return "\n".join(line for line in lines if not re.match(r" *# (?:[0-9]+: |hint: )", line))


def diagnostics(text: str) -> tuple[Diagnostic, ...]:
    return check(text, name="a.journey.yaml").diagnostics


def followed(text: str, fault: Diagnostic) -> str | None:
    """Return the text after a hint that shows what to write; None where it describes it."""
    hint, span = fault.hint or "", fault.span
    assert span
    lines = text.split("\n")
    line = lines[span.line - 1]
    indent = len(line) - len(line.lstrip(" "))
    if added := re.fullmatch(r"add `\w+`, for example (.*)", hint):
        if line[span.column - 1 :].startswith("{"):
            lines[span.line - 1] = f"{line[: span.column]}{added[1]}, {line[span.column :]}"
        else:
            lines.insert(span.line if indent else 0, " " * (len(line) - len(line.lstrip(" -"))) + added[1])
    elif spaces := re.match("indent it by ([0-9]+|no) space", hint):
        lines[span.line - 1] = " " * int(spaces[1].replace("no", "0")) + line.lstrip()
    elif closed := re.fullmatch("add (.) where it ends", hint):
        lines[span.line - 1] = line.rstrip() + closed[1]
    elif hint == "keep one of the two" or "belongs to" in hint:
        del lines[span.line - 1]
    elif hint.startswith(("type ", "put the whole text in straight quotes", "indent the line with ordinary")):
        lines[span.line - 1] = line.translate(LOOKALIKES).replace(":  ", ": ")
    elif span.line == span.end_line and (shown := next(filter(None, (re.fullmatch(one, hint) for one in SHOWN)), None)):
        before = line[: span.column - 1]
        if fault.code in {"unknown-key", "no-value", "duplicate-key"} and re.fullmatch("[0-9.]+", shown[1]):
            before = re.sub("[0-9]+,$", "", before)  # the number begins before the comma
        lines[span.line - 1] = before + shown[1] + line[span.end_column - 1 :]
    else:
        return None
    return "\n".join(lines)


CASES = [
    pytest.param(spec, at, id=f"{spec.stem}-{at}")
    for spec in SPECS
    for at, fault in enumerate(diagnostics(bare(spec.read_bytes().decode())))
    if fault.hint
]


@pytest.mark.parametrize(("spec", "at"), CASES)
def test_a_hint_that_is_followed_leaves_the_spec_without_the_fault(spec: Path, at: int) -> None:
    text = bare(spec.read_bytes().decode())
    before = diagnostics(text)
    if by_hand := BY_HAND.get(f"{spec.stem}-{at}"):
        assert text.count(by_hand[0]) == 1
        after: str | None = text.replace(*by_hand)
    else:
        after = followed(text, before[at])

    assert after, f"add to BY_HAND how the hint is followed: {before[at].hint}"
    told = Counter((one.code, one.message) for one in before)
    left = Counter((one.code, one.message) for one in diagnostics(after))
    assert left[before[at].code, before[at].message] < told[before[at].code, before[at].message]

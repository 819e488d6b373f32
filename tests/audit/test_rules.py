"""Each rule finds in its cases exactly what they name, and in the specs of its page what the page says.

The cases of a rule stand in `rules/NAME.yaml`, one document each: `--- #` says what the case is, a comment on the
guilty line what is found there. `# as of`, `# settings:` and `# strict` say what the audit is told, `# observed` what
was seen: `orders → pays 380 after 3 hours, orders → exit 620`, all that followed settled visits, by id, and
`# counted for another plan` that it was seen for another one than that of the spec.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from mapgen.analysis import analyze
from mapgen.analysis.planned_flow import observable_plan
from mapgen.analysis.quote_search import search_quotes
from mapgen.analysis.transcripts import read_transcript
from mapgen.audit import RULES, audit
from mapgen.audit.policy import Policy
from mapgen.audit.rule_docs import explain
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.model.journey import Journey
from mapgen.model.snapshot import Snapshot
from mapgen.observe.definitions import DAY as DAY_LENGTH
from mapgen.observe.definitions import bucket
from mapgen.observe.plan import mapping_digest
from mapgen.pipeline import Checked, check
from mapgen.record import replace
from tests.snapshots import counts, snapshot

FOLDER = Path(__file__).parent / "rules"
DAY = "2026-11-01"
FAULT = re.compile(r"# (error|warning|info)\[([a-z0-9-]+)\]: (.*)")

OBSERVED = re.compile(r"^# observed(?: until (?P<until>[0-9-]+))?: (?P<what>.+)$", re.MULTILINE)
STEP = re.compile(r"([\w-]+) → ([\w-]+) ([0-9]+)(?: after ([0-9]+) (hour|day)s?)?")
UNITS = {"hour": DAY_LENGTH // 24, "day": DAY_LENGTH}

Fault = tuple[int, str, str, str]


def cases() -> Iterator[tuple[str, str, str]]:
    """Yield the rule, the sentence and the spec of each case."""
    for path in sorted(FOLDER.glob("*.yaml")):
        parts = re.split(r"^--- # (.*)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert parts[0] == ""
        yield from ((path.stem, title, spec) for title, spec in zip(parts[1::2], parts[2::2], strict=True))


CASES = list(cases())


TRANSCRIPTS = {
    "talks/ada.txt": "I waited for ten minutes. Nobody looked up.\n",
    "talks/bob.vtt": "WEBVTT\n\n00:00.000 --> 00:04.000\n<v Bob>I said “go”\n\n00:04.000 --> 00:06.000\nand he went\n",
}
"""The text files that cases and pages name."""


@cache
def read(spec: str) -> Checked:
    checked = check(spec, name="a.journey.yaml")
    if checked.journey is None:
        return checked
    search = search_quotes(
        checked.journey,
        lambda piece: [(name, read_transcript(TRANSCRIPTS[name], name)) for name in piece.text_files],
    )
    return replace(checked, journey=replace(checked.journey, search=search, observed=seen(spec, checked.journey)))


def seen(spec: str, journey: Journey) -> Snapshot | None:
    """Read what was observed from a comment."""
    told = OBSERVED.search(spec)
    if told is None:
        return None
    flows: dict[str, dict[str | None, int]] = {}
    waits: dict[tuple[str, str | None], int] = {}
    for start, end, number, amount, unit in STEP.findall(told["what"]):
        goal = None if end == "exit" else end
        flows.setdefault(start, {})[goal] = int(number)
        flows.setdefault(end, {}) if goal else None
        waits[start, goal] = bucket(int(amount or 0) * UNITS[unit or "hour"])
    whole = counts(flows)
    timed = tuple(replace(one, median=waits[one.start, one.end]) for one in whole.transitions)
    until = f"{told['until'] or '2026-10-01'}T00:00:00Z"
    found = replace(snapshot(replace(whole, transitions=timed)), until=until)
    if journey.events is None or "# counted for another plan" in spec:
        return found
    return replace(found, mapping=mapping_digest(observable_plan(journey), journey.events))


def found(spec: str, policy: Policy) -> tuple[Diagnostic, ...]:
    checked = read(spec)
    assert checked.diagnostics == ()
    assert checked.journey
    return checked.with_diagnostics(audit(checked.journey, analyze(checked.journey), policy)).diagnostics


def expected(spec: str) -> list[Fault]:
    faults: list[Fault] = []
    guilty = 0
    for number, line in enumerate(spec.split("\n"), start=1):
        if not line.startswith("#"):
            guilty = number
        if fault := FAULT.search(line):
            faults.append((guilty, fault[1], fault[2], fault[3]))
    return faults


def policy_of(rule: str, spec: str) -> Policy:
    day = re.search(r"^# as of (.*)$", spec, re.MULTILINE)
    settings = re.search(r"^# settings: (.*)$", spec, re.MULTILINE)
    return Policy(
        select=(rule,),
        day=day[1] if day else None,
        settings={rule: yaml.safe_load(settings[1])} if settings else {},
        strict="\n# strict\n" in f"\n{spec}",
    )


@pytest.mark.parametrize(("rule", "title", "spec"), CASES, ids=[f"{rule}: {title}" for rule, title, _ in CASES])
def test_a_rule_finds_exactly_what_its_case_names(rule: str, title: str, spec: str) -> None:
    assert title

    told = [
        (one.span.line if one.span else 0, one.severity.name.lower(), one.code, one.message)
        for one in found(spec, policy_of(rule, spec))
    ]

    assert told == expected(spec)


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_has_two_cases_that_are_found_and_two_that_are_not(rule: str) -> None:
    guilty = [bool(expected(spec)) for name, _, spec in CASES if name == rule]

    assert guilty.count(True) >= 2
    assert guilty.count(False) >= 2


@pytest.mark.parametrize("rule", RULES)
def test_the_bad_example_of_a_page_is_found_by_its_rule_alone(rule: str) -> None:
    bad = explain(rule, RULES[rule]).bad

    assert bad
    assert {one.code for one in found(bad, Policy(day=DAY))} == {rule}


@pytest.mark.parametrize("rule", RULES)
def test_the_good_example_of_a_page_is_found_by_no_rule(rule: str) -> None:
    good = explain(rule, RULES[rule]).good

    assert good
    assert found(good, Policy(day=DAY)) == ()


def test_a_page_says_in_sentences_what_is_found_and_why() -> None:
    for name, rule in RULES.items():
        page = explain(name, rule)

        assert page.summary.endswith(".")
        assert "\n" not in page.summary
        assert "::" not in page.why


def test_each_finding_says_what_to_do() -> None:
    for rule, _, spec in CASES:
        for one in found(spec, policy_of(rule, spec)):
            assert one.hint
            assert one.hint[0].islower() or one.hint[0] in '`"'
            assert not one.message.endswith(".")


def test_each_setting_says_what_it_means_and_its_default_is_allowed() -> None:
    for rule in RULES.values():
        for setting in rule.settings.values():
            assert setting.means
            if isinstance(setting.default, str):
                assert setting.default in setting.words
            elif not isinstance(setting.default, bool):
                assert setting.low <= setting.default <= setting.high


def test_findings_come_in_the_order_of_the_spec() -> None:
    names = [f"Touchpoint {number}" for number in range(12)]
    spec = f"title: A\nchannels: [App]\nstages: [{{name: B, touchpoints: [{', '.join(names)}]}}]\n"

    told = [one.message for one in found(spec, Policy(strict=True, select=("touchpoint-without-owner",)))]

    assert told == [f'touchpoint "{name}" has no owner' for name in names]


def test_a_project_decides_how_bad_a_finding_is() -> None:
    bad = explain("hypothesis", RULES["hypothesis"]).bad or ""

    (told,) = found(bad, Policy(severities={"hypothesis": Severity.ERROR}))

    assert told.severity is Severity.ERROR
    assert found(bad, Policy(ignore=("hypothesis",))) == ()

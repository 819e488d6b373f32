"""What holds for the audit of any valid journey."""

from hypothesis import given, settings

from mapgen.audit import RULES
from mapgen.audit.baseline import Baseline, parse
from mapgen.audit.policy import Policy
from mapgen.audit.run import run_audit
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.pipeline import check
from tests.properties.journeys import journeys, spec

Data = dict[str, object]

CAREFUL = settings(max_examples=25)
STRICT = Policy(
    strict=True,
    day="2026-11-01",
    settings={
        "high-abandonment": {"threshold": 0.0, "drop_off": 0.0, "also_answered": True},
        "hypothesis": {"all": True},
        "pain-point-without-opportunity": {"from": "low"},
    },
)


def told(text: str, policy: Policy = STRICT) -> tuple[Diagnostic, ...]:
    checked = check(text, name="any")
    assert checked.diagnostics == ()
    assert checked.source
    assert checked.journey
    return run_audit(checked.source, checked.journey, policy).reported


@CAREFUL
@given(journeys)
def test_each_finding_has_a_place_an_address_and_a_hint(data: Data) -> None:
    found = told(spec(data))

    assert all(one.span and one.address and one.hint for one in found)
    assert [one.span for one in found] == sorted(one.span for one in found if one.span)
    assert found == told(spec(data))


@CAREFUL
@given(journeys)
def test_a_waiver_above_its_line_silences_a_finding_and_is_of_use(data: Data) -> None:
    text = spec(data)
    found = told(text)
    lines = text.split("\n")
    for line, codes in sorted(_codes(found).items(), reverse=True):
        lines.insert(line - 1, f"# mapgen: allow {', '.join(codes)} because it is so")

    assert told("\n".join(lines)) == ()


def _codes(found: tuple[Diagnostic, ...]) -> dict[int, list[str]]:
    codes: dict[int, list[str]] = {}
    for one in found:
        assert one.span
        codes.setdefault(one.span.line, []).append(one.code)
    return codes


@CAREFUL
@given(journeys)
def test_a_baseline_holds_all_that_was_found(data: Data) -> None:
    found = told(spec(data))
    baseline = parse(Baseline().updated("any", found, tuple(RULES)).text().encode())

    assert all(baseline.knows("any", one) for one in found)
    assert baseline.stale_rules("any", found, tuple(RULES)) == ()

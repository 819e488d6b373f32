"""A flow that nobody could read shows its strongest ways, and says at each touchpoint what the others add up to."""

from mapgen.analysis import analyze
from mapgen.charts.flow import flow
from mapgen.charts.flowchart import FlowChart
from mapgen.lanes.lane import lane_context
from mapgen.pipeline import check
from mapgen.words import Words

SIZE = 19
TIMES = "\N{MULTIPLICATION SIGN}"


def spec(ways: int, scenario: str = "") -> str:
    """Return a spec of so many ways, of which those to nearer touchpoints are the stronger ones."""
    places = [(start, end) for start in range(SIZE) for end in range(SIZE) if start != end][:ways]
    lines = [
        f"  - {{from: t{start}, to: t{end}, kind: {'next' if end > start else 'back'}, share: {weight(start, end)}}}"
        for start, end in places
    ]
    touchpoints = ", ".join(f"{{id: t{number}, name: T {number}}}" for number in range(SIZE))
    flow = "\n".join(("flow:", *lines)) if lines else ""
    return f"title: t\nstages: [{{name: s, touchpoints: [{touchpoints}]}}]\n{flow}\n{scenario}"


def weight(start: int, end: int) -> float:
    return round(0.3 * 0.5 ** abs(start - end), 6)


def drawn(text: str) -> FlowChart:
    journey = check(text, name="a.journey.yaml").journey
    assert journey
    return flow(lane_context(journey, analyze(journey), Words("en")))


def test_a_flow_that_can_be_read_shows_all_its_ways() -> None:
    chart = drawn(spec(20))

    assert chart.notice is None
    assert not any(
        "Other paths" in out.text for cluster in chart.clusters for node in cluster.nodes for out in node.outs
    )


def test_a_dense_flow_shows_the_strongest_ways_and_counts_the_others() -> None:
    chart = drawn(spec(SIZE * (SIZE - 1)))
    others = [out.text for cluster in chart.clusters for node in cluster.nodes for out in node.outs]

    assert len(chart.wires) < 50
    assert {wire.start for wire in chart.wires} == {wire.end for wire in chart.wires} == {f"t{n}" for n in range(SIZE)}
    assert all(text.startswith(f"Other paths {TIMES}") and text.endswith("%") for text in others)
    assert chart.notice
    total = sum(int(text.split(TIMES)[1].split()[0]) for text in others)
    assert f"{total} of {total + len(chart.wires)} paths" in chart.notice
    assert "of all steps" in chart.notice


def test_the_ways_of_a_scenario_are_never_left_out() -> None:
    chart = drawn(spec(SIZE * (SIZE - 1), "scenarios: [{name: Odd, path: [t0, t18, t1, t17]}]"))

    assert {("t0", "t18"), ("t18", "t1"), ("t1", "t17")} <= {(wire.start, wire.end) for wire in chart.wires}

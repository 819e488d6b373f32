"""Touchpoints and curve are one block: each card stands over its point, all in one row, with a band more if need be."""

from pathlib import Path

import pytest

from mapgen import pipeline
from mapgen.analysis import analyze
from mapgen.composition import compose
from mapgen.layout.arrangement import arrange
from mapgen.layout.bounds import ink, outline
from mapgen.layout.scene import Group, Label, Scene
from mapgen.layout.typeface import Typeface
from mapgen.resources import font
from tests.layout.geometry import distances, faults, groups, labels

TESTS = Path(__file__).parents[1]
SPECS = sorted([*(TESTS / "cases").glob("*/journey.yaml"), *(TESTS.parent / "examples").glob("*/*.journey.yaml")])
TYPEFACE = Typeface(font())
FAR = 20  # pixels
NEAR = 80  # pixels, from the first line of a label of up to four


def arranged(
    spec: str | bytes, *, lanes: tuple[str, ...] = (), paper: str | None = None, width: int | None = None
) -> Scene:
    checked = pipeline.check(spec, name="any.journey.yaml")
    assert checked.journey, [one.message for one in checked.diagnostics]
    composed = compose(checked.journey, analyze(checked.journey), lanes=lanes)
    return arrange(composed, TYPEFACE, paper=paper, width=width)


def stages_of(*counts: int) -> str:
    """Return a spec with so many touchpoints in each stage, each with a thought."""
    lines = ["title: Long", "stages:"]
    number = 0
    for stage, count in enumerate(counts):
        lines += [f"  - name: Stage {stage}", f"    goal: Goal {stage}", "    volume: 70", "    touchpoints:"]
        for _ in range(count):
            number += 1
            lines.append(
                f"      - {{name: T{number}, thought: thought {number}, emotion: {{score: 1, feeling: fine}}}}"
            )
    return "\n".join(lines)


def of_kind(scene: Scene, prefix: str) -> list[Group]:
    return [group for group in groups(scene.items) if (group.anchor or "").startswith(prefix)]


def texts(group: Group) -> list[str]:
    return [label.text for label in labels(group.items)]


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.parent.name)
def test_each_card_stands_over_its_point(path: Path) -> None:
    scene = arranged(path.read_bytes())

    assert {name: pixels for name, pixels in distances(scene).items() if pixels > FAR} == {}


@pytest.mark.parametrize(
    ("paper", "width"), [("a4-portrait", None), ("a0", None), (None, 320), (None, 900), (None, 5000)]
)
def test_each_card_stands_over_its_point_at_any_width(paper: str | None, width: int | None) -> None:
    scene = arranged(stages_of(3, 30, 1, 8), paper=paper, width=width)

    assert len(distances(scene)) == 42
    assert max(distances(scene).values()) < 1


@pytest.mark.parametrize("counts", [(1,), (13,), (5, 5, 5), (40, 1), (7,) * 15])
def test_the_cards_of_a_band_stand_in_one_row(counts: tuple[int, ...]) -> None:
    lanes = of_kind(arranged(stages_of(*counts)), "lane-touchpoints")
    rows = [{group.box.y for group in groups(lane.items) if group.box} for lane in lanes]

    assert all(len(tops) == 1 for tops in rows)


def test_a_stage_that_is_too_wide_goes_on_in_the_next_band() -> None:
    scene = arranged(stages_of(2, 40))
    headings = [texts(group) for group in of_kind(scene, "stage-")]

    assert scene.width == 1680
    assert headings == [
        ["Stage 0", "70", "100\u00a0% →"],
        ["Stage 1", "70"],
        *[["Stage 1", "continued"]] * (len(headings) - 2),
    ]
    assert len(headings) > 3


def test_what_is_said_of_a_touchpoint_stands_in_its_band_and_what_is_said_of_the_stage_in_the_first() -> None:
    scene = arranged(stages_of(30))
    goals = of_kind(scene, "lane-goals")
    cards, thoughts = (of_kind(scene, f"lane-{lane}") for lane in ("touchpoints", "thoughts"))
    numbers = [[text for text in texts(lane) if text.isdecimal()] for lane in cards]

    assert len(cards) == len(thoughts) > 2
    assert len(goals) == 1
    assert [[text for text in texts(lane) if text.isdecimal()] for lane in thoughts] == numbers


def test_the_block_comes_first_unless_the_author_orders_lanes() -> None:
    spec = stages_of(3)
    chosen = arranged(spec, lanes=("goals", "emotion-curve", "thoughts", "touchpoints"))

    assert [group.anchor for group in of_kind(arranged(spec), "lane-")] == [
        "lane-touchpoints",
        "lane-emotion-curve",
        "lane-goals",
        "lane-thoughts",
    ]
    assert [group.anchor for group in of_kind(chosen, "lane-")] == [
        "lane-goals",
        "lane-touchpoints",
        "lane-emotion-curve",
        "lane-thoughts",
    ]


@pytest.mark.parametrize("lane", ["touchpoints", "emotion-curve"])
def test_one_half_of_the_block_stands_alone(lane: str) -> None:
    scene = arranged(stages_of(3, 20), lanes=(lane,))

    assert {(group.anchor or "").partition(".")[0] for group in of_kind(scene, "lane-")} == {f"lane-{lane}"}


PATTERNS = {
    "peaks": (2, -2),
    "stairs": (-2, -1, 0, 1, 2),
    "level": (1,),
    "drops": (2, 2, -2),
    "waves": (0, 1, 2, 0, -2, -1),
}
WORDS = ("fine", "left alone with it", "matter-of-fact", "overwhelmed and a little proud")


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("people", ["", "ana: 1", "ana: 1, ben: -1", "ana: 1, ben: -1, cleo: 2"])
def test_feelings_stand_near_their_points(pattern: str, words: str, people: str) -> None:
    scores = PATTERNS[pattern]
    lines = ["title: Felt", "personas: [Ana, Ben, Cleo]", "stages:", "  - name: All", "    touchpoints:"]
    for number in range(26):
        felt = f"score: {scores[number % len(scores)]}, feeling: {number} {words}, by: {{{people}}}"
        lines.append(f"      - {{name: T, id: t{number}, emotion: {{{felt}}}}}")
    scene = arranged("\n".join(lines))

    assert faults(scene) == []
    assert max(feeling_distances(scene).values()) <= NEAR
    assert len(feeling_distances(scene)) == 26


def feeling_distances(scene: Scene) -> dict[str, float]:
    """Return how far the number at the beginning of each feeling is from the point of its touchpoint, in pixels."""
    found = {}
    for lane in of_kind(scene, "lane-emotion-curve"):
        numbers = {label.text.split()[0]: ink(label, rtl=False) for label in lane.items if isinstance(label, Label)}
        for group in groups(lane.items):
            name = (group.anchor or "").removeprefix("emotion-t")
            if name in numbers:
                face, words = outline(group.items[:1], rtl=False), numbers[name]
                x, y = face.x + face.width / 2, face.y + face.height / 2
                across = max(words.x - x, x - words.x - words.width, 0)
                found[name] = max(across, words.y - y, y - words.y - words.height, 0)
    return found

"""Whose curve is whose: lines through their points, a panel for each of three personas, one color for one person."""

import pytest

from mapgen import pipeline
from mapgen.analysis import analyze
from mapgen.composition import compose
from mapgen.layout.arrangement import arrange
from mapgen.layout.dimensions import FACE
from mapgen.layout.scene import Circle, Group, Item, Label, Path, Scene
from mapgen.layout.typeface import Typeface
from mapgen.resources import font
from tests.layout.geometry import faults, groups, labels

TYPEFACE = Typeface(font())
NAMES = ("Ana", "Ben", "Cleo", "Dina", "Ed", "Flo")


def arranged(*felt: str, personas: int = 3, direction: str = "en") -> Scene:
    """Arrange a map with a touchpoint for each emotion."""
    lines = [
        "title: Felt",
        f"language: {direction}",
        f"personas: [{', '.join(_persona(name) for name in NAMES[:personas])}]",
    ]
    lines += ["stages:", "  - name: All", "    touchpoints:"]
    lines += [f"      - {{name: T{number}, emotion: {{{emotion}}}}}" for number, emotion in enumerate(felt)]
    checked = pipeline.check("\n".join(lines), name="any.journey.yaml")
    assert checked.journey, [one.message for one in checked.diagnostics]
    return arrange(compose(checked.journey, analyze(checked.journey)), TYPEFACE)


def _persona(name: str) -> str:
    return f"{{name: {name}, id: {name.lower()}, quote: Hm}}"


def curve(scene: Scene) -> Group:
    return next(group for group in groups(scene.items) if group.anchor == "lane-emotion-curve")


def lines_of(scene: Scene, role: str) -> list[Path]:
    return [item for item in curve(scene).items if isinstance(item, Path) and item.stroke == role and not item.fill]


def dots_of(scene: Scene, role: str) -> list[Circle]:
    marks = (item for group in groups(curve(scene).items) for item in group.items)
    return [item for item in marks if isinstance(item, Circle) and (item.stroke or "").startswith(role)]


def knots(path: Path) -> list[tuple[float, float]]:
    """Return the points that a line was drawn through."""
    return [segment[-2:] for _, segment in path.segments]  # type: ignore[misc]


@pytest.mark.parametrize(
    "felt",
    [
        ("score: 1, by: {ana: 1}", "score: 1, by: {ana: 1}", "score: -1, by: {ana: 1}"),
        ("score: 1, by: {ana: 1, ben: 1}", "score: 0, by: {ana: 0, ben: 0}", "score: 2, by: {ana: 2, ben: -1}"),
        ("by: {ana: 1, ben: 1}", "by: {ana: 1, ben: 1}", "by: {ana: -1, ben: 1}"),
    ],
)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_lines_that_say_the_same_go_through_their_points(felt: tuple[str, ...], language: str) -> None:
    scene = arranged(*felt, direction=language)

    for role in ("ink", "person-1", "person-2"):
        reached = {point for path in lines_of(scene, role) for point in knots(path)}
        marks = dots_of(scene, "score-" if role == "ink" else role)
        assert reached <= {(mark.cx, mark.cy) for mark in marks}
    assert lines_of(scene, "person-1")


def test_each_of_a_few_lines_has_faces_those_of_a_person_in_their_color() -> None:
    scene = arranged(*["score: 1, by: {ana: -1, ben: 2}"] * 2, personas=2)
    marks = [item for group in groups(curve(scene).items) for item in group.items]
    faces = [item.fill for item in marks if isinstance(item, Circle) and item.radius == FACE]

    assert sorted(filter(None, faces)) == ["person-1"] * 2 + ["person-2"] * 2 + ["score-4"] * 2


BY_ALL = "by: {ana: 1, ben: 0, cleo: -2}"


@pytest.mark.parametrize(("people", "several"), [(1, False), (2, False), (3, True), (6, True)])
def test_three_personas_have_a_panel_each(people: int, *, several: bool) -> None:
    scores = ", ".join(f"{name.lower()}: 1" for name in NAMES[:people])
    scene = arranged(*[f"score: 0, by: {{{scores}}}"] * 3, personas=people)
    names = [label.text for label in labels(curve(scene).items) if label.fill.startswith("person-")]

    assert faults(scene) == []
    assert names == (list(NAMES[:people]) if several else [])


def test_behind_each_panel_is_the_curve_of_all_customers() -> None:
    scene = arranged(*[f"score: 0, {BY_ALL}"] * 3)

    assert len(lines_of(scene, "ink")) == 1
    assert len(lines_of(scene, "muted")) == 3


def test_where_nobody_scored_for_all_the_others_are_behind_each_panel() -> None:
    scene = arranged(*[BY_ALL] * 3)

    assert len(lines_of(scene, "muted")) == 3 * 2
    assert not lines_of(scene, "ink")


def test_a_persona_who_takes_no_part_in_a_band_has_no_panel_there() -> None:
    felt = [f"score: 0, {BY_ALL}"] * 2 + ["score: 1, by: {ana: 1, ben: 1}"] * 20
    bands = [group for group in groups(arranged(*felt).items) if (group.anchor or "").startswith("lane-emotion-curve")]
    names = [[label.text for label in labels(band.items) if label.fill.startswith("person-")] for band in bands]

    assert names == [["Ana", "Ben", "Cleo"], ["Ana", "Ben"]]


def test_a_person_has_one_color_in_avatar_name_and_line() -> None:
    scene = arranged(*[f"score: 0, {BY_ALL}"] * 3)

    for number, name in enumerate(NAMES[:3], start=1):
        panel = next(group for group in groups(scene.items) if group.anchor == f"persona-{name.lower()}")
        assert next(item for item in panel.items if isinstance(item, Circle)).stroke == f"person-{number}"
        assert lines_of(scene, f"person-{number}")
        assert [label.fill for label in labels(curve(scene).items) if label.text == name] == [f"person-{number}"]


def test_the_sixth_person_looks_different_from_the_first() -> None:
    felt = "score: 0, by: {ana: 1, flo: 1}"
    scene = arranged(felt, felt, personas=6)
    marks: list[Item] = [item for group in groups(curve(scene).items) for item in group.items]
    shapes = {type(item) for item in marks if getattr(item, "stroke", None) == "person-1"}

    assert len({path.dash for path in lines_of(scene, "person-1")}) == 2
    assert len(shapes) == 2
    assert [type(item) for item in curve(scene).items if isinstance(item, Label)]


STAGES = """\
stages:
  - {name: Plan, emotion: 1, touchpoints: [Searches, Compares, Asks]}
  - name: Book
    touchpoints: [{name: Chooses, emotion: 0}, Pays, {name: Gets it, emotion: 2}, Waits]
  - {name: Fly, emotion: -1}
"""


def gaps(spec: str) -> tuple[Scene, list[Path], list[Path]]:
    """Arrange a map; return its solid lines and those over gaps."""
    journey = pipeline.check(spec, name="any.journey.yaml").journey
    assert journey
    scene = arrange(compose(journey, analyze(journey)), TYPEFACE)
    lines = lines_of(scene, "ink")
    return scene, [line for line in lines if not line.dash], [line for line in lines if line.dash]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_line_is_thin_and_dashed_over_touchpoints_without_an_emotion(language: str) -> None:
    scene, solid, thin = gaps(f"title: A\nlanguage: {language}\n{STAGES}")
    points = [knots(line) for line in (*solid, *thin)]

    assert (len(solid), len(thin)) == (1, 2)
    assert [len(own) for own in points] == [2, 2, 2]
    assert len({point for own in points for point in own}) == len(points) + 1, "each begins where another one ends"
    assert all(line.stroke_width < solid[0].stroke_width for line in thin)
    assert faults(scene) == []


def test_gaps_stay_open_where_the_spec_says_so() -> None:
    scene, solid, thin = gaps(f"title: A\nemotion_curve: {{gaps: break}}\n{STAGES}")

    assert (len(solid), thin) == (1, [])
    assert "emotion not stated" not in {label.text for label in labels(scene.items)}


def test_the_legend_explains_a_line_over_a_gap() -> None:
    scene, _, _ = gaps(f"title: A\n{STAGES}")

    assert "emotion not stated" in {label.text for label in labels(scene.items)}


def test_the_emotion_of_a_stage_stands_in_the_middle_of_the_stage() -> None:
    scene, solid, _ = gaps(f"title: A\n{STAGES}")
    cards = {group.anchor: group.box for group in groups(scene.items) if group.anchor and group.box}
    first, last = cards["touchpoint-searches"], cards["touchpoint-asks"]

    assert knots(solid[0])[0][0] == pytest.approx((first.x + last.x + last.width) / 2)

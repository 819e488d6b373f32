"""What the signs of a poster refer to: the legend to what is drawn, numbers to names, light to faces."""

from mapgen.layout.scene import Circle, Group, Line, Path, Scene
from tests.layout.geometry import labels
from tests.layout.test_poster import EXAMPLES, chart_of, drawn, scene_of, texts


def aimed(count: int) -> str:
    """Write a journey of guesses with a target at each touchpoint."""
    steps = (f"{{name: Does thing {number}, emotion: {{score: 1, target: 2}}}}" for number in range(count))
    stage = f"{{name: All, touchpoints: [{', '.join(steps)}]}}"
    return f"title: Aims\nevidence: [{{id: counted, title: Counted}}]\nstages: [{stage}]\n"


def test_the_legend_explains_what_there_is_room_to_draw() -> None:
    few, many = scene_of(aimed(5)), scene_of(aimed(120))

    assert "target emotion" in texts(few)
    assert "target emotion" not in texts(many)
    assert "hypothesis: no evidence yet" in texts(many)
    assert [item.dash for item in drawn(many) if isinstance(item, Circle)] == [None]  # as on the curve


def test_more_touchpoints_than_a_curve_can_show_need_no_signs() -> None:
    assert not {"target emotion", "hypothesis: no evidence yet"} & {*texts(scene_of(aimed(300)))}


def test_light_ends_at_the_neutral_line_over_the_face_of_a_bad_moment() -> None:
    """Below, it would cover the area of the curve."""
    touchpoint = "{name: Waits, emotion: -1, moment_of_truth: trust}"
    scene = scene_of(f"title: Light\nstages: [{{name: All, touchpoints: [{touchpoint}]}}]\n")
    (neutral,) = (item.y1 for item in drawn(scene) if isinstance(item, Line) and item.stroke == "bar")
    (beam,) = (item for item in drawn(scene) if isinstance(item, Path) and item.fill == "spot")

    assert max(y for _, places in beam.segments for y in places[1::2]) == neutral


def test_named_touchpoints_have_a_number_at_the_curve_where_it_fits() -> None:
    (airline,) = (path for path in EXAMPLES if path.parent.name == "airline")
    scene = scene_of(airline.read_bytes())
    listed = [item.items[0] for item in drawn(scene) if isinstance(item, Group) and is_of(item, "touchpoint")]
    names = {label.text: label.fill for label in labels(tuple(listed))}
    numbers = [label for label in labels(scene.items) if label.text in names and label.anchor == "middle"]

    assert {"15", "24", "29", "45", "58", "67", "89", "101", "113"} == {label.text for label in numbers}
    assert len(set(names.values())) > 1  # in the list, each in the color of its stage


def is_of(item: Group, what: str) -> bool:
    """Return whether a group is of a kind of thing."""
    return (item.anchor or "").startswith(f"poster-{what}-")


def test_names_stand_below_their_stages_where_there_is_room() -> None:
    stages = ", ".join(
        f"{{name: Stage {stage}, touchpoints: [{', '.join(f'{{name: Does a thing {stage} {n}}}' for n in range(5))}]}}"
        for stage in range(4)
    )
    scene = scene_of(f"title: Names\nstages: [{stages}]\n")
    edges = [label.x for label in labels(scene.items) if label.text.startswith("Stage ")]
    columns = {
        min(label.x for label in labels(item.items))
        for item in drawn(scene)
        if isinstance(item, Group) and is_of(item, "touchpoint")
    }

    assert len(columns) == 4
    assert all(0 <= column - edge < 30 for column, edge in zip(sorted(columns), edges, strict=True))


def test_what_is_stated_of_a_stage_has_flags_and_stars_too() -> None:
    journey = """\
title: Mortgage
stages:
  - {name: Compare, emotion: {score: -2, feeling: lost}, thoughts: [Whom can I ask?]}
  - name: Apply
    moment_of_truth: trust
    quotes: [They asked three times.]
    touchpoints: [{name: Signs, emotion: 1}, {name: Sends, emotion: 0}]
"""
    scene = scene_of(journey)

    assert [voice.text for voice in chart_of(journey).voices] == ["“Whom can I ask?”", "“They asked three times.”"]
    assert {"Lost · lowest", "“They asked three times.”"} <= {*texts(scene)}
    assert [item.fill for item in stars(scene)] == ["star"]


def stars(scene: Scene) -> list[Path]:
    """Return the stars over the curve."""
    groups = (
        item for item in drawn(scene) if isinstance(item, Group) and (item.anchor or "").startswith("poster-emotion-")
    )
    return [item for group in groups for item in group.items if isinstance(item, Path) and item.fill == "star"]

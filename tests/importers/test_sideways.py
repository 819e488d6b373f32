"""A workshop table: stages side by side, a lane in each row."""

from mapgen.source.tree import Json
from tests.importers.test_rows import remarks, spec


def stages(table: str) -> list[Json]:
    found = spec(table)["stages"]
    assert isinstance(found, list)
    return found


def test_a_stage_over_several_columns_has_a_touchpoint_in_each() -> None:
    steps = "Phase,Buy,,Use\nSteps,Pays,Waits,Logs in\nChannel,App,Post,App\nMood,-1,-2,1\n"
    table = f'{steps}Pain points,,"Late\nLost",\nOwner,Sales,,IT\n'

    assert stages(table) == [
        {
            "name": "Buy",
            "touchpoints": [
                {"name": "Pays", "channel": "App", "emotion": -1, "owner": "Sales"},
                {"name": "Waits", "channel": "Post", "emotion": -2, "pain_points": ["Late", "Lost"]},
            ],
        },
        {"name": "Use", "touchpoints": [{"name": "Logs in", "channel": "App", "emotion": 1, "owner": "IT"}]},
    ]


def test_the_corner_can_be_empty_and_a_title_stand_above() -> None:
    table = "Shop,,\nPersona,Jo,\n,Buy,Use\nActivities,Pays,Logs in\nNeeds,Speed,Rest\n"
    data = spec(table)

    assert (data["title"], data["personas"]) == ("Shop", ["Jo"])
    assert data["stages"] == [
        {"name": "Buy", "touchpoints": [{"name": "Pays", "need": "Speed"}]},
        {"name": "Use", "touchpoints": [{"name": "Logs in", "need": "Rest"}]},
    ]


def test_several_touchpoints_in_a_cell_leave_the_facts_to_the_stage() -> None:
    steps = 'Stage,Buy,Use\nTouchpoints,"Pays\nWaits",Logs in\n'
    table = f"{steps}Goal,Done,Rest\nThoughts,Hm?,Nice\nEmotion,-2,1\nIdeas,Invoice,\n"

    assert stages(table) == [
        {
            "name": "Buy",
            "goal": "Done",
            "thoughts": ["Hm?"],
            "emotion": -2,
            "opportunities": ["Invoice"],
            "touchpoints": [{"name": "Pays"}, {"name": "Waits"}],
        },
        {
            "name": "Use",
            "goal": "Rest",
            "thoughts": ["Nice"],
            "touchpoints": [{"name": "Logs in", "emotion": 1}],
        },
    ]


def test_as_many_lines_as_touchpoints_are_one_for_each_and_that_is_told() -> None:
    table = 'Stage,Buy,Use\nSteps,"Pays\nWaits",Logs in\nChannel,"App\nPost",App\n'

    assert stages(table)[0] == {
        "name": "Buy",
        "touchpoints": [{"name": "Pays", "channel": "App"}, {"name": "Waits", "channel": "Post"}],
    }
    assert [one.code for one in remarks(table)] == ["import-guess"]


def test_touchpoints_that_come_up_again_are_channels_of_the_actions() -> None:
    table = "Stage,Buy,Use\nActions,Pays,Logs in\nTouchpoints,App,App\n"

    assert stages(table) == [
        {"name": "Buy", "touchpoints": [{"name": "Pays", "channel": "App"}]},
        {"name": "Use", "touchpoints": [{"name": "Logs in", "channel": "App"}]},
    ]


def test_a_row_without_a_label_goes_on_with_the_lane_above() -> None:
    table = "Stage,Buy,Use\nSteps,Pays,Logs in\nPain points,Slow,\n,Broken,Late\n"

    assert stages(table) == [
        {"name": "Buy", "touchpoints": [{"name": "Pays", "pain_points": ["Slow", "Broken"]}]},
        {"name": "Use", "touchpoints": [{"name": "Logs in", "pain_points": ["Late"]}]},
    ]


def test_other_lanes_become_custom_keys() -> None:
    table = "Stage,Buy,Use\nSteps,Pays,Logs in\nWeather,Rain,Sun\n"

    assert stages(table) == [
        {"name": "Buy", "touchpoints": [{"name": "Pays", "x-weather": "Rain"}]},
        {"name": "Use", "touchpoints": [{"name": "Logs in", "x-weather": "Sun"}]},
    ]


def test_stages_without_touchpoints_have_the_facts_themselves() -> None:
    table = "Stage,Buy,Use\nGoal,Done,Rest\nPain points,Slow,\nEmotion,-1,1\n"

    assert stages(table) == [
        {"name": "Buy", "goal": "Done", "emotion": -1, "pain_points": ["Slow"]},
        {"name": "Use", "goal": "Rest", "emotion": 1},
    ]


def test_emotions_are_on_one_scale() -> None:
    data = spec("Stage,Buy,Use\nSteps,Pays,Logs in\nEmotion,4,1\n")

    assert data["emotion_scale"] == {"min": 1, "max": 5}

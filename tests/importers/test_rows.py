"""A table with one row for each touchpoint, as people write it in many ways."""

import json
from collections.abc import Mapping

import pytest

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.importers import IMPORTERS
from mapgen.importers.finishing import finish
from mapgen.importers.importer import Imported, ImportFile, ImportOptions
from mapgen.pipeline import check
from mapgen.source.parser import parse
from mapgen.source.tree import Json


def imported(table: str, columns: Mapping[str, str] | None = None) -> Imported:
    return IMPORTERS["csv"].read(ImportFile("a.csv", table.encode()), ImportOptions(columns or {}))


def spec(table: str, columns: Mapping[str, str] | None = None) -> dict[str, Json]:
    """Return the data of the spec of a table, which is a valid one."""
    text, told = finish(imported(table, columns), "a.csv")
    assert told == ()
    assert [found for found in check(text, name="a").diagnostics if found.severity > 1] == []
    source, _ = parse(text, name="a")
    assert source is not None
    assert isinstance(source.data, dict)
    return source.data


def touchpoints(table: str) -> list[Json]:
    """Return the touchpoints of all stages, or the stages where none has any."""
    stages = spec(table)["stages"]
    assert isinstance(stages, list)
    found: list[Json] = []
    for stage in stages:
        held = stage.get("touchpoints", []) if isinstance(stage, dict) else []
        found += held if isinstance(held, list) else []
    return found


def remarks(table: str) -> list[Diagnostic]:
    return list(imported(table).remarks)


@pytest.mark.parametrize(
    "headers",
    [
        "Phase,Touchpoint,Channel,Emotion,Pain points,Opportunities,Owner",
        "Journey stage,Step,Channels,Mood,Frustrations,Ideas,Team",
        "Phase,Kontaktpunkt,Kanal,Stimmung,Schmerzpunkte,Chancen,Verantwortlich",
        "Fase,Contactmoment,Kanaal,Emotie,Pijnpunten,Kansen,Eigenaar",
        "Étape,Point de contact,Canal,Émotion,Irritants,Pistes d’amélioration,Responsable",
        "Etapa,Punto de contacto,Canal,Emoción,Puntos de dolor,Oportunidades,Responsable",
        "Etapa,Ponto de contato,Canal,Emoção,Dores,Oportunidades,Responsável",
        "PHASE ,Touch-Point:,Channel(s),Emotion [-2..2],Pain_Points,Opportunity,owner",
    ],
)
def test_columns_are_recognized_by_their_headers(headers: str) -> None:
    (touchpoint,) = touchpoints(f"{headers}\nBuy,Pays,App,-1,Card is declined,Invoice,Payments\n")

    assert touchpoint == {
        "name": "Pays",
        "channel": "App",
        "emotion": -1,
        "pain_points": ["Card is declined"],
        "opportunities": [{"text": "Invoice", "addresses": ["Card is declined"]}],
        "owner": "Payments",
    }


@pytest.mark.parametrize(
    ("headers", "language"),
    [
        ("Phase,Kontaktpunkt,Stimmung", "de"),
        ("Fase,Contactmoment,Emotie", "nl"),
        ("Étape,Point de contact,Irritants", "fr"),
        ("Fase,Punto de contacto,Emoción", "es"),
        ("Fase,Ponto de contato,Emoção", "pt"),
        ("Stage,Touchpoint,Emotion", None),
        ("Phase,Touchpoint,Emotion", None),
    ],
)
def test_the_language_of_the_headers_is_that_of_the_map(headers: str, language: str | None) -> None:
    assert spec(f"{headers}\nA,B,1\n").get("language") == language


def test_empty_cells_go_on_with_the_stage_or_the_touchpoint_above() -> None:
    table = "Stage,Touchpoint,Pain points\nBuy,Pays,Slow\n,,Broken\n,Waits,\nUse,,\n,Logs in,\n"

    assert spec(table)["stages"] == [
        {"name": "Buy", "touchpoints": [{"name": "Pays", "pain_points": ["Slow", "Broken"]}, {"name": "Waits"}]},
        {"name": "Use", "touchpoints": [{"name": "Logs in"}]},
    ]


def test_a_row_with_a_stage_alone_is_about_the_stage() -> None:
    table = "Stage,Touchpoint,Goal,Pain points\nBuy,,Done,Slow\nBuy,Pays,,Declined\n"

    assert spec(table)["stages"] == [
        {
            "name": "Buy",
            "goal": "Done",
            "pain_points": ["Slow"],
            "touchpoints": [{"name": "Pays", "pain_points": ["Declined"]}],
        }
    ]


def test_a_stage_that_comes_up_again_is_put_together_and_that_is_told() -> None:
    table = "Stage,Touchpoint,Note\nBuy,Pays,\nUse,Logs in,\nbuy,Pays again,\n"
    stages = spec(table)["stages"]

    assert isinstance(stages, list)
    assert len(stages) == 2
    assert [(one.code, one.span and one.span.line) for one in remarks(table)] == [("import-guess", 4)]


def test_without_a_column_of_stages_rows_with_a_name_alone_are_stages() -> None:
    table = "Step,Mood,Note\nBUY,,\nPays,1,\nWaits,2,\nUSE,,\nLogs in,-1,\n"
    stages = spec(table)["stages"]

    assert isinstance(stages, list)
    assert [stage["name"] for stage in stages if isinstance(stage, dict)] == ["BUY", "USE"]


def test_without_any_stage_there_is_one_and_that_is_told() -> None:
    table = "Touchpoint,Emotion\nPays,-1\nWaits,2\n"

    assert [one.code for one in remarks(table)] == ["import-guess"]
    assert json.dumps(spec(table)["stages"]).count('"Journey"') == 1


def test_what_stands_above_the_table_is_its_title_and_facts_of_the_journey() -> None:
    above = "Moving house,,\n,,\nPersona:,Jo (34),\nScenario,Moves within the city,\n"
    table = f"{above}Stage,Touchpoint,Emotion\nBuy,Pays,-1\n"
    data = spec(table)

    assert data["title"] == "Moving house"
    assert data["scenario"] == "Moves within the city"
    assert data["personas"] == [{"name": "Jo", "description": "34"}]


@pytest.mark.parametrize(
    ("cells", "scale", "scores"),
    [
        (["-2", "0", "2"], None, [-2, 0, 2]),
        (["−1", "+2", "0"], None, [-1, 2, 0]),
        (["1", "3", "5"], (1, 5), [1, 3, 5]),
        (["1,5", "4,0", "5"], (1, 5), [1.5, 4, 5]),
        (["3/5", "5/5", "1/5"], (1, 5), [3, 5, 1]),
        (["★★★☆☆", "★", "★★★★★"], (1, 5), [3, 1, 5]),
        (["10", "0", "7"], (0, 10), [10, 0, 7]),
        (["80 %", "20%", "100 %"], (0, 100), [80, 20, 100]),
        (["🙂", "😡", "😐"], None, [1, -2, 0]),
        (["😀", "🙁", "😊"], None, [2, -1, 1]),
        (["positive", "very negative", "neutral"], None, [1, -2, 0]),
        (["sehr gut", "schlecht", "neutral"], None, [2, -1, 0]),
        (["très bien", "mauvais", "moyen"], None, [2, -1, 0]),
        (["++", "-", "0"], None, [2, -1, 0]),
        ([":-)", ":(", ":|"], None, [1, -1, 0]),
        (["5", "😡", "neutral"], (1, 5), [5, 1, 3]),
    ],
)
def test_emotions_are_read_as_they_are_written_and_keep_their_scale(
    cells: list[str], scale: tuple[int, int] | None, scores: list[float]
) -> None:
    rows = "".join(f"A;T{number};{cell}\n" for number, cell in enumerate(cells))
    data = spec(f"Stage;Touchpoint;Emotion\n{rows}")

    assert data.get("emotion_scale") == (None if scale is None else {"min": scale[0], "max": scale[1]})
    assert [
        one["emotion"] for one in touchpoints(f"Stage;Touchpoint;Emotion\n{rows}") if isinstance(one, dict)
    ] == scores


@pytest.mark.parametrize(
    ("cell", "emotion"),
    [
        ("frustrated", {"score": -1, "feeling": "frustrated"}),
        ("😡 furious", {"score": -2, "feeling": "furious"}),
        ("-1 (annoyed)", {"score": -1, "feeling": "annoyed"}),
        ("2 - delighted", {"score": 2, "feeling": "delighted"}),
        ("neugierig", {"score": 1, "feeling": "neugierig"}),
        ("perplexed", {"feeling": "perplexed"}),
    ],
)
def test_a_feeling_is_kept_beside_the_score(cell: str, emotion: dict[str, Json]) -> None:
    (touchpoint,) = touchpoints(f"Stage,Touchpoint,Emotion (-2 to 2)\nA,B,{cell}\n")

    assert touchpoint == {"name": "B", "emotion": emotion}


def test_the_header_says_the_scale() -> None:
    assert spec("Stage,Touchpoint,Emotion (0-10)\nA,B,3\n")["emotion_scale"] == {"min": 0, "max": 10}


def test_a_score_beyond_the_scale_is_left_out_and_told_with_its_cell() -> None:
    table = "Stage,Touchpoint,Emotion (1 to 5)\nA,B,3\n,C,9\n"

    assert [(one.code, one.span and one.span.line) for one in remarks(table)] == [("import-dropped", 3)]
    assert touchpoints(table) == [{"name": "B", "emotion": 3}, {"name": "C"}]


@pytest.mark.parametrize(
    ("cell", "texts"),
    [
        ('"Slow\nBroken"', ["Slow", "Broken"]),
        ('"- Slow\n- Broken"', ["Slow", "Broken"]),
        ('"• Slow\n  and late\n• Broken"', ["Slow and late", "Broken"]),
        ('"1. Slow\n2. Broken"', ["Slow", "Broken"]),
        ("Slow; Broken", ["Slow", "Broken"]),
        ("• Slow • Broken", ["Slow", "Broken"]),
        ('"Slow, and broken"', ["Slow, and broken"]),
    ],
)
def test_a_cell_can_hold_several_texts(cell: str, texts: list[str]) -> None:
    assert touchpoints(f"Stage,Touchpoint,Problems\nA,B,{cell}\n") == [{"name": "B", "pain_points": texts}]


@pytest.mark.parametrize(
    ("severity", "word"),
    [
        ("High", "high"),
        ("kritisch", "critical"),
        ("M", "medium"),
        ("faible", "low"),
        ("alta", "high"),
        ("hoog", "high"),
    ],
)
def test_severities_are_words_in_several_languages(severity: str, word: str) -> None:
    table = f"Stage,Touchpoint,Pain points,Severity\nA,B,Slow,{severity}\n"

    assert touchpoints(table) == [{"name": "B", "pain_points": [{"text": "Slow", "severity": word}]}]


def test_as_many_severities_as_pain_points_are_one_for_each() -> None:
    table = 'Stage,Touchpoint,Pain points,Severity,Ideas,Impact\nA,B,"Slow\nBroken",low; high,"C\nD",5\n'

    assert touchpoints(table) == [
        {
            "name": "B",
            "pain_points": [{"text": "Slow", "severity": "low"}, {"text": "Broken", "severity": "high"}],
            "opportunities": [
                {"text": "C", "impact": 5, "addresses": ["Slow"]},
                {"text": "D", "impact": 5, "addresses": ["Broken"]},
            ],
        }
    ]


def test_an_opportunity_addresses_the_pain_point_beside_it_where_that_is_clear() -> None:
    table = "Stage,Touchpoint,Pain points,Opportunities\nA,B,Slow,C; D\n,E,One; two,F\n,G,Twice,H\n,I,twice!,J\n,K,,L\n"

    assert [one.get("opportunities") for one in touchpoints(table) if isinstance(one, dict)] == [
        [{"text": "C", "addresses": ["Slow"]}, {"text": "D", "addresses": ["Slow"]}],
        ["F"],
        ["H"],
        ["J"],
        ["L"],
    ]
    assert [(one.code, one.span and one.span.line) for one in remarks(table)] == [("import-guess", 2)]


def test_ten_thousand_rows_fit_into_a_spec() -> None:
    rows = "".join(f"S{row // 100},T{row},App,1,Hm {row}?,P{row},low,O{row},IT,N{row}\n" for row in range(10_000))

    assert spec(f"Stage,Touchpoint,Channel,Emotion,Thoughts,Pain points,Severity,Ideas,Owner,Notes\n{rows}")


@pytest.mark.parametrize("cells", ["Slow,awful", "Slow,low; high; low", ",high"])
def test_a_severity_that_cannot_be_placed_is_told(cells: str) -> None:
    table = f"Stage,Touchpoint,Pain points,Severity\nA,B,{cells}\n"

    assert [(one.code, one.span and one.span.line) for one in remarks(table)] == [("import-dropped", 2)]


@pytest.mark.parametrize(
    ("text", "duration"),
    [("3 Tage", "3 days"), ("30min", "30 minutes"), ("2-3 weeks", "2 to 3 weeks"), ("1 h", "1 hour"), ("PT5M", "PT5M")],
)
def test_durations_are_read_in_several_languages(text: str, duration: str) -> None:
    assert touchpoints(f"Stage,Touchpoint,Duration\nA,B,{text}\n") == [{"name": "B", "duration": duration}]


def test_other_columns_become_custom_keys_with_their_header_as_title() -> None:
    table = "Stage,Touchpoint,Weather,Minutes @ home,x-team-size\nA,B,Rain,7,4\n"
    data = spec(table)

    assert touchpoints(table) == [{"name": "B", "x-weather": "Rain", "x-minutes-home": "7", "x-team-size": "4"}]
    assert data["lanes"] == ["...", {"x-minutes-home": "Minutes @ home"}]


def test_several_channels_owners_and_personas_are_declared_once() -> None:
    table = 'Stage,Touchpoint,Channel,Owner,Persona\nA,B,"Web, App",Sales; IT,Jo\n,C,web,it,"Jo, Al"\n'
    data = spec(table)

    assert (data["channels"], data["owners"], data["personas"]) == (["Web", "App"], ["Sales", "IT"], ["Jo", "Al"])
    assert touchpoints(table) == [
        {
            "name": "B",
            "channel": "Web",
            "channels": ["App"],
            "personas": ["Jo"],
            "owner": "Sales",
            "contributors": ["IT"],
        },
        {"name": "C", "channel": "Web", "personas": ["Jo", "Al"], "owner": "IT"},
    ]


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("A,B,9", (2, 5, 6)),
        ('"A, a","B",9', (2, 12, 13)),
        ('"A\na","B ""b""","9 "', (3, 14, 18)),
    ],
)
def test_a_remark_has_the_place_of_the_cell(row: str, place: tuple[int, int, int]) -> None:
    (remark,) = remarks(f"Stage,Touchpoint,Emotion (1 to 5)\n{row}\nC,D,3\n")

    assert remark.span
    assert (remark.span.line, remark.span.column, remark.span.end_column) == place


def test_a_quote_that_is_never_closed_is_told_at_its_cell() -> None:
    (remark,) = remarks('Stage,Touchpoint,Note\nA,B,fine\nA,C,"He said ""no"" and left\nA,D,ok\n')

    assert (remark.code, remark.span and (remark.span.line, remark.span.column)) == ("import-doubt", (3, 5))


def test_a_header_that_says_more_gives_way_to_one_that_says_just_that() -> None:
    table = "Stage,Stage of sales,Touchpoint,Pain point type,Pain points\nA,Lead,B,Speed,Slow\n"

    assert spec(table)["stages"] == [
        {
            "name": "A",
            "touchpoints": [
                {"name": "B", "x-stage-of-sales": "Lead", "x-pain-point-type": "Speed", "pain_points": ["Slow"]}
            ],
        }
    ]


def test_a_dash_is_nothing_but_in_emotions() -> None:
    table = "#,Stage,Touchpoint,Channel,Thoughts,Emotion\n1,A,B,-,—,-\n2,,C,n/a,-,+\n"

    assert touchpoints(table) == [{"name": "B", "emotion": -1}, {"name": "C", "emotion": 1}]


def test_a_journey_of_one_persona_does_not_repeat_it() -> None:
    data = spec("Stage,Touchpoint,Persona\nA,B,Jo\n,C,Jo\n")

    assert data["personas"] == ["Jo"]
    assert data["stages"] == [{"name": "A", "touchpoints": [{"name": "B"}, {"name": "C"}]}]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_out(delimiter: str) -> None:
    rows = (["Stage", "Touchpoint", "Thoughts"], ["A", "B", "One, two; three"])
    table = "".join(delimiter.join(f'"{cell}"' for cell in row) + "\n" for row in rows)

    assert isinstance(spec(table)["stages"], list)


def test_the_line_that_names_the_delimiter_is_no_row() -> None:
    assert touchpoints("sep=;\nStage;Touchpoint;Emotion\nA;B;1\n") == [{"name": "B", "emotion": 1}]


def test_a_column_can_be_chosen_and_left_out() -> None:
    columns = {"Mood": "emotion", "Weather": "ignore", "Desk": "owner"}

    assert spec("Stage,Touchpoint,Mood,Weather,Desk\nA,B,-1,Rain,IT\n", columns)["stages"] == [
        {"name": "A", "touchpoints": [{"name": "B", "emotion": -1, "owner": "IT"}]}
    ]


@pytest.mark.parametrize(
    "table",
    [
        "," * 3_000_000,
        "Stage,Touchpoint\n" + "A,B\n" * 20_001,
        "Stage," * 1_001,
        'Stage,Touchpoint\nA,"' + "x" * 200_000,
    ],
)
def test_tables_that_are_no_journey_are_refused(table: str) -> None:
    found = imported(table)

    assert found.spec is None
    assert [one.code for one in found.remarks] == ["import-failed"]

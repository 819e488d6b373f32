"""Tasks of Mermaid journeys: what people write is read as they mean it, and what Mermaid loses is told."""

from typing import Any

import pytest

from tests.importers.mermaid.reading import read_tasks

OTHERS = ("Boil water: 4: Me", "Feed her: 3: Cat, Me", "Sit: 5: Me")
"""Tasks that show who is an actor."""

MEANT = [
    ("Make tea: 5: Me, Cat", "Make tea", 5, ["Me", "Cat"]),
    ("Make tea : 5 : Me", "Make tea", 5, ["Me"]),
    ("Make tea:5:Me", "Make tea", 5, ["Me"]),
    ("Make tea: 3.5: Me", "Make tea", 3.5, ["Me"]),
    ("Make tea: 3,5: Me", "Make tea", 3.5, ["Me"]),
    ("Make tea: 3/5: Me", "Make tea", 3, ["Me"]),
    ("Make tea: 5", "Make tea", 5, []),
    ("Make tea: 5: ", "Make tea", 5, []),
    ("Make tea: 2, Me", "Make tea", 2, ["Me"]),
    ("Make tea: 2 Me", "Make tea", 2, ["Me"]),
    ("Make tea -> 3: Me", "Make tea", 3, ["Me"]),
    ("Make tea => 3: Me, Cat", "Make tea", 3, ["Me", "Cat"]),
    ("Make tea: Me: 5", "Make tea", 5, ["Me"]),
    ("Me: 5: Make tea", "Make tea", 5, ["Me"]),
    ("Make tea: 5: Me: Cat", "Make tea", 5, ["Me", "Cat"]),
    ("Make tea: 5: Me; Cat", "Make tea", 5, ["Me", "Cat"]),
    ("Make tea: 5: Me;", "Make tea", 5, ["Me"]),
    ("Make tea: 5: Me, , Me", "Make tea", 5, ["Me"]),
    ("Make tea: 5: Me %% in a hurry", "Make tea", 5, ["Me"]),
    ("Make tea: : Me", "Make tea", None, ["Me"]),
    ("Make tea: Me", "Make tea", None, ["Me"]),
    ("Make tea", "Make tea", None, []),
    ("Read: the manual: 3: Me", "Read: the manual", 3, ["Me"]),
    ("Wake at 7:30: 2: Me", "Wake at 7:30", 2, ["Me"]),
    ("See https://a.example: 4: Me", "See https://a.example", 4, ["Me"]),
    ("Make tea; drink it: 5: Me", "Make tea; drink it", 5, ["Me"]),
    ("Buy #1: 4: Me", "Buy #1", 4, ["Me"]),
    ("#1 choice: 4: Me", "#1 choice", 4, ["Me"]),
    ("% of a cup: 4: Me", "% of a cup", 4, ["Me"]),
    ("Title of the tea: 4: Me", "Title of the tea", 4, ["Me"]),
    ("Section of a lemon: 4: Me", "Section of a lemon", 4, ["Me"]),
    ("Journey home: 4: Me", "Journey home", 4, ["Me"]),
    ("Tea #35;1#colon; hot#59; sweet: 4: Me", "Tea #1: hot; sweet", 4, ["Me"]),
    ("Tea &amp; milk: 4: Me", "Tea & milk", 4, ["Me"]),
    ("Make<br/>tea: 4: Me", "Make tea", 4, ["Me"]),
    ("Make tea => drink => wash up, code 1: 1: Me", "Make tea => drink => wash up, code 1", 1, ["Me"]),
    ("Make tea => Me => 3: 1: Me", "Make tea => Me => 3", 1, ["Me"]),
]


@pytest.mark.parametrize(("line", "name", "score", "actors"), MEANT)
def test_a_task_is_read_as_it_is_meant(line: str, name: str, score: object, actors: list[str]) -> None:
    assert read_tasks(line, *OTHERS).tasks[0] == (name, score, actors)


CANNOT_READ = "Mermaid cannot read this line, and shows no diagram"
TOLD = [
    (
        "Read: the manual: 3: Me",
        'read as "Read: the manual" with score 3 and actor Me; Mermaid shows "Read" without a score and actor 3',
    ),
    ("Make tea; drink it: 5: Me", f'read as "Make tea; drink it" with score 5 and actor Me; {CANNOT_READ}'),
    (
        "Title of the tea: 4: Me",
        'read as "Title of the tea" with score 4 and actor Me; Mermaid shows the title "of the tea: 4: Me"',
    ),
    ("% of a cup: 4: Me", 'read as "% of a cup" with score 4 and actor Me; Mermaid does not show this line'),
    (
        "Make tea: 5: Me #1",
        'read as "Make tea" with score 5 and actor Me #1; Mermaid shows "Make tea" with score 5 and actor Me',
    ),
    ("Make tea: 5: Me: Tom", 'Mermaid leaves out "Tom"'),
    (
        "Make tea: : Me",
        'read as "Make tea" without a score and actor Me; Mermaid shows "Make tea" with score 0 and actor Me',
    ),
    ("Make tea: 9: Me", 'Mermaid draws scores from 1 to 5, and "Make tea" has 9'),
]


@pytest.mark.parametrize(("line", "remark"), TOLD)
def test_what_mermaid_shows_instead_is_told_with_the_line(line: str, remark: str) -> None:
    assert (3, remark) in read_tasks(line).remarks


def test_nothing_is_told_of_what_mermaid_shows_as_it_is_meant() -> None:
    assert read_tasks("Make tea: 5: Me, Cat", "Sit : 3.5 : Me", "Wait: 1").remarks == []


@pytest.mark.parametrize("line", ["# Make tea: 5: Me", "#todo", "%% Make tea: 5: Me", "%todo"])
def test_a_comment_is_left_out_and_told(line: str) -> None:
    found = read_tasks(line, "Sit: 5: Me")

    assert found.tasks == [("Sit", 5, [])]
    assert [number for number, text in found.remarks if "is left out" in text] == [3]


def test_actors_that_stand_first_on_all_lines_are_actors() -> None:
    found = read_tasks("User: 5: Signs up", "Shop: 2: Sends a code", "User: 4: Types the code", "Shop: 3: Says hello")

    assert found.tasks[:2] == [("Signs up", 5, ["User"]), ("Sends a code", 2, ["Shop"])]


def test_tasks_of_one_name_stay_tasks() -> None:
    assert read_tasks("Push: 3: Me", "Push: 3: Me", "Push: 3: Me").tasks == [("Push", 3, [])] * 3


@pytest.mark.parametrize(
    ("scores", "scale"),
    [("1 5", (1, 5)), ("0 5", (0, 5)), ("3 6", (1, 10)), ("-2 2", (-2, 2)), ("-5 5", (-5, 5)), ("100", (0, 100))],
)
def test_the_scale_is_the_usual_one_that_holds_all_scores(scores: str, scale: tuple[int, int]) -> None:
    found = read_tasks(*(f"Make tea: {score}: Me" for score in scores.split()))

    assert tuple(found.spec["emotion_scale"].values()) == scale


@pytest.mark.parametrize(
    ("actors", "keys", "declared"),
    [
        ("personas", {"personas": ["Me", "Cat"]}, "personas"),
        ("owners", {"owner": "Me", "contributors": ["Cat"]}, "owners"),
        ("channels", {"channel": "Me", "channels": ["Cat"]}, "channels"),
    ],
)
def test_actors_are_what_the_author_wants_them_to_be(actors: str, keys: dict[str, Any], declared: str) -> None:
    from tests.importers.mermaid.reading import read

    spec = read("journey\nsection Day\nMake tea: 5: Me, Cat\nSit: 5: Cat", actors=actors).spec

    touchpoint = spec["stages"][0]["touchpoints"][0]
    assert {key: touchpoint[key] for key in keys} == keys
    assert spec[declared] == ["Me", "Cat"]

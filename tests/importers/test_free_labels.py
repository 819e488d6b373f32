"""Headers that are questions or half sentences, in the six languages, as people write them in Markdown tables."""

from typing import Any

import pytest

from mapgen.importers import IMPORTERS
from mapgen.importers.importer import Imported, ImportFile, ImportOptions
from mapgen.importers.tables.headers import languages, meaning

SIDEWAYS = {
    "en": ("What the customer does", "What they think", "How do they feel?", "What goes wrong?", "What could we do?"),
    "de": ("Was macht der Kunde?", "Was denkt er?", "Wie fühlt er sich?", "Wo hakt es?", "Was können wir tun?"),
    "fr": ("Ce que fait le client", "Ce qu'il pense", "Ce qu'il ressent", "Ce qui coince", "Nos idées"),
    "es": ("Qué hace", "Qué piensa", "Cómo se siente", "Qué le molesta", "Qué podemos mejorar"),
    "pt": ("O que o cliente faz", "O que pensa", "Como se sente", "O que incomoda", "O que podemos melhorar"),
    "nl": ("Wat doet de klant", "Wat denkt de klant", "Hoe voelt de klant zich", "Wat gaat fout", "Wat kunnen we doen"),
}


def read(page: str) -> Imported:
    return IMPORTERS["markdown"].read(ImportFile("a.md", page.encode()), ImportOptions())


def spec(page: str) -> Any:  # noqa: ANN401 - the data of a spec
    found = read(page).spec
    assert found
    return found


@pytest.mark.parametrize("code", SIDEWAYS)
def test_lanes_called_by_questions(code: str) -> None:
    does, thinks, feels, wrong, better = SIDEWAYS[code]
    found = spec(
        f"| | Search | Pay |\n|---|---|---|\n| {does} | Looks | Buys |\n| {thinks} | Hm | Oh |\n"
        f"| {feels} | 5 | 2 |\n| {wrong} | Noise | |\n| {better} | Quiet | |\n"
    )

    assert found["stages"] == [
        {
            "name": "Search",
            "touchpoints": [
                {
                    "name": "Looks",
                    "thought": "Hm",
                    "emotion": 5,
                    "pain_points": ["Noise"],
                    "opportunities": [{"text": "Quiet", "addresses": ["Noise"]}],
                }
            ],
        },
        {"name": "Pay", "touchpoints": [{"name": "Buys", "thought": "Oh", "emotion": 2}]},
    ]
    assert found["emotion_scale"] == {"min": 1, "max": 5}
    assert found["language"] == (None if code == "en" else code)


@pytest.mark.parametrize("header", ["Pain points", "Customer", "Le client", "Notes", "Where", "What"])
def test_short_headers_are_no_questions(header: str) -> None:
    found = meaning(header)

    assert found is None or found.exact


def test_a_question_says_less_than_the_very_word() -> None:
    assert meaning("Was denkt er?") == ("thoughts", False)
    assert languages(["Was denkt er?", "Wo hakt es?"]) == "de"


ROWS = "| Phase | The client… | Mood |\n|---|---|---|\n| A | looks | 1 |\n| | waits | 2 |\n| B | pays | 4 |\n"


def test_the_column_that_tells_rows_of_a_stage_apart_names_touchpoints() -> None:
    imported = read(ROWS)

    assert imported.spec
    assert next(one.message for one in imported.remarks) == (
        'no column is called touchpoint, so "The client…" was taken for one'
    )
    assert [[one["name"] for one in stage["touchpoints"]] for stage in spec(ROWS)["stages"]] == [
        ["looks", "waits"],
        ["pays"],
    ]


def test_a_table_with_a_row_for_each_stage_is_about_stages() -> None:
    found = spec("| Phase | Remark | Mood |\n|---|---|---|\n| A | looks | 1 |\n| B | pays | 4 |\n")

    assert [stage["x-remark"] for stage in found["stages"]] == ["looks", "pays"]

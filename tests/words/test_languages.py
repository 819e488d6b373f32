"""Each language has every word, with the same places for values, and no word is kept that nobody says."""

import ast
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

import pytest

from mapgen import resources
from mapgen.lanes.grid import Line
from mapgen.model.journey import (
    BuyingRole,
    EdgeKind,
    ExitKind,
    Level,
    Market,
    Mode,
    Number,
    Severity,
    State,
    Status,
    Turn,
)
from mapgen.words import Words
from mapgen.words.language import LANGUAGES, read
from mapgen.words.plurals import RELATION, form

PACKAGE = Path(__file__).parents[2] / "mapgen"
TEMPLATES = PACKAGE.parent / "templates"
FOLDER = PACKAGE / "words/languages"
COUNTED = {
    "pain-points-counted",
    "open-pain-points-counted",
    "unchanged-lanes",
    "equally-bad-many",
    "equally-good-many",
    "went-as-planned",
    "took-unknown",
}
UNITS = {"seconds", "minutes", "hours", "days", "weeks", "months", "years"}


def table(language: str) -> Mapping[str, str]:
    """Return the words of a language."""
    return read(language).words


ENGLISH = table("en")


def places(text: str) -> set[str]:
    """Return the names of the values in a text."""
    return set(re.findall(r"\{(\w+)\}", text))


def test_each_file_is_a_language_that_a_spec_can_choose() -> None:
    files = {path.stem for path in FOLDER.glob("*.json")}

    assert files == set(LANGUAGES), "name each language in LANGUAGES"


def test_the_schema_offers_each_language() -> None:
    examples = json.loads(resources.schema())["properties"]["language"]["examples"]

    assert set(LANGUAGES) <= {tag.partition("-")[0] for tag in examples}, "add each language to the examples"


def sections(language: str) -> list[tuple[str, list[str]]]:
    """Return the sections of a file with their keys, each as often as it is there."""
    text = (FOLDER / f"{language}.json").read_text(encoding="utf-8")
    ((_, parts),) = (pair for pair in json.loads(text, object_pairs_hook=list) if pair[0] == "words")
    return [(section, [key for key, _ in words]) for section, words in parts]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_every_word_once_in_the_same_place(language: str) -> None:
    assert sections(language) == sections("en")
    assert sum(len(keys) for _, keys in sections(language)) == len(table(language))
    assert all(text.strip() == text != "" for text in table(language).values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_word_takes_the_same_values(language: str) -> None:
    differing = {key for key, text in table(language).items() if places(text) != places(ENGLISH[key])}

    assert differing == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_is_counted_has_forms_one_for_each_rule_and_one_for_all_else(language: str) -> None:
    forms = {key: text.count("|") + 1 for key, text in table(language).items()}

    assert {key for key, count in forms.items() if count > 1} <= UNITS | COUNTED
    assert set(forms.values()) <= {1, len(read(language).plurals) + 1}


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_rules_are_of_the_form_that_is_read(language: str) -> None:
    relations = (part for rule in read(language).plurals for part in re.split(" and | or ", rule))

    assert all(re.fullmatch(RELATION, relation) for relation in relations)


@pytest.mark.parametrize(("n", "index"), [(1, 0), (2, 1), (22, 1), (12, 2), (5, 2), (0, 2), (1.5, 3)], ids=str)
def test_polish_plurals_could_be_written_down(n: Number, index: int) -> None:
    few = "v = 0 and i % 10 = 2..4 and i % 100 != 12..14"
    many = "v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14"

    assert form(("i = 1 and v = 0", few, many), n) == index


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
def test_a_translation_is_not_english(language: str) -> None:
    same = [key for key, text in table(language).items() if text == ENGLISH[key]]

    assert len(same) < len(ENGLISH) / 6


def said() -> Iterator[str]:
    """Yield the words that the code can ask for: texts, and the beginnings of those that are put together."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Constant(value=str(text)):
                    yield text
                case ast.Call(func=ast.Name(id="word"), args=[_, ast.Constant(value=str(family)), *_]):
                    yield f"{family}-"


def said_by_templates() -> Iterator[str]:
    """Yield the words that templates ask for."""
    for path in TEMPLATES.rglob("*.j2"):
        yield from re.findall(r"words\(\"([a-z-]+)\"", path.read_text(encoding="utf-8"))


def test_no_word_is_kept_that_nobody_says() -> None:
    asked = {*said(), *said_by_templates()}
    families = tuple(text for text in asked if re.fullmatch(r"[a-z]+(-[a-z]+)*-", text))
    unsaid = {key for key in ENGLISH if key not in asked and not key.startswith(families)}

    assert unsaid - UNITS == set()


def test_each_word_that_is_asked_for_is_there() -> None:
    asked = set(said_by_templates())
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id="words") | ast.Attribute(attr="words"), args=[ast.Constant(value=str(key)), *_]
                ):
                    asked.add(key)

    assert asked
    assert asked <= set(ENGLISH)


@pytest.mark.parametrize(
    ("family", "values"),
    [
        ("severity", get_args(Severity)),
        ("confidence", get_args(Level)),
        ("status", get_args(Status)),
        ("state", get_args(State)),
        ("market", get_args(Market)),
        ("role", get_args(BuyingRole)),
        ("turn", get_args(Turn)),
        ("exit", get_args(ExitKind)),
        ("edge", get_args(EdgeKind)),
        ("line-of", get_args(Line)),
        ("better", ("higher", "lower")),
    ],
)
def test_each_value_of_the_language_has_a_word(family: str, values: tuple[str, ...]) -> None:
    assert {f"{family}-{value}" for value in values} <= set(ENGLISH)
    assert {*get_args(Mode), *UNITS} <= set(ENGLISH)


def test_a_language_that_mapgen_does_not_speak_gets_english() -> None:
    assert Words("zxx")("pain-points") == Words("en")("pain-points")

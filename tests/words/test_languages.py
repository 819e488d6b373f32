"""Each language has every word, with the same places for values, and no word is kept that nobody says."""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from mapgen.lanes.grid import Line
from mapgen.model.journey import BuyingRole, EdgeKind, ExitKind, Level, Market, Mode, Severity, State, Status, Turn
from mapgen.words import LANGUAGES, Words

PACKAGE = Path(__file__).parents[2] / "mapgen"
TEMPLATES = PACKAGE.parent / "templates"
UNITS = {"seconds", "minutes", "hours", "days", "weeks", "months", "years"}


def table(language: str) -> dict[str, str]:
    """Return the words of a language."""
    words: dict[str, str] = importlib.import_module(f"mapgen.words.languages.{language}").WORDS
    return words


ENGLISH = table("en")


def places(text: str) -> set[str]:
    """Return the names of the values in a text."""
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_every_word(language: str) -> None:
    assert list(table(language)) == list(ENGLISH)
    assert all(text.strip() == text != "" for text in table(language).values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_word_takes_the_same_values(language: str) -> None:
    differing = {key for key, text in table(language).items() if places(text) != places(ENGLISH[key])}

    assert differing == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_lengths_of_time_have_forms(language: str) -> None:
    forms = {key: text.count("|") + 1 for key, text in table(language).items()}

    assert {key for key, count in forms.items() if count > 1} <= UNITS
    assert set(forms.values()) <= ({1, 5} if language == "ar" else {1, 2})


@pytest.mark.parametrize("language", set(LANGUAGES) - {"en"})
def test_a_translation_is_not_english(language: str) -> None:
    same = [key for key, text in table(language).items() if text == ENGLISH[key]]

    assert len(same) < len(ENGLISH) / 6


def said() -> Iterator[str]:
    """Yield the words that the code can ask for: texts, and the beginnings of those that are put together."""
    for path in PACKAGE.rglob("*.py"):
        if "languages" in path.parts:
            continue
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
    assert Words("sv")("pain-points") == Words("en")("pain-points")

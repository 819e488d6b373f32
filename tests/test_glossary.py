"""The glossary has every concept of the schema and every layer of the code, and names only classes that exist."""

import importlib
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reference import met

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
SCHEMA = json.loads((ROOT / "schemas/journey.schema.json").read_text(encoding="utf-8"))
SECTIONS = ("Terms", "Layers", "Classes")


def rows(section: str) -> list[list[str]]:
    """Return the cells of the table in a section, without the backticks around a name."""
    _, _, text = PAGE.partition(f"\n## {section}\n")
    table = re.findall(r"^\| (.+) \|$", text.partition("\n## ")[0], re.MULTILINE)
    return [[cell.strip("`") for cell in row.split(" | ")] for row in table[2:]]


def concepts() -> Iterator[str]:
    """Yield what the schema calls each kind of object, and the lane and the id, which are text."""
    definitions = SCHEMA["definitions"]
    yield from (definitions[name]["title"].lower() for name in (*met(SCHEMA, definitions), "lane", "id", "duration"))


def layers() -> Iterator[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = next(one for one in settings["tool"]["importlinter"]["contracts"] if one["type"] == "layers")
    yield from (name for layer in contract["layers"] for name in layer.split(" | "))


def test_every_concept_of_the_schema_has_an_entry() -> None:
    terms = {term for term, _ in rows("Terms")}

    assert [concept for concept in concepts() if concept not in terms] == []


def test_every_layer_has_an_entry() -> None:
    assert sorted(name for name, _ in rows("Layers")) == sorted(layers())


def test_every_class_exists() -> None:
    missing = [name for name, module, _ in rows("Classes") if not hasattr(importlib.import_module(module), name)]

    assert missing == []


@pytest.mark.parametrize("section", SECTIONS)
def test_entries_are_alphabetical_and_unique(section: str) -> None:
    names = [row[0] for row in rows(section)]

    assert names == sorted(set(names), key=str.casefold)


@pytest.mark.parametrize("section", SECTIONS)
def test_an_entry_is_one_sentence(section: str) -> None:
    texts = [row[-1] for row in rows(section)]

    assert [text for text in texts if not text.endswith(".") or ". " in text] == []

"""Quotes are searched in text files of the repository, which never get into an output."""

from pathlib import Path

import pytest

from tests.cli.cli_runner import Command

SPEC = """\
title: Morning coffee
evidence:
  - {id: ada, kind: interview, title: Interviews, sample: 6, sources: [%s]}
stages:
  - name: Order
    quotes:
      - {text: Nobody looked up., evidence: [ada]}
"""
TALK = "Hello.\nMy number is 4711.\nNobody looked up.\n"


@pytest.fixture
def spec(folder: Path) -> Path:
    (folder / "talks").mkdir()
    (folder / "talks/ada.txt").write_text(TALK, encoding="utf-8")
    maps = folder / "maps"
    maps.mkdir()
    path = maps / "coffee.journey.yaml"
    path.write_text(SPEC % "../talks/ada.txt, Binder 4", encoding="utf-8")
    return path


def test_a_quote_that_is_there_is_right_and_the_page_tells_where(mapgen: Command, spec: Path) -> None:
    told = mapgen("validate", str(spec), "--fail-on", "info")
    assert (told.code, "quote-not-found" in told.out + told.err) == (0, False)
    assert mapgen("build", str(spec), "--to", "html,md,svg,json", "--view", "poster,map").code == 0
    made = {path.name: path.read_text("utf-8") for path in spec.parent.iterdir() if path != spec}

    assert "../talks/ada.txt:3" in made["coffee.journey.html"]
    assert len(made) == 5
    assert not [name for name, text in made.items() if "4711" in text]


def test_a_quote_that_is_not_there_is_an_error(mapgen: Command, spec: Path) -> None:
    (spec.parents[1] / "talks/ada.txt").write_text(TALK.replace("Nobody", "\n\nSomebody"), encoding="utf-8")
    told = mapgen("validate", str(spec))

    assert told.code == 1
    assert 'error[quote-not-found]: the quote "Nobody looked up." is not in "../talks/ada.txt"' in told.err + told.out
    assert "4711" not in told.err + told.out
    assert mapgen("build", str(spec)).code == 0


def test_other_capital_letters_are_hinted_at_with_their_line(mapgen: Command, spec: Path) -> None:
    (spec.parents[1] / "talks/ada.txt").write_text("And\nnobody looked up.", encoding="utf-8")
    told = mapgen("validate", str(spec))

    assert "../talks/ada.txt:2 has it with other capital letters" in told.err + told.out


def unusable(mapgen: Command, spec: Path, source: str) -> str:
    spec.write_text(SPEC % f'"{source}"', encoding="utf-8")
    told = mapgen("validate", str(spec))
    text = told.err + told.out

    assert told.code == 0
    assert "warning[unusable-source]: quotes cannot be searched in" in text
    assert "quote-not-found" not in text
    return text.partition("unusable-source")[2].partition("\n")[0]


def test_nothing_outside_the_repository_is_read(
    mapgen: Command, spec: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "ada.txt").write_text(TALK, encoding="utf-8")
    (spec.parent / "linked.txt").symlink_to(outside / "ada.txt")
    (spec.parent / "linked").symlink_to(outside)
    deep = "../" * 30 + str(outside / "ada.txt").lstrip("/")

    for source in (str(outside / "ada.txt"), deep, "linked.txt", "linked/ada.txt"):
        assert unusable(mapgen, spec, source).endswith("it is outside the repository")


def test_a_link_to_a_file_of_another_kind_is_not_followed(mapgen: Command, spec: Path) -> None:
    (spec.parent / "secrets.env").write_text(TALK, encoding="utf-8")
    (spec.parent / "linked.txt").symlink_to("secrets.env")

    assert unusable(mapgen, spec, "linked.txt").endswith("it is a link to a file of another kind")


def test_what_is_no_text_in_utf_8_is_not_searched(mapgen: Command, spec: Path) -> None:
    (spec.parent / "a.txt").write_bytes(TALK.encode("utf-16"))
    (spec.parent / "b.txt").write_bytes(b"a" * 2_000_001)
    (spec.parent / "c.txt").mkdir()

    assert unusable(mapgen, spec, "a.txt").endswith("it is not UTF-8 text")
    assert unusable(mapgen, spec, "b.txt").endswith("it is larger than 2 MB")
    assert "folder" in unusable(mapgen, spec, "c.txt")
    assert unusable(mapgen, spec, "none.txt").endswith("no such file")


def test_the_files_of_one_spec_are_limited(mapgen: Command, spec: Path) -> None:
    for number in range(101):
        (spec.parent / f"{number}.txt").write_text("a", encoding="utf-8")
    names = ", ".join(f"{number}.txt" for number in range(101))
    spec.write_text(SPEC % names, encoding="utf-8")
    told = mapgen("validate", str(spec))

    assert "more than 100 text files are named" in told.err + told.out


def test_sources_of_a_library_start_in_its_folder(mapgen: Command, spec: Path) -> None:
    library = spec.parents[1] / "shared.library.yaml"
    library.write_text(
        "evidence: [{id: ada, title: Interviews, sample: 6, sources: [talks/ada.txt]}]\n", encoding="utf-8"
    )
    spec.write_text(
        "title: Morning coffee\nuses: [../shared.library.yaml]\nstages:\n"
        "  - {name: Order, quotes: [{text: Nobody looked up., evidence: [ada]}, {text: Oh!, evidence: [ada]}]}\n",
        encoding="utf-8",
    )
    told = mapgen("validate", str(spec))

    assert 'the quote "Oh!" is not in "talks/ada.txt"' in told.err + told.out
    assert (told.err + told.out).count("quote-not-found") == 1

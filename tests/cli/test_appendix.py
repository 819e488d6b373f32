"""`--appendix`: the PDF of the poster goes on with the map and all tables."""

import io
from pathlib import Path
from typing import Any

import pytest

from tests.cli.cli_runner import Command

pypdf = pytest.importorskip("pypdf", reason="pypdf reads the PDF; it is in the dev group")
pytest.importorskip("typst", reason='PDF is written by typst: pip install "mapgen[pdf]"')

SPEC = """
title: Morning coffee
owners: [{id: bar, name: Bar team, contact: bar@example.com}]
stages:
  - name: Order
    touchpoints: [{name: Asks for a flat white, emotion: 1, owner: bar, pain_points: [The queue is long]}, Pays]
"""
A4 = (842, 595)


@pytest.fixture(autouse=True)
def _spec(folder: Path) -> None:
    (folder / "coffee.journey.yaml").write_text(SPEC, encoding="utf-8")


def pages(path: Path) -> list[Any]:
    return list(pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages)


def sizes(path: Path) -> set[tuple[int, int]]:
    return {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages(path)}


def test_it_begins_with_the_poster_and_goes_on_with_map_and_tables(mapgen: Command, folder: Path) -> None:
    assert mapgen("build", "coffee.journey.yaml", "--to", "pdf", "--appendix", "--paper", "a3").code == 0
    poster, map_, tables = (page.extract_text() for page in pages(folder / "coffee.journey.pdf"))

    assert "Morning coffee" in poster
    assert "Pain points" in map_
    assert "2 / 3" in map_
    assert tables.startswith("Tables")
    assert "bar@example.com" in tables
    assert sizes(folder / "coffee.journey.pdf") == {(1191, 842)}


def test_it_is_on_a4_unless_another_paper_is_chosen(mapgen: Command, folder: Path) -> None:
    assert mapgen("build", "-o", "coffee.pdf", "coffee.journey.yaml", "--appendix", "--width", "900").code == 0

    assert sizes(folder / "coffee.pdf") == {A4}


def test_on_the_page_of_slides_a_picture_has_pixels(mapgen: Command, folder: Path) -> None:
    typed = ("coffee.journey.yaml", "--appendix", "--to", "svg,pdf", "--paper", "slide", "--view", "poster,slide")
    assert mapgen("build", *typed).code == 0

    for name in ("coffee.journey", "coffee.journey.slide"):
        assert 'width="1920" height="1080"' in (folder / f"{name}.svg").read_text("utf-8")
        assert sizes(folder / f"{name}.pdf") == {(960, 540)}
    assert len(pages(folder / "coffee.journey.slide.pdf")) == 1


def test_other_files_are_the_same_with_it(mapgen: Command, folder: Path) -> None:
    mapgen("build", "coffee.journey.yaml", "--to", "svg,html,md", "-o", "without")
    mapgen("build", "coffee.journey.yaml", "--to", "svg,html,md,pdf", "-o", "with", "--appendix")

    for suffix in ("svg", "html"):
        first, second = (folder / name / f"coffee.journey.{suffix}" for name in ("without", "with"))
        assert first.read_bytes() == second.read_bytes()


def test_its_map_has_the_lanes_that_are_chosen(mapgen: Command, folder: Path) -> None:
    options = ("--to", "pdf", "--lanes", "touchpoints", "--view", "poster", "--appendix")
    assert mapgen("build", "coffee.journey.yaml", *options).code == 0
    _, map_, _ = (page.extract_text() for page in pages(folder / "coffee.journey.pdf"))

    assert "Pays" in map_
    assert "Pain points" not in map_


def test_it_can_be_set_in_settings_and_left_out(mapgen: Command, folder: Path) -> None:
    (folder / "mapgen.toml").write_text('appendix = true\nformats = ["svg", "pdf"]\n', encoding="utf-8")

    assert mapgen("build", "coffee.journey.yaml").code == 0
    assert len(pages(folder / "coffee.journey.pdf")) == 3
    assert mapgen("build", "coffee.journey.yaml", "--check").code == 0
    assert mapgen("build", "coffee.journey.yaml", "--without-appendix").code == 0
    assert len(pages(folder / "coffee.journey.pdf")) == 1
    assert mapgen("build", "coffee.journey.yaml", "--to", "svg", "--view", "map").code == 0


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("--to", "svg,png"), "hint: use --to svg,png,pdf\n"),
        ((), "hint: use --to svg,html,md,pdf\n"),
        (("-o", "coffee.svg"), "hint: use -o coffee.pdf\n"),
        (("-o", "-", "--to", "svg"), "hint: use --to pdf\n"),
        (("--to", "pdf", "--view", "map,flow"), "hint: use --view poster,map,flow\n"),
        (("--to", "pdf", "--lanes", "touchpoints"), "hint: use --view poster,map\n"),
        (("-o", "coffee.pdf", "--view", "map"), "hint: use --view poster\n"),
    ],
)
def test_it_is_refused_where_it_would_be_in_no_file(
    mapgen: Command, folder: Path, typed: tuple[str, ...], said: str
) -> None:
    ended = mapgen("build", "coffee.journey.yaml", "--appendix", *typed)

    assert ended.code == 2
    assert "--appendix is for " in ended.err
    assert said in ended.err
    assert [path.name for path in folder.iterdir() if path.is_file()] == ["coffee.journey.yaml"]

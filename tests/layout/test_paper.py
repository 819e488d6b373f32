"""A map on paper: readable, on whole sheets, with nothing cut by their edges."""

from pathlib import Path

import pytest

from mapgen.analysis import analyze
from mapgen.composition import compose
from mapgen.layout.arrangement import arrange
from mapgen.layout.dimensions import SIZES
from mapgen.layout.paper import PAPERS, scales, sheet
from mapgen.layout.scene import Group, Scene
from mapgen.layout.typeface import Typeface
from mapgen.pipeline import check
from mapgen.resources import font
from tests.layout.geometry import faults

ROOT = Path(__file__).parents[2]
TYPEFACE = Typeface(font())


def on_paper(spec: str, paper: str) -> Scene:
    journey = check((ROOT / spec).read_bytes(), name=spec).journey
    assert journey
    return arrange(compose(journey, analyze(journey)), TYPEFACE, paper=paper)


@pytest.mark.parametrize("paper", PAPERS)
def test_no_text_is_cut_or_too_small_to_read(paper: str) -> None:
    assert faults(on_paper("tests/cases/everything/journey.yaml", paper)) == []


@pytest.mark.parametrize("paper", ["a4", "a4-portrait", "a3"])
def test_a_large_map_goes_on_several_sheets_with_nothing_cut(paper: str) -> None:
    assert faults(on_paper("examples/ski-shop/ski-shop.journey.yaml", paper)) == []


@pytest.mark.parametrize("paper", ["a4", "a3-portrait", "a0", "slide"])
def test_the_sheets_have_the_shape_of_the_paper(paper: str) -> None:
    scene = on_paper("examples/music-subscription/music-subscription.journey.yaml", paper)
    size = sheet(paper)

    assert scene.sheet
    assert (scene.sheet.width, scene.sheet.height) == (size.width, size.height)
    assert scene.height / scene.sheet.sheets / scene.width == pytest.approx(size.height / size.width)


def test_a_map_that_fits_on_one_sheet_is_set_as_large_as_it_fits() -> None:
    small = on_paper("tests/cases/smallest/journey.yaml", "a4")
    same_on_more = on_paper("tests/cases/smallest/journey.yaml", "a2")

    assert small.sheet
    assert small.sheet.sheets == 1
    assert same_on_more.sheet
    assert same_on_more.sheet.width / same_on_more.width > small.sheet.width / small.width


def test_a_long_map_goes_on_under_its_stages_on_the_next_sheet() -> None:
    scene = on_paper("examples/music-subscription/music-subscription.journey.yaml", "a4")
    stages = [
        item for group in scene.items if isinstance(group, Group) for item in group.items if group.zone == "stages"
    ]
    starts = [item.box.y for item in stages if isinstance(item, Group) and item.name == "Awareness" and item.box]

    assert scene.sheet
    assert scene.sheet.sheets > 1
    assert len({int(y // (scene.height / scene.sheet.sheets)) for y in starts}) == len(starts) > 1


def test_scales_go_from_large_to_the_smallest_that_can_be_read() -> None:
    found = list(scales(1189))

    assert found == sorted(found, reverse=True)
    assert found[-1] * min(SIZES) * 72 / 25.4 == pytest.approx(8)
    assert 1189 / found[0] >= 1000


def test_a_slide_is_landscape_only() -> None:
    assert [paper for paper in PAPERS if "slide" in paper] == ["slide"]
    assert sheet("slide").width / sheet("slide").height == pytest.approx(16 / 9)
    assert [sheet("slide").is_slide, sheet("a4").is_slide] == [True, False]


def test_papers_lie_unless_they_are_told_to_stand() -> None:
    assert sheet("a3") == sheet("a3-landscape") == (420, 297, 1)
    assert sheet("letter-portrait") == (215.9, 279.4, 1)

"""The presentation: what a reader finds on its slides, and that its bytes are always the same."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from mapgen.model.journey import Journey
from mapgen.pipeline import DrawRequest, check, draw
from mapgen.render.stamp import is_made_by_mapgen
from tests.properties.hostile import journey

pptx: Any = pytest.importorskip("pptx")
SPEC = """
title: Coffee
stages:
  - name: Order
    goal: A quick coffee
    touchpoints:
      - {name: Waits, emotion: -2, thought: Why so long?, pain_points: [{id: slow, text: It is slow, severity: high}]}
      - {name: Pays, emotion: 1, needs: [To pay by card], opportunities: [{text: A second till, addresses: [slow]}]}
  - Drink
"""
HOSTILE = ('<a:t>x</a:t> & "y" ]]>', "العربية", "👩‍👩‍👧", "one\ntwo", "=1+1", "##vso[a]", "\N{RIGHT-TO-LEFT OVERRIDE}x")


def built(text: str) -> Journey:
    found = check(text, name="a.journey.yaml").journey
    assert found
    return found


def made(found: Journey) -> bytes:
    return draw(DrawRequest(found, "a", ("pptx",)))[".pptx"]


def slides(data: bytes) -> list[Any]:
    return list(pptx.Presentation(io.BytesIO(data)).slides)


def texts(slide: Any) -> list[str]:  # noqa: ANN401 - a slide of python-pptx
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text]


@pytest.fixture(scope="module")
def presentation() -> bytes:
    return made(built(SPEC))


def test_the_finding_comes_first_then_the_poster_and_each_stage(presentation: bytes) -> None:
    finding, poster, order, drink = slides(presentation)

    assert "It feels worst at “Waits”." in " ".join(texts(finding))
    assert "Coffee" in texts(poster)
    assert texts(order) == ["Order", "A quick coffee"]
    assert texts(drink) == ["Drink"]


def test_a_stage_is_a_table_and_its_notes_have_the_details(presentation: bytes) -> None:
    order = slides(presentation)[2]
    (table,) = [shape.table for shape in order.shapes if shape.has_table]

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Touchpoint", "Emotion", "Thoughts", "Pain points", "Opportunities"],
        ["1 Waits", "\N{MINUS SIGN}2", "“Why so long?”", "It is slow (High)", ""],
        ["2 Pays", "+1", "", "", "A second till"],
    ]
    assert "Needs: To pay by card" in order.notes_slide.notes_text_frame.text


def test_a_stage_with_many_touchpoints_goes_on() -> None:
    found = slides(made(built("title: T\nstages: [{name: A, touchpoints: [B, C, D, E, F, G, H, I]}]")))

    assert [texts(slide)[0] for slide in found[2:]] == ["A (1/2)", "A (2/2)"]


def test_shapes_are_native_and_have_numbers_of_their_own(presentation: bytes) -> None:
    for slide in slides(presentation):
        ids = [shape.shape_id for shape in slide.shapes]

        assert len(ids) == len(set(ids))
        assert not [shape for shape in slide.shapes if shape.shape_type == pptx.enum.shapes.MSO_SHAPE_TYPE.PICTURE]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    data = made(journey(text))

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))
    shown = " ".join(" ".join(texts(slide)) for slide in slides(data))
    assert text.split(maxsplit=1)[0] in shown


def test_a_long_text_fits_a_cell() -> None:
    long = "x" * 5_000
    found = slides(made(built(f"title: T\nstages: [{{name: A, touchpoints: [{{name: B, thought: {long}}}]}}]")))
    (table,) = [shape.table for shape in found[2].shapes if shape.has_table]

    assert len(table.cell(1, 2).text) == 120
    assert long in found[2].notes_slide.notes_text_frame.text


def test_a_journey_from_right_to_left_has_its_texts_at_the_right() -> None:
    (table,) = [shape for shape in slides(made(built(f"language: he\n{SPEC.strip()}")))[2].shapes if shape.has_table]

    assert table.table._tbl.tblPr.get("rtl") == "1"  # noqa: SLF001 - python-pptx has no other way
    assert table.table.cell(1, 0).text_frame.paragraphs[0].alignment == pptx.enum.text.PP_ALIGN.RIGHT


def test_the_same_spec_gives_the_same_bytes_which_say_who_made_them(presentation: bytes) -> None:
    assert presentation == made(built(SPEC))
    assert is_made_by_mapgen(presentation)


def test_a_presentation_that_another_program_saved_is_not_ours(presentation: bytes) -> None:
    saved = io.BytesIO()
    pptx.Presentation(io.BytesIO(presentation)).save(saved)

    assert not is_made_by_mapgen(saved.getvalue())


def test_photos_are_pictures_with_their_texts() -> None:
    from base64 import b64encode

    from tests.files.images import png

    image = f"data:image/png;base64,{b64encode(png()).decode()}"
    text = SPEC.replace("stages:", "personas: [{name: Ann, photo: ann.png}]\nstages:", 1)
    data = draw(DrawRequest(built(text), "a", ("pptx",), pictures={"ann.png": image}))[".pptx"]

    pictures = [
        shape for shape in slides(data)[1].shapes if shape.shape_type == pptx.enum.shapes.MSO_SHAPE_TYPE.PICTURE
    ]
    assert len(pictures) == 1
    assert Path(pictures[0].image.filename or "x").suffix in {"", ".png"}

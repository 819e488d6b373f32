"""The fonts for Latin that come with mapgen: they measure and draw what HarfBuzz makes of Inter."""

import random
import subprocess
import sys
from itertools import chain, pairwise
from pathlib import Path

import pytest
import uharfbuzz as hb

from assets import fonts
from mapgen import resources
from mapgen.layout import sfnt
from mapgen.layout.latin import LatinFont
from mapgen.layout.scene import Weight
from mapgen.layout.shaper import OFF, Shaper
from mapgen.layout.typeface import WEIGHTS, Typeface

ROOT = Path(__file__).parents[2]
FACE = hb.Face(hb.Blob(resources.font()))
LATIN = {weight: LatinFont(resources.latin_font(weight)) for weight in WEIGHTS}
CHARACTERS = sorted(LATIN[400].characters)
TEXTS = ("Zoë’s “AV” kerning, Tö. 1,234–5 % → Ťažký Łódź", "WAVE To. P, f) 7.4/11", "Đường về nhà", "©®™ ✓ ★ ▲")


def shaped(data: bytes, text: str) -> int:
    """Return the advance of a text in a font by HarfBuzz."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(hb.Face(hb.Blob(data))), buffer, OFF)
    return sum(place.x_advance for place in buffer.glyph_positions)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_any_latin_text_is_as_wide_as_harfbuzz_measures_it(weight: Weight) -> None:
    dice, latin, shaper = random.Random(weight), LATIN[weight], Shaper()  # noqa: S311 - the same each time
    texts = ["".join(dice.choices(CHARACTERS, k=dice.randint(1, 12))) for _ in range(8_000)]

    differing = [text for text in texts if latin.width(text) != round(shaper.width(text, weight) * latin.em)]
    assert differing == []


@pytest.mark.parametrize("weight", WEIGHTS)
def test_what_is_shipped_is_what_the_font_gives(weight: Weight) -> None:
    parts = sfnt.tables(resources.latin_font(weight))

    assert [chr(code) for code in fonts.wanted() if code in set(FACE.unicodes)] == CHARACTERS
    assert sfnt.characters(parts[b"cmap"]) == CHARACTERS
    assert sfnt.kerning(parts[b"GPOS"]) == fonts.kerning(FACE, CHARACTERS, weight)
    assert resources.font_characters() == fonts.ranges(FACE)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_outlines_are_those_of_the_font_up_to_rounding(weight: Weight) -> None:
    made = sfnt.glyphs(sfnt.tables(fonts.latin(FACE, weight)))
    kept = sfnt.glyphs(sfnt.tables(resources.latin_font(weight)))

    for one, other in zip(kept, made, strict=True):
        pairs = zip(chain.from_iterable(sfnt.points(one)), chain.from_iterable(sfnt.points(other)), strict=True)
        for (x, y, touches), (x2, y2, touches2) in pairs:
            assert (abs(x - x2) <= 1, abs(y - y2) <= 1, touches) == (True, True, touches2)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_a_drawn_text_is_what_harfbuzz_draws_of_the_same_font(weight: Weight) -> None:
    pen_of = Shaper(resources.latin_font(weight))

    for text in (*CHARACTERS, *TEXTS):
        assert pen_of.outline(text, weight) == (LATIN[weight].em, LATIN[weight].outline(text))


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize("text", [*TEXTS, "A", " ", "".join(CHARACTERS)], ids=ascii)
def test_the_part_of_a_font_sets_a_text_as_it_was_measured(text: str, weight: Weight) -> None:
    part = LATIN[weight].subset(text)

    assert sorted(map(chr, hb.Face(hb.Blob(part)).unicodes)) == sorted(set(text))
    assert shaped(part, text) == LATIN[weight].width(text)
    for pair in map("".join, pairwise(text)):
        assert shaped(part, pair) == LATIN[weight].width(pair)


def test_the_part_of_a_font_is_smaller_than_what_harfbuzz_cuts() -> None:
    text = "The quick brown fox jumps over the lazy dog, 0123456789 – “quoted”"

    assert len(LATIN[400].subset(text)) < len(Shaper().subset(text, 400))


def test_other_scripts_are_measured_by_the_font_itself() -> None:
    typeface, shaper = Typeface(), Shaper()

    for text in ("Заказ", "Ψυχή", "e\u0301", "Кофе to go"):
        assert typeface.width(text, 1) == sum(shaper.width(word, 400) for word in text.replace(" ", " \0").split("\0"))
    assert typeface.covers("Кофе, Ψυχή")
    assert not typeface.covers("漢")


SPEC = """\
title: {}
stages: [{{name: Über, volume: 9, touchpoints: [{{name: Kauft, emotion: 1, exits: [{{kind: convert}}]}}]}}]
"""
ALONE = """\
import sys
for name in ("uharfbuzz", "fontpkg_inter"):
    sys.modules[name] = None
from mapgen.cli.group import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize("title", ["Café “to go” → 3 €", "コーヒー for Zoë"])
def test_a_latin_map_needs_neither_the_font_package_nor_the_shaper(title: str, tmp_path: Path) -> None:
    (tmp_path / "a.journey.yaml").write_text(SPEC.format(title), encoding="utf-8")
    formats = "svg,html,md,json" + (",png,pdf" if title.startswith("C") and has_engines() else "")
    arguments = ["build", "a.journey.yaml", "--quiet", "--to", formats, "-o"]
    for command in (["-c", ALONE, *arguments, "without"], ["-m", "mapgen", *arguments, "with"]):
        ended = subprocess.run(
            [sys.executable, *command], cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, capture_output=True, check=False
        )
        assert (ended.returncode, ended.stderr) == (0, b"")

    files = sorted(path.name for path in (tmp_path / "with").iterdir())
    assert "a.journey.svg" in files
    for name in files:
        assert (tmp_path / "without" / name).read_bytes() == (tmp_path / "with" / name).read_bytes()


def has_engines() -> bool:
    from mapgen.render import FORMATS

    return all(engine.is_there for engine in (FORMATS["png"].engine, FORMATS["pdf"].engine) if engine)


@pytest.mark.parametrize(("views", "picture"), [(("--view", "map"), "b.journey.map.svg"), ((), "b.journey.svg")])
def test_another_script_without_the_shaper_is_an_error_with_a_hint_and_the_other_specs_are_built(
    tmp_path: Path, views: tuple[str, ...], picture: str
) -> None:
    (tmp_path / "a.journey.yaml").write_text(SPEC.format("Кофе"), encoding="utf-8")
    (tmp_path / "b.journey.yaml").write_text(SPEC.format("Coffee"), encoding="utf-8")
    command = [sys.executable, "-c", ALONE, "build", ".", "--to", "svg", *views, "--quiet"]
    ended = subprocess.run(command, cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, capture_output=True, check=False)

    assert ended.returncode == 1
    assert b'error[cannot-draw]: a.journey.yaml: the map has the text "\xd0\x9a' in ended.stderr
    assert b"needs the package uharfbuzz" in ended.stderr
    assert b"pip install uharfbuzz fontpkg-inter" in ended.stderr
    assert b"warning" not in ended.stderr
    assert (tmp_path / picture).is_file()

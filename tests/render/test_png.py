"""PNG: the picture of the SVG in pixels."""

import struct
import sys
import zlib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from mapgen.model.journey import Journey
from mapgen.pipeline import DrawRequest, draw
from mapgen.render.formats.png import PIXELS
from mapgen.render.optional_engine import EngineError
from mapgen.render.options import Options
from mapgen.render.theme_file import theme

SPEC = """
title: {title}
stages:
  - name: {stage}
    goal: {goal}
    touchpoints:
      - {{name: {name}, emotion: -2, thought: {goal}}}
      - {{name: Pays, emotion: 2}}
"""

HOSTILE = (
    "</text><script>alert(1)</script>",
    '#panic("x") $x$ `y` \\\\ @z <l> *b* _i_ // c',
    "  two  spaces  ",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u05e9\u05dc\u05d5\u05dd x \U0001f1eb\U0001f1f7 \U0001f44d\U0001f3fd",
    "\u0645\u0631\u062d\u0628\u0627 API \u202e2.0\u202c \u2067x",
    "Zo\u00eb \u65e5\u672c\u8a9e \u092e\u0930\u092e\u094d\u092e\u0924 \u0e17\u0e33\u0e44\u0e21 \uc548",
    "private \ue000 and unassigned \U0010fffd",
    "a\u0301\u0301\u0301\u200b\ufeff\u200d",
)


@pytest.fixture(autouse=True)
def _engine() -> None:
    pytest.importorskip("resvg_py", reason='PNG is drawn by resvg_py: pip install "mapgen[png]"')


def spec(**texts: str) -> str:
    said = {"title": "Coffee", "stage": "Order", "goal": "A quick coffee", "name": "Asks"} | texts
    return SPEC.format(**{name: "'" + text.replace("'", "''") + "'" for name, text in said.items()})


def png(journey: Journey, scale: float | None = 1, **options: Any) -> bytes:  # noqa: ANN401 - what `Options` takes
    return draw(DrawRequest(journey, "x", ["png"], views=["map"], options=Options(scale=scale, **options)))[".map.png"]


class Picture:
    """A PNG of eight bits a channel with alpha, without interlacing."""

    def __init__(self, data: bytes) -> None:
        assert data.startswith(b"\x89PNG\r\n\x1a\n")
        self.width, self.height, depth, kind, _, _, lacing = struct.unpack(">IIBBBBB", data[16:29])
        assert (depth, kind, lacing) == (8, 6, 0)
        packed, at = b"", 8
        while at < len(data):
            (length,) = struct.unpack(">I", data[at : at + 4])
            packed += data[at + 8 : at + 8 + length] if data[at + 4 : at + 8] == b"IDAT" else b""
            at += length + 12
        self._packed = packed

    @cached_property
    def rows(self) -> list[bytes]:
        raw = zlib.decompress(self._packed)
        rows, stride = [bytes(self.width * 4)], self.width * 4
        for number in range(self.height):
            start = number * (stride + 1)
            rows.append(unfiltered(raw[start], bytearray(raw[start + 1 : start + 1 + stride]), rows[-1]))
        return rows[1:]

    def color(self, x: float, y: float) -> str:
        return "#" + self.rows[int(y)][int(x) * 4 : int(x) * 4 + 3].hex()

    def colors(self) -> set[str]:
        return {self.color(x, y) for y in range(0, self.height, 3) for x in range(0, self.width, 3)}


def unfiltered(kind: int, row: bytearray, above: bytes) -> bytes:
    for at in range(len(row)):
        left = row[at - 4] if at >= 4 else 0
        corner = above[at - 4] if at >= 4 else 0
        row[at] = (row[at] + (0, left, above[at], (left + above[at]) // 2, paeth(left, above[at], corner))[kind]) & 255
    return bytes(row)


def paeth(left: int, above: int, corner: int) -> int:
    guess = left + above - corner
    return min((left, above, corner), key=lambda one: abs(guess - one))


def test_it_has_the_size_of_the_map(journey_of: Callable[[str], Journey]) -> None:
    once, twice = (Picture(png(journey_of(spec()), scale, width=700)) for scale in (0.25, 0.5))

    assert abs(once.width * 2 - twice.width) <= 1
    assert abs(once.height * 2 - twice.height) <= 1


def test_it_shows_the_light_colors_of_the_theme(journey_of: Callable[[str], Journey]) -> None:
    picture = Picture(png(journey_of(spec()), 0.5))
    light = theme("default").light

    assert picture.color(2, 2) == light["paper"]
    assert light["stage-1"] in picture.colors()
    assert len(picture.colors()) > 20


def test_text_is_drawn_without_a_font_of_the_system(
    journey_of: Callable[[str], Journey], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = listen(monkeypatch)
    pictures = [Picture(png(journey_of(spec(goal=goal)), 0.5)) for goal in ("Ἀγαθὴ ψυχή, душа", "!")]

    assert pictures[0].rows != pictures[1].rows
    assert all(one["skip_system_fonts"] for one in told)


def test_what_a_flow_says_by_itself_needs_no_font_of_the_system(
    journey_of: Callable[[str], Journey], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = listen(monkeypatch)
    flow = """{title: T, stages: [{name: S, touchpoints: [
        {name: A, entry: 0.4, emotion: -1, exits: [{reason: Gave up, share: 0.2}]}, {name: B, entry: 0.6}]}]}"""
    draw(DrawRequest(journey_of(flow), "x", ["png"], views=["flow"]))

    assert told
    assert all(one["skip_system_fonts"] for one in told)


def test_the_same_map_gives_the_same_bytes(journey_of: Callable[[str], Journey]) -> None:
    assert png(journey_of(spec()), 0.5) == png(journey_of(spec()), 0.5)


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_any_text_can_be_drawn(text: str, language: str, journey_of: Callable[[str], Journey]) -> None:
    journey = journey_of(f"language: {language}" + spec(title=text, stage=text, goal=text, name=text))

    assert png(journey, 0.25).startswith(b"\x89PNG")


def test_a_picture_has_two_pixels_for_each_of_the_drawing(journey_of: Callable[[str], Journey]) -> None:
    once, usual = (Picture(png(journey_of(spec()), scale, width=700)) for scale in (1, None))

    assert (usual.width, usual.height) == (once.width * 2, once.height * 2)


def test_a_picture_that_would_be_too_large_has_fewer_pixels(journey_of: Callable[[str], Journey]) -> None:
    usual = Picture(png(journey_of(spec()), None, width=40_000))

    assert 40_000 < usual.width < 80_000
    assert usual.width * usual.height <= PIXELS


def test_too_many_pixels_are_refused_with_a_scale_that_fits(journey_of: Callable[[str], Journey]) -> None:
    with pytest.raises(EngineError, match="pixels; the maximum is 100 million") as caught:
        png(journey_of(spec()), 8, width=9_000)

    assert caught.value.hint is not None
    assert caught.value.hint.startswith("`--scale ")


def test_a_missing_engine_is_told_with_what_brings_it(
    journey_of: Callable[[str], Journey], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(EngineError, match="the format png needs the package resvg_py") as caught:
        png(journey_of(spec()))

    assert caught.value.hint == "pip install resvg-py"


class Panic(BaseException):
    """What a panic in Rust looks like from Python."""


def test_a_panic_of_the_engine_is_one_line(
    journey_of: Callable[[str], Journey], monkeypatch: pytest.MonkeyPatch
) -> None:
    def panic(**_: object) -> bytes:
        message = "index 4\nis out of range"
        raise Panic(message)

    monkeypatch.setattr("resvg_py.svg_to_bytes", panic)
    with pytest.raises(EngineError) as caught:
        png(journey_of(spec()))

    assert str(caught.value) == "the engine resvg_py could not draw the PNG: index 4 is out of range"


def test_no_path_of_the_author_reaches_the_engine(
    journey_of: Callable[[str], Journey], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = listen(monkeypatch)
    png(journey_of(spec().replace("thought: ", "images: [{src: secret.png, alt: A}], thought: ")))

    assert "secret" not in told[0]["svg_string"]
    assert "href" not in told[0]["svg_string"]


def listen(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Return what the engine is told, call by call."""
    import resvg_py

    told: list[dict[str, Any]] = []
    real = resvg_py.svg_to_bytes

    def hear(**said: Any) -> bytes:  # noqa: ANN401 - what resvg takes
        told.append(said)
        return real(**said)

    monkeypatch.setattr("resvg_py.svg_to_bytes", hear)
    return told


def test_the_command_tells_of_a_missing_engine_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from click.testing import CliRunner

    from mapgen.cli.commands.build import COMMAND

    file = tmp_path / "x.journey.yaml"
    file.write_text(spec())
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    said = CliRunner().invoke(COMMAND, [str(file), "--to", "svg,png"])

    assert said.exit_code == 2
    assert "needs the package resvg_py" in said.output
    assert [path.name for path in tmp_path.iterdir()] == [file.name]

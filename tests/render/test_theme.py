"""Themes: ours are readable, somebody's own says only what it changes, and is told what is wrong with it."""

import json
import re
from pathlib import Path

import pytest

from mapgen import resources
from mapgen.config.settings import THEMES
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.pipeline import DrawRequest, check, draw
from mapgen.render.contrast import PAIRS, contrast, weak
from mapgen.render.theme import NAMES, Theme
from mapgen.render.theme_file import read, theme
from mapgen.source.parser import parse

ROOT = Path(__file__).parents[2]
SPEC = "title: Coffee\nstages:\n  - name: Order\n    touchpoints:\n      - {name: Pays, emotion: -1}\n"


def read_text(text: str) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    source, faults = parse(text, name="acme.yaml")
    assert source is not None
    assert faults == ()
    return read(source)


def own(text: str) -> Theme:
    found, told = read_text(text)
    assert told == ()
    assert found is not None
    return found


def drawn(look: str | Theme, formats: tuple[str, ...] = ("svg",)) -> str:
    journey = check(SPEC, name="a.journey.yaml").journey
    assert journey
    return b"".join(draw(DrawRequest(journey, "a", formats, theme=look, views=["map"])).values()).decode()


@pytest.mark.parametrize("name", NAMES)
def test_each_of_ours_is_readable_on_light_and_on_dark_ground(name: str) -> None:
    assert list(weak(theme(name))) == []


@pytest.mark.parametrize("colors", [theme("high-contrast").light, theme("high-contrast").dark])
def test_high_contrast_is_higher(colors: dict[str, str]) -> None:
    text = [contrast(colors[pair.role], colors[pair.ground]) for pair in PAIRS if pair.least == 4.5]

    assert min(text) >= 7


@pytest.mark.parametrize("name", NAMES)
def test_each_of_ours_is_as_the_schema_of_themes_wants_it(name: str) -> None:
    assert read_text(resources.template(f"themes/{name}.yaml"))[1] == ()


def test_the_names_are_the_same_everywhere() -> None:
    language = json.loads(resources.schema())["properties"]["theme"]["enum"]
    themes = json.loads(resources.theme_schema())["properties"]["extends"]["enum"]

    assert list(NAMES) == list(THEMES) == language == themes
    assert sorted(NAMES) == sorted(path.stem for path in (ROOT / "templates/themes").iterdir())


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_each_role_that_is_drawn_has_a_color_and_a_description(ground: str) -> None:
    described = json.loads(resources.theme_schema())["properties"][ground]["properties"]
    maps = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests/cases").glob("*/map.svg"))
    roles = set(re.findall(r"\.[fs]-([a-z]+(?:-[a-z]+)*(?:-\d+)?)\{", maps))

    assert len(roles) > 40
    assert roles <= theme("default").light.keys() == theme("default").dark.keys() == described.keys()


def test_what_is_not_said_is_as_in_the_theme_that_is_extended() -> None:
    found = own('light:\n  link: "#7A1FA2"\n')
    usual = theme("default")

    assert found.light == {**usual.light, "link": "#7a1fa2"}
    assert (found.dark, found.font, found.radius, found.logo) == (usual.dark, "Inter", None, None)
    assert own("extends: print\n").patterns == theme("print").patterns


def test_a_palette_colors_the_stages_again_and_again() -> None:
    found = own('palette: ["#7a1fa2", "#00695c"]\nlight: {stage-2: "#1d4ed8"}\n')

    assert [found.light[f"stage-{n}"] for n in (1, 2, 3, 4)] == ["#7a1fa2", "#1d4ed8", "#7a1fa2", "#00695c"]
    assert contrast(found.dark["stage-1"], found.dark["on-stage"]) >= 4.5


def test_one_ground_is_the_same_for_every_reader() -> None:
    assert theme("dark").light == theme("dark").dark == theme("default").dark
    assert "(prefers-color-scheme:dark)" in drawn("default", ("svg", "html"))
    assert "(prefers-color-scheme:dark)" not in drawn("dark", ("svg", "html"))
    assert "color-scheme:dark;" in drawn("dark", ("html",))


def test_patterns_fill_areas_and_leave_text_alone() -> None:
    hatch = "{kind: hatch, with: track}"
    picture = drawn(own(f"extends: print\npatterns: {{bad-soft: {hatch}, zone-bad: {hatch}}}\n"))

    assert re.search(r'<pattern id="mapgen-\w+-p-bad-soft"', picture)
    assert re.search(r'<rect [^>]*fill="url\(#mapgen-\w+-p-zone-bad\)"', picture)
    assert not re.search(r"<(text|path|circle)[^>]*url\(", picture)
    assert "url(#" not in drawn("default")


def test_in_black_and_white_bars_and_edges_are_hatched_and_text_is_on_plain_ground() -> None:
    assert set(theme("print").patterns) == {"bad"}


def test_the_font_of_the_system_is_named_and_not_carried() -> None:
    picture = drawn(own("font: system\n"), ("svg", "html"))

    assert "@font-face" not in picture
    assert 'font-family="system-ui' in picture
    assert "font-family:system-ui" in picture


@pytest.mark.parametrize("radius", [0, 3, 4, 24])
def test_corners_are_as_round_as_the_theme_says(radius: int) -> None:
    picture = drawn(own(f"radius: {radius}\n"))
    corners = {float(found) for found in re.findall(r' rx="([^"]*)"', picture)}

    assert max(corners, default=0) == radius
    assert "nan" not in picture


def test_a_spec_that_names_a_theme_keeps_it() -> None:
    journey = check(f"theme: dark\n{SPEC}", name="a.journey.yaml").journey
    assert journey

    drawn = draw(DrawRequest(journey, "a", ("svg",), theme=own('light: {paper: "#fffdf8"}\n')))

    assert b"#fffdf8" not in drawn[".svg"]


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "hint"),
    [
        ("extnds: dark\n", "unknown-key", 1, 1, "did you mean `extends`?"),
        ("font: Comic Sans\n", "unknown-value", 1, 7, "use Inter or system"),
        ("radius: 30\n", "out-of-range", 1, 9, None),
        ("palette: []\n", "empty-list", 1, 10, "add at least one color"),
        ('light:\n  ink: "#abc"\n', "bad-color", 2, 8, 'write "#aabbcc"'),
        ('light:\n  ink: "#11223344"\n', "bad-color", 2, 8, 'write "#112233"'),
        ("light:\n  ink: red\n", "bad-color", 2, 8, 'write # and six digits from 0 to f: "#4f46e5"'),
        ("light:\n  ink: #112233\n", "no-value", 2, 3, 'a # starts a comment; quote the text: "#112233"'),
        ("logo: {src: a.png}\n", "missing-key", 1, 1, "add `alt`, for example alt: Acme"),
        ("patterns: {bad: {kind: hatch, with: pink}}\n", "unknown-value", 1, 37, None),
    ],
)
def test_a_mistake_is_told_where_it_stands(text: str, code: str, line: int, column: int, hint: str | None) -> None:
    found, (told,) = read_text(text)
    assert told.span

    assert found is None
    assert (told.code, told.span.line, told.span.column) == (code, line, column)
    assert hint is None or told.hint == hint


def test_what_cannot_be_read_well_is_a_warning_with_the_pair_its_ratio_and_a_way_out() -> None:
    found, (told,) = read_text('light:\n  muted: "#9aa0a6"\n')
    assert told.span

    assert found is not None
    assert (told.code, told.severity, told.span.line) == ("low-contrast", Severity.WARNING, 2)
    assert told.message == (
        "on a light background, `muted` on `bad-soft` (#9aa0a6 on #fdf1ea) has a contrast of 2.38:1; text needs 4.5:1"
    )
    assert told.hint == 'use "#6a6e72" for `muted`'
    assert read_text('light:\n  muted: "#6a6e72"\n')[1] == ()


@pytest.mark.parametrize(
    ("text", "line", "about"),
    [
        ('palette: ["#00695c", "#ffb300"]\n', 1, "`on-stage` on `stage-2`"),
        ('light:\n  paper: "#777777"\n', 2, "on `paper`"),
        ('dark:\n  accent-3: "#333333"\n', 2, "on a dark background, `accent-3` on `paper`"),
        ('light:\n  score-2: "#ffd0b0"\n', 2, "a shape needs 3:1"),
        ("patterns: {bad-soft: {kind: dots, with: muted}}\n", 1, "on `muted`"),
    ],
)
def test_a_warning_stands_at_the_color_that_the_author_chose(text: str, line: int, about: str) -> None:
    _, told = read_text(text)

    assert told
    assert {one.code for one in told} == {"low-contrast"}
    assert {one.span.line for one in told if one.span} == {line}
    assert any(about in one.message for one in told)


def test_each_hint_fixes_the_contrast() -> None:
    _, told = read_text('light: {ink: "#aaaaaa", link: "#ffff00", series-1: "#eeeeee"}\ndark: {soft: "#222222"}\n')
    hints = [(one.message.split()[2], re.findall(r"[\"`](.*?)[\"`]", one.hint or "")) for one in told]

    assert len(hints) == 4
    for ground, (color, role) in hints:
        assert read_text(f'{ground}: {{{role}: "{color}"}}\n')[1] == ()

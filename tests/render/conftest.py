"""A small map, made by hand, in which any text can stand anywhere."""

from collections.abc import Callable

import pytest

from mapgen.blocks import (
    Block,
    Bullets,
    Card,
    Chip,
    Chips,
    ImageBlock,
    Marker,
    Meter,
    Point,
    Quote,
    Score,
    Text,
)
from mapgen.composition import Map
from mapgen.header import Figure, Header, Profile, ProfileFacet
from mapgen.lanes.grid import Axis, Cell, Column, Grid, Heading, Row
from mapgen.tables.table import Table


@pytest.fixture(scope="session")
def sample() -> Callable[..., Map]:
    """Offer the maker of maps to tests."""
    return made


AXIS = Axis(ticks=((0, "1"), (1, "3")), neutral=0.5, series=("",), people=(None,), target_name="Target")

MARKS = ("“", "”")


def row(name: str, *cells: tuple[int, int, tuple[Block, ...]], axis: Axis | None = None) -> Row:
    """Make a lane."""
    made = tuple(Cell(first, last, blocks) for first, last, blocks in cells)
    return Row(id=name, title=name.title(), note=None, cells=made, axis=axis)


def score(label: str, feeling: str) -> Score:
    """Make a score without evidence."""
    point = Point(series=0, share=0.25, label=label)
    return Score(points=(point,), feeling=feeling, target=point, marks=("peak",), hypothesis=True)


def meter(text: str) -> Meter:
    """Make a metric of the second touchpoint."""
    return Meter(
        name=text,
        value="29.8 %",
        share=0.3,
        target=0.4,
        target_text="target 40 %",
        note=None,
        tone="bad",
        hypothesis=False,
        number=2,
    )


def rows(text: str) -> tuple[Row, ...]:
    """Make the lanes: a stage of two touchpoints, and a stage of none."""
    card = Card(title=text, number=1, overline="App", body=(Text(text),), foot=text, starred=True)
    return (
        row("goals", (0, 2, (Text(text, label="Customer"), Bullets((Text(text), Text("two"))))), (2, 3, (Text(text),))),
        row("touchpoints", (0, 1, (card,)), (1, 2, (Card(title="Pays", number=2),))),
        row("emotion", (0, 1, (score("2", text),)), axis=AXIS),
        row("thoughts", (0, 2, (Quote(text, MARKS, number=1, source=text), Quote("Hm", MARKS, number=2)))),
        row("moments", (0, 2, (Marker(title="Decides", text=text, number=2),))),
        row("metrics", (0, 2, (meter(text),))),
        row("pictures", (0, 1, (ImageBlock(src="a.png", alt=text),))),
        row("tools", (0, 2, (Chips((Chip(text), Chip("Till"))), Text(text, label="2")))),
        row("pains", (0, 2, (Card(title=text, number=2, note="hypothesis"),))),
    )


def made(text: str = "Beans", *, url: str = "https://example.com/?a=1&b=2", language: str = "en") -> Map:
    """Make a map with a text in each place that has one."""
    profile = Profile(
        place=0,
        id="maya",
        initials="M",
        name=text,
        line=text,
        description=text,
        photo=None,
        quotes=(Quote(text, MARKS), Quote(text, MARKS, source=text)),
        facets=(ProfileFacet(title="Needs", items=(text, "quiet")), ProfileFacet(title="Goals", items=("one",))),
        hypothesis=True,
        note="hypothesis",
    )
    lens = Header(
        title=text,
        summary=text,
        facts=(Text(text, label="Scenario"), Text(text, label="Link", url=url)),
        figures=(
            Figure(value="71 %", label="evidence-backed", tone="plain"),
            Figure(value=text, label=text, tone="bad"),
        ),
        profiles=(profile,),
    )
    headings = (
        Heading(id="order", name=text, first=0, last=2, conversion="62 %", volume="41,200"),
        Heading(id="leave", name="Leave", first=2, last=3, conversion=None, volume=None),
    )
    columns = (Column(1, "ask"), Column(2, "pay"), Column(None, None))
    pains = Table(id="pains", title=text, columns=("Pain", text), rows=(((Text(text),), (Text(text, url=url),)),))
    return Map(
        id="coffee",
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        theme="default",
        lens=lens,
        grid=Grid(stage_title="Stage", continued="continued", headings=headings, columns=columns, rows=rows(text)),
        unchosen=(row("about", (0, 2, (Text(text),))),),
        tables=(pains,),
        legend=(),
        footer=(text, "reviewed 2026-10-01"),
        story=text,
    )

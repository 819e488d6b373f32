"""The map in characters: what is on it, and that each line fits and is safe to show."""

import re

import pytest

from mapgen.analysis import analyze
from mapgen.pipeline import check
from mapgen.render.text.line import BLOCKS, StyledText, columns, plain, wrapped, written
from mapgen.render.text.page import page
from tests.properties.hostile import journey

SPEC = """
title: Coffee
channels: [Shop]
owners: [Bar, Desk]
stages:
  - name: Order
    owner: Bar
    touchpoints:
      - {name: Sees the queue, emotion: {score: -2, feeling: hurried}, channel: Shop, owner: Bar}
      - name: Orders
        owner: Desk
        emotion: 2
        thought: Which one?
        moment_of_truth: trust
        pain_points: [{id: slow, text: It is slow, severity: high}]
        opportunities: [{text: A second till, addresses: [slow], status: planned}]
  - name: Drink
    touchpoints: [Drinks]
"""
HOSTILE = (
    "\N{RIGHT-TO-LEFT OVERRIDE}evil", "顧客の旅路、とても長い文章です。" * 30, "👩‍👩‍👧" * 60, "x" * 500, "::error::x",
    "##vso[task.complete]x", "one\ntwo", "الرحلة إلى العميل", "e\u0301" * 300,
)  # fmt: skip


def shown(text: str, width: int = 60, *, color: bool = False, ascii_only: bool = False) -> str:
    found = check(text, name="a.journey.yaml").journey
    assert found
    return written(page(found, analyze(found), width), color=color, ascii_only=ascii_only)


def test_a_journey_is_its_curve_and_its_stages() -> None:
    assert (
        shown(SPEC)
        == """\
Coffee
It feels worst at “Sees the queue”.
1 open pain point · 3 touchpoints

    Order             Drink
 2 │         ████████
   │         ████████
   │         ████████
   │         ████████
   │         ████████
-2 │▁▁▁▁▁▁▁▁ ████████
       1        2        3

Order ──────────────────────────────────────────────────────
     Bar
  1  Sees the queue
     \N{MINUS SIGN}2 hurried · Shop
  2  ★ Orders
     +2 · Desk
     “Which one?”
     ▲ It is slow (High)
       → A second till (Planned)

Drink ──────────────────────────────────────────────────────
  3  Drinks
"""
    )


def test_a_curve_that_is_wider_than_the_terminal_continues_below() -> None:
    touchpoints = ", ".join(f"{{name: T{number}, emotion: 1}}" for number in range(30))
    lines = shown(f"title: T\nstages: [{{name: A, touchpoints: [{touchpoints}]}}]", 60).splitlines()

    assert [line.split()[-1] for line in lines if re.fullmatch(r"[\d ]+", line)] == ["18", "30"]


def test_signs_have_a_form_in_ascii() -> None:
    text = shown(SPEC, ascii_only=True)

    assert text.isascii()
    assert "-2 |________ ########" in text
    assert '"Which one?"' in text


def test_colors_surround_whole_texts() -> None:
    text = shown(SPEC, color=True)

    assert "\x1b[1mSees the queue\x1b[0m" in text
    assert "\x1b[31m\N{MINUS SIGN}2 hurried\x1b[0m" in text
    assert re.sub(r"\x1b\[[\d;]*m", "", text) == shown(SPEC)


@pytest.mark.parametrize("width", [40, 100])
@pytest.mark.parametrize("text", HOSTILE)
def test_each_line_fits_and_obeys_nobody(text: str, width: int) -> None:
    found = journey(text)
    lines = written(page(found, analyze(found), width), color=False, ascii_only=False).splitlines()

    assert max(map(columns, lines)) <= width
    assert not [line for line in lines if re.search(r"^\s*::|##\w*\[|\x1b|\u202e", line)]


def test_lines_break_between_wide_characters_and_not_before_a_closing_sign() -> None:
    lines = ["".join(part.text for part in line) for line in wrapped([StyledText("顧客の旅、とても")], 8)]

    assert lines == ["顧客の", "旅、とて", "も"]


def test_joined_characters_stay_together() -> None:
    (line,) = wrapped([StyledText(plain("👩‍👩‍👧 می‌خواهم"))], 30)

    assert "".join(part.text for part in line) == "👩‍👩‍👧 می‌خواهم"


def test_the_blocks_are_as_wide_as_a_letter() -> None:
    assert {columns(block) for block in BLOCKS} == {1}


def test_a_long_text_is_broken() -> None:
    lines = shown(f"title: {'x' * 5_000}\nstages: [A]", 60).splitlines()

    assert max(map(len, lines)) == 60
    assert "".join(lines).count("x") == 5_000

"""Quotes are searched word by word, in what was said, and found with their line."""

# ruff: noqa: RUF001  marks of many languages, which look alike

import pytest

from mapgen.analysis import quote_search
from mapgen.analysis.transcripts import fold_quote, read_transcript
from mapgen.pipeline import check

VTT = """\
WEBVTT - Interview 3
Kind: captions

NOTE I never said this
nor this

STYLE
::cue {color: red}

intro
00:00:01.000 --> 00:00:04.000 align:start
<v Maya>I only wanted to <i>hear</i>

00:00:04.000 --> 00:00:06.000
one song &amp; leave
- And then?

2
00:06.000 --> 00:09.000
12 minutes
"""
SRT = """\
1
00:00:01,000 --> 00:00:04,000
{\\an8}It was late,
2
00:00:04,000 --> 00:00:06,000
<font color="#fff">and</font> I was tired.

3
00:00:07,000 --> 00:00:08,000
2026
"""
TEXT = "Maya: I “only” wanted\r\n  to hear it’s end.\n\nNow or never, she said.\n「早い」と言った。\n"
MARKDOWN = "# Maya\n\n> I had **to\n> wait** outside.\n"


def line(name: str, text: str, quote: str) -> int | None:
    return read_transcript(text, name).line_of(fold_quote(quote))


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("I only wanted to hear one song & leave", 12),
        ("one song", 15),
        ("And then? 12 minutes", 16),
        ("12 minutes", 20),
        ("I never said this", None),
        ("nor this", None),
        ("Kind: captions", None),
        ("color", None),
        ("intro", None),
        ("Maya", None),
        ("00:06.000", None),
        ("2", None),
        ("i only wanted", None),
    ],
)
def test_of_subtitles_what_is_said_counts(quote: str, expected: int | None) -> None:
    assert line("talks/MAYA.VTT", VTT, quote) == expected
    assert line("maya.vtt", "\ufeff" + VTT.replace("\n", "\r\n"), quote) == expected


@pytest.mark.parametrize(
    ("quote", "expected"), [("It was late, and I was tired.", 3), ("and I", 6), ("tired. 2026", 6), ("2", None)]
)
def test_cues_need_no_line_between_them(quote: str, expected: int | None) -> None:
    assert line("a.srt", SRT, quote) == expected


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("I 'only'   wanted to hear it's", 1),
        ("“to hear it´s end.”", 2),
        ("Now or never", 4),
        ("ow or never", None),
        ("Now or neve", None),
        ("早い", 5),
        ("と言", 5),
        ("now or never", None),
    ],
)
def test_white_space_and_kinds_of_marks_do_not_count(quote: str, expected: int | None) -> None:
    assert line("a.txt", TEXT, quote) == expected


def test_of_markdown_the_marks_of_block_quotes_and_emphasis_do_not_count() -> None:
    assert line("a.md", MARKDOWN, "I had to wait outside.") == 3


def test_letters_are_the_same_however_their_accents_are_composed() -> None:
    assert line("a.txt", "Cafe\u0301, s\u00adoon", "Café, soon") == 1


def test_what_differs_only_in_capital_letters_is_found_as_such() -> None:
    transcript = read_transcript("Well,\nI had to Wait.", "a.txt")

    assert transcript.line_of("i had to wait", lower=True) == 2
    assert transcript.line_of("i had to wait") is None


def test_an_empty_file_has_nothing() -> None:
    assert line("a.txt", "", "Oh") is None
    assert line("a.vtt", "", "Oh") is None


def test_the_work_of_a_search_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quote_search, "MAX_CHARACTERS", 25)
    spec = "{title: A, evidence: [{id: e, title: E, sources: [a.txt]}], stages: [{name: B, quotes: [%s]}]}"
    journey = check(spec % ", ".join(["{text: Oh, evidence: [e]}"] * 4), name="a.journey.yaml").journey
    assert journey
    search = quote_search.search_quotes(journey, lambda _: [("a.txt", read_transcript("0123456 Oh", "a.txt"))])

    assert list(search.places) == ["/stages/0/quotes/0", "/stages/0/quotes/1"]
    assert search.first_omitted == "/stages/0/quotes/2"

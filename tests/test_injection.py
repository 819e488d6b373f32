"""Markers in Markdown are found where Markdown has comments, and all other text is kept."""

import pytest

from mapgen.injection import read_markers

OPEN = "<!-- mapgen: a.journey.yaml -->"
CLOSE = "<!-- /mapgen -->"
PAIR = f"{OPEN}\n{CLOSE}\n"


@pytest.mark.parametrize(
    "text",
    [
        f"```html\n{PAIR}```\n",
        f"~~~\n```\n{PAIR}~~~\n",
        f"````\n```\n{PAIR}````\n",
        f"```\n{PAIR}",
        f"- ```\n  {OPEN}\n  {CLOSE}\n  ```\n",
        f"> ```\n> {OPEN}\n> {CLOSE}\n> ```\n",
        f"    {OPEN}\n    {CLOSE}\n",
        f"`{OPEN}` and `{CLOSE}`\n",
        f"---\n{PAIR}---\n",
        "",
    ],
)
def test_markers_in_code_and_front_matter_are_text(text: str) -> None:
    marked = read_markers(text)

    assert (marked.markers, marked.diagnostics) == ((), ())
    assert marked.filled([]) == text


@pytest.mark.parametrize(
    "text", [f"```\ncode\n```\n{PAIR}", f"- ```\n  code\n\nText\n\n{PAIR}", f"``` `x` ```\n{PAIR}"]
)
def test_markers_after_code_count(text: str) -> None:
    assert len(read_markers(text).markers) == 1


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("last", [True, False])
def test_what_is_outside_is_kept_and_what_is_inside_ends_its_lines_alike(end: str, start: str, *, last: bool) -> None:
    before = f"{start}  {OPEN}{end}old{end}{CLOSE}{end}a\u2028b\x0c{end if last else ''}"
    marked = read_markers(before)
    (marker,) = marked.markers
    content = marked.expected(marker, ["one", "two\nthree"])

    after = marked.filled([content])

    lines = [f"{start}  {OPEN}", "", "  one", "", "  two", "  three", "", CLOSE, "a\u2028b\x0c"]
    assert after == end.join(lines) + (end if last else "")
    again = read_markers(after)
    assert again.content(again.markers[0]) == content


@pytest.mark.parametrize(
    ("before", "level"),
    [
        ("", 2),
        ("# A\n", 2),
        ("## A\n", 3),
        ("###### A\n", 6),
        ("A\n---\n", 3),
        ("A\n===\n", 2),
        ("---\ntitle: A\n---\n", 2),
        ("# A\n```\n### B\n```\n", 2),
        (f"# A\n{OPEN}\n## What hurts\n{CLOSE}\n", 2),
        ("#A\n\n---\n", 2),
    ],
)
def test_a_heading_fits_below_the_one_before_the_marker(before: str, level: int) -> None:
    assert read_markers(before + PAIR).markers[-1].level == level


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        (f"\n{OPEN}\n", 2, "this marker is not closed before the file ends", "add the line <!-- /mapgen --> below it"),
        (f"{OPEN}\n{PAIR}", 1, "this marker is not closed before line 2 begins another one", CLOSE),
        (f"{PAIR}{CLOSE}\n", 3, "the marker `/mapgen` closes nothing", "remove it"),
        ("<!-- mapgen: -->\n" + CLOSE, 1, "this marker names no spec", "write for example <!-- mapgen: checkout"),
        ("<!-- mapgen: view=map -->\n" + CLOSE, 1, "this marker names no spec", "write for example"),
        ("<!-- mapgen: a.yaml veiw=map -->\n" + CLOSE, 1, 'unknown option "veiw"', 'did you mean "view"?'),
        ("<!-- mapgen: a.yaml zzz=1 -->\n" + CLOSE, 1, 'unknown option "zzz"', "use view, tables or alt"),
        ("<!-- mapgen: a.yaml view=mapp -->\n" + CLOSE, 1, 'unknown view "mapp"', 'did you mean "map"?'),
        ("<!-- mapgen: a.yaml tables=metrisc -->\n" + CLOSE, 1, 'unknown table "metrisc"', 'did you mean "metrics"?'),
        (
            "<!-- mapgen: a.yaml view -->\n" + CLOSE,
            1,
            "the option `view` has no value",
            "write view=VALUE, or remove it",
        ),
        ("<!-- mapgen: a.yaml view=map view=map -->\n" + CLOSE, 1, "the option `view` is given twice", "remove one"),
        ("<!-- mapgen: a.yaml alt=Don't -->\n" + CLOSE, 1, "a quotation mark is not closed", "close it"),
    ],
)
def test_what_is_wrong_with_a_marker_is_said_at_its_line_with_a_hint(
    text: str, line: int, message: str, hint: str
) -> None:
    (found,) = read_markers(text).diagnostics

    assert (found.code, found.message) == ("bad-marker", message)
    assert found.span
    assert found.span.line == line
    assert hint in (found.hint or "")

"""A report in each format says all that changed, and nothing that the author wrote becomes markup or a command."""

import json
from pathlib import Path

import html5lib
import pytest
from markdown_it import MarkdownIt

from mapgen import pipeline
from mapgen.diff import compare, version
from mapgen.diff.wording import DescribedComparison, describe
from mapgen.model.journey import Journey
from mapgen.record import replace
from mapgen.render.diff import DIFF_FORMATS
from mapgen.render.diff.formats import md
from mapgen.render.diff.report import DiffReport, SpecReport

DOCS = Path(__file__).parents[2] / "docs/diff.md"
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</details>",
    "| a | *b* `c`",
    "[x](javascript:1)",
    "@team #1",
    "::error::x",
    "--> <!--",
)


def journey(names: list[str]) -> Journey:
    """Make a journey whose touchpoints have names."""
    touchpoints = [{"id": f"t{at}", "name": name, "emotion": 0} for at, name in enumerate(names)]
    data = {"title": names[0], "id": "j", "stages": [{"id": "s", "name": names[0], "touchpoints": touchpoints}]}
    built = pipeline.check(json.dumps(data, ensure_ascii=False), name="any").journey
    assert built
    return built


def told(old: list[str], new: list[str]) -> DescribedComparison:
    """Compare two journeys."""
    return describe(compare(version(journey(old)), version(journey(new))))


def report(*entries: SpecReport) -> DiffReport:
    """Make a report."""
    return DiffReport("HEAD", "the working tree", entries)


def rendered(kind: str, *entries: SpecReport) -> str:
    """Write a report."""
    return DIFF_FORMATS[kind].render(report(*entries))


def test_markdown_shows_hostile_names_as_they_are_written() -> None:
    text = rendered(
        "md", SpecReport("changed", "`a`.yaml", "</details>.yaml", told(["x"] * len(HOSTILE), list(HOSTILE)))
    )
    tree = html5lib.parse(MarkdownIt("commonmark", {"html": True}).render(text), namespaceHTMLElements=False)
    elements = [element for element in tree.iter() if str(element.tag).isalnum()]
    page = "".join((element.text or "") + "".join(child.tail or "" for child in element) for element in elements)

    assert {element.tag for element in elements} <= {"html", "head", "body", "h3", "p", "ul", "li", "strong", "code"}
    assert [name for name in HOSTILE if name not in page] == []


def test_no_line_of_text_begins_with_what_the_author_wrote() -> None:
    text = rendered("text", SpecReport("changed", "a.yaml", None, told(["x"] * len(HOSTILE), list(HOSTILE))))

    assert all(line[:3] in {"", "# a", "  b", "  u", "  [", "  ~", "  +", "  -", "  >"} for line in text.splitlines())


def test_markdown_stays_below_what_github_takes_and_counts_the_rest() -> None:
    many = told([f"{chr(0x1D4B3) * 60} {at}" for at in range(900)], [f"{chr(0x1D4B4) * 60} {at}" for at in range(900)])
    text = rendered("md", *[SpecReport("changed", "a.yaml", None, many)] * 3)
    shown = sum(line.startswith("- ") for line in text.splitlines())
    left = int(text.rpartition("_")[0].rpartition("_")[2].split()[0].replace(",", ""))

    assert len(text.encode("utf-16-le")) // 2 < 65_536
    assert shown + left == 3 * many.count
    assert text.count("<details>") == text.count("</details>")


def test_markdown_folds_what_the_customer_does_not_feel() -> None:
    both = told(["a", "b"], ["a", "b"])
    assert both.count == 0

    old = journey(["a", "b"])
    new = replace(old, summary="More", stages=(replace(old.stages[0], touchpoints=old.stages[0].touchpoints[:1]),))
    text = rendered("md", SpecReport("changed", "a.yaml", None, describe(compare(version(old), version(new)))))
    opened, _, folded = text.partition("<details><summary>1 more change</summary>")

    assert "- touchpoint removed: “b”" in opened
    assert "- summary added: “More”" in folded


def test_json_tells_each_change() -> None:
    data = json.loads(rendered("json", SpecReport("changed", "a.yaml", None, told(["a", "b"], ["a", "c"]))))
    (entry,) = data["specs"]

    assert (data["format"], data["version"], data["changes"]) == ("mapgen-diff", 1, 1)
    assert entry["verdict"]["is"] == "same"
    assert entry["changes"] == [
        {
            "stage": "s",
            "what": "changed",
            "of": "touchpoint",
            "field": "name",
            "old": {"id": "t1", "name": "b", "touchpoint": "t1", "pointer": "/stages/0/touchpoints/1"},
            "new": {"id": "t1", "name": "c", "touchpoint": "t1", "pointer": "/stages/0/touchpoints/1"},
            "before": "b",
            "after": "c",
            "matters_to": "customer",
            "effect": None,
            "resolves": [],
            "reopens": [],
            "because": [],
            "text": "c: renamed, it was “b”",
        }
    ]


@pytest.mark.parametrize("kind", DIFF_FORMATS)
def test_each_format_is_described_and_has_a_word_for_each_state(kind: str) -> None:
    whole = journey(["a"])
    states = [
        SpecReport("added", "a", None, None, whole),
        SpecReport("removed", "b", None, None, whole),
        SpecReport("unreadable", "c"),
    ]

    assert f"\n| `{kind}` | " in DOCS.read_text(encoding="utf-8")
    assert all(word in rendered(kind, *states) for word in ("new: 1 stage", "removed: 1 stage", "cannot be compared"))
    assert rendered(kind)


def test_what_is_shown_open_is_not_too_much() -> None:
    text = rendered("md", SpecReport("changed", "a.yaml", None, told(["a"] * 40, ["b"] * 40)))

    assert sum(line.startswith("- ") for line in text.partition("<details>")[0].splitlines()) == md.SHOWN

"""A page in Markdown says all that the map says, and nothing that the author did not."""

import re
from collections.abc import Callable

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mapgen import pipeline
from mapgen.blocks import Bullets, Point, Score, Text
from mapgen.composition import Map
from mapgen.lanes.grid import Axis, Cell, Row
from mapgen.record import replace
from mapgen.render.formats.md import markdown
from mapgen.render.options import Flavor, Options
from mapgen.tables.table import Table

RENDERER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
Sample = Callable[..., Map]

TAGS = {
    *("html", "head", "body", "h1", "h2", "h3", "p", "ul", "li", "strong", "em", "a", "img", "br", "hr", "blockquote"),
    *("table", "thead", "tbody", "tr", "th", "td", "span", "details", "summary"),
}
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]]>",
    "| a | b | \\| `c` *d* _e_",
    "{{ 7*7 }} {% raw %}",
    "[x](javascript:alert(1))",
    "# heading\n\n---\n\n| a |\n|---|",
    "- item",
    "@mention #1 :smile: www.example.com",
)

SMALL = """\
# Beans

Beans

[![Beans](coffee.journey.svg)](coffee.journey.svg)

## Journey

- **Scenario** Beans
- **Link** [Beans](https://example.com/?a=1&b=2)

| evidence-backed | Beans |
| --- | --- |
| 71 % | Beans |

## Personas

### Beans

Beans · hypothesis

Beans

> Beans

> Beans \x20
> Beans

- **Needs**
  - Beans
  - quiet
- **Goals** one

## Beans

- **About** Beans
- **Goals**
  - **Customer** Beans
  - Beans
  - two
- **Tools**
  - Beans · Till
  - **2** Beans
- **Customers** 41,200
- **To the next stage** 62 %

<details>
<summary>Touchpoints (2)</summary>

| # | Touchpoints | Emotion | Thoughts | Moments | Metrics | Pictures |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | **★ Beans**<br>App<br>Beans<br>Beans | **2** Beans<br>peak · hypothesis<br>Target 2 \
| *Beans* Beans |  |  | Beans |
| 2 | **Pays** |  | *Hm* | **★ Decides** Beans | Beans **29.8 %**<br>target 40 % |  |

</details>

## Leave

- **Goals** Beans

## Tables

<details id="pains">
<summary>Beans</summary>

| Pain | Beans |
| --- | --- |
| Beans | [Beans](https://example.com/?a=1&b=2) |

</details>

---

Beans · reviewed 2026-10-01
"""


def seen(source: str) -> tuple[str, set[str], list[str]]:
    """Render; answer the text without blanks, the tags, and where its links lead."""
    tree = html5lib.parse(RENDERER.render(source.replace("<!-- -->", "")), namespaceHTMLElements=False)
    tags = {str(element.tag) for element in tree.iter()}
    return re.sub(r"\s", "", "".join(tree.itertext())), tags, [str(link.get("href")) for link in tree.iter("a")]


def test_the_page_of_a_small_map(sample: Sample) -> None:
    assert markdown(sample(), pictures={"map": "coffee.journey.svg"}) == SMALL


PAINS = """\
title: Coffee
evidence: [{id: survey, title: Survey}]
owners: [{name: Bar}, {name: Builders}]
stages:
  - name: Order
    owner: bar
    touchpoints:
      - {name: Queues, emotion: -1, pain_points: [{text: Slow, severity: low, evidence: [survey]}]}
      - name: Pays
        emotion: -2
        pain_points:
          - {text: No change, severity: critical}
          - {id: beeps, text: It beeps, severity: high}
          - {id: loud, text: Loud, severity: high, evidence: [survey]}
        opportunities:
          - {text: Softer beep, addresses: [beeps], status: done}
          - {text: Carpets, addresses: [loud], status: planned, owner: builders}
"""


def page_of(spec: str, *formats: str, flavor: Flavor = "github") -> str:
    journey = pipeline.check(spec, name="coffee.journey.yaml").journey
    assert journey
    request = pipeline.DrawRequest(journey, "coffee", ("md", *formats), options=Options(flavor=flavor))
    return pipeline.draw(request)[".md"].decode()


def test_open_pain_points_follow_the_poster_and_resolved_ones_are_folded() -> None:
    page = page_of(PAINS, "svg")

    told = page[: page.index("## Order")].split("\n\n")
    assert told[:4] == [
        "# Coffee",
        next(part for part in told if part.startswith("[![Coffee")),
        "## What hurts",
        """\
| Pain point | Severity | Touchpoint | Remedy | Status | Owner |
| --- | --- | --- | --- | --- | --- |
| No change<br>hypothesis | Critical | 2\N{NO-BREAK SPACE}Pays | **nobody works on it** |  | Bar |
| Loud | High | 2\N{NO-BREAK SPACE}Pays | Carpets | Planned | Builders |
| Slow | Low | 1\N{NO-BREAK SPACE}Queues | **nobody works on it** |  | Bar |""",
    ]
    assert told[4:7] == [
        '<details id="closed-pain-points">\n<summary>Resolved pain points</summary>',
        """\
| Pain point | Severity | Touchpoint | Remedy | Status | Owner |
| --- | --- | --- | --- | --- | --- |
| It beeps<br>hypothesis | High | 2\N{NO-BREAK SPACE}Pays | Softer beep | Done | Bar |""",
        "</details>",
    ]


def test_without_pain_points_nothing_hurts() -> None:
    assert "## What hurts" not in page_of("title: Coffee\nstages: [{name: Order, touchpoints: [Pays]}]\n")


@pytest.mark.parametrize("flavor", ["github", "mdx"])
def test_each_other_table_is_folded_between_blank_lines(flavor: Flavor) -> None:
    parts = page_of(PAINS, flavor=flavor).split("\n\n")

    tables = [index for index, part in enumerate(parts) if part.startswith("|")]
    figures = [index for index in tables if parts[index - 1].startswith(("- **", "## "))]
    folded = [index for index in tables if index not in figures]
    assert len(figures) == 2
    assert len(folded) >= 4
    for index in folded:
        assert re.fullmatch(r'<details(?: id="[a-z-]+")?>\n<summary>[^<>]+</summary>', parts[index - 1])
        assert "</details>" in parts[index + 1 : index + 3]


def test_its_headings_begin_at_the_level_that_is_asked_for(sample: Sample) -> None:
    levels = [
        re.findall(r"^#+ ", str(markdown(sample(), options=Options(heading_level=level))), re.MULTILINE)
        for level in (1, 4)
    ]

    assert levels[0][0] == "# "
    assert levels[1] == [f"###{sign}" for sign in levels[0]]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_a_text_everywhere(sample: Sample, text: str) -> None:
    words, tags, links = seen(markdown(sample(text), pictures={"map": "x.svg"}))

    assert words.count(re.sub(r"\s", "", text)) >= 25
    assert tags <= TAGS
    assert set(links) == {"https://example.com/?a=1&b=2", "x.svg"}


@given(text=st.text(alphabet=st.sampled_from("`*_~[]<>#!\\|&;:@${}+-.()/1ax é\n"), min_size=1, max_size=16))
@settings(max_examples=60)
def test_any_text_is_a_text_everywhere(sample: Sample, text: str) -> None:
    text = f"x{text}y"
    words, tags, links = seen(markdown(sample(text)))

    assert words.count(re.sub(r"\s", "", text)) >= 25
    assert tags <= TAGS
    assert set(links) == {"https://example.com/?a=1&b=2"}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//evil.invalid", "file:///etc/passwd"])
def test_a_link_that_is_not_safe_is_a_text(sample: Sample, url: str) -> None:
    assert seen(markdown(sample(url=url)))[2] == []


def test_one_changed_text_changes_one_line(sample: Sample) -> None:
    before, after = sample(), sample()
    told = markdown(after).replace("**Pays**", "**Pays by card, at the till, after a long wait**").splitlines()
    changed = [line for line, other in zip(markdown(before).splitlines(), told, strict=True) if line != other]

    assert len(changed) == 1


def test_what_a_table_says_is_not_said_in_the_stage(sample: Sample) -> None:
    assert "Pains" not in markdown(sample())


def test_what_belongs_to_a_text_that_a_table_says_goes_with_it(sample: Sample) -> None:
    asked = (Text("Can I pay?"), Text("2", label="Answered by", tone="muted"), Text("When?"))
    whole = sample()
    table = Table(id="questions", title="Questions", columns=("Question",), rows=(((asked[0],),),))
    row = Row(id="questions", title="Questions", note=None, cells=(Cell(0, 2, asked),))
    map_ = replace(whole, grid=replace(whole.grid, rows=(row,)), tables=(table,))

    assert "- **Questions** When?\n" in markdown(map_)
    assert "Answered by" not in markdown(map_)


def test_a_list_that_a_table_says_is_not_said_in_the_stage(sample: Sample) -> None:
    asked = (Text("Can I pay?"), Text("2", label="Answered by", tone="muted"))
    whole = sample()
    table = Table(id="questions", title="Questions", columns=("Question",), rows=(((asked[0],),),))
    row = Row(id="questions", title="Questions", note=None, cells=(Cell(0, 2, (Bullets(asked), Bullets(asked[:1]))),))
    map_ = replace(whole, grid=replace(whole.grid, rows=(row,)), tables=(table,))

    assert "- **Questions**" not in markdown(map_)


def test_what_belongs_to_an_item_stands_behind_it(sample: Sample) -> None:
    asked = (Text("Can I pay?"), Text("2", label="Answered by", tone="muted"), Text("When?"))
    whole = sample()
    row = Row(id="questions", title="Questions", note=None, cells=(Cell(0, 2, (Bullets(asked),)),))

    told = markdown(replace(whole, grid=replace(whole.grid, rows=(row,)), tables=()))

    assert "- **Questions**\n  - Can I pay? **Answered by** 2\n  - When?\n" in told


def test_texts_of_one_name_stand_beside_each_other_in_a_table(sample: Sample) -> None:
    carried = (Text("Bar → Till"), Text("name", label="Carries"), Text("order", label="Carries"))
    table = Table(id="flow", title="Flow", columns=("Handoff",), rows=((carried,),))

    assert "| Bar → Till<br>**Carries** name · order |" in markdown(replace(sample(), tables=(table,)))


def test_what_has_nothing_but_a_name_stands_on_one_line(sample: Sample) -> None:
    rows = (((Text("Interviews"),), (Text("12"),)), ((Text("Survey"),), ()), ((Text("*Notes*"),), ()))
    table = Table("evidence", "Evidence", ("Source", "Sample"), rows)
    page = markdown(replace(sample("x"), tables=(table,)))

    assert "| Interviews | 12 |\n\nSurvey · \\*Notes\\*\n" in page
    assert "| Survey |" not in page


def test_the_feeling_stands_with_the_score_of_everyone(sample: Sample) -> None:
    axis = Axis(
        ticks=((0, "1"), (1, "3")), neutral=0.5, series=("Everyone", "Maya"), people=(None, 0), target_name=None
    )
    points = (Point(series=0, share=0, label="1"), Point(series=1, share=1, label="3"))
    felt = Score(points=points, feeling="torn", target=None, marks=(), hypothesis=False)
    alone = replace(felt, points=(points[1],) * 2)
    cells = (Cell(0, 1, (felt,)), Cell(1, 2, (alone,)))
    row = Row(id="emotion", title="Emotion", note=None, cells=cells, axis=axis)
    whole = sample()

    told = markdown(replace(whole, grid=replace(whole.grid, rows=(row,))))

    assert "| 1 | Everyone **1** torn<br>Maya **3** |" in told
    assert "| 2 | Maya **3**<br>Maya **3**<br>torn |" in told


def test_a_score_without_another_beside_it_is_not_said_to_be_that_of_everyone() -> None:
    page = page_of(
        "title: Coffee\npersonas: [{id: maya, name: Maya}, {id: ben, name: Ben}]\nstages: [{name: Order, touchpoints: ["
        "{name: Pays, emotion: {score: 1, by: {maya: 2}}}, {name: Drinks, personas: [ben], emotion: 2}]}]\n"
    )

    assert "Everyone **+1**<br>Maya **+2**" in page
    assert page.count("Everyone") == 1


def test_mdx_has_no_html_that_it_cannot_read(sample: Sample) -> None:
    text = markdown(sample("{a} <b> https://example.com import"), options=Options(flavor="mdx"))

    assert "<br>" not in text
    assert "<!--" not in text
    assert "<br />" in text
    assert not re.search(r"(?<!\\)\{(?!/\* \*/\})", text)

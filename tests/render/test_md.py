"""A page in Markdown says all that the map says, and nothing that the author did not."""

import re
from collections.abc import Callable

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mapgen.blocks import Bullets, Point, Score, Text
from mapgen.composition import Map
from mapgen.lanes.grid import Axis, Cell, Row
from mapgen.record import replace
from mapgen.render.formats.md import markdown
from mapgen.tables.table import Table

RENDERER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
Sample = Callable[..., Map]

TAGS = {
    *("html", "head", "body", "h1", "h2", "h3", "p", "ul", "li", "strong", "em", "a", "img", "br", "hr", "blockquote"),
    *("table", "thead", "tbody", "tr", "th", "td", "span"),
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

- **Scenario** Beans
- **Link** [Beans](https://example.com/?a=1&b=2)

| evidence-backed | Beans |
| --- | --- |
| 71 % | Beans |

![Beans](coffee.journey.svg)

## Personas

### Beans

Beans · hypothesis

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
- **Conversion** 62 %

| # | Touchpoints | Emotion | Thoughts | Moments | Metrics | Pictures |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | **★ Beans**<br>App<br>Beans<br>Beans | **2** Beans<br>peak · hypothesis<br>Target 2 | *Beans* |  |  | Beans |
| 2 | **Pays** |  | *Hm* | **★ Decides** Beans | Beans **29.8 %**<br>target 40 % |  |

## Leave

- **Goals** Beans

## Beans

| Pain | Beans |
| --- | --- |
| Beans | [Beans](https://example.com/?a=1&b=2) |

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


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_a_text_everywhere(sample: Sample, text: str) -> None:
    words, tags, links = seen(markdown(sample(text), pictures={"map": "x.svg"}))

    assert words.count(re.sub(r"\s", "", text)) >= 25
    assert tags <= TAGS
    assert set(links) == {"https://example.com/?a=1&b=2"}


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
    table = Table(id="questions", title="Questions", columns=("Question",), rows=(((asked[0],),),), drawn=False)
    row = Row(id="questions", title="Questions", note=None, cells=(Cell(0, 2, asked),))
    map_ = replace(whole, grid=replace(whole.grid, rows=(row,)), tables=(table,))

    assert "- **Questions** When?\n" in markdown(map_)
    assert "Answered by" not in markdown(map_)


def test_a_list_that_a_table_says_is_not_said_in_the_stage(sample: Sample) -> None:
    asked = (Text("Can I pay?"), Text("2", label="Answered by", tone="muted"))
    whole = sample()
    table = Table(id="questions", title="Questions", columns=("Question",), rows=(((asked[0],),),), drawn=False)
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
    table = Table(id="flow", title="Flow", columns=("Hand-over",), rows=((carried,),), drawn=True)

    assert "| Bar → Till<br>**Carries** name · order |" in markdown(replace(sample(), tables=(table,)))


def test_the_feeling_stands_with_the_score_of_everyone(sample: Sample) -> None:
    axis = Axis(ticks=((0, "1"), (1, "3")), neutral=0.5, series=("Everyone", "Maya"), target_name=None)
    points = (Point(series=0, share=0, label="1"), Point(series=1, share=1, label="3"))
    felt = Score(points=points, feeling="torn", target=None, marks=(), hypothesis=False)
    alone = replace(felt, points=(points[1],) * 2)
    cells = (Cell(0, 1, (felt,)), Cell(1, 2, (alone,)))
    row = Row(id="emotion", title="Emotion", note=None, cells=cells, axis=axis)
    whole = sample()

    told = markdown(replace(whole, grid=replace(whole.grid, rows=(row,))))

    assert "| 1 | Everyone **1** torn<br>Maya **3** |" in told
    assert "| 2 | Maya **3**<br>Maya **3**<br>torn |" in told


def test_mdx_has_no_html_that_it_cannot_read(sample: Sample) -> None:
    text = markdown(sample("{a} <b> https://example.com import"), flavor="mdx")

    assert "<br>" not in text
    assert "<!--" not in text
    assert "<br />" in text
    assert not re.search(r"(?<!\\)\{(?!/\* \*/\})", text)

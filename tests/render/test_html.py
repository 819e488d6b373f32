"""The page is valid, needs nothing from elsewhere, runs its own script only, and shows every text as a text."""

import re
from base64 import b64encode
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from mapgen import pipeline
from mapgen.analysis import analyze
from mapgen.composition import Map, compose
from mapgen.graphviz import lay_out
from mapgen.layout.typeface import WideTypeface
from mapgen.render.document import document
from mapgen.render.drawing import Drawing
from mapgen.render.formats import html
from mapgen.render.formats.svg import SvgWriter
from mapgen.render.markup import Xml
from mapgen.render.optional_engine import EngineError
from mapgen.render.options import Options
from mapgen.render.page.assemble import Content, page
from mapgen.render.page.listing import listings
from mapgen.render.page.picture import Canvas, Slice
from mapgen.render.page.reading_order import reading_order
from mapgen.render.page.view_tabs import ViewTab
from mapgen.render.theme_file import theme

Sample = Callable[..., Map]


def drawn(spec: bytes) -> Drawing:
    journey = pipeline.check(spec, name="journey.yaml").journey
    assert journey
    analysis = analyze(journey)
    return Drawing("journey", journey, analysis, partial(compose, journey, analysis))


SMALL = drawn(b"title: Coffee\nstages: [{name: Arrive, touchpoints: [{name: Queue}]}]\n")
EMPTY_SVG = Xml("<svg></svg>")
CANVAS = Canvas(
    id=Xml("mapgen-map"),
    story="A map.",
    patterns=Xml(),
    bands=((Slice("stages", None, None, EMPTY_SVG), Slice("lane", "lane-goals", "Goals", EMPTY_SVG)),),
    foot=(),
    style=".canvas{--width:900px}",
)
WRITER = SvgWriter(SMALL.scene, SMALL.theme, SMALL)
PLATE = ViewTab("way", "Another way", Xml("<svg><style>.a{fill:red}</style></svg>"), width=900)
HOSTILE = (
    "<script>alert(1)</script>",
    "</title></style></script><img src=x onerror=alert(1)>",
    '" onload="alert(1)" x="',
    "' onload='alert(1)' x='",
    "]]> --> <!-- &lt;b&gt; &amp;",
    "{{ 7*7 }}{% for i in range(9) %}{{ i }}{% endfor %}",
    "[x](javascript:alert(1)) `a|b`",
)


def written(map_: Map) -> str:
    read = reading_order(map_, document(map_, twice=True), WRITER)
    content = Content(CANVAS, read, plates=(PLATE,), listings=listings(map_))
    return page(map_, content, colors=theme("default"))


def parsed(text: str) -> Element:
    """Parse as a browser does, and allow no mistake."""
    tree: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    return tree


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_a_text_everywhere(sample: Sample, text: str) -> None:
    harmless, tree = parsed(written(sample())), parsed(written(sample(text)))

    assert squeezed("".join(tree.itertext())).count(squeezed(text)) >= 30
    assert [(e.tag, sorted(e.attrib)) for e in tree.iter()] == [(e.tag, sorted(e.attrib)) for e in harmless.iter()]


def test_links_are_safe_and_do_not_open_the_door(sample: Sample) -> None:
    links = [link for link in parsed(written(sample())).iter("a") if link.get("rel")]

    assert {link.get("href") for link in links} == {"https://example.com/?a=1&b=2"}
    assert {link.get("rel") for link in links} == {"noopener"}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//evil.invalid", "file:///etc/passwd"])
def test_a_link_that_is_not_safe_is_a_text(sample: Sample, url: str) -> None:
    assert not [link for link in parsed(written(sample(url=url))).iter("a") if link.get("rel")]


def test_the_policy_allows_exactly_the_styles_and_the_script_of_the_page(sample: Sample) -> None:
    tree = parsed(written(sample()))
    policy = next(str(meta.get("content")) for meta in tree.iter("meta") if meta.get("http-equiv"))
    allowed = {name: set(sources) for name, *sources in map(str.split, policy.split(";"))}

    assert allowed["style-src"] == {digest(style) for style in elements(tree, "style")}
    assert allowed["script-src"] == {digest(script) for script in elements(tree, "script") if not script.get("type")}
    assert allowed["default-src"] == {"'none'"}
    assert "unsafe" not in policy


def elements(tree: Element, name: str) -> list[Element]:
    return [element for element in tree.iter() if str(element.tag).endswith(name)]


def digest(element: Element) -> str:
    return f"'sha256-{b64encode(sha256((element.text or '').encode()).digest()).decode()}'"


def test_nothing_is_loaded_and_only_our_own_script_runs(sample: Sample) -> None:
    tree, other = parsed(written(sample())), parsed(written(sample("another text", language="ar")))
    run, again = ([one.text for one in elements(each, "script") if not one.get("type")] for each in (tree, other))

    assert not {"link", "img", "iframe", "object", "form"} & {str(element.tag) for element in tree.iter()}
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on") or name == "style"]
    assert len(run) == 1
    assert run == again


def test_ids_are_unique_and_every_inner_link_leads_somewhere(sample: Sample) -> None:
    tree = parsed(written(sample()))
    ids = [str(element.get("id")) for element in tree.iter() if element.get("id")]
    inner = {str(link.get("href"))[1:] for link in tree.iter("a") if str(link.get("href")).startswith("#")}

    assert len(ids) == len(set(ids))
    assert inner <= set(ids)
    assert {str(element.get("aria-labelledby")) for element in tree.iter("section")} <= {*ids, "None"}


def test_headings_go_down_one_by_one(sample: Sample) -> None:
    levels = [int(str(e.tag)[1]) for e in parsed(written(sample())).iter() if re.fullmatch(r"h\d", str(e.tag))]

    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_heads(sample: Sample) -> None:
    for table in parsed(written(sample())).iter("table"):
        assert "".join(next(table.iter("caption")).itertext())
        assert {head.get("scope") for row in table.iter("thead") for head in row.iter("th")} == {None}, (
            "it is the column"
        )
        assert next(table.iter("tbody")).find(".//th") is None


def test_a_map_from_the_right_is_a_page_from_the_right(sample: Sample) -> None:
    tree = parsed(written(sample(language="ar")))

    assert (tree.get("dir"), tree.get("lang")) == ("rtl", "ar")


def test_personas_who_are_only_a_name_share_a_line() -> None:
    spec = b"title: T\nevidence: [Talks]\npersonas: [Ada, {name: Bo, position: Baker}]\nstages: [{name: A}]\n"
    shown = html.render(drawn(spec))

    assert "<div class=cast>\n<article class=hollow id=persona-ada><h3 dir=auto>Ada</h3></article>\n</div>" in shown
    assert shown.count("<article") == 2


def holders(page: str) -> tuple[set[str], set[str]]:
    """Return the elements whose line breaks the style sheet keeps, by name, and the classes of which it does."""
    rule = re.search(r"([^{}]*)\{white-space:pre-line\}", page)
    assert rule
    names = [name.strip() for name in rule[1].split(",")]
    return {name for name in names if name.isalpha()}, {name.rpartition(".")[2] for name in names if "." in name}


def broken(page: str) -> list[tuple[str, bool]]:
    """Return each text of the page outside its picture with a line break in it, and whether the break is shown."""
    names, classes = holders(page)
    found: list[tuple[str, bool]] = []

    def walk(element: Element, *, kept: bool) -> None:
        for child in element:
            tag, own = str(child.tag), str(child.get("class")).split()
            if tag in {"svg", "style", "script", "title"} or "unseen" in own:
                continue
            inside = kept or tag in names or bool(classes & set(own))
            texts = (child.text, inside), *((below.tail, inside) for below in child)
            found.extend((text, shown) for text, shown in texts if text and "\n" in text and (text.strip() or shown))
            walk(child, kept=inside)

    walk(html5lib.parse(page, namespaceHTMLElements=False), kept=False)
    return found


def test_line_breaks_of_an_author_are_kept() -> None:
    text = '"first\\nsecond"'
    spec = f"""\
title: Coffee
x-remark: {text}
personas: [{{name: Ada, quote: {text}, goals: [{text}]}}]
stages:
  - name: Arrive
    goal: {text}
    x-sky: {text}
    touchpoints:
      - {{name: Queue, action: {text}, thought: {text}, pain_points: [{text}], x-list: [{text}, {text}]}}
"""
    found = broken(html.render(drawn(spec.encode())))

    assert len(found) == 12
    assert {text for text, _ in found} == {"first\nsecond"}
    assert [text for text, shown in found if not shown] == []


def test_no_line_break_of_a_template_is_shown() -> None:
    spec = Path(__file__).parents[2] / "examples/music-subscription/music-subscription.journey.yaml"
    found = broken(html.render(drawn(spec.read_bytes())))

    assert [text for text, shown in found if shown and not text.strip()] == []


def test_a_page_of_more_things_than_a_browser_likes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "MAX_THINGS", 3)
    touchpoint = b"{name: T, pain_points: [a], metrics: [{name: m, value: 1}]}"
    spec = b"title: A\nstages: [{name: S, touchpoints: [%s]}]\n" % touchpoint

    with pytest.raises(EngineError, match="would contain 4 items with details; the maximum is 3") as refused:
        html.render(drawn(spec))
    assert refused.value.hint
    assert "`--to svg,md`" in refused.value.hint


def test_only_a_font_that_is_known_leaves_no_room_for_a_wider_one() -> None:
    stack, in_page = Options(fonts="stack"), Options(fonts="stack", is_font_in_page=True)

    assert isinstance(SMALL.with_options(stack).measures, WideTypeface)
    assert SMALL.with_options(in_page).measures is SMALL.measures is SMALL.typeface


def test_the_page_of_an_ordinary_journey_stays_small() -> None:
    spec = Path(__file__).parents[2] / "examples/music-subscription/music-subscription.journey.yaml"
    journey = pipeline.check(spec.read_bytes(), name=spec.name).journey
    assert journey
    page = pipeline.draw(pipeline.DrawRequest(journey, spec.stem, ("html",), lay_out=lay_out))[".html"]

    assert len(page) <= 250_000

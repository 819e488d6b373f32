"""Whatever an author writes is shown as written, in XML, HTML and both flavors of Markdown."""

import html
import re
from xml.etree import ElementTree as ET

import html5lib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mapgen.render.markdown import Markdown, Md, table
from mapgen.render.markup import safe_url, xml
from mapgen.render.options import Flavor

HOSTILE = (
    "<script>alert(1)</script>",
    "</title></style></script><img src=x onerror=alert(1)>",
    "]]>",
    "-->",
    "<!-- x",
    "&lt;b&gt; &amp;amp; &#0; &x; &",
    "{{7*7}} {% raw %} {# #} ${x} #{y} <%= z %>",
    "[x](javascript:alert(1)) ![x](http://evil.invalid/x.png) [x]: javascript:alert(1)",
    "<javascript:alert(1)> <https://evil.invalid>",
    "# heading",
    "## heading ##",
    "#",
    "##",
    "| pipe | in | cell |",
    "\\| \\\\| \\",
    "```",
    "~~~",
    "~~gone~~ ~x~ ~ 5",
    "- item",
    "-",
    "---",
    "- - -",
    "+ item",
    "+1+1",
    "-1",
    "1. one",
    "2) two",
    "2024.",
    "> quote",
    "* * *",
    "***bold*** a*b * c",
    "_em_ a_b __c__ d_",
    "- [ ] task [^1] [!NOTE]",
    "===",
    "    code",
    "`a` ``b``",
    "@mention #1 !2 :smile: a@b.example 12:30:00 :100:",
    "https://example.com www.example.com irc://x",
    "$a$ costs $5 and 6$",
    "{+ added +} [- gone -]",
    "::include{file=/etc/passwd}",
    ":::danger",
    "!!! note",
    ": term",
    "import x from 'y'",
    "export const a = 1",
    "a & b < c > d <3 5<6",
    "a\nb\n\nc",
    "\u00a0nbsp\u3000",
    "العربية שלום 中文测试 ไทย 👩‍👩‍👧",
)

LOADED = st.text(alphabet=st.sampled_from("`*_~[]<>#!\\|&;:@$={}+-.()^%'\"/1ax \u00e9\u00a0中\n\tw"), max_size=24)
TEXTS = st.one_of(LOADED, st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), max_size=24))
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
PARTS = {"github": "<!-- -->", "mdx": "{/* */}"}
LINKED = re.compile(r"@\w|#\d|\w://|www\.|:[a-z][\w+-]*:")


def squeezed(text: str) -> str:
    """Leave out what no reader sees: how much space there is."""
    return " ".join(text.split())


def seen(rendered: str) -> str:
    """Return the texts of a rendered document, each parted from the next: a platform links within one text only."""
    return html.unescape(re.sub(r"<[^>]*>", "\0", rendered)).replace("\xa0", " ")


def shown(markdown: str, flavor: Flavor, wrapper: str) -> tuple[str, set[str]]:
    """Render; answer the text that is seen and the tags that stand in it."""
    source = markdown.replace(PARTS["mdx"], PARTS["github"]) if flavor == "mdx" else markdown
    rendered = MARKDOWN.render(source)
    assert not LINKED.search(seen(rendered))
    tree = html5lib.parseFragment(rendered.replace("<!-- -->", ""), namespaceHTMLElements=False)
    found = tree.findall(f".//{wrapper}")
    assert len(found) == 1, rendered
    tags = {str(element.tag) for element in found[0].iter() if isinstance(element.tag, str)} - {wrapper, "br", "span"}
    for line_break in list(found[0].iter("br")):
        line_break.tail = " " + (line_break.tail or "")
    return squeezed("".join(found[0].itertext())), tags


@pytest.mark.parametrize("flavor", ["github", "mdx"])
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_shown_as_written(text: str, flavor: Flavor) -> None:
    markdown = Markdown(flavor)
    cell = table([Md("a")], [[markdown.inline(text)]])
    heading = f"## {markdown.heading(text)}\n"
    item = f"- {markdown.line(text)}\n"

    assert shown(cell, flavor, "td") == (squeezed(text), set())
    assert shown(heading, flavor, "h2") == (squeezed(text), set())
    assert shown(item, flavor, "li") == (squeezed(text), set())
    assert shown(f"{markdown.line(text)}\n", flavor, "p") == (squeezed(text), set())


@pytest.mark.parametrize("flavor", ["github", "mdx"])
@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("~x~", r"\~x\~"),
        ("a ~b c~ d", r"a \~b c\~ d"),
        ("a~b~c", r"a\~b\~c"),
        ("~5 km", r"\~5 km"),
        ("5 ~ 6", "5 ~ 6"),
    ],
)
def test_a_single_tilde_strikes_nothing_through(text: str, escaped: str, flavor: Flavor) -> None:
    assert Markdown(flavor).inline(text) == escaped
    assert Markdown(flavor).alt(text) == escaped


@pytest.mark.parametrize("flavor", ["github", "mdx"])
@given(text=TEXTS)
@settings(max_examples=400)
@example(text="\\*")
@example(text=" *\u00a0")
@example(text="\u00a0* ")
@example(text=" ~\u00a0")
def test_any_text_is_shown_as_written(flavor: Flavor, text: str) -> None:
    markdown = Markdown(flavor)

    assert shown(table([Md("a")], [[markdown.inline(text)]]), flavor, "td") == (squeezed(text), set())
    assert shown(f"## x {markdown.heading(text)}\n", flavor, "h2") == (squeezed(f"x {text}"), set())
    assert shown(f"- **{markdown.heading(f'x{text}')}** x\n", flavor, "li") == (squeezed(f"x{text} x"), {"strong"})
    if text.strip():
        assert shown(f"{markdown.line(text)}\n", flavor, "p") == (squeezed(text), set())


@given(text=TEXTS)
def test_mdx_has_no_brace_and_no_tag_of_the_author(text: str) -> None:
    source = Markdown("mdx").line(text).replace("{/* */}", "").replace("<br />", "")

    assert not re.search(r"(?<!\\)(?:\\\\)*[{}]|<", source)
    assert not re.match(r"import|export", source)


@pytest.mark.parametrize(
    "text",
    ["a well-known trick", "snake_case stays", "5 * 3 < 20 & more", "at 12:30:00", "{{ name }}", "+6 points (a) 50 %"],
)
def test_what_needs_no_escape_stays_as_it_is(text: str) -> None:
    assert Markdown().line(text) == text


@given(text=TEXTS)
def test_any_text_survives_xml(text: str) -> None:
    element = ET.fromstring(f'<a b="{xml(text)}">{xml(text)}</a>')  # noqa: S314

    assert (element.text or "") == text
    assert element.get("b") == text


@pytest.mark.parametrize(
    "url", ["https://example.com/a?b=1&c=2#d", "HTTP://x", "mailto:a@b.example", "#part", "?q", "../x/y.md", "a/b:c"]
)
def test_addresses_that_may_be_linked(url: str) -> None:
    assert safe_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        *("javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:x", "java\tscript:x", "java\nscript:x"),
        *("\x01javascript:x", "vbscript:x", "data:text/html,x", "file:///etc/passwd", "ftp://x", "blob:x"),
        *("javascript&colon;alert(1)", "&#106;avascript:alert(1)", "&#x2f;/evil.invalid", "&#32;javascript:x"),
        *("//evil.invalid/x", "\\\\evil\\x", "/\\evil", "", "javascript&colon;alert(1):x", "tel:1", "http://x/ y"),
    ],
)
def test_addresses_that_are_never_linked(url: str) -> None:
    assert safe_url(url) is None
    assert Markdown().link(Md("x"), url) == "x"


@pytest.mark.parametrize(
    "url", ["http://x/)[y](javascript:alert(1)", "http://x/<script>", "x&lt;y", "a|b_*c*", "http://x/\"'`"]
)
def test_a_link_leads_where_the_author_said(url: str) -> None:
    rendered = MARKDOWN.render(f"[{Markdown().line('a ] b')}]({Markdown().address(url)})")
    links = html5lib.parseFragment(rendered, namespaceHTMLElements=False).findall(".//a")

    assert [link.text for link in links] == ["a ] b"]
    assert not re.search(r"[<>()\"' ]", str(links[0].get("href")))

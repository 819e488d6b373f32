"""No text of an author becomes an element, a link or a mention, in any field and any output."""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache

import html5lib
import pytest
from lxml import etree
from markdown_it import MarkdownIt

from mapgen.analysis import analyze
from mapgen.composition import compose
from mapgen.diff import compare, version
from mapgen.diff.history import CommitInfo, trace
from mapgen.diff.wording import describe
from mapgen.pipeline import DrawRequest, draw
from mapgen.render.diff import DIFF_FORMATS
from mapgen.render.diff.report import DiffReport, SpecReport
from mapgen.render.formats.md import markdown
from mapgen.render.history import HISTORY_FORMATS
from mapgen.render.history.report import HistoryReport
from mapgen.render.options import Flavor, Options
from mapgen.scenarios.formats import md as scenarios
from mapgen.scenarios.listing import report_scenarios
from tests.properties.hostile import journey

PAYLOADS = (
    "![x](http://e.example/x.png) [a](javascript:1) [b][c] [c]: javascript:1 [^1] [^1]: a",
    "@user @org/team me@x.example me@-x.example #1 o/r#1 !1 GH-1 gh-1 :tada:",
    "<img src=x onerror=1> <!-- --> --> &lt;b&gt; &#60;b> &amp; \\[a](b) \\",
    "</td></tr></table></details></title></style></svg><script>1</script>",
    "_www.x.example a_www.x.example (www.x.example ~www.x.example WWW.x.example",
    "http://x.example _http://x.example_ HTTPS://x.example ftp://x.example",
    "~~a~~ ~a~ b~c~d ***a*** *b* __c__ _d_ `code` `` a | b |",
    "{{x}} {x} {/* x */} $x$ $$y$$ $`z`$",
    "a\n#### heading",
    "a\n\n---\n\nb",
    "| a |\n| - |",
    "#### heading",
    "1. one",
    "+ one",
    "> quote",
    "===",
    "```",
    "import x from 'x'",
    "export const x = 1",
    "    indented",
    "\u00a0*\u00a0",
)
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
LINKED = re.compile(
    r"@[\w-]|(?<!\w)#\d|\w://|(?<![^\W_])www\.|(?<!\w)GH-\d|:[a-z][\w+-]*:|\$[^\s\0][^\0]*\$", re.IGNORECASE
)
"""What a platform links or replaces in a text after the Markdown was rendered."""
STRUCK = re.compile(r"(?<!\\)~(?=\S)|(?<=\S)(?<!\\)~")
"""What GitHub strikes through: a single wave does."""
OURS = re.compile(r"<!-- -->|<!-- mapgen diff -->|\{/\* \*/\}|<br />|<br>|</?span>")
CODE = re.compile(r"(?<!\\)`[^`\n]+`")
PARTED = "\N{SYMBOL FOR NULL}"
Elements = Counter[tuple[str, tuple[str, ...]]]


def built(text: str, flavor: Flavor) -> str:
    found = journey(text)
    return markdown(
        compose(found, analyze(found)), pictures={"map": "a.svg", "flow": "b.svg"}, options=Options(flavor=flavor)
    )


def diffed(text: str) -> str:
    told = describe(compare(version(journey(text)), version(journey(f"{text} new"))))
    return DIFF_FORMATS["md"].render(DiffReport(text, text, (SpecReport("changed", text, text, told),)))


def recorded(text: str) -> str:
    moments = (CommitInfo("2026-01-01", "0000001", text, text), CommitInfo("2026-01-02", "0000002", text, text))
    history = trace([version(journey(text)), version(journey(f"{text} new"))])
    return HISTORY_FORMATS["md"].render(HistoryReport(text, moments, history))


def listed(text: str) -> str:
    return scenarios.FORMAT.render(report_scenarios(journey(text), "any", most=3, end=None))


WRITERS: dict[str, Callable[[str], str]] = {
    "build": lambda text: built(text, "github"),
    "build for MDX": lambda text: built(text, "mdx"),
    "diff": diffed,
    "history": recorded,
    "scenarios": listed,
}


def elements(page: str) -> tuple[Elements, list[str], str]:
    """Return the elements of a page, the links and pictures in it, and its text in pieces."""
    source = re.sub(r"\\([~$])", PARTED, page)
    rendered = MARKDOWN.render(OURS.sub(PARTED, source))
    tree = html5lib.parseFragment(rendered, namespaceHTMLElements=False, treebuilder="lxml")
    found = [element for part in tree if not isinstance(part, str) for element in part.iter()]
    tags: Elements = Counter((str(element.tag), tuple(sorted(map(str, element.keys())))) for element in found)
    leads = [str(element.get("href") or element.get("src")) for element in found if element.tag in {"a", "img"}]
    texts = re.sub(r"<(code|a)\b.*?</\1>|<[^>]*>", "\0", rendered)  # nothing is linked in code and in links
    return tags, sorted(leads), html.unescape(texts.replace(PARTED, "\0"))


@cache
def plain(kind: str) -> tuple[Elements, list[str], str]:
    return elements(WRITERS[kind]("Word"))


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("kind", WRITERS)
def test_markdown_has_no_element_of_the_author(kind: str, payload: str) -> None:
    written = WRITERS[kind](payload)
    tags, leads, text = elements(written)
    usual, usual_leads, _ = plain(kind)

    if kind.startswith("build"):
        assert tags == usual
    assert set(tags) <= set(usual)
    assert leads == usual_leads
    assert not LINKED.search(text)
    assert not re.search(r"(?<!\\)~(?=\S)|(?<=\S)(?<!\\)~", OURS.sub("", CODE.sub("", written))), (
        "GitHub strikes one wave through"
    )


@pytest.mark.parametrize("flavor", ["github", "mdx"])
def test_a_description_of_a_picture_has_no_comment_and_no_escape(flavor: Flavor) -> None:
    text = 'A [b] <c> ! d! *e* _f_ \\ g "h" {i} @j #1 www.k.example http://l.example :m: $n$ ~o~ 🎿 `p`\nq'
    page = MARKDOWN.render(built(text, flavor))
    images = html5lib.parseFragment(page, namespaceHTMLElements=False).iter("img")
    alts = [image.get("alt") for image in images if image.get("width") is None]  # a photo stands below its name
    shown = text.replace("\n", " ")

    assert len(alts) == 2
    assert all(shown in str(alt) for alt in alts)
    assert not re.search(r"<!--|/\*|&#|&lt;|\\[^ ]", "".join(map(str, alts)))


def kinds(root: Iterable[object]) -> set[str]:
    """Return the names of elements and attributes."""
    found: set[str] = set()
    for element in root:
        found |= {str(getattr(element, "tag", None)), *map(str, getattr(element, "keys", list)())}
    return found


@cache
def drawn(text: str) -> Mapping[str, bytes]:
    options = Options(fonts="stack")
    return draw(DrawRequest(journey(text), "any.journey", ("svg", "html"), options=options))


def test_pictures_and_pages_have_no_element_of_the_author() -> None:
    usual, hostile = drawn("  Two\n  words"), drawn("\n".join(PAYLOADS))

    assert set(usual) == set(hostile)
    for suffix in usual:
        if suffix.endswith(".svg"):
            known, found = (kinds(etree.fromstring(files[suffix]).iter()) for files in (usual, hostile))
        else:
            known, found = (kinds(html5lib.parse(files[suffix].decode()).iter()) for files in (usual, hostile))
        assert found <= known

"""What the preview adds to a page, and what it does not let the author's words do."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest

from mapgen import resources
from mapgen.pipeline import DrawRequest, check, draw
from mapgen.preview.listing import IndexEntry, blank, listing
from mapgen.preview.page import MadePage, preview
from mapgen.preview.site import PreviewPage
from mapgen.render.page.picture import parts
from tests.draw_recorder import DrawRecorder

HOSTILE = """</title><script>alert(1)</script><meta http-equiv="Content-Security-Policy" content=""></body>"""
RUN = "aWordThatNobodyKnows"


def page_of(title: str) -> str:
    spec = f"title: '{title}'\nstages: [{{name: One, touchpoints: [{{name: '{title}'}}]}}]\n"
    journey = check(spec, name="x.journey.yaml").journey
    assert journey
    return draw(DrawRequest(journey, "x.journey", ("html",)))[".html"].decode()


def rules(policy: str) -> dict[str, str]:
    return {name: rest for name, _, rest in (rule.strip().partition(" ") for rule in policy.split(";"))}


def digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@pytest.fixture(params=["map", "listing", "blank"])
def content(request: pytest.FixtureRequest) -> str:
    """Each kind of page that is shown."""
    entries = (IndexEntry("/%22.yaml", HOSTILE, HOSTILE, bad=True),)
    kinds = {"map": lambda: page_of(HOSTILE), "listing": lambda: listing(entries), "blank": lambda: blank(HOSTILE)}
    return kinds[request.param]()


def test_the_policy_allows_the_script_of_the_preview_and_still_no_other(content: str) -> None:
    shown = preview(MadePage(content), run=RUN, notices=())
    before, after = (
        rules(unescape(re.findall(r'Content-Security-Policy" content="([^"]*)"', text)[0]))
        for text in (content, shown.content.decode())
    )

    added = digest(resources.template("preview/preview.js"))
    assert after["script-src"] == f"{before['script-src']} {added}".removeprefix("'none' ")
    assert after["style-src"] == f"{before['style-src']} 'nonce-{RUN}'".removeprefix("'none' ")
    assert after["connect-src"] == "'self'"
    assert {name: rest for name, rest in after.items() if name not in {"script-src", "style-src", "connect-src"}} == {
        name: rest for name, rest in before.items() if name not in {"script-src", "style-src"}
    }
    assert rules(shown.policy) == {**after, "frame-ancestors": "'none'"}


def test_the_page_holds_no_script_but_those_of_ours(content: str) -> None:
    text = preview(MadePage(content), run=RUN, notices=()).content.decode()

    allowed = rules(unescape(re.findall(r'Content-Security-Policy" content="([^"]*)"', text)[0]))["script-src"].split()
    scripts = re.findall(r"<script(?! type=\"application/json\")[^>]*>(.*?)</script>", text, re.DOTALL)
    assert {digest(script) for script in scripts} == set(allowed)
    assert text.count("</body>") == 1


def test_each_style_carries_the_word_of_this_run(content: str) -> None:
    text = preview(MadePage(content), run=RUN, notices=()).content.decode()

    assert "<style>" not in re.sub(r"<script\b.*?</script>", "", text, flags=re.DOTALL)
    assert text.count(f'<style nonce="{RUN}">') == content.count("<style>") + 1


def test_a_script_is_sent_as_it_is_whatever_it_holds() -> None:
    text = blank("x").replace("</body>", '<script>a = "<style>"</script></body>')

    assert '<script>a = "<style>"</script>' in preview(MadePage(text), run=RUN, notices=()).content.decode()


def test_the_version_is_that_of_the_content() -> None:
    one, same, other = (preview(MadePage(blank(title)), run=RUN, notices=()) for title in ("a", "a", "b"))

    assert one == same
    assert version(one) != version(other)


def version(page: PreviewPage) -> str:
    return str(json.loads(page.news)["version"])


SPEC = """\
title: Coffee
stages:
  - name: Arrive
    touchpoints: [{name: Sees the queue, emotion: -1}, {name: Pays, emotion: 1}]
    goal: Coffee before the train leaves
"""


def sheet(spec: str) -> MadePage:
    journey = check(spec, name="x.journey.yaml").journey
    assert journey
    recorder = DrawRecorder()
    files = draw(DrawRequest(journey, "x.journey", ("html",)), recorder)
    return MadePage(files[".html"].decode(), parts(recorder.drawings[0]))


def told(before: MadePage | None, after: MadePage) -> dict[str, Any]:
    """Return the news of a page for those who have the one before."""
    page = preview(before, run=RUN, notices=()) if before else None
    found: dict[str, Any] = json.loads(preview(after, run=RUN, notices=(), before=page).news)
    return found


def test_the_parts_of_a_map_are_the_pictures_in_its_page() -> None:
    whole = sheet(SPEC)
    map_ = html5lib.parse(whole.content, namespaceHTMLElements=False).find(".//*[@id='map']")

    assert map_ is not None
    shown = [one for one in map_.iter("{http://www.w3.org/2000/svg}svg") if one.get("class") != "unseen"]
    drawn = [
        html5lib.parseFragment(part, namespaceHTMLElements=False).find("{http://www.w3.org/2000/svg}svg")
        for part in whole.parts[1:]
    ]
    assert [outlined(one) for one in drawn if one is not None] == [outlined(one) for one in shown]
    assert len(drawn) > 5


def outlined(picture: Element) -> tuple[str, list[str | None], str]:
    """Return all of a picture but its shapes: in a page, an outline that recurs is drawn once; commas save quotes."""
    return (
        (picture.get("viewBox") or "").replace(",", " "),
        [one.get("id") for one in picture.iter()],
        "".join(picture.itertext()),
    )


def test_the_news_bring_the_pictures_that_have_changed() -> None:
    before, after = sheet(SPEC), sheet(SPEC.replace("before the train", "after the train"))
    news = told(before, after)

    ((at, picture),) = news["pictures"]
    assert news["since"] == version(preview(before, run=RUN, notices=()))
    assert "after the train" in picture
    assert picture == after.parts[at + 1]


def test_the_news_bring_no_pictures_where_the_map_has_other_parts_or_sizes() -> None:
    whole = sheet(SPEC)

    assert told(None, whole)["pictures"] is None
    assert told(whole, sheet(SPEC.replace("    goal: Coffee before the train leaves\n", "")))["pictures"] is None
    assert told(whole, sheet(SPEC + SPEC.partition("stages:\n")[2] * 9))["pictures"] is None
    assert told(MadePage(blank("x")), MadePage(blank("y")))["pictures"] is None
    assert told(whole, whole)["pictures"] == []


def test_the_notices_stand_in_the_news_and_not_in_the_page() -> None:
    notice: dict[str, str | list[str] | None] = {"severity": "error", "message": "</script>é\n"}
    page = preview(MadePage(blank("x")), run=RUN, notices=[notice])

    assert '"notices": [{"severity": "error", "message": "</script>\\u00e9\\n"}]' in page.news
    assert "\n" not in page.news
    assert page.content == preview(MadePage(blank("x")), run=RUN, notices=()).content

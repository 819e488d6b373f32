"""A block named `mapgen` becomes a picture of its spec; nothing in a spec becomes a part of the page."""

import logging
from pathlib import Path

import html5lib
import pytest
from markdown import markdown

from mapgen.integrations.markdown import MapError, MapExtension
from tests.integrations.site_builder import BROKEN, SPEC, pictures, plain, texts


def page(text: str, folder: Path, *others: str, **options: object) -> str:
    """Return the HTML of a page in a folder."""
    return markdown(text, extensions=[MapExtension(docs_dir=str(folder), **options), *others])


def block(text: str = SPEC, options: str = "") -> str:
    return f"```mapgen {options}\n{text}```\n"


def test_a_spec_in_a_page_becomes_a_picture_with_alternative_text(tmp_path: Path) -> None:
    (picture,) = pictures(page(block(), tmp_path))

    assert picture["alt"].startswith("Morning coffee: Order.")
    assert "Waits in line" in texts(picture["svg"])
    assert "prefers-color-scheme:dark" in picture["svg"]


def test_a_file_is_found_from_the_folder_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "my maps").mkdir()
    (tmp_path / "my maps/coffee.journey.yaml").write_text(SPEC, encoding="utf-8")

    (picture,) = pictures(page('```mapgen file="my maps/coffee.journey.yaml"\n```', tmp_path))

    assert "Waits in line" in texts(picture["svg"])


@pytest.mark.parametrize(
    ("options", "alternative"),
    [("view=flow", "Flow. "), ("view=map", "Morning coffee"), ("alt='Coffee & cake'", "Coffee & cake")],
)
def test_options_choose_what_is_drawn(options: str, alternative: str, tmp_path: Path) -> None:
    (picture,) = pictures(page(block(options=options), tmp_path))

    assert picture["alt"].startswith(alternative)


def test_lanes_draw_the_map_with_these_alone(tmp_path: Path) -> None:
    (picture,) = pictures(page(block(options="lanes=touchpoints hide=head"), tmp_path))

    assert "Waits in line" in texts(picture["svg"])
    assert "Morning coffee" not in texts(picture["svg"])


def test_the_settings_of_the_repository_hold(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "mapgen.toml").write_text('theme = "dark"\npaper = "a3"\n', encoding="utf-8")
    (tmp_path / "docs").mkdir()

    (picture,) = pictures(page(block(), tmp_path / "docs"))

    assert "prefers-color-scheme" not in picture["svg"], "the theme dark has one ground"
    assert float(picture["width"]) > 1000, "in pixels, not in millimeters of a paper"


@pytest.mark.parametrize(
    "text",
    [
        f"1. One:\n\n    {block().replace(chr(10), chr(10) + '    ')}\n2. Two",
        f"!!! note\n    Look:\n\n    {block().replace(chr(10), chr(10) + '    ')}",
        f"- a\n\n    - b\n\n        {block().replace(chr(10), chr(10) + '        ')}",
        block().replace("```mapgen", "~~~~ {.mapgen}").replace("```", "~~~~"),
        block().removesuffix("```\n"),
    ],
    ids=["list", "admonition", "list in a list", "braces", "not closed"],
)
def test_a_block_is_found_wherever_markdown_allows_one(text: str, tmp_path: Path) -> None:
    html = page(text, tmp_path, "admonition", "fenced_code")

    assert len(pictures(html)) == 1
    assert "<p><div" not in html


@pytest.mark.parametrize(
    "text",
    [
        f"````markdown\n{block()}````",
        f"    {block().replace(chr(10), chr(10) + '    ')}",
        f"Text\n\n    {block().replace(chr(10), chr(10) + '    ')}",
        "```mapgenius\ntitle: A\n```",
        "```yaml\ntitle: mapgen\n```",
        "Write ```mapgen``` here",
    ],
)
def test_what_only_shows_a_block_stays_as_it_is(text: str, tmp_path: Path) -> None:
    assert pictures(page(text, tmp_path, "fenced_code")) == []


def test_text_of_a_spec_is_never_markup(tmp_path: Path) -> None:
    hostile = '</div></svg><script>alert(1)</script><img src=x onerror=alert(1)> " onload="x {{ 1 }} wzxhzdk:0'
    text = SPEC.replace("Morning coffee", f"'{hostile}'").replace("Waits in line", f"'{hostile}'")
    text += f"x-note: '{hostile}'\n"

    html = page(f"{block(text)}\n{block()}", tmp_path)

    tree = html5lib.parse(html, namespaceHTMLElements=False)
    assert [element.tag for element in tree.iter() if element.tag in {"script", "svg", "iframe"}] == []
    assert {name for element in tree.iter() for name in element.attrib if name.startswith("on")} == set()
    assert [image["alt"][:9] for image in pictures(html)] == [hostile[:9], "Morning c"]
    assert hostile.split(maxsplit=1)[0] in texts(pictures(html)[0]["svg"])


def test_an_error_stops_the_builder_and_names_the_line_of_the_page(tmp_path: Path) -> None:
    with pytest.raises(MapError) as stopped:
        page(f"# Title\n\nText\n\n{block(BROKEN)}", tmp_path)

    assert str(stopped.value).splitlines() == [
        "<page>:5: this map cannot be drawn",
        "error[unknown-key]: a stage has no key `touchponts`",
        " --> <page>:9:5",
        "   |",
        " 9 |     touchponts:",
        "   |     ^^^^^^^^^^",
        "   = hint: did you mean `touchpoints`?",
    ]


def test_all_errors_of_a_page_are_reported(tmp_path: Path) -> None:
    with pytest.raises(MapError) as stopped:
        page(f"{block(BROKEN)}\n{block(options='view=flaw')}", tmp_path)

    assert str(stopped.value).count("this map cannot be drawn") == 2


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("```mapgen\n```", "the block has no spec", "name one, as in file=checkout.journey.yaml"),
        (block(options="file=a.journey.yaml"), "the block has a spec and names a file too", "remove the option `file`"),
        (block(options="view=flaw"), 'unknown view "flaw"; did you mean "flow"?', "use flow, funnel, map"),
        (block(options="veiw=flow"), 'unknown option "veiw"; did you mean "view"?', "use file, view, "),
        (block(options="flow"), '"flow" has no value', "write for example: file="),
        (block(options="view="), "the option `view` is empty", "give it a value"),
        (block(options="alt='a"), "a quotation mark is not closed", "close the quotation mark"),
        (block(options="lanes=foo"), 'unknown lane "foo"', "use "),
        (block(options="theme=drak"), 'unknown theme "drak"; did you mean "dark"?', ""),
        (block(options="scenario=happy"), 'unknown scenario "happy"', "add `scenarios` to the spec"),
        (block(options="scenario=happy view=map"), "the view map does not show a single scenario", "use view=flow"),
        ("```mapgen file=nothing.journey.yaml\n```", "the spec cannot be read: no such file", ""),
        ("```mapgen file=../out.journey.yaml\n```", "it is outside the", "name a spec in the same"),
        ("```mapgen file=/../out.journey.yaml\n```", "it is outside the", "name a spec in the same"),
    ],
)
def test_what_is_wrong_with_a_block_is_said_with_a_hint(text: str, message: str, hint: str, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (tmp_path / "out.journey.yaml").write_text(SPEC, encoding="utf-8")

    with pytest.raises(MapError) as stopped:
        page(text, docs)

    assert message in str(stopped.value)
    assert f"hint: {hint}" in str(stopped.value) or not hint


def test_a_link_out_of_the_repository_is_not_followed(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (tmp_path / "out.journey.yaml").write_text(SPEC, encoding="utf-8")
    (docs / "in.journey.yaml").symlink_to(tmp_path / "out.journey.yaml")

    with pytest.raises(MapError, match="it is outside the folder"):
        page("```mapgen file=in.journey.yaml\n```", docs)


def test_without_strict_the_page_shows_what_is_wrong(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    html = page(f"{block(BROKEN.replace('Order', '<b>Order'))}\nText", tmp_path, strict=False)

    assert "a stage has no key `touchponts`" in plain(html)
    assert "<b>" not in html
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


def test_a_warning_is_said_and_stops_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)

    html = page(block(SPEC.replace("name: Order", "name: Order # 5 o'clock")), tmp_path)

    assert len(pictures(html)) == 1
    assert all(record.levelno == logging.INFO for record in caplog.records)

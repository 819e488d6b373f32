"""A page that is written in fewer bytes says exactly what it said: each text, each attribute, and nothing else."""

import html5lib
from hypothesis import example, given
from hypothesis.strategies import characters, lists, one_of, sampled_from, text
from markupsafe import escape

from mapgen.render.markup import xml
from mapgen.render.page.lean import lean, stamped

MARKS = "\"'`=<>&/ \t\n-!;#x1\u00a0\u0085\u2028\u3000\u200b\ufeff\U0001f600"
TEXTS = text(one_of(sampled_from(MARKS), characters(exclude_categories=["Cs", "Cc"])), max_size=12)
OUTLINE = "13.5v14.5h-13.5z"
PATH = f'<path d="m1 2h{OUTLINE}" fill="#fff"/>'


def page(texts: list[str], *, as_xml: bool) -> str:
    """Write texts as the templates and the writer of pictures do: in attributes, between tags that are left open."""
    one, other, third = (xml(text) if as_xml else escape(text) for text in texts)
    return (
        f'<!DOCTYPE html><title>T</title><body><main title="{one}" hidden data-a="{other}" class="{third}">'
        f'<dl><div id="x"><dt>{one}<dd><p>{other}<p class="b">{third}</div></dl>'
        f'<svg aria-label="{one}"><g data-a="{other}">{PATH}<title>{third}</title>{PATH}</g>'
        f'<rect width="1" data-a="{one}"/><a href="#{other}" x="1"/></svg>'
        f'<table><tr><td>{one}<td data-a="{other}">{third}</table></main>'
    )


def read(shown: str) -> list[object]:
    """Read a page as a browser does: its elements, with their attributes and texts; numbers may have commas between."""
    tree = html5lib.parse(shown, namespaceHTMLElements=False)
    for one in tree.iter():
        if "d" in one.attrib:
            one.attrib["d"] = one.attrib["d"].replace(",", " ")
    return [(one.tag, sorted(one.attrib.items()), one.text or "", one.tail or "") for one in tree.iter()]


@given(lists(TEXTS, min_size=3, max_size=3))
@example(["=", "=", "="])
@example(["a=", ' b="c', "/"])
@example(['"', "'", "`"])
@example(["", " ", "\n"])
@example(["/", ">", "<p>"])
@example([" d=", "1 2", " viewBox="])
@example(["x/", "a=b", "="])
def test_nothing_is_read_in_another_way(texts: list[str]) -> None:
    for as_xml in (True, False):
        written = page(texts, as_xml=as_xml)
        whole = read(written)

        assert read(lean(written)) == whole
        main = next(one for one in html5lib.parse(lean(written), namespaceHTMLElements=False).iter("main"))
        assert dict(main.attrib) == {"title": texts[0], "hidden": "", "data-a": texts[1], "class": texts[2]}
        assert ["".join(one.itertext()) for one in main.iter("p")] == texts[1:]
        assert ["".join(one.itertext()) for one in main.iter("dt")] == texts[:1]
        assert ["".join(one.itertext()) for one in main.iter("td")] == [texts[0], texts[2]]


@given(lists(TEXTS, min_size=3, max_size=3))
def test_only_outlines_are_written_in_another_way(texts: list[str]) -> None:
    written = page(texts, as_xml=True)
    shown = lean(stamped(written))
    _, definitions = shown.rsplit("<svg class=unseen", 1)

    assert (
        definitions == f" width=0 height=0 aria-hidden=true><defs><path id=a d=m0,0h{OUTLINE} fill=#fff /></defs></svg>"
    )
    assert shown.count("<use href=#a x=1 y=2") == 2
    unstamped = shown.removesuffix(f"<svg class=unseen{definitions}").replace("<use href=#a x=1 y=2 />", PATH)
    assert read(unstamped) == read(written)


def test_what_is_painted_alike_everywhere_is_said_once() -> None:
    alike = f'<path d="m7-2h{OUTLINE}" class="a" fill="#fff"/>'

    assert stamped(f"{PATH}{alike}").startswith('<use href="#a" x="1" y="2"/><use href="#a" x="7" y="-2" class="a"/>')


def test_the_stretched_pieces_of_the_curve_stay_paths() -> None:
    piece = f'<svg viewBox="0 0 1 1" class="piece">{PATH}</svg>'

    assert stamped(piece * 2) == piece * 2


def test_a_page_without_recurring_outlines_stays_as_it_is() -> None:
    assert stamped(f"<p>{PATH}") == f"<p>{PATH}"


def test_what_is_filled_from_a_height_of_the_picture_stays_there() -> None:
    light = PATH.replace("#fff", "url(#fade)")

    assert stamped(light * 2) == light * 2


def test_gradients_of_the_same_colors_have_them_from_one_that_no_tab_hides() -> None:
    stops = '<stop offset="0" stop-color="#123"/>'
    light = '<linearGradient id="{}" gradientUnits="userSpaceOnUse" x1="0" y1="{}" x2="0" y2="9">{}</linearGradient>'
    one, other, third = light.format("a", 1, stops), light.format("b", 2, stops), light.format("c", 3, "<stop/>")

    assert stamped(f"<section>{one}{other}{third}</section>") == (
        '<section><linearGradient id="a" href="#l1" y1="1" y2="9"/><linearGradient id="b" href="#l1" y1="2" y2="9"/>'
        f'{third}</section><svg class="unseen" width="0" height="0" aria-hidden="true"><defs>'
        f'<linearGradient id="l1" gradientUnits="userSpaceOnUse" x1="0" x2="0">{stops}</linearGradient></defs></svg>'
    )

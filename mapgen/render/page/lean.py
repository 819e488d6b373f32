"""HTML -> the same HTML in fewer bytes: an outline that recurs is written once, values stand without quotation marks.

HTML, unlike XML, needs no marks around values such as `168.5`; a list of numbers needs none with commas in it. A page
is for browsers, which all know `<use>`; in a file of its own, which other programs read too, a picture repeats its
outlines.
"""

import re
from collections import Counter
from itertools import chain, count

from mapgen.lazy import regex

_PATH = regex(
    r'<svg [^>]*class="piece.*?</svg>|<path d="m(-?[\d.]+)(?: |(?=-))(-?[\d.]+)(?P<outline>[a-z][^"]*)"'
    r"(?P<looks>(?:(?!url\()[^<>])*?)(?=/?>)"  # light falls from a height of the picture, so it stays there
)
_GRADIENT = regex(
    r'<linearGradient(?P<id> id="[^"]*") gradientUnits="userSpaceOnUse" x1="0"(?P<top> y1="[^"]*") x2="0"'
    r'(?P<bottom> y2="[^"]*")>(?P<stops>.*?)</linearGradient>'
)
_ATTRIBUTE = regex(r' [\w-]+="[^"]*"')
_TAG = regex(r"<[a-z][^<>]*>")
_NUMBERS = regex(r' (?:d|viewBox|stroke-dasharray)="[-\w. ]+"')
_QUOTED = regex(r"""="([^\s"'`=<>&/]+)"(/?)""")
_LETTERS = "abcdefghjknopqrstuvwxyz"  # no ids of the page; those that are used most are the shortest
_LEAST = 16  # characters of an outline that are more than what refers to it


def lean(html: str) -> str:
    r"""Leave out quotation marks in tags around values that no parser could read in another way.

    Apostrophes stand as they are: no value is in single quotation marks.

    >>> lean('<a href="#x" title="A b"><rect x="1"/>say="x", it&#39;s<path d="m1 2h3"/></a>')
    '<a href=#x title="A b"><rect x=1 />say="x", it\'s<path d=m1,2h3 /></a>'
    """
    return _TAG.sub(_unquoted, html.replace("&#39;", "'"))


def stamped(html: str) -> str:
    """Draw each outline that recurs once, at the end, and refer to it where it was.

    How it is painted stays where it was, except for what is the same everywhere. The pieces of the vertical curve stay
    as they are: a style rule asks that their lines are not stretched with them.

    >>> stamped('<path d="m1 2h13.5v14.5h-13.5z" fill="#fff"/><path d="m7-2h13.5v14.5h-13.5z"/>')[:72]
    '<use href="#a" x="1" y="2" fill="#fff"/><use href="#a" x="7" y="-2"/><sv'
    """
    html, lights = _lit(html)
    looks: dict[str, list[list[str]]] = {}
    for found in _PATH.finditer(html):
        if found["outline"] and len(found["outline"]) > _LEAST:
            looks.setdefault(found["outline"], []).append(_ATTRIBUTE.findall(found["looks"]))
    recurring = [outline for outline, written in looks.items() if len(written) > 1]
    if not recurring and not lights:
        return html
    recurring.sort(key=lambda outline: -len(looks[outline]))
    names = dict(zip(recurring, chain(_LETTERS, map("i{}".format, count(1))), strict=False))
    common = {
        outline: [look for look in looks[outline][0] if all(look in others for others in looks[outline])]
        for outline in recurring
    }

    def stamp(found: re.Match[str]) -> str:
        outline = found["outline"]
        if outline not in names:
            return found[0]
        own = (look for look in _ATTRIBUTE.findall(found["looks"]) if look not in common[outline])
        return f'<use href="#{names[outline]}" x="{found[1]}" y="{found[2]}"{"".join(own)}'

    outlines = "".join(f'<path id="{name}" d="m0 0{one}"{"".join(common[one])}/>' for one, name in names.items())
    shown = _PATH.sub(stamp, html)
    return f'{shown}<svg class="unseen" width="0" height="0" aria-hidden="true"><defs>{lights}{outlines}</defs></svg>'


def _lit(html: str) -> tuple[str, str]:
    """Let gradients that differ only in their heights take their colors from one; return these too.

    They stand where no tab hides them: browsers know no colors in what is hidden.
    """
    counts = Counter(found["stops"] for found in _GRADIENT.finditer(html))
    names = {stops: f"l{number}" for number, stops in enumerate((one for one in counts if counts[one] > 1), start=1)}

    def lit(found: re.Match[str]) -> str:
        name = names.get(found["stops"])
        if name is None:
            return found[0]
        return f'<linearGradient{found["id"]} href="#{name}"{found["top"]}{found["bottom"]}/>'

    shared = "".join(
        f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="0" x2="0">{stops}</linearGradient>'
        for stops, name in names.items()
    )
    return _GRADIENT.sub(lit, html), shared


def _unquoted(tag: re.Match[str]) -> str:
    text = _NUMBERS.sub(lambda found: " " + found[0][1:].replace(" ", ","), tag[0])
    return _QUOTED.sub(lambda found: f"={found[1]} /" if found[2] else f"={found[1]}", text)

"""Drawing -> one HTML page that needs nothing else: the map, and under it all that it says, in words and tables."""

import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256

from jinja2 import BaseLoader, Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from mapgen import resources
from mapgen.composition import Map
from mapgen.render.document import document
from mapgen.render.format import Drawing, Format
from mapgen.render.formats import svg
from mapgen.render.markup import safe_url
from mapgen.render.theme import Theme
from mapgen.words import Words

_STYLE = re.compile(r"<style>([^<]*)</style>")


def page(map_: Map, *, picture: str, colors: Theme, fonts: str = "") -> str:
    """Write a page around a picture, an `<svg>` element; `fonts` are further rules of its style."""
    return whole(map_, picture, body(map_, picture), fonts + variables(colors) + sheet())


def body(map_: Map, picture: str) -> str:
    """Write what the page shows."""
    return (
        _environment()
        .get_template("html/body.html.j2")
        .render(
            map=map_,
            words=Words(map_.language),
            document=document(map_),
            picture=Markup(picture),  # noqa: S704 - our own drawing, in which every text is escaped
        )
    )


def whole(map_: Map, picture: str, content: str, style: str) -> str:
    """Write the page around its body, with a policy that allows this style and no script."""
    return (
        _environment()
        .get_template("html/page.html.j2")
        .render(
            map=map_,
            policy=policy((style, *_STYLE.findall(picture))),
            style=Markup(style),  # noqa: S704 - our own style sheet; it holds no text of the author
            body=Markup(content),  # noqa: S704 - what the template above escaped
        )
    )


def policy(styles: tuple[str, ...]) -> str:
    """Return the Content-Security-Policy: what is not in the page is not loaded, and no script runs.

    >>> policy(("a{}",))[:42]
    "default-src 'none'; script-src 'none'; sty"
    """
    digests = dict.fromkeys(b64encode(sha256(style.encode()).digest()).decode() for style in styles)
    allowed = " ".join(f"'sha256-{digest}'" for digest in digests)
    return (
        f"default-src 'none'; script-src 'none'; style-src {allowed}; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def variables(colors: Theme) -> str:
    """Name the theme's colours for the style sheet; each stage has an accent."""
    accents = "".join(f".accent-{n}{{--accent:var(--accent-{n})}}" for n in range(1, 11))
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{_named(colors.dark)}}}}}"
    scheme = "light dark" if colors.ground == "both" else colors.ground
    family = "" if colors.font == "Inter" else f"font-family:{svg.stack(colors.font)};"
    own = f":root{{color-scheme:{scheme};{family}{_named(colors.light)}}}"
    return f"{own}{dark if colors.ground == 'both' else ''}{accents}"


def _named(colors: Mapping[str, str]) -> str:
    return "".join(f"--{role}:{color};" for role, color in sorted(colors.items()))


def sheet() -> str:
    """Return the style sheet."""
    return resources.template("html/page.css")


def _environment() -> Environment:
    """Read templates from the package, escape everything, forgive no unknown name."""
    loader: BaseLoader = FunctionLoader(resources.template)
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    environment.filters["address"] = _address
    return environment


def _address(url: str | None) -> str | None:
    return None if url is None else safe_url(url)


def fonts(drawing: Drawing, content: str) -> str:
    """Embed what the text of the page needs and the drawing, which carries its own, does not have."""
    labels = tuple(svg.labels(drawing.scene.items))
    written = {character for character in content if not character.isspace()} | set("&<>\"'")
    rules = []
    for weight in (400, 600):
        drawn = {character for label in labels if label.weight == weight for character in label.text}
        rules.append(_face(drawing.typeface.subset(sorted(written - drawn), weight), weight))
    return "".join(rules)


def _face(data: bytes, weight: int) -> str:
    source = f"url(data:font/ttf;base64,{b64encode(data).decode('ascii')})"
    return f"@font-face{{font-family:Inter;font-weight:{weight};src:{source}}}"


def _render(drawing: Drawing) -> str:
    picture = svg.svg(drawing)
    content = body(drawing.map, picture)
    embedded = fonts(drawing, content) if drawing.embeds else ""
    return whole(drawing.map, picture, content, embedded + variables(drawing.theme) + sheet())


FORMAT = Format(suffix=".html", render=_render, comment="<!-- {} -->")

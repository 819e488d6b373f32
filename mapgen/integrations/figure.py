"""A picture -> the HTML that shows it in a page of somebody else."""

from urllib.parse import quote

from mapgen.integrations.picture import Picture
from mapgen.render.formats.svg import number
from mapgen.render.markup import Xml, xml

_LEAST = 0.4
"""The least scale at which a picture can be read; on smaller screens it scrolls sideways."""

_KEPT = "!$'()*+,-./:;=?@[]^_{|}~ "
"""What an address of a picture need not encode in an attribute between double quotes."""

_FIGURE = Xml(
    '<div class="mapgen" role="group" aria-label="{title}" tabindex="0" style="overflow-x:auto;margin:1em 0">'
    '{style}<img alt="{alt}" width="{width}" height="{height}" src="{src}"'
    ' style="display:block;box-sizing:border-box;width:100%;min-width:{least}px;max-width:{width}px;height:auto">'
    "</div>"
)
_ERROR = Xml(
    '<div class="mapgen-error admonition danger" role="alert">'
    '<p class="admonition-title">This map cannot be drawn</p>'
    "<pre>{report}</pre></div>"
)


_STYLE = Xml("<style>:where(:root:not(:has(meta[name=color-scheme]))){color-scheme:light}</style>")
"""What a page with maps needs once: where it does not say that it can be dark, it is light, whatever the system is."""


def figure(picture: Picture, *, is_first: bool = False) -> Xml:
    """Return an image that needs no file and no script, and a style in the first figure of a page, or in its head.

    An image takes its ground, light or dark, from the `color-scheme` of the page, which the switch of a theme sets.
    Nothing in it can run, or has an effect on the page.
    """
    return _FIGURE.fill(
        title=xml(picture.title),
        style=_STYLE if is_first else Xml(),
        alt=xml(picture.story),
        width=number(picture.width),
        height=number(picture.height),
        least=number(round(picture.width * _LEAST)),
        src=xml(f"data:image/svg+xml,{quote(picture.svg.strip(), safe=_KEPT)}"),
    )


def error_box(report: str) -> Xml:
    """Return what stands in the place of a picture that cannot be drawn."""
    return _ERROR.fill(report=xml(report))

"""The templates of the page, read from the package: they escape everything and forgive no unknown name."""

from jinja2 import BaseLoader, Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from mapgen import resources
from mapgen.render.markup import safe_url


def environment() -> Environment:
    """Return what the templates of the page are rendered with."""
    loader: BaseLoader = FunctionLoader(resources.template)
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    made.filters["address"] = _address
    made.filters["drawn"] = _drawn
    return made


def _address(url: str | None) -> str | None:
    return None if url is None else safe_url(url)


def _drawn(svg: str) -> Markup:
    return Markup(svg)  # noqa: S704 - our own drawing, in which every text is escaped

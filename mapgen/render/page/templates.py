"""The templates of the page, read from the package: they escape everything and forgive no unknown name."""

from jinja2 import BaseLoader, Environment, FunctionLoader, StrictUndefined

from mapgen import resources
from mapgen.render.markup import safe_url


def environment() -> Environment:
    """Return what the templates of the page are rendered with."""
    loader: BaseLoader = FunctionLoader(resources.template)
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    made.filters["address"] = _address
    return made


def _address(url: str | None) -> str | None:
    return None if url is None else safe_url(url)

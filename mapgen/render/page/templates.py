"""The templates of the page, read from the package: they escape everything and forgive no unknown name."""

from collections.abc import Callable
from functools import cache

from jinja2 import Environment, FunctionLoader, StrictUndefined

from mapgen import resources
from mapgen.render.markup import safe_url


@cache
def environment() -> Environment:
    """Return what the templates of the page are rendered with; it compiles each of them once."""
    made = Environment(
        loader=FunctionLoader(_read), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    made.filters["address"] = _address
    return made


def _read(name: str) -> tuple[str, str, Callable[[], bool]]:
    """Return a template, and what tells whether it is still the same: a preview lives longer than a template is."""
    text = resources.template(name)
    return text, name, lambda: resources.template(name) == text


def _address(url: str | None) -> str | None:
    return None if url is None else safe_url(url)

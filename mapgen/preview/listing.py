"""Maps -> the page that lists them, and the page that stands for a map which could not be made yet."""

from jinja2 import Environment, FunctionLoader, StrictUndefined

from mapgen import resources
from mapgen.record import record


@record
class IndexEntry:
    """A map in the list; `bad` where something stands in the way of a newer one."""

    address: str
    title: str
    name: str
    bad: bool


def listing(entries: tuple[IndexEntry, ...]) -> str:
    """Return the page that lists maps."""
    return _written("Maps", entries)


def blank(title: str) -> str:
    """Return the page that stands for a map."""
    return _written(title, ())


def _written(title: str, entries: tuple[IndexEntry, ...]) -> str:
    environment = Environment(loader=FunctionLoader(resources.template), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("preview/listing.html.j2").render(title=title, entries=entries)

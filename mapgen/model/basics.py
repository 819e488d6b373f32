"""What every part of a journey may hold: numbers, lengths of time, links, images, custom keys of the author."""

from mapgen.record import record

Number = int | float


@record
class Duration:
    """A length of time as in the spec: amounts with their units, largest first.

    Units are years, months, weeks, days, hours, minutes and seconds. If it is a range, `parts` is its shorter end, and
    `most` its longer one.
    """

    parts: tuple[tuple[Number, str], ...]
    most: tuple[tuple[Number, str], ...] = ()


@record
class Link:
    """A link to more information; `url` is https, http, mailto or relative."""

    url: str
    title: str


@record
class Image:
    """A raster image below the folder of the spec; `src` is the relative path as written, at `pointer`."""

    src: str
    alt: str
    pointer: str


@record
class Extra:
    """A custom key of the author; `key` begins with `x-`, `texts` are its values as text."""

    key: str
    texts: tuple[str, ...]


def titled(key: str) -> str:
    """Write an `x-` key as a title.

    >>> titled("x-weather-in-town")
    'Weather in town'
    """
    text = key.removeprefix("x-").replace("-", " ").replace("_", " ").strip()
    return text[:1].upper() + text[1:] or key

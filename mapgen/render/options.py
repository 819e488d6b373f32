"""What the person who builds may choose, and the names of the files."""

from typing import Literal

from mapgen.record import record

Flavor = Literal["github", "mdx"]
Fonts = Literal["embed", "stack"]

MAIN = "poster"
"""The view whose files have no name of their own, and the one that is made where nobody names views."""

MAP = "map"
"""The view that documents are about: all that the spec says."""

APPENDIX_PAPER = "a4"
"""The paper of a PDF with an appendix where nobody chose one: the smallest, so that it is readable on any printer."""

OF_SCENARIOS = frozenset({"flow", "poster", "slide"})
"""The views that can be about one scenario."""

PARTS = ("head", "figures", "personas", "legend", "footer")
"""The parts of a picture that can be left out."""

SCALES = (0.1, 8.0)
"""The least and the largest scale of a PNG."""

HEADING_LEVELS = (1, 4)
"""The least and the largest level of the title of a Markdown page, which has headings of two more levels."""


@record
class Options:
    """What the person who builds may choose.

    `width` is the width of the map in pixels, None for as wide as its content wants. `paper` is the name of a paper
    for whose sheets the map is set; the width then does not count. `fonts` says whether a drawing
    carries the font it was measured with, or names the reader's own; `is_font_in_page`, that the page around a drawing
    carries it. `scale` is pixels of a PNG for each of the map, None for two, or fewer where that were too many.
    `heading_level` is that of the title of a Markdown page, so that it can stand within another one.
    `scenario` is the id or name of the scenario whose path the flow highlights, and which the poster and the slide
    are about.
    `hide` names the `PARTS` that pictures leave out. `appendix` adds map and tables to the PDF of the poster;
    `is_lanes_only` leaves out legend and footer of the map. `bom` puts a byte order mark before CSV, for Excel.
    `folder` is the path from the folder of the files to that of the spec, with slashes; "" where both are the same.
    """

    flavor: Flavor = "github"
    width: int | None = None
    paper: str | None = None
    fonts: Fonts = "embed"
    is_font_in_page: bool = False
    scale: float | None = None
    heading_level: int = 1
    scenario: str | None = None
    hide: tuple[str, ...] = ()
    appendix: bool = False
    is_lanes_only: bool = False
    bom: bool = False
    folder: str = ""


def suffix(view: str, kind: str, scenario: str | None = None) -> str:
    """Return what is put behind the name for a view in a kind of file.

    >>> suffix("poster", ".svg"), suffix("flow", ".svg"), suffix("flow", ".svg", "happy")
    ('.svg', '.flow.svg', '.flow-happy.svg')
    >>> suffix("flow", ".svg", "Tries and stays")
    '.flow-tries-and-stays.svg'
    """
    path = f"-{_in_file_name(scenario)}" if view in OF_SCENARIOS and scenario else ""
    if view == MAIN and not path:
        return kind
    return f".{view}{path}{kind}"


def _in_file_name(scenario: str) -> str:
    """Return the id of a scenario, or the slug of its name."""
    if scenario.replace("-", "").replace("_", "").isalnum():
        return scenario
    from mapgen.model.ids import short_slug

    return short_slug(scenario)

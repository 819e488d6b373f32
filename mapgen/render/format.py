"""The contract of a format: a module in `formats/` offers one as `FORMAT`; the module's name is the format's id."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from mapgen.record import record
from mapgen.render.drawing import Drawing
from mapgen.render.optional_engine import Engine

if TYPE_CHECKING:
    from mapgen.diagnostics.diagnostic import Diagnostic


@record
class Format:
    """A kind of file. `suffix` is put behind the name; `render` returns the whole content, a text or bytes.

    `engine` is the package without which `render` can only raise EngineError. `comment` is how the format writes what
    nobody reads, with {} for the text; with it, a map says at its end that mapgen made it. A kind of picture is made
    `by_view`, a file for each; any other once, of the whole map. One that is made `with_views` shows each of them.
    A picture `with_appendix` can show the sheets that follow a poster.
    `missing` returns the visible characters for which there is no font, where the format depends on installed fonts;
    `without_font` is what happens to such text. `not_shown` yields what has no place in the format, where most of a
    journey has one, of a drawing and its content.
    """

    suffix: str
    render: Callable[[Drawing], str | bytes]
    engine: Engine | None = None
    comment: str | None = None
    by_view: bool = False
    with_appendix: bool = False
    with_views: bool = False
    missing: Callable[[str], str] | None = None
    without_font: str = ""
    not_shown: "Callable[[Drawing, str], Iterable[Diagnostic]] | None" = None

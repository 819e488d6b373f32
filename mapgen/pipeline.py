"""All steps in their order: YAML text -> Journey -> the contents of the files.

Pure: disk and terminal are elsewhere.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from mapgen import resources
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.model.journey import Image, Journey
from mapgen.record import record, replace
from mapgen.source.tree import Json, Source

if TYPE_CHECKING:
    from mapgen.layout.flow.ranks import LayOut
    from mapgen.render.engine import EngineError
    from mapgen.render.format import Drawing, Format, Options
    from mapgen.render.histories.chronicle import Chronicle
    from mapgen.render.theme import Theme

DEFAULT_THEME = "default"


@record
class Checked:
    """A spec that was read: its text, the journey if one can be made of it, and all that there is to say."""

    name: str
    text: str
    source: Source | None
    journey: Journey | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def failed(self) -> bool:
        """Whether no map can be made."""
        return self.journey is None or any(found.severity is Severity.ERROR for found in self.diagnostics)

    def images(self) -> Iterator[Image]:
        """Yield each image that the journey shows."""
        if self.journey is not None:
            for touchpoint in self.journey.touchpoints():
                yield from touchpoint.images

    def with_diagnostics(self, found: Sequence[Diagnostic]) -> "Checked":
        """Return the same with more to say; a diagnostic that knows only its pointer is given its place."""
        source = self.source
        if source is None:
            return replace(self, diagnostics=(*self.diagnostics, *found))
        placed = (replace(one, span=one.span or source.locate(one.pointer)) for one in found)
        return replace(self, diagnostics=(*self.diagnostics, *placed))


def check(text: str | bytes, *, name: str) -> Checked:
    """Read a spec and return the journey, or all that stands in its way. `name` is what messages call the spec."""
    from mapgen.model.builder import build
    from mapgen.schema.validator import check as check_shape
    from mapgen.source.decoding import readable
    from mapgen.source.parser import parse

    source, found = parse(text, name=name)
    if source is None:
        return Checked(name, readable(text), None, None, found)
    found += tuple(check_shape(source, _schema()))
    if not source.text.isascii():
        from mapgen.schema.signs import signs

        found += tuple(signs(source, _schema()))
    if any(one.severity is Severity.ERROR for one in found):
        return Checked(name, source.text, source, None, found)
    journey, noticed = build(source)
    return Checked(name, source.text, source, journey, (*found, *noticed))


@cache
def _schema() -> Json:
    return json.loads(resources.schema())  # type: ignore[no-any-return]  # JSON is what the schema is written in


def draw(  # noqa: PLR0913 - each is one choice of the person who builds
    journey: Journey,
    *,
    name: str,
    formats: Sequence[str],
    lanes: Sequence[str] = (),
    theme: "str | Theme" = DEFAULT_THEME,
    pictures: Mapping[str, str] | None = None,
    options: "Options | None" = None,
    views: Sequence[str] = (),
    lay_out: "LayOut | None" = None,
    undrawn: "Callable[[EngineError], None] | None" = None,
    findings: Sequence[Diagnostic] = (),
    past: "Chronicle | None" = None,
    early: "Callable[[Drawing], None] | None" = None,
    noticed: Callable[[Diagnostic], None] | None = None,
) -> dict[str, bytes]:
    """Return the content of each file of a map by its suffix, in the order of `formats`, then of `views`.

    `name` is that of the files without suffix. `lanes`, where given, take the place of those that the spec chooses;
    `theme`, one of ours by its name or one that was read, is used where the spec chooses none. `views` are those that
    the journey has something for where none is named; `lay_out` asks Graphviz, and without it no view that needs it is
    made unless it is named. `undrawn` is told why a view cannot be drawn, and the rest is made without it. `findings`
    of an audit are told in formats that hold everything, `past`, the earlier versions, in the page. `early` is handed
    what is drawn of the map before anything is made of it, for somebody who cannot wait for whole files. `noticed` is
    called with each diagnostic about what was made, such as text for which there is no font.

    KeyError where there is no such format or view, EngineError where one cannot be drawn.
    """
    from mapgen.analysis import analyse
    from mapgen.composition import compose
    from mapgen.render import FORMATS
    from mapgen.render.format import MAP, Drawing, Options
    from mapgen.render.views import VIEWS, usual

    own = None
    if journey.theme == DEFAULT_THEME:
        if isinstance(theme, str):
            journey = replace(journey, theme=theme)
        else:
            own = theme
    analysis = analyse(journey)
    composed = compose(journey, analysis, lanes=tuple(lanes), source=name, findings=tuple(findings))
    drawing = Drawing(
        name,
        journey,
        analysis,
        composed,
        tuple(formats),
        pictures or {},
        options or Options(),
        own,
        lay_out=lay_out,
        past=past,
    )
    if early:
        early(drawing)
    kinds = [FORMATS[format_] for format_ in formats]
    drawings = {MAP: drawing}
    if any(kind.by_view or kind.with_views for kind in kinds):
        usual_ones = (one for one in usual(journey, analysis) if lay_out is not None or not VIEWS[one].uses_engine)
        drawings = _views(drawing, tuple(views) or tuple(usual_ones), undrawn, noticed)
    others = tuple(one for view, one in drawings.items() if view != MAP)
    about_map = drawings.get(MAP, drawing).of(MAP, tuple(drawings), others)
    files: dict[str, bytes] = {}
    for kind in kinds:
        for one in drawings.values() if kind.by_view else (about_map,):
            files[one.suffix(one.view, kind.suffix)] = _content(kind, one)
        if noticed and kind.missing:
            for found in _without_font(kind, drawings.values()):
                noticed(found)
    return files


def _without_font(kind: "Format", drawings: "Iterable[Drawing]") -> Iterator[Diagnostic]:
    """Yield what there is to report of text for which the format has no font, in all views together."""
    from mapgen.render.formats.svg import labels
    from mapgen.render.missing import visible, warning

    texts = [(label.text, one.typeface) for one in drawings for label in labels(one.scene.items)]
    wanted = visible((text for text, _ in texts), texts[0][1].covers) if texts else ""
    lost = kind.missing(wanted) if wanted and kind.missing else ""
    if lost:
        yield warning(kind.suffix.removeprefix(".").upper(), lost, kind.without_font)


def _views(
    drawing: "Drawing",
    views: Sequence[str],
    undrawn: "Callable[[EngineError], None] | None",
    noticed: Callable[[Diagnostic], None] | None,
) -> "dict[str, Drawing]":
    """Return the drawing of each view that can be drawn, in the order given."""
    from mapgen.render.engine import EngineError

    made: dict[str, Drawing] = {}
    for view in views:
        try:
            one = drawing.of(view, ()) if view == drawing.view else _drawn(drawing, view, noticed)
        except EngineError as error:
            if undrawn is None:
                raise
            undrawn(error)
        else:
            made[view] = one
    return {view: one.of(view, tuple(made)) for view, one in made.items()}


def _drawn(drawing: "Drawing", view: str, noticed: Callable[[Diagnostic], None] | None) -> "Drawing":
    """Return the drawing of a view with its scene; where Graphviz is missing or fails, without Graphviz."""
    from mapgen.diagnostics.failure import MissingEngineError
    from mapgen.render.engine import EngineError
    from mapgen.render.views import VIEWS

    one = drawing.of(view, ())
    try:
        _ = one.scene
    except EngineError as error:
        if one.lay_out is None or not VIEWS[view].uses_engine:
            raise
        one = drawing._replace(lay_out=None).of(view, ())
        _ = one.scene
        if noticed:
            message = f"the {view} is drawn in the order of the map: {error}"
            severity = Severity.INFO if isinstance(error, MissingEngineError) else Severity.WARNING
            noticed(Diagnostic("flow-without-graphviz", message, severity, hint=error.hint))
    return one


def _content(kind: "Format", drawing: "Drawing") -> bytes:
    """Return what goes into a file; a text says at its end that mapgen made it, where its format can."""
    content = kind.render(drawing)
    if isinstance(content, bytes):
        return content
    if kind.comment:
        from mapgen.render.marks import marked

        content = marked(content, kind.comment)
    return content.encode()

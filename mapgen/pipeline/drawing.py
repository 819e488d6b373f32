"""A journey, and what to draw of it -> the contents of the files."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from mapgen.analysis import Analysis, analyze
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.failure import MissingEngineError
from mapgen.model.journey import Journey
from mapgen.record import record, replace
from mapgen.render import FORMATS
from mapgen.render.drawing import VIEWS, Drawing, usual
from mapgen.render.format import Format
from mapgen.render.optional_engine import EngineError
from mapgen.render.options import MAIN, MAP, Options

if TYPE_CHECKING:
    from mapgen.composition import Map
    from mapgen.layout.flow.ranks import LayOut
    from mapgen.render.history.report import HistoryReport
    from mapgen.render.theme import Theme

DEFAULT_THEME = "default"


@record
class DrawRequest:
    """What to draw of a journey, and how: all that decides what is in the files.

    `name` is that of the files without suffix. `lanes`, where given, take the place of those that the spec chooses;
    `theme`, one of ours by its name or one that was read, is used where the spec chooses none. `pictures` are the
    author's images as data URIs, by `src`. Where no `views` are named, those of `pictured` are made as pictures,
    and a page shows each view that there is something for; `lay_out` asks Graphviz, and without it no view that needs
    it is made unless it is named. `findings` of an audit are told in formats that hold everything, `past`, the earlier
    versions, in the page.
    """

    journey: Journey
    name: str
    formats: Sequence[str]
    lanes: Sequence[str] = ()
    theme: "str | Theme" = DEFAULT_THEME
    pictures: Mapping[str, str] = MappingProxyType({})
    options: Options = Options()
    views: Sequence[str] = ()
    pictured: Sequence[str] = (MAIN,)
    lay_out: "LayOut | None" = None
    findings: Sequence[Diagnostic] = ()
    past: "HistoryReport | None" = None


class DrawObserver:
    """Follows how files are drawn; whoever wants to know something overrides its method."""

    def drawing_started(self, drawing: Drawing) -> None:
        """Take what is drawn of the map before anything is made of it, for somebody who cannot wait for whole files."""

    def view_omitted(self, error: EngineError) -> None:
        """Take why a view that nobody named cannot be drawn; the page is made without it."""

    def diagnostic_found(self, found: Diagnostic) -> None:
        """Take what there is to report about what was made, such as text for which there is no font."""


def draw(request: DrawRequest, observer: DrawObserver | None = None) -> dict[str, bytes]:
    """Return the content of each file of a map by its suffix, in the order of the formats, then of the views.

    KeyError where there is no such format or view, EngineError where one cannot be drawn; a view that nobody named is
    left out then, if there is an observer to tell.
    """
    drawing = _drawing(request)
    if observer:
        observer.drawing_started(drawing)
    kinds = [FORMATS[format_] for format_ in request.formats]
    pictured = tuple(request.views or request.pictured) if any(kind.by_view for kind in kinds) else ()
    paged = (tuple(request.views) or _usual(drawing)) if any(kind.with_views for kind in kinds) else ()
    required = frozenset(request.views or pictured)
    drawings = _views(drawing, tuple(dict.fromkeys((*pictured, *paged))), required, observer)
    pictures = [drawings[view] for view in pictured]
    files: dict[str, bytes] = {}
    for kind in kinds:
        if kind.by_view:
            files |= {one.suffix(one.view, kind.suffix): _content(kind, one) for one in pictures}
        else:
            document = _document(drawings.get(MAP, drawing), drawings, paged if kind.with_views else pictured)
            files[kind.suffix] = _content(kind, document)
        if observer:
            for found in (*_without_font(kind, pictures), *_not_shown(kind, drawing, files)):
                observer.diagnostic_found(found)
    return files


def _drawing(request: DrawRequest) -> Drawing:
    """Return the drawing of the map, from which those of the other views are made."""
    journey, theme, own = request.journey, request.theme, None
    if journey.theme == DEFAULT_THEME:
        if isinstance(theme, str):
            journey = replace(journey, theme=theme)
        else:
            own = theme
    analysis = analyze(journey)
    lanes, findings = tuple(request.lanes), tuple(request.findings)
    return Drawing(
        request.name,
        journey,
        analysis,
        cache(partial(_compose, journey, analysis, lanes, request.name, findings)),
        tuple(request.formats),
        request.pictures,
        request.options,
        own,
        lay_out=request.lay_out,
        past=request.past,
    )


def _compose(
    journey: Journey, analysis: Analysis, lanes: tuple[str, ...], source: str, findings: tuple[Diagnostic, ...]
) -> "Map":
    """Compose the map; its lanes and tables are imported only where something shows them."""
    from mapgen.composition import compose

    return compose(journey, analysis, lanes=lanes, source=source, findings=findings)


def _usual(drawing: Drawing) -> tuple[str, ...]:
    """Return the views that a page shows where nobody names any; without Graphviz, none that needs it."""
    views = usual(drawing.journey, drawing.analysis)
    return tuple(view for view in views if drawing.lay_out is not None or not VIEWS[view].uses_engine)


def _document(about_map: Drawing, drawings: Mapping[str, Drawing], views: Sequence[str]) -> Drawing:
    """Return a drawing of the map that knows the views beside it that were made."""
    made = tuple(view for view in views if view in drawings)
    return about_map.of(MAP, made, tuple(drawings[view] for view in made if view != MAP))


def _without_font(kind: Format, drawings: Iterable[Drawing]) -> Iterator[Diagnostic]:
    """Yield what there is to report of text for which the format has no font, in all views together."""
    if not kind.missing:
        return
    from mapgen.render.formats.svg import labels
    from mapgen.render.missing import visible, warning

    scenes = [(one, scene) for one in drawings for scene in (one.scenes if kind.with_appendix else (one.scene,))]
    texts = [(label.text, one.typeface) for one, scene in scenes for label in labels(scene.items)]
    wanted = visible((text for text, _ in texts), texts[0][1].covers) if texts else ""
    lost = kind.missing(wanted) if wanted else ""
    if lost:
        yield warning(kind.suffix.removeprefix(".").upper(), lost, kind.without_font)


def _not_shown(kind: Format, drawing: Drawing, files: Mapping[str, bytes]) -> Iterable[Diagnostic]:
    """Return what there is to report of the journey that has no place in the format."""
    return kind.not_shown(drawing, files[kind.suffix].decode()) if kind.not_shown else ()


def _views(
    drawing: Drawing,
    views: Sequence[str],
    required: frozenset[str],
    observer: DrawObserver | None,
) -> dict[str, Drawing]:
    """Return the drawing of each view that can be drawn, in the order given; EngineError for a required one."""
    made: dict[str, Drawing] = {}
    for view in views:
        try:
            one = drawing.of(view, ()) if view == drawing.view else _drawn(drawing, view, observer)
        except EngineError as error:
            if observer is None or view in required:
                raise
            observer.view_omitted(error)
        else:
            made[view] = one
    return {view: one.of(view, tuple(made)) for view, one in made.items()}


def _drawn(drawing: Drawing, view: str, observer: DrawObserver | None) -> Drawing:
    """Return the drawing of a view with its scene; where Graphviz is missing or fails, without Graphviz."""
    one = drawing.of(view, ())
    try:
        _ = one.scene
    except EngineError as error:
        if one.lay_out is None or not VIEWS[view].uses_engine:
            raise
        one = drawing._replace(lay_out=None).of(view, ())
        _ = one.scene
        if observer:
            message = f"the {view} is drawn in map order: {error}"
            severity = Severity.INFO if isinstance(error, MissingEngineError) else Severity.WARNING
            observer.diagnostic_found(Diagnostic("flow-without-graphviz", message, severity, hint=error.hint))
    return one


def _content(kind: Format, drawing: Drawing) -> bytes:
    """Return what goes into a file; a text says at its end that mapgen made it, where its format can."""
    content = kind.render(drawing)
    if isinstance(content, bytes):
        return content
    if kind.comment:
        from mapgen.render.stamp import stamped

        content = stamped(content, kind.comment)
    return content.encode()

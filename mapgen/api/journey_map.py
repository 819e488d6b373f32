"""A spec that was checked -> a map: its diagnostics, its journey, and the map in each format."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import counted, nearest, quoted
from mapgen.model.journey import Journey, show_with

if TYPE_CHECKING:
    from mapgen.diagnostics.span import Span
    from mapgen.layout.flow.ranks import LayOut
    from mapgen.pipeline.checking import Checked
    from mapgen.render.options import Options

_NO_PICTURES: Mapping[str, str] = MappingProxyType({})


class SpecError(ValueError):
    """A spec has errors, so that there is no journey; `diagnostics` are all that there is to say about the spec."""

    def __init__(self, name: str, diagnostics: Sequence[Diagnostic]) -> None:
        """Say each error on a line of its own."""
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(_told(name, one) for one in diagnostics if one.severity is Severity.ERROR))


class JourneyMap:
    r"""The map of a spec, in any format; errors of the spec are values until something is drawn of it.

    >>> import mapgen
    >>> coffee = mapgen.parse("title: Coffee\nstages: [{name: Order, touchpoints: [{name: Waits, emotion: -1}]}]")
    >>> coffee.failed, coffee.journey.stages[0].touchpoints[0].name
    (False, 'Waits')
    >>> coffee.svg()[:4], coffee.to("json")[:1]
    ('<svg', b'{')
    """

    def __init__(
        self,
        checked: "Checked",
        *,
        file_name: str = "journey",
        pictures: Mapping[str, str] = _NO_PICTURES,
        lay_out: "LayOut | None" = None,
    ) -> None:
        """Take a spec that was checked; `pictures` are its images as data URIs, by path, `lay_out` asks Graphviz."""
        self.checked = checked
        self._file_name = file_name
        self._pictures = pictures
        self._lay_out = lay_out

    @property
    def name(self) -> str:
        """What messages call the spec."""
        return self.checked.name

    @property
    def text(self) -> str:
        """The text of the spec."""
        return self.checked.text

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All that there is to say about the spec, in the order of its text; an audit says more."""
        return self.checked.diagnostics

    @property
    def failed(self) -> bool:
        """Whether the spec has errors, so that there is no journey."""
        return self.checked.failed

    @property
    def journey(self) -> Journey:
        """The journey, with names resolved and defaults filled in; SpecError if the spec has errors."""
        journey = self.checked.journey
        if journey is None or self.failed:
            raise SpecError(self.name, self.diagnostics)
        return journey

    def locate(self, pointer: str) -> "Span | None":
        """Return the lines and columns of an item, by the `pointer` that each item of a journey has."""
        return self.checked.source.locate(pointer) if self.checked.source else None

    def svg(self, view: str = "poster", *, options: "Options | None" = None) -> str:
        """Return a picture of the map: "poster", "slide", "map", "flow" or "funnel"; ValueError for another view."""
        return self.to("svg", view=view, options=options).decode()

    def html(self, *, options: "Options | None" = None) -> str:
        """Return the page, which needs no other file."""
        return self.to("html", options=options).decode()

    def markdown(self, *, options: "Options | None" = None) -> str:
        """Return the Markdown document, without pictures."""
        return self.to("md", options=options).decode()

    def to(
        self,
        format: str,  # noqa: A002 - the word for it
        *,
        view: str | None = None,
        lanes: Sequence[str] = (),
        theme: str = "default",
        options: "Options | None" = None,
    ) -> bytes:
        """Return the map in a format that `mapgen build --to` knows; what it may be is as on the command line.

        ValueError for an unknown format, view or lane, SpecError if the spec has errors, EngineError where a picture
        cannot be made on this machine.
        """
        from mapgen.pipeline.drawing import DrawObserver, DrawRequest, draw
        from mapgen.render import FORMATS
        from mapgen.render.drawing import VIEWS
        from mapgen.render.options import MAIN, Options
        from mapgen.render.theme import NAMES

        _known("format", (format,), FORMATS)
        _known("theme", (theme,), NAMES)
        views = (view,) if view else (MAIN,) if FORMATS[format].by_view else ()
        _known("view", views, VIEWS)
        if lanes:
            from mapgen.lanes import LANES

            _known("lane", (lane for lane in lanes if not lane.startswith("x-")), LANES)
        request = DrawRequest(
            self.journey,
            self._file_name,
            (format,),
            lanes=lanes,
            theme=theme,
            pictures=self._pictures,
            options=options or Options(),
            views=views,
            lay_out=self._lay_out,
        )
        (content,) = draw(request, DrawObserver()).values()
        return content

    def __repr__(self) -> str:
        """Name the spec, and say how it stands."""
        if self.failed:
            errors = sum(one.severity is Severity.ERROR for one in self.diagnostics)
            return f"<Map {self.name}: {counted(errors, 'error')}>"
        return f"<Map {self.name}: {self.journey.title}>"

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:
        """Return what a notebook shows: the poster, or the text of the errors."""
        if self.failed:
            return {"text/plain": str(SpecError(self.name, self.diagnostics))}
        shown: dict[str, Callable[[], str]] = {
            "text/plain": self.__repr__,
            "text/markdown": self.markdown,
            "image/svg+xml": self.svg,
        }
        return {
            kind: make()
            for kind, make in shown.items()
            if (not include or kind in include) and (not exclude or kind not in exclude)
        }


def _of_journey(
    journey: Journey, include: Collection[str] | None, exclude: Collection[str] | None
) -> Mapping[str, str]:
    """Return what a notebook shows of a journey."""
    from mapgen.pipeline.checking import Checked

    checked = Checked(journey.title, "", None, journey, ())
    bundle = JourneyMap(checked)._repr_mimebundle_(include, exclude)
    return bundle | ({"text/plain": f"<Journey {journey.title}>"} if "text/plain" in bundle else {})


show_with(_of_journey)


def _known(kind: str, words: Iterable[str], names: Collection[str]) -> None:
    """Raise ValueError for the first word that is no name of its kind."""
    for word in words:
        if word not in names:
            near = nearest(word, sorted(names))
            hint = f"did you mean {quoted(near)}?" if near else f"there are {', '.join(sorted(names))}"
            message = f"no {kind} {quoted(word)}; {hint}"
            raise ValueError(message)


def _told(name: str, found: Diagnostic) -> str:
    place = f"{name}:{found.span.line}:{found.span.column}" if found.span else name
    return f"{place}: {found.message} ({found.code})" + (f"; {found.hint}" if found.hint else "")

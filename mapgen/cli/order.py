"""What a person orders of specs -> the contents of the files of each map."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mapgen.cli.settings import Settings
from mapgen.cli.specs import Read, Spec
from mapgen.cli.themes import Choice
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import nearest, quoted
from mapgen.files.trouble import shown
from mapgen.files.writing import Output
from mapgen.model.extras import PREFIX
from mapgen.model.journey import Journey
from mapgen.pipeline import DEFAULT_THEME, draw
from mapgen.record import record, replace
from mapgen.render import FORMATS
from mapgen.render.engine import EngineError
from mapgen.render.format import MAP, Options, suffix
from mapgen.render.views import VIEWS

if TYPE_CHECKING:
    from mapgen.layout.flow.ranks import LayOut
    from mapgen.render.format import Drawing
    from mapgen.render.histories.chronicle import Chronicle

STDOUT = "-"

_DOCUMENTS = frozenset({"html", "md"})
"""The formats that can show what an audit found."""


@record
class Order:
    """What is to be made of each spec; `file` is the one file that is to be made, where `output` names one."""

    settings: Settings
    output: str | None
    formats: tuple[str, ...]
    lanes: tuple[str, ...]
    choice: Choice
    options: Options
    views: tuple[str, ...] = ()
    with_history: bool = False
    file: Path | None = None
    findings: bool | None = None
    """Whether documents show the findings of the audit; None leaves it to the settings."""

    def folder(self, spec: Spec) -> Path:
        """Return where the maps of a spec go."""
        if self.file:
            return self.file.parent
        if self.output:
            return Path(self.output)
        return self.settings.folder / self.settings.output if self.settings.output else spec.folder

    def draw(
        self,
        read: Read,
        lay_out: "LayOut | None" = None,
        undrawn: Callable[[EngineError], None] | None = None,
        early: "Callable[[Drawing], None] | None" = None,
        noticed: Callable[[Diagnostic], None] | None = None,
    ) -> dict[str, bytes]:
        """Return the content of each file of a map by its suffix; a view that nobody named may be left out.

        `lay_out` asks Graphviz; `undrawn` is told why a view is left out; `early` is handed what is drawn of the map;
        `noticed` is called with what there is to report about the files.
        """
        journey = read.checked.journey
        assert journey is not None, "only specs without errors are drawn"  # noqa: S101 - tells mypy what `failed` has told us
        return draw(
            replace(journey, theme=DEFAULT_THEME) if self.choice.last else journey,
            name=shown(Path(read.spec.output_name)),
            formats=self.formats,
            lanes=self.lanes or (() if journey.lanes else self.settings.lanes),
            theme=self.choice.theme,
            pictures={**read.pictures, **self.choice.pictures},
            options=self.options,
            views=self.views or ((MAP,) if self._is_one_picture() else ()),
            lay_out=lay_out,
            undrawn=None if self.views else undrawn,
            findings=self._findings(read),
            past=self._past(read),
            early=early,
            noticed=noticed,
        )

    def _is_one_picture(self) -> bool:
        """Return whether there is room for one view only."""
        single = self.output == STDOUT or self.file is not None
        return single and any(FORMATS[name].by_view for name in self.formats)

    def suffixes(self) -> Iterator[str]:
        """Yield each suffix that a file of a map can have."""
        for kind in map(FORMATS.__getitem__, self.formats):
            for view in (self.views or VIEWS) if kind.by_view and not self.file else (MAP,):
                yield suffix(view, kind.suffix, self.options.scenario)

    def empty_lanes(self, journeys: Iterable[Journey]) -> Iterator[Diagnostic]:
        """Tell each `x-` lane that was asked for and that none of the journeys has anything to say in."""
        asked = [lane for lane in self.lanes if lane.startswith(PREFIX)]
        if not asked:
            return
        stages = [stage for journey in journeys for stage in journey.stages]
        extras = (some for stage in stages for some in (stage.extras, *(one.extras for one in stage.touchpoints)))
        carried = {extra.key for some in extras for extra in some}
        for lane in asked if stages else ():
            if lane not in carried:
                near = nearest(lane, sorted(carried))
                hint = f"did you mean {quoted(near)}?" if near else None
                message = f"no stage or touchpoint has a key {quoted(lane)}, so its lane is empty"
                yield Diagnostic("unknown-lane", message, Severity.WARNING, hint=hint)

    def _findings(self, read: Read) -> Sequence[Diagnostic]:
        """Return the findings that documents show; a picture shows none, and need not wait for them."""
        policy = self.settings.audit
        wanted = bool(policy and policy.in_maps) if self.findings is None else self.findings
        if not wanted or not _DOCUMENTS.intersection(self.formats):
            return ()
        from mapgen.cli.audits import findings

        return findings(read, self.settings)

    def _past(self, read: Read) -> "Chronicle | None":
        """Return what the page tells of earlier versions, where that is ordered."""
        if not self.with_history:
            return None
        from mapgen.cli.chronicles import committed

        return committed(read.spec)

    def paths(self, spec: Spec, suffixes: Iterable[str]) -> Iterator[Path]:
        """Yield where the files of a map go, by their suffixes."""
        return (self.file or self.folder(spec) / (spec.output_name + suffix) for suffix in suffixes)

    def outputs(self, spec: Spec, contents: Mapping[str, bytes]) -> list[Output]:
        """Return the files of a map, by the contents for each suffix."""
        return list(map(Output, self.paths(spec, contents), contents.values()))

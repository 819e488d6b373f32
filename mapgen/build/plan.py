"""What a person orders of specs -> the contents of the files of each map."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mapgen.api import DEFAULT_THEME, DrawObserver, DrawRequest, draw
from mapgen.build.specs import LoadedSpec, Spec
from mapgen.config.settings import Settings
from mapgen.config.themes import Choice
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import nearest, quoted
from mapgen.files.errors import shown
from mapgen.files.writing import Output
from mapgen.model import walk
from mapgen.model.extras import PREFIX
from mapgen.model.journey import Journey
from mapgen.record import record, replace
from mapgen.render import FORMATS
from mapgen.render.drawing import VIEWS
from mapgen.render.options import MAIN, MAP, Options, suffix

if TYPE_CHECKING:
    from mapgen.layout.flow.ranks import LayOut
    from mapgen.render.history.report import HistoryReport

STDOUT = "-"

_DOCUMENTS = frozenset({"html", "md"})
"""The formats that can show what an audit found."""


@record
class BuildPlan:
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

    @property
    def picture(self) -> str:
        """The one view that is made as a picture where nobody names views: the map for those who choose its lanes."""
        return MAP if self.lanes else MAIN

    @property
    def pictured(self) -> tuple[str, ...]:
        """The views that are made as pictures: those of the settings where the command names none, nor lanes."""
        if self.views or self.lanes or self._is_single():
            return self.views or (self.picture,)
        return self.settings.views or (self.picture,)

    @property
    def shows_history(self) -> bool:
        """Whether a file is made that shows how the journey changed: only pages do."""
        return self.with_history and "html" in self.formats

    def folder(self, spec: Spec) -> Path:
        """Return where the maps of a spec go."""
        if self.file:
            return self.file.parent
        if self.output:
            return Path(self.output)
        return self.settings.folder / self.settings.output if self.settings.output else spec.folder

    def draw(self, read: LoadedSpec, lay_out: "LayOut", observer: DrawObserver) -> dict[str, bytes]:
        """Return the content of each file of a map by its suffix; a view that nobody named may be left out."""
        return draw(self._request(read, lay_out), observer)

    def _request(self, read: LoadedSpec, lay_out: "LayOut") -> DrawRequest:
        """Return what is to be drawn of a spec; `lay_out` asks Graphviz."""
        journey = read.checked.journey
        assert journey is not None, "only specs without errors are drawn"  # noqa: S101 - tells mypy what `failed` has told us
        return DrawRequest(
            replace(journey, theme=DEFAULT_THEME) if self.choice.last else journey,
            name=shown(Path(read.spec.output_name)),
            formats=self.formats,
            lanes=self.lanes or (() if journey.lanes else self.settings.lanes),
            theme=self.choice.theme,
            pictures={**read.pictures, **self.choice.pictures},
            options=replace(self.options, is_lanes_only=bool(self.lanes), folder=self._way_back(read.spec)),
            views=self.views or ((self.picture,) if self._is_one_picture() else ()),
            pictured=self.pictured,
            lay_out=lay_out,
            findings=self._findings(read),
            past=self._past(read),
        )

    def _way_back(self, spec: Spec) -> str:
        """Return the path from the maps of a spec to its folder; "" if it is the same, or if they go anywhere."""
        if self.output == STDOUT:
            return ""
        try:
            way = Path(os.path.relpath(spec.folder, self.folder(spec))).as_posix()
        except ValueError:  # on another drive
            return ""
        return "" if way == "." else way

    def _is_single(self) -> bool:
        """Return whether one file is made."""
        return self.output == STDOUT or self.file is not None

    def _is_one_picture(self) -> bool:
        """Return whether there is room for one view only."""
        return self._is_single() and any(FORMATS[name].by_view for name in self.formats)

    @property
    def has_custom_lanes(self) -> bool:
        """Whether `x-` lanes are asked for; without them, `empty_lanes` needs no journeys."""
        return any(lane.startswith(PREFIX) for lane in self.lanes)

    def suffixes(self) -> Iterator[str]:
        """Yield each suffix that a file of a map can have."""
        for kind in map(FORMATS.__getitem__, self.formats):
            for view in (self.views or VIEWS) if kind.by_view and not self.file else (MAIN,):
                yield suffix(view, kind.suffix, self.options.scenario)

    def empty_lanes(self, journeys: Iterable[Journey]) -> Iterator[Diagnostic]:
        """Report each `x-` lane that was asked for and that none of the journeys has anything to say in."""
        asked = [lane for lane in self.lanes if lane.startswith(PREFIX)]
        if not asked:
            return
        journeys = list(journeys)
        carried = walk.custom_keys(journeys)
        for lane in asked if journeys else ():
            if lane not in carried:
                near = nearest(lane, sorted(carried))
                hint = f"did you mean {quoted(near)}?" if near else None
                message = f"lane {quoted(lane)} is empty: no stage or touchpoint has this key"
                yield Diagnostic("unknown-lane", message, Severity.WARNING, hint=hint)

    def _findings(self, read: LoadedSpec) -> Sequence[Diagnostic]:
        """Return the findings that documents show; a picture shows none, and need not wait for them."""
        policy = self.settings.audit
        wanted = bool(policy and policy.in_maps) if self.findings is None else self.findings
        if not wanted or not _DOCUMENTS.intersection(self.formats):
            return ()
        from mapgen.build.audit import findings

        return findings(read, self.settings)

    def _past(self, read: LoadedSpec) -> "HistoryReport | None":
        """Return what the page tells of earlier versions, where that is ordered."""
        if not self.shows_history:
            return None
        from mapgen.build.journey_history import committed

        return committed(read.spec, self.settings)

    def paths(self, spec: Spec, suffixes: Iterable[str]) -> Iterator[Path]:
        """Yield where the files of a map go, by their suffixes."""
        return (self.file or self.folder(spec) / (spec.output_name + suffix) for suffix in suffixes)

    def outputs(self, spec: Spec, contents: Mapping[str, bytes]) -> list[Output]:
        """Return the files of a map, by the contents for each suffix."""
        return list(map(Output, self.paths(spec, contents), contents.values()))

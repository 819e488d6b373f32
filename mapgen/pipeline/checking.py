"""A spec -> its journey, or all that stands in its way: parse, check the shape, find what was lost, build."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from mapgen import resources
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.model.journey import Image, Journey
from mapgen.record import record, replace
from mapgen.source.tree import Json, Source

if TYPE_CHECKING:
    from mapgen.model.library import Library, LibraryUse, SpecLibraries


@record
class SnapshotFile:
    """The snapshot beside a spec: what messages call it, and its content; where it is None, `trouble` says why."""

    name: str
    data: bytes | None
    trouble: str = ""


@record
class Checked:
    """A spec that was read: its text, the journey if one can be made of it, and all that there is to say."""

    name: str
    text: str
    source: Source | None
    journey: Journey | None
    diagnostics: tuple[Diagnostic, ...]
    use: "LibraryUse | None" = None
    """The libraries that it uses, None without any."""

    @property
    def failed(self) -> bool:
        """Whether no map can be made."""
        return self.journey is None or any(found.severity is Severity.ERROR for found in self.diagnostics)

    @property
    def libraries(self) -> "tuple[Library, ...]":
        """The libraries that it uses, itself or through others; each has diagnostics of its own."""
        return tuple(self.use.closure().values()) if self.use else ()

    def photos(self) -> Iterator[Image]:
        """Yield the photo of each persona."""
        for persona in self.journey.personas if self.journey else ():
            if persona.photo:
                yield Image(persona.photo, persona.name, f"{persona.pointer}/photo")

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


def check(
    text: str | bytes,
    *,
    name: str,
    libraries: "SpecLibraries | None" = None,
    snapshot: SnapshotFile | None = None,
) -> Checked:
    """Read a spec and return the journey, or all that stands in its way. `name` is what messages call the spec.

    `libraries` are those that it can use; without them, none can be found. `snapshot` is what was observed.
    """
    checked = _check(text, name, libraries)
    if snapshot is None or checked.journey is None:
        return checked
    from mapgen.pipeline.snapshots import observed

    seen, found = observed(snapshot.name, snapshot.data, snapshot.trouble)
    journey = checked.journey
    if seen and any(one.observed for one in journey.evidence):
        from mapgen.pipeline.observed_evidence import with_observed_evidence

        journey = with_observed_evidence(journey, seen)
    return replace(checked, journey=replace(journey, observed=seen), diagnostics=(*checked.diagnostics, *found))


def _check(text: str | bytes, name: str, libraries: "SpecLibraries | None") -> Checked:
    from mapgen.model.builder import build
    from mapgen.schema.losses import losses
    from mapgen.schema.sizes import oversized
    from mapgen.schema.validator import check as check_shape
    from mapgen.source.decoding import readable
    from mapgen.source.parser import parse

    source, found = parse(text, name=name)
    if source is None:
        return Checked(name, readable(text), None, None, _other_format(readable(text)) or found)
    found += tuple(check_shape(source, _schema()))
    if any(one.severity is Severity.ERROR for one in found) and (other := _other_format(source.text)):
        return Checked(name, source.text, source, None, other)
    found += tuple(losses(source, _schema()))
    if not any(one.severity is Severity.ERROR for one in found) and _has_lane_titles(source):
        from mapgen.schema.lane_entries import lane_entries

        found += tuple(lane_entries(source, _schema()))
    if not any(one.severity is Severity.ERROR for one in found):
        found += tuple(oversized(source))
    if any(one.severity is Severity.ERROR for one in found):
        return Checked(name, source.text, source, None, found)
    use = _library_use(source, libraries)
    if use is None:
        journey, noticed = build(source)
        return Checked(name, source.text, source, journey, (*found, *noticed))
    if use.diagnostics:
        return Checked(name, source.text, source, None, (*found, *use.diagnostics), use)
    journey, noticed = build(source, use)
    return Checked(name, source.text, source, journey, (*found, *noticed), use)


def _library_use(source: Source, libraries: "SpecLibraries | None") -> "LibraryUse | None":
    """Return the libraries that a spec uses; None where there is nothing to read."""
    if libraries and (libraries.by_default or _names_libraries(source)):
        return libraries.of(source)
    if not _names_libraries(source):
        return None
    from mapgen.model.libraries import Libraries, without_files

    return Libraries(without_files).of(source, source.name)


def _names_libraries(source: Source) -> bool:
    return isinstance(source.data, dict) and bool(source.data.get("uses"))


def _has_lane_titles(source: Source) -> bool:
    lanes = source.data.get("lanes") if isinstance(source.data, dict) else None
    return isinstance(lanes, list) and any(isinstance(lane, dict) for lane in lanes)


def _other_format(text: str) -> tuple[Diagnostic, ...]:
    """Return what a text is that is no spec; nothing where it is one, with errors."""
    from mapgen.source.other_formats import other_format

    other = other_format(text)
    return (other,) if other else ()


@cache
def _schema() -> Json:
    return json.loads(resources.schema())  # type: ignore[no-any-return]  # JSON is what the schema is written in

"""Specs that were read, and what is ordered of them -> their maps on the disk: once, or again with each change."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NoReturn

from mapgen.api import DrawObserver
from mapgen.build.foreign import refuse_foreign
from mapgen.build.graphviz_cache import Graphviz
from mapgen.build.memory import freeing
from mapgen.build.plan import STDOUT, BuildPlan
from mapgen.build.specs import LoadedSpec, Spec
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.terminal import path_shown
from mapgen.files.errors import FileError, shown
from mapgen.files.writing import write
from mapgen.render.optional_engine import EngineError
from mapgen.terminal import console, crash
from mapgen.terminal.diagnostic_output import DiagnosticWriter

if TYPE_CHECKING:
    from mapgen.build.watcher import PlanFactory
    from mapgen.model.journey import Journey

_OF_MACHINE = frozenset({"flow-without-graphviz"})

RenderedMaps = list[tuple[Spec, dict[str, bytes]]]
"""Each spec of which maps were made, and the contents of their files by suffix."""


def render_all(reads: Iterable[LoadedSpec], order: BuildPlan, voice: DiagnosticWriter) -> RenderedMaps:
    """Return the contents of the files of each spec that can be drawn, and report what they do not show."""
    made: RenderedMaps = []
    lay_out = Graphviz()
    journeys: list[Journey] = []
    once: set[str] = set()
    for read in freeing(reads):
        if read.checked.journey and not read.checked.failed:
            if order.has_custom_lanes:
                journeys.append(read.checked.journey)
            try:
                made.append((read.spec, order.draw(read, lay_out, _MapObserver(voice, read, once))))
            except EngineError as error:
                console.report_error("cannot-draw", f"{path_shown(read.spec.name)}: {error}", _hint(error))
            except Exception as error:  # noqa: BLE001 - one spec never stops the others
                voice.write(read.spec.name, "", (crash.internal_error(error),))
    for one in order.empty_lanes(journeys):
        voice.write_error(one)
    return made


class _MapObserver(DrawObserver):
    """Reports what there is to know about the files of a spec; what is missing on the machine, `once` in a run."""

    def __init__(self, voice: DiagnosticWriter, read: LoadedSpec, once: set[str]) -> None:
        self._voice = voice
        self._name = read.spec.name
        self._once = once

    def view_omitted(self, error: EngineError) -> None:
        """Report that a view that nobody named is not made, and why; the others are."""
        self._voice.write(
            self._name, "", (Diagnostic("undrawn-view", str(error), Severity.WARNING, hint=_hint(error)),)
        )

    def diagnostic_found(self, found: Diagnostic) -> None:
        """Report it, with the name of the spec."""
        if found.code not in self._once:
            self._voice.write(self._name, "", (found,))
        self._once.update({found.code} & _OF_MACHINE)


def _hint(error: EngineError) -> str | None:
    from mapgen.terminal.packages import runnable

    return runnable(error.hint)


def write_outputs(made: RenderedMaps, order: BuildPlan, *, quiet: bool, force: bool = False) -> None:
    """Write maps where they are ordered, and say so; FileError if one cannot be written, and then none is.

    A file that mapgen did not make is overwritten only with `force`.
    """
    if order.output == STDOUT:
        console.write_stdout(b"".join(content for _, contents in made for content in contents.values()))
        return
    outputs = [output for spec, contents in made for output in order.outputs(spec, contents)]
    if not force:
        refuse_foreign(outputs)
    write(outputs)
    if not quiet:
        _say(made, order)


def _say(made: Sequence[tuple[Spec, dict[str, bytes]]], order: BuildPlan) -> None:
    for spec, contents in made:
        first, *others = contents
        path = shown(next(order.paths(spec, [first])))
        files = ", ".join([path_shown(path), *others])
        console.echo(f"{path_shown(spec.name)} -> {files}")


def watch_specs(
    specs: tuple[str, ...], plan_factory: "PlanFactory", reporter: str, *, quiet: bool, force: bool
) -> NoReturn:
    """Make the maps now and with each change, whatever goes wrong on the way; Ctrl-C ends it."""
    from mapgen.build.watcher import Watcher
    from mapgen.terminal.signals import exit_on_interrupt

    exit_on_interrupt()
    for found in Watcher(specs, plan_factory):
        found.tell(reporter)
        try:
            if found.order:
                write_outputs(
                    render_all(found.reads, found.order, DiagnosticWriter(reporter)),
                    found.order,
                    quiet=quiet,
                    force=force,
                )
        except FileError as trouble:
            console.report_error("file-error", str(trouble), trouble.hint)
        except Exception as error:  # noqa: BLE001 - the next save may be the one that mends it
            crash.handle_exceptions(error)
    raise AssertionError

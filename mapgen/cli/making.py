"""Specs that were read, and what is ordered of them -> their maps on the disk: once, or again with each change."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from mapgen.cli import net, streams
from mapgen.cli.engine import Graphviz
from mapgen.cli.foreign import refuse_foreign
from mapgen.cli.order import STDOUT, Order
from mapgen.cli.specs import Read, Spec
from mapgen.cli.voice import Voice
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.terminal import path_shown
from mapgen.files.trouble import FileTroubleError, shown
from mapgen.files.writing import write
from mapgen.render.engine import EngineError

if TYPE_CHECKING:
    from mapgen.cli.rounds import Commission
    from mapgen.model.journey import Journey

_OF_MACHINE = frozenset({"flow-without-graphviz"})

Made = list[tuple[Spec, dict[str, bytes]]]
"""Each spec of which maps were made, and the contents of their files by suffix."""


def draw_all(reads: Iterable[Read], order: Order, voice: Voice) -> Made:
    """Return the contents of the files of each spec that can be drawn, and report what they do not show."""
    made: Made = []
    lay_out = Graphviz()
    journeys: list[Journey] = []
    once: set[str] = set()
    for read in reads:
        if read.checked.journey and not read.checked.failed:
            journeys.append(read.checked.journey)
            try:
                undrawn, noticed = partial(_tell_undrawn, voice, read), partial(_notice, voice, read, once)
                made.append((read.spec, order.draw(read, lay_out, undrawn, noticed=noticed)))
            except EngineError as error:
                streams.complain("cannot-draw", f"{path_shown(read.spec.name)}: {error}", error.hint)
            except Exception as error:  # noqa: BLE001 - one spec never stops the others
                voice.tell(read.spec.name, "", (net.unexpected(error),))
    for one in order.empty_lanes(journeys):
        voice.complain(one)
    return made


def _tell_undrawn(voice: Voice, read: Read, error: EngineError) -> None:
    """Report that a view that nobody named is not made, and why; the others are."""
    voice.tell(read.spec.name, "", (Diagnostic("undrawn-view", str(error), Severity.WARNING, hint=error.hint),))


def _notice(voice: Voice, read: Read, once: set[str], found: Diagnostic) -> None:
    """Report what is to be known about the files of a spec; what is missing on the machine, `once` in a run."""
    if found.code not in once:
        voice.tell(read.spec.name, "", (found,))
    once.update({found.code} & _OF_MACHINE)


def put(made: Made, order: Order, *, quiet: bool, force: bool = False) -> None:
    """Write maps where they are ordered, and say so; FileTroubleError if one cannot be written, and then none is.

    A file that mapgen did not make is overwritten only with `force`.
    """
    if order.output == STDOUT:
        streams.put(b"".join(content for _, contents in made for content in contents.values()))
        return
    outputs = [output for spec, contents in made for output in order.outputs(spec, contents)]
    if not force:
        refuse_foreign(outputs)
    write(outputs)
    if not quiet:
        _say(made, order)


def _say(made: Sequence[tuple[Spec, dict[str, bytes]]], order: Order) -> None:
    for spec, contents in made:
        first, *others = contents
        path = shown(next(order.paths(spec, [first])))
        files = ", ".join([path_shown(path), *others])
        streams.say(f"{path_shown(spec.name)} -> {files}")


def follow(specs: tuple[str, ...], commission: "Commission", reporter: str, *, quiet: bool, force: bool) -> NoReturn:
    """Make the maps now and with each change, whatever goes wrong on the way; Ctrl-C ends it."""
    from mapgen.cli.ending import end_with_ctrl_c
    from mapgen.cli.rounds import Rounds

    end_with_ctrl_c()
    for found in Rounds(specs, commission):
        found.tell(reporter)
        try:
            if found.order:
                put(draw_all(found.reads, found.order, Voice(reporter)), found.order, quiet=quiet, force=force)
        except FileTroubleError as trouble:
            streams.complain("file-trouble", str(trouble), trouble.hint)
        except Exception as error:  # noqa: BLE001 - the next save may be the one that mends it
            net.catch(error)
    raise AssertionError

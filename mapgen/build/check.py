"""Maps as they would be made, and files on the disk -> what is wrong with the files; nothing is written."""

import os
import shlex
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

import click
from click.core import ParameterSource

from mapgen.build.foreign import LARGEST
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.lines import place_of
from mapgen.diagnostics.reporter import File
from mapgen.diagnostics.span import Span
from mapgen.files.errors import FileError, shown
from mapgen.files.finding import find_made
from mapgen.files.reading import read
from mapgen.files.writing import Output
from mapgen.render import FORMATS
from mapgen.render.drawing import VIEWS
from mapgen.render.stamp import first_difference, is_edited, is_made_by_mapgen, is_text

_YAML = (".yaml", ".yml")


def stale_outputs(outputs: Iterable[Output], command: str, forced: str) -> Iterator[File]:
    """Yield each file that is not what it would be, with what is wrong with it.

    `command` mends it; `forced` overwrites files that mapgen did not make.
    """
    for output in outputs:
        fault = _fault(output, command, forced)
        if fault:
            yield fault


def orphans(folders: Iterable[Path], made: Collection[str]) -> Iterator[File]:
    """Yield the maps below folders that have lost their spec: none lies beside them, and none in `made` has its name.

    A file counts as a map only where it says that mapgen made it.
    """
    for path in find_made(folders, _spec_of):
        name = _spec_of(path.name) or path.stem
        if name in made or any(os.path.lexists(path.with_name(name + ending)) for ending in _YAML):
            continue
        try:
            ours = is_made_by_mapgen(read(path, limit=LARGEST, follow=False))
        except FileError:
            continue
        if ours:
            message = f"the spec of this map does not exist: {name}.yaml"
            yield _file(path, "", "orphaned-map", message, f"remove the map: rm {shlex.quote(shown(path))}")


def _spec_of(map_: str) -> str | None:
    """Return the name of the spec of a map, without its ending: that of "a.journey.flow.svg" is "a.journey"."""
    stem = next((map_.removesuffix(one.suffix) for one in FORMATS.values() if map_.endswith(one.suffix)), None)
    name, _, last = (stem or "").rpartition(".")
    view, _, _ = last.partition("-")
    return name if name and view in VIEWS else stem


def fix_command(context: click.Context, *, without: Collection[str], added: Sequence[str] = ()) -> str:
    """Return the command that was typed, without some of its options, and with others."""
    words = [*context.command_path.split(), *added]
    rest: list[str] = []
    for parameter in context.command.params:
        name = parameter.name or ""
        value = context.params.get(name)
        if context.get_parameter_source(name) is not ParameterSource.COMMANDLINE or name in without:
            continue
        if isinstance(parameter, click.Argument):
            rest += value if isinstance(value, tuple) else [str(value)]
        elif isinstance(value, bool):
            words.append(max(parameter.opts if value else parameter.secondary_opts, key=len))
        else:
            words += [max(parameter.opts, key=len), ",".join(value) if isinstance(value, tuple) else str(value)]
    dashed = ["--"] if any(word.startswith("-") for word in rest) else []
    return shlex.join([*words, *dashed, *rest])


def _fault(output: Output, command: str, forced: str) -> File | None:
    mend = f"run `{command}`"
    if not os.path.lexists(output.path):
        return _file(output.path, "", "missing-map", "the map does not exist", mend)
    try:
        there = read(output.path, limit=LARGEST, follow=False)
    except FileError as trouble:
        hint = f"run `{forced}` to replace it" if output.path.is_symlink() else mend
        return _file(output.path, "", "stale-map", f"the map cannot be read: {trouble}", hint)
    index = first_difference(there, output.content)
    if index is None:
        return None
    if is_edited(there):
        message = "the map was edited by hand; the first difference is here"
        run = mend if is_made_by_mapgen(there) else f"run `{forced}`"
        hint = f"{run}, and make the change in the spec instead"
    elif is_made_by_mapgen(output.content) and not is_made_by_mapgen(there):
        message = "this file was not built by mapgen, and differs from the map of its spec"
        hint = f"run `{forced}` to overwrite it"
    else:
        return _file(output.path, "", "stale-map", "the map is out of date", mend)
    return _file(output.path, there, "edited-map", message, hint, index if is_text(there) else None)


def _file(path: Path, data: bytes | str, code: str, message: str, hint: str, index: int | None = None) -> File:  # noqa: PLR0913, PLR0917 - what a diagnostic has
    text = data.decode(errors="replace") if isinstance(data, bytes) else data
    span = None
    if isinstance(data, bytes) and index is not None:
        line, column = place_of(text, len(data[:index].decode(errors="replace")))
        span = Span(line, column, line, column + 1)
    return File(shown(path), text, (Diagnostic(code, message, span=span, hint=hint),))

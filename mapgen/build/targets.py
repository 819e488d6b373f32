"""Specs and what is ordered of them -> the files to write, or why they cannot be: `-o`, and files of one name."""

import os
import shlex
from collections.abc import Sequence
from pathlib import Path
from unicodedata import normalize

from mapgen.build.plan import STDOUT, BuildPlan
from mapgen.build.specs import Spec
from mapgen.diagnostics.phrases import counted, listed, quoted
from mapgen.files.errors import shown
from mapgen.files.finding import is_folder
from mapgen.render import FORMATS
from mapgen.render.options import MAIN
from mapgen.terminal.misuse import MisuseError

_OTHER_FILES = tuple(
    f".{name}"
    for name in "bmp doc docx eps gif htm jpeg jpg markdown mdx ppt ps svgz tif tiff webp yaml yml".split()  # noqa: SIM905 - a list of words
)


def file_named(output: str | None) -> Path | None:
    """Return the file that the value of `-o` names by the ending of a format; None where it is a folder.

    An ending by which people know files, and which is none of a format, is a mistake.
    """
    if output is None or output == STDOUT or output.endswith(("/", os.sep)) or is_folder(Path(output)):
        return None
    path = Path(output)
    suffix = path.suffix.lower()
    if suffix in _OTHER_FILES:
        known = listed([f".{name}" for name in FORMATS], joint="and")
        message = f"no format for {quoted(output)}; known extensions: {known}"
        raise MisuseError(message, f"for a folder of that name, add a slash: -o {output}/")
    return path if suffix.removeprefix(".") in FORMATS else None


def format_of(file: Path, asked: tuple[str, ...]) -> str:
    """Return the format that the ending of a file stands for; MisuseError where another one was asked for."""
    kind = file.suffix.lower().removeprefix(".")
    if asked and asked != (kind,):
        message = f"-o {shown(file)} is a single {kind} file, but --to asks for {listed(asked, joint='and')}"
        raise MisuseError(message, f"omit --to, or give a folder: -o {shown(file.with_suffix(''))}/")
    return kind


def check_targets(specs: Sequence[Spec], order: BuildPlan) -> None:
    """See that engines are there, one map comes out where there is room for one, and no two files meet."""
    _check_engines(order)
    if order.output == STDOUT or order.file:
        _check_single(specs, order)
    if order.output != STDOUT:
        _check_names(specs, order)


def _check_engines(order: BuildPlan) -> None:
    """See that there is an engine for each format that needs one."""
    for engine in (FORMATS[name].engine for name in order.formats):
        if engine and not engine.is_there:
            from mapgen.terminal.packages import runnable

            error = engine.missing()
            raise MisuseError(str(error), runnable(error.hint))


def check_appendix(order: BuildPlan) -> None:
    """Refuse an appendix that would be in no file; it is in the PDF of the poster."""
    if "pdf" not in order.formats:
        message = "--appendix is for PDF, which is not among the formats"
        formats = "pdf" if order.output == STDOUT else ",".join((*order.formats, "pdf"))
        name = order.file and shlex.quote(shown(order.file.with_suffix(".pdf")))
        raise MisuseError(message, f"use -o {name}" if name else f"use --to {formats}")
    views = order.pictured
    if MAIN not in views:
        message = f"--appendix is for the poster, which is not among the views ({', '.join(views)})"
        is_single = order.file or order.output == STDOUT
        raise MisuseError(message, f"use --view {MAIN if is_single else ','.join((MAIN, *views))}")


def _check_single(specs: Sequence[Spec], order: BuildPlan) -> None:
    is_by_view = any(FORMATS[name].by_view or FORMATS[name].with_views for name in order.formats)
    if len(specs) == 1 and len(order.formats) == 1 and (len(order.views) <= 1 or not is_by_view):
        return
    if order.file is None:
        message = "-o - takes one spec, one format such as --to svg, and one view"
        raise MisuseError(message)
    several = counted(len(specs), "spec") if len(specs) != 1 else counted(len(order.views), "view")
    message = f"-o {shown(order.file)} is one file, but there are {several}"
    raise MisuseError(message, f"name a folder: -o {shlex.quote(shown(order.file.with_suffix('')))}/")


def _check_names(specs: Sequence[Spec], order: BuildPlan) -> None:
    """See that no two specs are to be written to the same file, on any system, and none over a spec."""
    suffixes = list(dict.fromkeys(order.suffixes()))
    owners = {_folded(spec.path): (spec, spec.path) for spec in specs if spec.path}
    for spec in specs:
        for path in order.paths(spec, suffixes):
            other, there = owners.setdefault(_folded(path), (spec, path))
            if other is not spec or there == spec.path:
                both = f"{quoted(spec.name)} and {quoted(other.name)}"
                if there.absolute() == path.absolute():
                    message = f"{both} would write the same file, {quoted(shown(path))}"
                    raise MisuseError(message)
                message = (
                    f"the maps {quoted(shown(there))} and {quoted(shown(path))} are the same file on macOS and Windows"
                )
                raise MisuseError(message, f"rename one of the specs, {both}")


def _folded(path: Path) -> str:
    """Return a path as a system sees it that distinguishes neither case nor how a letter with an accent is composed."""
    return normalize("NFC", normalize("NFC", str(path.absolute())).casefold())

"""`mapgen build`: specs -> maps on the disk."""

from collections.abc import Iterator, Sequence
from math import isnan
from pathlib import Path
from typing import Literal

import click

from mapgen.cli import streams
from mapgen.cli.choices import names
from mapgen.cli.net import FAILED
from mapgen.cli.settings import THEMES, Settings
from mapgen.cli.sources import named_specs
from mapgen.cli.specs import Read, Spec, read_spec
from mapgen.cli.themes import Choice, chosen
from mapgen.cli.voice import Voice, output_format
from mapgen.diagnostics import REPORTERS
from mapgen.diagnostics.phrases import quoted
from mapgen.diagnostics.reporter import File
from mapgen.diagnostics.terminal import path_shown
from mapgen.files.trouble import shown
from mapgen.files.writing import Output, write
from mapgen.lanes import LANES
from mapgen.layout.paper import PAPERS
from mapgen.pipeline import DEFAULT_THEME, draw
from mapgen.record import record, replace
from mapgen.render import FORMATS
from mapgen.render.engine import EngineError
from mapgen.render.format import SCALES, Options

_DEFAULT = ("svg", "html", "md")
_STDOUT = "-"
_WIDTHS = click.IntRange(320, 100_000)
_Made = list[tuple[Spec, dict[str, bytes]]]
_SCALES = click.FloatRange(*SCALES)


@record
class _Order:
    """What is to be made of each spec."""

    settings: Settings
    output: str | None
    formats: tuple[str, ...]
    lanes: tuple[str, ...]
    choice: Choice
    options: Options

    def folder(self, spec: Spec) -> Path:
        """Return where the maps of a spec go."""
        if self.output:
            return Path(self.output)
        return self.settings.folder / self.settings.output if self.settings.output else spec.folder

    def draw(self, read: Read) -> dict[str, bytes]:
        """Return the content of each file of a map by its suffix."""
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
        )


def _number(context: click.Context, option: click.Parameter, value: float) -> float:
    """Refuse what is not a number, which no range does."""
    if isnan(value):
        message = f"{value} is not a number"
        raise click.BadParameter(message, context, option)
    return value


@click.command("build")
@click.argument("specs", nargs=-1, metavar="[SPEC]...")
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    help="Folder for the maps; - writes one format to standard output.  [default: beside the spec]",
)
@click.option(
    "--to",
    "formats",
    callback=names("format", FORMATS),
    metavar="LIST",
    help=f"Formats, with commas between: {', '.join(FORMATS)}.  [default: {','.join(_DEFAULT)}]",
)
@click.option(
    "--lanes",
    callback=names("lane", LANES, free="x-"),
    metavar="LIST",
    help="Lanes to show, in this order, with commas between.  [default: as the spec says]",
)
@click.option(
    "--theme",
    metavar="THEME",
    help=f"The look: {', '.join(THEMES)}, or a file of your own.  [default: as the spec says]",
)
@click.option(
    "--flavor", type=click.Choice(["github", "mdx"]), default="github", help="Which Markdown.  [default: github]"
)
@click.option(
    "--width", type=_WIDTHS, metavar="PX", help="Width of the drawing in pixels.  [default: as wide as it needs]"
)
@click.option(
    "--paper",
    type=click.Choice(PAPERS),
    metavar="PAPER",
    help="Set the map for sheets of a4, a3, a2, a1, a0, letter or tabloid, lying unless -portrait is added.",
)
@click.option(
    "--fonts",
    type=click.Choice(["embed", "stack"]),
    default="embed",
    help="Carry the font in the map, or name the reader's own.  [default: embed]",
)
@click.option(
    "--scale",
    type=_SCALES,
    callback=_number,
    default=1.0,
    metavar="FACTOR",
    help=f"Pixels of a PNG for each pixel of the map, from {_SCALES.min:g} to {_SCALES.max:g}.  [default: 1]",
)
@click.option("--check", is_flag=True, help="Write nothing; fail where a map is not what its spec gives.")
@output_format
@click.option("-q", "--quiet", is_flag=True, help="Say nothing about maps that are made.")
def build(  # noqa: PLR0913 - one parameter an option
    specs: tuple[str, ...],
    *,
    output: str | None,
    formats: tuple[str, ...],
    lanes: tuple[str, ...],
    theme: str | None,
    flavor: Literal["github", "mdx"],
    width: int | None,
    paper: str | None,
    fonts: Literal["embed", "stack"],
    scale: float,
    check: bool,
    output_format: str,
    quiet: bool,
) -> int:
    """Make the maps of specs.

    SPEC is a file, a folder, a pattern or - for standard input; without one, what the settings name. A spec with
    errors writes nothing and leaves its old maps as they are; the others are built all the same.
    """
    meant, settings = named_specs(specs, Voice())
    order = _Order(
        settings,
        output,
        formats or settings.formats or _DEFAULT,
        lanes,
        chosen(theme, settings, Voice()),
        Options(flavor=flavor, width=width, paper=paper, fonts=fonts, scale=scale),
    )
    if output == _STDOUT and (check or REPORTERS[output_format].document):
        message = "-o - leaves no room for --check, nor for an --output-format that takes standard output"
        raise click.UsageError(message, click.get_current_context())
    _check(meant, order)
    voice = Voice(output_format)
    made, failed = _draw_all(meant, order, voice)
    quiet = quiet or voice.writes_document
    if check:
        from mapgen.cli.freshness import orphans

        lost = orphans(_homes(specs, order), {spec.output_name for spec in meant})
        fresh = _tell_unfresh(made, order, list(lost), voice, quiet=quiet)
        voice.end()
        return 0 if fresh and not failed else FAILED
    voice.end()
    if output == _STDOUT:
        streams.put(b"".join(content for _, contents in made for content in contents.values()))
    else:
        _write_all(made, order, quiet=quiet)
    return FAILED if failed else 0


COMMAND = build


def _draw_all(specs: Sequence[Spec], order: _Order, voice: Voice) -> tuple[_Made, bool]:
    """Return the contents of the files of each spec that can be drawn, and whether one cannot."""
    made: _Made = []
    for spec in specs:
        read = read_spec(spec)
        voice.tell(spec.name, read.checked.text, read.checked.diagnostics)
        if not read.checked.failed:
            try:
                made.append((spec, order.draw(read)))
            except EngineError as error:
                streams.complain("cannot-draw", f"{path_shown(spec.name)}: {error}", error.hint)
    return made, len(made) < len(specs)


def _homes(specs: Sequence[str], order: _Order) -> list[Path]:
    """Return the folders in which a map without a spec is an orphan.

    They are those that were named, where maps lie beside their specs; or that of all maps, where the settings name it.
    """
    settings = order.settings
    if order.output or (settings.output and specs):
        return []
    if settings.output:
        return [settings.folder / settings.output]
    top = Path() if specs else settings.folder
    return [top / name for name in specs or settings.specs if (top / name).is_dir()]


def _tell_unfresh(made: _Made, order: _Order, lost: Sequence[File], voice: Voice, *, quiet: bool) -> bool:
    """Tell what is wrong with the maps on the disk, and which are `lost`; return whether nothing is."""
    from mapgen.cli.freshness import mending, unfresh

    command = mending(click.get_current_context(), without={"check", "output_format", "quiet"})
    fresh = True
    for spec, contents in made:
        found = list(unfresh(_outputs(spec, order, contents), command))
        for file in found:
            voice.tell(file.name, file.text, file.diagnostics)
        fresh = fresh and not found
        if not (found or quiet):
            streams.say(f"{path_shown(spec.name)}: the maps are fresh ({', '.join(contents)})")
    for file in lost:
        voice.tell(file.name, file.text, file.diagnostics)
    return fresh and not lost


def _write_all(made: _Made, order: _Order, *, quiet: bool) -> None:
    write([output for spec, contents in made for output in _outputs(spec, order, contents)])
    if quiet:
        return
    for spec, contents in made:
        first, *others = contents
        path = shown(order.folder(spec) / (spec.output_name + first))
        files = ", ".join([path_shown(path), *others])
        streams.say(f"{path_shown(spec.name)} -> {files}")


def _outputs(spec: Spec, order: _Order, contents: dict[str, bytes]) -> list[Output]:
    return list(map(Output, _paths(spec, order, contents), contents.values()))


def _paths(spec: Spec, order: _Order, suffixes: Sequence[str] | dict[str, bytes]) -> Iterator[Path]:
    return (order.folder(spec) / (spec.output_name + suffix) for suffix in suffixes)


def _check(specs: Sequence[Spec], order: _Order) -> None:
    """See that all that is ordered can be made, and that no file gets into another's way."""
    for engine in (FORMATS[name].engine for name in order.formats):
        if engine and not engine.is_there:
            error = engine.missing()
            message = f"{error}; `{error.hint}` brings it"
            raise click.UsageError(message, click.get_current_context())
    if order.output != _STDOUT:
        _check_targets(specs, order)
    elif len(specs) != 1 or len(order.formats) != 1:
        message = "-o - takes one spec and one format, such as --to svg"
        raise click.UsageError(message, click.get_current_context())


def _check_targets(specs: Sequence[Spec], order: _Order) -> None:
    """See that no two specs are to be written to the same file, and none over a spec."""
    suffixes = [FORMATS[name].suffix for name in order.formats]
    owners = {spec.path.absolute(): spec for spec in specs if spec.path}
    for spec in specs:
        for path in _paths(spec, order, suffixes):
            other = owners.setdefault(path.absolute(), spec)
            if other is not spec or path.absolute() == (spec.path and spec.path.absolute()):
                both = f"{quoted(spec.name)} and {quoted(other.name)}"
                message = f"{both} would be written to the same file, {quoted(shown(path))}"
                raise click.UsageError(message, click.get_current_context())

"""`mapgen build`: specs -> maps on the disk."""

from collections.abc import Iterable, Iterator, Sequence
from math import isnan
from pathlib import Path

import click

from mapgen.cli import streams
from mapgen.cli.choices import names
from mapgen.cli.making import Made, draw_all, follow, put
from mapgen.cli.misuse import MisuseError
from mapgen.cli.options import WIDTHS, WORDS, merged
from mapgen.cli.order import STDOUT, Order
from mapgen.cli.settings import THEMES
from mapgen.cli.sources import named_specs, report_nothing_to_check, specs_to_check
from mapgen.cli.specs import Read, Spec, failure, read_spec
from mapgen.cli.targets import check_targets, file_named, format_of
from mapgen.cli.themes import chosen
from mapgen.cli.voice import Voice, fail_on, output_format
from mapgen.diagnostics import REPORTERS
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.reporter import File
from mapgen.diagnostics.terminal import path_shown
from mapgen.lanes import LANES
from mapgen.render import FORMATS
from mapgen.render.format import SCALES
from mapgen.render.views import VIEWS

_DEFAULT = ("svg", "html", "md")
_PICTURE = ("svg",)
_FLOW = "flow"
_WIDTHS = click.IntRange(*WIDTHS)
_SCALES = click.FloatRange(*SCALES)


def _number(context: click.Context, option: click.Parameter, value: float | None) -> float | None:
    """Refuse what is not a number, which no range does."""
    if value is not None and isnan(value):
        message = f"{value} is not a number"
        raise click.BadParameter(message, context, option)
    return value


@click.command("build")
@click.argument("specs", nargs=-1, metavar="[SPEC]...")
@click.option(
    "-o",
    "--output",
    metavar="DIR|FILE",
    help="Folder for the maps, or a file such as map.svg where there is one map; - is standard output."
    "  [default: beside the spec]",
)
@click.option(
    "--to",
    "formats",
    callback=names("format", FORMATS),
    metavar="LIST",
    help=f"Formats, with commas between: {', '.join(FORMATS)}.  [default: {','.join(_DEFAULT)}]",
)
@click.option(
    "--view",
    "views",
    callback=names("view", VIEWS),
    metavar="LIST",
    help=f"Views, with commas between: {', '.join(VIEWS)}.  [default: those that the spec has something for]",
)
@click.option(
    "--scenario", metavar="ID", help="Show the path of a scenario in the flow, and nothing else than the flow."
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
@click.option("--flavor", type=click.Choice(WORDS["flavor"]), help="Which Markdown.  [default: github]")
@click.option(
    "--width", type=_WIDTHS, metavar="PX", help="Width of the drawing in pixels.  [default: as wide as it needs]"
)
@click.option(
    "--paper",
    type=click.Choice(WORDS["paper"]),
    metavar="PAPER",
    help="Set the map for sheets of a4, a3, a2, a1, a0, letter or tabloid, lying unless -portrait is added.",
)
@click.option(
    "--fonts",
    type=click.Choice(WORDS["fonts"]),
    help="Carry the font in the map, or name the reader's own.  [default: embed]",
)
@click.option(
    "--scale",
    type=_SCALES,
    callback=_number,
    metavar="FACTOR",
    help=f"Pixels of a PNG for each pixel of the map, from {_SCALES.min:g} to {_SCALES.max:g}.  [default: 1]",
)
@click.option(
    "--with-history/--without-history",
    default=None,
    help="Tell in the page how the journey moved from commit to commit, as git knows it.",
)
@click.option("--force", is_flag=True, help="Overwrite files that mapgen did not make.")
@click.option(
    "--findings/--without-findings",
    default=None,
    help="Show the findings of the audit in the page and the Markdown.  [default: as `in-maps` of the settings says]",
)
@click.option("--check", is_flag=True, help="Write nothing; fail where a map is not what its spec gives.")
@output_format
@fail_on
@click.option("--watch", is_flag=True, help="Go on, and make maps anew with each change, until Ctrl-C.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing about maps that are made.")
def build(  # noqa: PLR0913 - one parameter an option
    specs: tuple[str, ...],
    *,
    output: str | None,
    formats: tuple[str, ...],
    views: tuple[str, ...],
    scenario: str | None,
    lanes: tuple[str, ...],
    theme: str | None,
    flavor: str | None,
    width: int | None,
    paper: str | None,
    fonts: str | None,
    scale: float | None,
    with_history: bool | None,
    force: bool,
    findings: bool | None,
    check: bool,
    output_format: str,
    fails: Severity,
    watch: bool,
    quiet: bool,
) -> int:
    """Make the maps of specs.

    SPEC is a file, a folder, a pattern or - for standard input; without one, what the settings name, else the specs
    of this folder. A spec with errors writes nothing and leaves its old maps as they are; the others are built all the
    same.
    """
    given = {
        "flavor": flavor,
        "width": width,
        "paper": paper,
        "fonts": fonts,
        "scale": scale,
        "scenario": scenario,
    }

    file = file_named(output)
    asked = (format_of(file, formats),) if file else formats
    empty: list[str] = []

    def commission(voice: Voice) -> tuple[tuple[Spec, ...], Order]:
        if check:
            meant, settings, why = specs_to_check(specs, voice)
            empty.extend(why)
        else:
            meant, settings = named_specs(specs, voice)
        order = Order(
            settings,
            output,
            asked or settings.formats or (_PICTURE if scenario else _DEFAULT),
            lanes,
            chosen(theme, settings, voice),
            merged(settings, given),
            views or ((_FLOW,) if scenario else () if file else settings.views),
            settings.with_history if with_history is None else with_history,
            file,
            findings,
        )
        _check_engines(order)
        check_targets(meant, order)
        return meant, order

    documents = REPORTERS[output_format].document
    _check_output(output, watch=watch, check=check, documents=documents)
    if watch:
        follow(specs, commission, output_format, quiet=quiet, force=force)
    meant, order = commission(Voice())
    if check:
        _check_history(order)
    voice = Voice(output_format, fails=fails)
    made = draw_all(_read(meant, voice), order, voice)
    failed = len(made) < len(meant)
    if check:
        from mapgen.cli.freshness import orphans

        lost = list(orphans(_homes(specs, order), {spec.output_name for spec in meant}))
        fresh = _tell_unfresh(made, order, lost, voice, quiet=quiet or documents)
        if empty and fresh and not quiet:
            report_nothing_to_check(empty)
        voice.end()
        return 0 if fresh and not (failed or voice.failed) else failure(meant)
    voice.end()
    put(made, order, quiet=quiet or documents, force=force)
    return failure(meant) if failed or voice.failed else 0


COMMAND = build


def _check_output(output: str | None, *, watch: bool, check: bool, documents: bool) -> None:
    """See that standard output is not wanted for two things, nor for what never ends."""
    if output == STDOUT and (check or documents):
        message = "-o - leaves no room for --check, nor for an --output-format that takes standard output"
    elif watch and (check or documents or output == STDOUT):
        message = "--watch has no end: it goes without --check, -o -, and an --output-format that is one document"
    else:
        return
    raise click.UsageError(message, click.get_current_context())


def _check_history(order: Order) -> None:
    """Refuse to compare a page that is another one after each commit."""
    if order.with_history and "html" in order.formats:
        message = "--with-history goes without --check: a page that tells of commits is another one after each commit"
        raise MisuseError(message, "--without-history checks pages without it, and --to svg,md checks no pages")


def _read(specs: Iterable[Spec], voice: Voice) -> Iterator[Read]:
    """Read specs, and tell of each what there is to say."""
    for spec in specs:
        read = read_spec(spec)
        voice.tell(spec.name, read.checked.text, read.checked.diagnostics)
        yield read


def _homes(specs: Sequence[str], order: Order) -> list[Path]:
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


def _tell_unfresh(made: Made, order: Order, lost: Sequence[File], voice: Voice, *, quiet: bool) -> bool:
    """Tell what is wrong with the maps on the disk, and which are `lost`; return whether nothing is."""
    from mapgen.cli.freshness import mending, unfresh

    context, without = click.get_current_context(), {"check", "output_format", "quiet", "force"}
    command, forced = (mending(context, without=without, added=added) for added in ((), ("--force",)))
    fresh = True
    for spec, contents in made:
        found = list(unfresh(order.outputs(spec, contents), command, forced))
        for file in found:
            voice.tell(file.name, file.text, file.diagnostics)
        fresh = fresh and not found
        if not (found or quiet):
            streams.say(f"{path_shown(spec.name)}: the maps are fresh ({', '.join(contents)})")
    for file in lost:
        voice.tell(file.name, file.text, file.diagnostics)
    return fresh and not lost


def _check_engines(order: Order) -> None:
    """See that there is an engine for each format that needs one."""
    for engine in (FORMATS[name].engine for name in order.formats):
        if engine and not engine.is_there:
            error = engine.missing()
            message = f"{error}; `{error.hint}` brings it"
            raise click.UsageError(message, click.get_current_context())

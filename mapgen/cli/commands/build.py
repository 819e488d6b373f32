"""`mapgen build`: specs -> maps on the disk."""

from collections.abc import Iterable, Iterator, Sequence
from math import isnan
from pathlib import Path

import click

from mapgen.build.build import RenderedMaps, render_all, watch_specs, write_outputs
from mapgen.build.discovery import named_specs, report_nothing_to_check, specs_to_check
from mapgen.build.libraries import RunLibraries
from mapgen.build.plan import STDOUT, BuildPlan
from mapgen.build.specs import LoadedSpec, Spec, failure, read_spec
from mapgen.build.targets import check_appendix, check_targets, file_named, format_of
from mapgen.config.drawing_options import WIDTHS, WORDS, merged
from mapgen.config.settings import THEMES, Settings
from mapgen.config.themes import chosen
from mapgen.diagnostics import REPORTERS
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import listed
from mapgen.diagnostics.reporter import File
from mapgen.diagnostics.terminal import path_shown
from mapgen.files.finding import is_folder
from mapgen.lanes import LANES
from mapgen.model.lanes import OTHERS
from mapgen.render import FORMATS
from mapgen.render.drawing import VIEWS
from mapgen.render.options import HEADING_LEVELS, OF_SCENARIOS, PARTS, SCALES
from mapgen.terminal import console
from mapgen.terminal.diagnostic_output import DiagnosticWriter, fail_on, output_format
from mapgen.terminal.misuse import MisuseError
from mapgen.terminal.options import comma_list

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
    help="Output folder, a file such as map.svg for a single map, or - for standard output."
    "  [default: next to the spec]",
)
@click.option(
    "--to",
    "formats",
    callback=comma_list("format", FORMATS),
    metavar="LIST",
    help=f"Comma-separated formats: {', '.join(FORMATS)}.  [default: {','.join(_DEFAULT)}]",
)
@click.option(
    "--view",
    "views",
    callback=comma_list("view", VIEWS),
    metavar="LIST",
    help=f"Comma-separated views: {', '.join(VIEWS)}.  [default: poster; in HTML, every view with data]",
)
@click.option("--scenario", metavar="NAME", help="Draw one scenario: in the flow or, with --view, as slide or poster.")
@click.option(
    "--lanes",
    callback=comma_list("lane", (*LANES, OTHERS), free="x-"),
    metavar="LIST",
    help="Comma-separated lanes, in the order to show.  [default: from the spec]",
)
@click.option(
    "--hide",
    callback=comma_list("part", PARTS),
    metavar="LIST",
    help=f"Comma-separated parts to leave out of the poster and the map: {', '.join(PARTS)}.",
)
@click.option(
    "--theme",
    metavar="THEME",
    help=f"Theme: {', '.join(THEMES)}, or a theme file.  [default: from the spec]",
)
@click.option("--flavor", type=click.Choice(WORDS["flavor"]), help="Markdown flavor.  [default: github]")
@click.option(
    "--width", type=_WIDTHS, metavar="PX", help="Width of the drawing in pixels.  [default: fits the content]"
)
@click.option(
    "--paper",
    type=click.Choice(WORDS["paper"]),
    metavar="PAPER",
    help="Paginate for a4, a3, a2, a1, a0, letter, tabloid or slide; landscape unless -portrait is appended.",
)
@click.option(
    "--appendix/--without-appendix",
    default=None,
    help="Add the map and all tables to the PDF of the poster.",
)
@click.option(
    "--fonts",
    type=click.Choice(WORDS["fonts"]),
    help="Embed the font, or use the reader's fonts.  [default: embed]",
)
@click.option(
    "--scale",
    type=_SCALES,
    callback=_number,
    metavar="FACTOR",
    help=f"PNG scale factor, from {_SCALES.min:g} to {_SCALES.max:g}.  [default: 2]",
)
@click.option(
    "--heading-level",
    type=click.IntRange(*HEADING_LEVELS),
    metavar="N",
    help=f"Level of the title of Markdown pages, from 1 to {HEADING_LEVELS[1]}.  [default: 1]",
)
@click.option(
    "--bom/--without-bom",
    default=None,
    help="Start CSV with a byte order mark, for Excel.  [default: in files, not on standard output]",
)
@click.option(
    "--with-history/--without-history",
    default=None,
    help="Add the history of the journey, from git, to the page.",
)
@click.option("--force", is_flag=True, help="Overwrite files that mapgen did not create.")
@click.option(
    "--findings/--without-findings",
    default=None,
    help="Show audit findings in the page and the Markdown.  [default: the setting `in-maps`]",
)
@click.option("--check", is_flag=True, help="Write nothing; fail if a map is out of date.")
@output_format
@fail_on
@click.option("--watch", is_flag=True, help="Rebuild on every change until interrupted.")
@click.option("-q", "--quiet", is_flag=True, help="Suppress messages about maps that were built.")
def build(  # noqa: PLR0913 - one parameter an option
    specs: tuple[str, ...],
    *,
    output: str | None,
    formats: tuple[str, ...],
    views: tuple[str, ...],
    scenario: str | None,
    lanes: tuple[str, ...],
    hide: tuple[str, ...],
    theme: str | None,
    flavor: str | None,
    width: int | None,
    paper: str | None,
    appendix: bool | None,
    fonts: str | None,
    scale: float | None,
    heading_level: int | None,
    bom: bool | None,
    with_history: bool | None,
    force: bool,
    findings: bool | None,
    check: bool,
    output_format: str,
    fails: Severity,
    watch: bool,
    quiet: bool,
) -> int:
    """Build maps from specs.

    SPEC is a file, a folder, a pattern, or - for standard input. Default: the specs from the settings, or those in the
    current folder. A spec with errors leaves its old maps unchanged; all other specs are built.
    """
    given = {
        "flavor": flavor,
        "width": width,
        "paper": paper,
        "appendix": appendix,
        "fonts": fonts,
        "scale": scale,
        "heading_level": heading_level,
        "scenario": scenario,
        "hide": hide or None,
    }

    file = file_named(output)
    asked = (format_of(file, formats),) if file else formats
    empty: list[str] = []

    def commission(voice: DiagnosticWriter) -> tuple[tuple[Spec, ...], BuildPlan]:
        if check:
            meant, settings, why = specs_to_check(specs, voice)
            empty.extend(why)
        else:
            meant, settings = named_specs(specs, voice)
        order = BuildPlan(
            settings,
            output,
            asked or settings.formats or (_PICTURE if scenario else _DEFAULT),
            lanes,
            chosen(theme, settings, voice),
            merged(settings.options, {**given, "bom": _begins_with_mark(settings, output, bom=bom)}),
            views or ((_FLOW,) if scenario else ()),
            settings.with_history if with_history is None else with_history,
            file,
            findings,
        )
        check_targets(meant, order)
        if appendix:
            check_appendix(order)
        return meant, order

    documents = REPORTERS[output_format].document
    _check_scenario(scenario, views)
    _check_output(output, watch=watch, check=check, documents=documents)
    if watch:
        watch_specs(specs, commission, output_format, quiet=quiet, force=force)
    meant, order = commission(DiagnosticWriter())
    if check:
        _check_history(order)
    voice = DiagnosticWriter(output_format, fails=fails)
    made = render_all(_read(meant, order, voice), order, voice)
    failed = len(made) < len(meant)
    if check:
        from mapgen.build.check import orphans

        lost = list(orphans(_homes(specs, order), {spec.output_name for spec in meant}))
        fresh = _tell_unfresh(made, order, lost, voice, quiet=quiet or documents)
        if empty and fresh and not quiet:
            report_nothing_to_check(empty)
        voice.finish()
        return 0 if fresh and not (failed or voice.failed) else failure(meant)
    voice.finish()
    write_outputs(made, order, quiet=quiet or documents, force=force)
    return failure(meant) if failed or voice.failed else 0


COMMAND = build


def _begins_with_mark(settings: Settings, output: str | None, *, bom: bool | None) -> bool:
    """Return whether CSV begins with a byte order mark: files do, which spreadsheets read; programs read a stream."""
    return (output != STDOUT and settings.bom is not False) if bom is None else bom


def _check_output(output: str | None, *, watch: bool, check: bool, documents: bool) -> None:
    """See that standard output is not wanted for two things, nor for what never ends."""
    if output == STDOUT and (check or documents):
        message = "-o - cannot be combined with --check, or with an --output-format that writes to standard output"
    elif watch and (check or documents or output == STDOUT):
        message = "--watch cannot be combined with --check, -o -, or an --output-format that is one document"
    else:
        return
    raise click.UsageError(message, click.get_current_context())


def _check_scenario(scenario: str | None, views: tuple[str, ...]) -> None:
    """Refuse views that would ignore the scenario."""
    others = [view for view in views if view not in OF_SCENARIOS]
    if scenario is not None and others:
        allowed = listed(sorted(OF_SCENARIOS), joint="and")
        message = f"--scenario cannot be combined with --view {','.join(others)}; it is for {allowed}"
        raise click.UsageError(message, click.get_current_context())


def _check_history(order: BuildPlan) -> None:
    """Refuse to compare a page that is another one after each commit."""
    if order.shows_history:
        message = "--with-history cannot be combined with --check: the page changes with every commit"
        raise MisuseError(message, "use --without-history to check pages without it, or --to svg,md to skip pages")


def _read(specs: Iterable[Spec], order: BuildPlan, voice: DiagnosticWriter) -> Iterator[LoadedSpec]:
    """Read specs, and tell of each what there is to say."""
    libraries = RunLibraries(order.settings)
    for spec in specs:
        read = read_spec(spec, libraries)
        voice.write_libraries(read.checked)
        voice.write(spec.name, read.checked.text, read.checked.diagnostics)
        yield read


def _homes(specs: Sequence[str], order: BuildPlan) -> list[Path]:
    """Return the folders in which a map without a spec is an orphan.

    They are those that were named, where maps lie beside their specs; or that of all maps, where the settings name it.
    """
    settings = order.settings
    if order.output or (settings.output and specs):
        return []
    if settings.output:
        return [settings.folder / settings.output]
    top = Path() if specs else settings.folder
    return [top / name for name in specs or settings.specs if is_folder(top / name)]


def _tell_unfresh(
    made: RenderedMaps, order: BuildPlan, lost: Sequence[File], voice: DiagnosticWriter, *, quiet: bool
) -> bool:
    """Report what is wrong with the maps on the disk, and which are `lost`; return whether nothing is."""
    from mapgen.build.check import fix_command, stale_outputs

    context, without = click.get_current_context(), {"check", "output_format", "quiet", "force"}
    command, forced = (fix_command(context, without=without, added=added) for added in ((), ("--force",)))
    fresh = True
    for spec, contents in made:
        found = list(stale_outputs(order.outputs(spec, contents), command, forced))
        for file in found:
            voice.write(file.name, file.text, file.diagnostics)
        fresh = fresh and not found
        if not (found or quiet):
            console.echo(f"{path_shown(spec.name)}: the maps are up to date ({', '.join(contents)})")
    for file in lost:
        voice.write(file.name, file.text, file.diagnostics)
    return fresh and not lost

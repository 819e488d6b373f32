"""The words behind `mapgen` -> the command that is meant, which alone is imported."""

from collections.abc import Sequence

import click

from mapgen import __version__
from mapgen.cli.yaml_import import import_yaml
from mapgen.diagnostics.phrases import key, nearest, quoted
from mapgen.files.errors import FileError
from mapgen.registry import Offers
from mapgen.terminal import console
from mapgen.terminal.crash import EXIT_FAILED, EXIT_MISUSE

COMMANDS = Offers("mapgen.cli.commands", "COMMAND", click.Command)


class _Commands(click.Group):
    """A group whose commands are the modules of `commands/`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        return COMMANDS.get(cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        import_yaml()
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = nearest(args[0], COMMANDS)
            rest = f"; did you mean {quoted(near)}?" if near else ""
            message = f"unknown command {quoted(args[0])}{rest}"
            raise click.UsageError(message, ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="mapgen %(version)s")
def mapgen() -> None:
    """Customer journey maps as code: one YAML spec gives an SVG, an HTML page and a Markdown page.

    Start with `mapgen init`, then `mapgen build journey.yaml`.
    """


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code: 0, 1 or 2."""
    try:
        code = mapgen.main(list(arguments), prog_name="mapgen", standalone_mode=False)
    except click.UsageError as error:
        return _misused(error)
    except click.ClickException as error:
        console.report_error("file-error", error.format_message())
        return EXIT_FAILED
    except FileError as trouble:
        console.report_error("file-error", str(trouble), trouble.hint)
        return EXIT_FAILED
    return code if isinstance(code, int) else 0


def _misused(error: click.UsageError) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        console.write_stderr(error.format_message() + "\n")
        return EXIT_MISUSE
    path = error.ctx.command_path if error.ctx else "mapgen"
    console.report_error("usage", _said(error), getattr(error, "hint", None) or f"`{path} --help` explains the usage")
    return EXIT_MISUSE


def _said(error: click.UsageError) -> str:
    """Say in our words what click found wrong."""
    match error:
        case click.exceptions.NoSuchOption():
            near = nearest(error.option_name, error.possibilities or ())
            return f"unknown option {key(error.option_name)}" + (f"; did you mean {key(near)}?" if near else "")
        case click.exceptions.BadOptionUsage():
            return f"{key(error.option_name)} takes {'no' if 'not take' in error.message else 'a'} value"
        case click.BadParameter(message=str(message)) if message:
            hint = error.param_hint or (max(error.param.opts, key=len) if error.param else None)
            return f"{key(str(hint))}: {message.rstrip('.')}" if hint else message
        case _:
            said = error.format_message().rstrip(".")
            return said[:1].lower() + said[1:]

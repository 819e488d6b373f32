"""A file before and after -> what changes, as `diff -u` shows it."""

from mapgen.ci_commands import inert_text
from mapgen.diagnostics.terminal import visible
from mapgen.terminal import console


def show_changes(name: str, before: bytes, after: bytes) -> None:
    """Print what would change; what a terminal would obey is spelt out."""
    from difflib import unified_diff

    shown = visible(name)
    lines = unified_diff(_lines(before), _lines(after), shown, shown, lineterm="")
    console.echo(inert_text("\n".join("\t".join(map(visible, line.split("\t"))) for line in lines)))


def _lines(data: bytes) -> list[str]:
    """Return the lines; what else may end one is shown, for that is what would change."""
    return data.decode(errors="replace").removesuffix("\n").split("\n")

"""`mapgen explain`: what a diagnostic means, with a bad and a good example."""

import click

from mapgen.cli import streams
from mapgen.diagnostics.codes import CODES
from mapgen.diagnostics.codes.explanation import Explanation
from mapgen.diagnostics.phrases import nearest, quoted


@click.command("explain", short_help="Explain a diagnostic, or list them all.")
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Explain the CODE of a diagnostic, such as unknown-key; without one, list them all."""
    if code is None:
        width = max(map(len, CODES))
        streams.say("\n".join(f"{name:<{width}}  {one.summary}" for name, one in sorted(CODES.items())))
        return 0
    if code not in CODES:
        near = nearest(code, CODES)
        rest = f'did you mean "{near}"?' if near else "`mapgen explain` lists them"
        message = f"there is no diagnostic {quoted(code)}; {rest}"
        raise click.UsageError(message, click.get_current_context())
    streams.say(_page(CODES[code]))
    return 0


COMMAND = explain


def _page(one: Explanation) -> str:
    parts = [f"{one.code}: {one.summary}", one.why]
    examples = (("Bad", one.bad), ("Good", one.good))
    parts += [f"{title}:\n\n{_indented(example)}" for title, example in examples if example]
    return "\n\n".join(parts)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.strip("\n").split("\n"))

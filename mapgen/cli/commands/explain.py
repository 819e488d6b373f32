"""`mapgen explain`: what a diagnostic or a rule means, with a bad and a good example."""

from collections.abc import Iterator

import click

from mapgen.audit import RULES
from mapgen.audit.explanations import explanations, names
from mapgen.config.audit_settings import shown, written
from mapgen.diagnostics.codes.explanation import Explanation
from mapgen.diagnostics.phrases import nearest, quoted
from mapgen.terminal import console
from mapgen.terminal.former_rules import accept


@click.command("explain", short_help="Explain a diagnostic or a rule, or list them all.")
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Explain a diagnostic code or a rule, such as unknown-key. Without CODE, list all."""
    known = names()
    if code is None:
        width = max(map(len, known))
        console.echo("\n".join(f"{name:<{width}}  {explanations(name)[0].summary}" for name in known))
        return 0
    code = accept(code)
    if code not in known:
        near = nearest(code, known)
        rest = f"did you mean {quoted(near)}?" if near else "`mapgen explain` lists all codes"
        message = f"unknown code {quoted(code)}; {rest}"
        raise click.UsageError(message, click.get_current_context())
    console.echo("\n\n".join([*map(_page, explanations(code)), *_settings(code)]))
    return 0


COMMAND = explain


def _page(one: Explanation) -> str:
    parts = [f"{one.code}: {one.summary}", one.why]
    examples = (("Bad", one.bad), ("Good", one.good))
    parts += [f"{title}:\n\n{_indented(example)}" for title, example in examples if example]
    return "\n\n".join(filter(None, parts))


def _settings(name: str) -> Iterator[str]:
    """Say what a project can set about a rule."""
    settings = RULES[name].settings if name in RULES else {}
    lines = [f"{shown(key)} = {written(one.default)}  # {one.means}" for key, one in settings.items()]
    if lines:
        yield f"Settings, under [audit.{name}]:\n\n" + _indented("\n".join(lines))


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.strip("\n").split("\n"))

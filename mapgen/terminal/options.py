"""Words in a list ("svg,html") -> names that exist."""

from collections.abc import Callable, Collection

import click

from mapgen.diagnostics.phrases import listed, nearest, quoted

Callback = Callable[[click.Context, click.Parameter, str | None], tuple[str, ...]]


def comma_list(noun: str, known: Collection[str], *, free: str | None = None) -> Callback:
    """Return what turns an option's value into names, each once, in the order given; none where it is left out.

    A name is one of those in `known`, or begins with `free`. `noun` is what one of them is called.
    """

    def convert(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...]:
        if value is None:
            return ()
        found = tuple(dict.fromkeys(filter(None, map(str.strip, value.split(",")))))
        wrong = next(filter(None, (unknown_name(name, noun, known, free=free) for name in found)), None)
        if wrong or not found:
            raise click.BadParameter(wrong or f"name at least one {noun}", ctx, param)
        return found

    return convert


def unknown_name(name: str, noun: str, known: Collection[str], *, free: str | None = None) -> str | None:
    """Return what is wrong with a name, None if it exists.

    >>> unknown_name("svgg", "format", ["html", "svg"])
    'unknown format "svgg"; did you mean "svg"?'
    """
    if name in known or (free and name.startswith(free)):
        return None
    near = nearest(name, known)
    rest = f"did you mean {quoted(near)}?" if near else f"known: {listed(sorted(known))}"
    return f"unknown {noun} {quoted(name)}; {rest}"

"""What YAML knows and the language does not -> diagnostics that say what to write instead."""

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.lines import split_lines
from mapgen.diagnostics.phrases import key as keyed
from mapgen.diagnostics.phrases import quoted
from mapgen.diagnostics.span import Span
from mapgen.source.scalars import Refused
from mapgen.source.tree import Json, Place

LONGEST = 10_000
"""Characters in one text: about four printed pages, more than a map can show."""

_OUTLINE = "begin with `title:`, then `stages:`"


def anchor(word: str, span: Span, pointer: str) -> Diagnostic:
    """`&name`, whether something repeats it or not."""
    message = f"{quoted(word)} gives a name to a part of the file, to be repeated elsewhere"
    return Diagnostic(
        "anchor",
        message,
        span=span,
        hint="take it out; what is used twice has an `id` and is named by it",
        pointer=pointer,
    )


def alias(name: str, span: Span, pointer: str) -> Diagnostic:
    """`*name`."""
    message = f"{quoted('*' + name)} repeats a part that stands elsewhere"
    hint = "write the part out, or put a text that begins with * in quotes"
    return Diagnostic("alias", message, span=span, hint=hint, pointer=pointer)


def merge_key(_: str, span: Span, pointer: str) -> Diagnostic:
    """`<<: …`."""
    return Diagnostic(
        "merge-key", "`<<` takes over keys from elsewhere", span=span, hint="write the keys out here", pointer=pointer
    )


def tag(word: str, span: Span, pointer: str) -> Diagnostic:
    """`!!str`, `!python/object` and the like."""
    hint = "take it out, or put a text that begins with ! in quotes"
    return Diagnostic("tag", f"{quoted(word)} gives a type to a value", span=span, hint=hint, pointer=pointer)


def number(text: str, refused: Refused, span: Span, pointer: str) -> Diagnostic:
    """`.nan`, `.inf`, `1e999`."""
    message = f"{quoted(text)} is {refused.reason}"
    return Diagnostic(
        "bad-number",
        message,
        span=span,
        hint="write a number of ordinary size, or put a text in quotes",
        pointer=pointer,
    )


def too_long(text: str, span: Span, pointer: str) -> Diagnostic:
    """Refuse a text that nobody would read in a map."""
    message = f"a text has {len(text):,} characters, and may have {LONGEST:,}"
    hint = "say it in short, and name the place of the whole in `links`"
    start = Span(span.line, span.column, span.line, span.column + 1)
    return Diagnostic("text-too-long", message, span=start, hint=hint, pointer=pointer)


def duplicate_key(name: str, first: Place, span: Span, pointer: str) -> Diagnostic:
    """The same key twice in a mapping."""
    message = f"{keyed(name)} is given twice, first on line {first[0]}"
    return Diagnostic("duplicate-key", message, span=span, hint="keep one of the two", pointer=pointer)


def key_not_text(name: str, span: Span, pointer: str) -> Diagnostic:
    """`true:`, `null:` or nothing before the colon."""
    if not name:
        return Diagnostic(
            "key-not-text",
            "there is no key before this colon",
            span=span,
            hint="write a key before it",
            pointer=pointer,
        )
    message = f"{keyed(name)} is not a text, and a key is one"
    return Diagnostic("key-not-text", message, span=span, hint=f'put it in quotes: "{name}"', pointer=pointer)


def complex_key(span: Span, pointer: str) -> Diagnostic:
    """A list or a mapping as a key, which is what `{{ name }}` is in YAML."""
    hint = 'put a text that begins with { or [ in quotes: "{like this}"'
    return Diagnostic(
        "complex-key", "a bracket begins here where a key is expected", span=span, hint=hint, pointer=pointer
    )


def directive(span: Span) -> Diagnostic:
    """`%TAG` and `%YAML`, but for the version that is read."""
    message = "a line that begins with % is an instruction to the YAML reader, and a spec has none"
    return Diagnostic("directive", message, span=span, hint="take it out; `%YAML 1.2` alone may stay")


def several_documents(span: Span) -> Diagnostic:
    """A second document in the file."""
    hint = "keep one journey a file, and take out the line `---` or `...` between the two"
    return Diagnostic("several-documents", "a second document begins here", span=span, hint=hint)


def too_deep(depth: int, span: Span, pointer: str) -> Diagnostic:
    """More collections within each other than any journey needs."""
    message = f"more than {depth} lists and groups of keys stand within each other here"
    return Diagnostic("too-deep", message, span=span, hint="look for a bracket or a dash too many", pointer=pointer)


def too_many(span: Span) -> Diagnostic:
    """More values than a map can show."""
    return Diagnostic(
        "file-too-large",
        "the file has more keys and values than a map can show",
        span=span,
        hint="make several journeys of it",
    )


def root(data: Json, span: Span, text: str) -> Diagnostic | None:
    """A file that is empty, or a list or a text as a whole."""
    if isinstance(data, dict):
        return None
    if data is None:
        return Diagnostic("empty-file", "the file says nothing", span=span, hint=_OUTLINE)
    if isinstance(data, str):
        from mapgen.source.lookalikes import lookalike

        line = split_lines(text)[span.line - 1]
        if deceived := lookalike(line, span.line):
            return deceived
    kind = "list" if isinstance(data, list) else "text" if isinstance(data, str) else "single value"
    return Diagnostic(
        "not-a-journey",
        f"the file is a {kind}, and a journey is made of keys and their values",
        span=span,
        hint=_OUTLINE,
    )

"""What YAML knows and the language does not -> diagnostics that say what to write instead."""

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.lines import split_lines
from mapgen.diagnostics.phrases import in_yaml, quoted
from mapgen.diagnostics.phrases import key as keyed
from mapgen.diagnostics.span import Span
from mapgen.source.scalars import Refused
from mapgen.source.tree import Json, Place

MAX_SCALAR_LENGTH = 10_000
"""Characters in one text: about four printed pages, more than a map can show."""

_OUTLINE = "start with `title:`, then `stages:`"


def anchor(word: str, span: Span, pointer: str) -> Diagnostic:
    """`&name`, whether something repeats it or not."""
    message = f"{quoted(word)} is a YAML anchor; anchors are not supported"
    return Diagnostic(
        "anchor",
        message,
        span=span,
        hint="remove it; to reuse an item, give it an `id` and refer to that",
        pointer=pointer,
    )


def alias(name: str, span: Span, pointer: str) -> Diagnostic:
    """`*name`."""
    message = f"{quoted('*' + name)} is a YAML alias; aliases are not supported"
    hint = "write the content out, or quote text that starts with *"
    return Diagnostic("alias", message, span=span, hint=hint, pointer=pointer)


def merge_key(_: str, span: Span, pointer: str) -> Diagnostic:
    """`<<: …`."""
    return Diagnostic(
        "merge-key",
        "`<<` merges keys from elsewhere, which is not supported",
        span=span,
        hint="write the keys out here",
        pointer=pointer,
    )


def tag(word: str, span: Span, pointer: str) -> Diagnostic:
    """`!!str`, `!python/object` and the like."""
    hint = "remove it, or quote text that starts with !"
    return Diagnostic(
        "tag", f"{quoted(word)} is a YAML tag; tags are not supported", span=span, hint=hint, pointer=pointer
    )


def number(text: str, refused: Refused, span: Span, pointer: str) -> Diagnostic:
    """`.nan`, `.inf`, `1e999`."""
    message = f"{quoted(text)} is {refused.reason}"
    return Diagnostic(
        "bad-number",
        message,
        span=span,
        hint="write a smaller number, or quote the text",
        pointer=pointer,
    )


def too_long(text: str, span: Span, pointer: str) -> Diagnostic:
    """Refuse a text that nobody would read in a map."""
    message = f"a text has {len(text):,} characters; the maximum is {MAX_SCALAR_LENGTH:,}"
    hint = "shorten it, and link to the full text in `links`"
    start = Span(span.line, span.column, span.line, span.column + 1)
    return Diagnostic("text-too-long", message, span=start, hint=hint, pointer=pointer)


def duplicate_key(name: str, first: Place, span: Span, pointer: str, line: str) -> Diagnostic:
    """The same key twice in a mapping; `line` is that of the second."""
    from mapgen.source.commas import mended, torn_number

    torn = torn_number(line, span.column, span.end_column)
    hint = mended(torn) if torn else "keep one of the two"
    message = f"{keyed(name)} is given twice, first on line {first[0]}"
    return Diagnostic("duplicate-key", message, span=span, hint=hint, pointer=pointer)


def key_not_text(name: str, span: Span, pointer: str) -> Diagnostic:
    """`true:`, `null:` or nothing before the colon."""
    if not name:
        return Diagnostic(
            "key-not-text",
            "missing key before this colon",
            span=span,
            hint="write a key before it",
            pointer=pointer,
        )
    message = f"{keyed(name)} is not a string, and keys must be strings"
    return Diagnostic("key-not-text", message, span=span, hint=f"quote it: {in_yaml(name)}", pointer=pointer)


def complex_key(span: Span, pointer: str) -> Diagnostic:
    """A list or a mapping as a key, which is what `{{ name }}` is in YAML."""
    hint = 'quote text that starts with { or [: "{like this}"'
    return Diagnostic("complex-key", "expected a key, found a bracket", span=span, hint=hint, pointer=pointer)


def question_mark(name: str, span: Span, pointer: str) -> Diagnostic:
    """`[?x, b]`: text to YAML 1.2, but a key to the library, and to other readers."""
    start = Span(span.line, span.column - 1, span.line, span.column)
    hint = f"quote the text: {in_yaml(f'?{name}')}"
    message = f"text cannot start with {quoted('?')}"
    return Diagnostic("special-character", message, span=start, hint=hint, pointer=pointer)


def directive(span: Span) -> Diagnostic:
    """`%TAG` and `%YAML`, but for the version that is read."""
    message = "a line that starts with % is a YAML directive; directives are not supported"
    return Diagnostic("directive", message, span=span, hint="remove it; only `%YAML 1.2` is allowed")


def several_documents(span: Span) -> Diagnostic:
    """A second document in the file."""
    hint = "use one file per journey, and remove the line `---` or `...` between them"
    return Diagnostic("several-documents", "a second YAML document starts here", span=span, hint=hint)


def too_deep(depth: int, span: Span, pointer: str) -> Diagnostic:
    """More collections within each other than any journey needs."""
    message = f"more than {depth} levels of nesting"
    return Diagnostic("too-deep", message, span=span, hint="look for an extra bracket or dash", pointer=pointer)


def too_many(most: int, span: Span) -> Diagnostic:
    """More values than a map can show."""
    message = f"the file has more than {most:,} keys, values and ends of lists, which is more than a map can show"
    return Diagnostic("file-too-large", message, span=span, hint="split it into several journeys")


def keys_too_long(span: Span) -> Diagnostic:
    """Long keys around many values."""
    message = "the keys of the file are too long for the number of values below them"
    return Diagnostic("file-too-large", message, span=span, hint="shorten the keys that begin with x-")


def root(data: Json, span: Span, text: str) -> Diagnostic | None:
    """A file that is empty, or a list or a text as a whole."""
    if isinstance(data, dict):
        return None
    if data is None:
        return Diagnostic("empty-file", "the file is empty", span=span, hint=_OUTLINE)
    if isinstance(data, str):
        from mapgen.source.lookalikes import lookalike

        line = split_lines(text)[span.line - 1]
        if deceived := lookalike(line, span.line):
            return deceived
    kind = "list" if isinstance(data, list) else "text" if isinstance(data, str) else "single value"
    return Diagnostic(
        "not-a-journey",
        f"the file is a {kind}, but a journey consists of keys and values",
        span=span,
        hint=_OUTLINE,
    )

"""A YAML syntax error -> a diagnostic about the brackets in which it lies."""

from collections.abc import Callable

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import MAX_SHOWN, in_yaml, quoted
from mapgen.lazy import regex
from mapgen.source import lookalikes
from mapgen.source.events import place
from mapgen.source.indentation import without_comment
from mapgen.source.parser_error import ParserError

_MAX_LINK = 200  # characters of a link that a hint repeats
_LINK = regex(r'\[(?P<title>[^\[\]"\\]+)\]\((?P<url>[^\s()"\\]+)\)')
_COMMA = regex(rf"(?P<sign>[{lookalikes.COMMAS}])\s*(?:[\w-]+\s*:?)?$")
_LOOKED_AT = 200  # characters before the place where reading stopped


def other_comma(failure: ParserError) -> Diagnostic | None:
    """`[{name: A}, {name: B}]` with a comma of another script between two things."""
    if failure.bracket is None or failure.last is None:
        return None
    line, column, *_ = place(failure.last)
    row = max(line - 1, failure.row - 1)
    text = "\n".join([*failure.lines[row : failure.row], failure.line[: failure.column + 1]])
    begin = max(column - 1 if row == line - 1 else 0, len(text) - _LOOKED_AT)
    found = _COMMA.search(text, begin)
    if found is None:
        return None
    before, at = text[begin : found.start()], found.start() - (text.rfind("\n", 0, found.start()) + 1)
    row += text.count("\n", 0, found.start())
    message, hint = lookalikes.other_comma(before.strip(), found["sign"])
    return Diagnostic("lookalike-sign", message, span=failure.span(row, at), hint=hint)


def _bracket(failure: ParserError) -> Diagnostic | None:
    """A bracket that is not closed, or two things in one without a comma between."""
    begin = failure.bracket if failure.mentions("flow node") and failure.at_end else failure.start
    if begin is None or not failure.mentions("flow sequence", "flow mapping", "flow node"):
        return None
    row, column = begin
    opened = failure.lines[row][column : column + 1]
    closing = {"[": "]", "{": "}"}.get(opened)
    if closing is None:
        return None
    here = failure.line[failure.column : failure.column + 1]
    if here and here in "]}":
        hint = f"write {closing} instead, or remove it"
        message = f"{quoted(here)} found, but {quoted(closing)} expected"
        return Diagnostic("unopened-bracket", message, span=failure.span(), hint=hint)
    if here and row == failure.row:
        hint = f"separate items in {opened}{closing} with commas, and quote text that contains : or ,"
        message = f"a comma or {quoted(closing)} is missing before this"
        return Diagnostic("missing-comma", message, span=failure.span(), hint=hint)
    message = f"{quoted(opened)} is never closed"
    return Diagnostic("unclosed-bracket", message, span=failure.span(row, column), hint=f"add {closing} where it ends")


def _bracket_too_many(failure: ParserError) -> Diagnostic | None:
    sign = failure.line[failure.column : failure.column + 1]
    if not sign or sign not in "]}" or failure.mentions("alphabetic or numeric"):
        return None
    hint = "remove it, or quote the text it belongs to"
    return Diagnostic(
        "unopened-bracket", f"{quoted(sign)} has no matching opening bracket", span=failure.span(), hint=hint
    )


def _markdown_link(failure: ParserError) -> Diagnostic | None:
    """`links: [Board](https://example.com)`: what follows a list in brackets."""
    found = _LINK.match(failure.line, max(0, failure.line.rfind("[", 0, failure.column)))
    if found is None or failure.bracket is not None or found.start("url") - 1 != failure.column:
        return None
    before, shown = failure.line[: found.start()].strip(), without_comment(failure.line[found.start() :])
    hint = f"quote the text: {in_yaml(shown)}" if len(shown) <= MAX_SHOWN else "quote the text"
    if before in {"links:", "- links:", "-"} and shown == found[0]:
        item = f'{{title: "{found["title"]}", url: "{found["url"]}"}}' if len(shown) <= _MAX_LINK else "{url: …}"
        hint = f"write {item}" if before == "-" else f"write [{item}]"
    span = failure.span(column=found.start(), length=len(found[0]))
    return Diagnostic("special-character", "a Markdown link is not a link in YAML", span=span, hint=hint)


RULES: tuple[Callable[[ParserError], Diagnostic | None], ...] = (_markdown_link, _bracket, _bracket_too_many)

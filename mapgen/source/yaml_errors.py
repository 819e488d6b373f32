"""A YAML syntax error -> a diagnostic in the words of someone who writes specs and no parsers.

A parser says what it expected; an author wants to know which of a dozen slips it was. Each rule below knows one slip,
by the parser's words and by what stands in the text; the first that answers is right.
"""

import re
from collections.abc import Callable

from yaml.events import AliasEvent, ScalarEvent

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import in_yaml, quoted, shortened
from mapgen.lazy import regex
from mapgen.source import bracket_errors, indentation, unsupported
from mapgen.source.comment_errors import comment_in_text
from mapgen.source.events import place
from mapgen.source.indentation import without_comment
from mapgen.source.list_markers import marked_item
from mapgen.source.lookalikes import lookalike
from mapgen.source.parser_error import ParserError

_KEY = 1024  # characters that a key can have in YAML
_SHOWN = 30  # characters of the author's text that a hint repeats
_ENTRY = regex(
    r"(?P<lead>[ ]*(?:- +)*)(?P<key>[^\s#'\"\[\]{},&*!|>%@`:-][^:]*?|\"[^\"]*\"|'[^']*') *:(?: +|$)(?P<value>.*)"
)
_MARKER = regex(r"<{7}(?: |$)")
_WORD = regex(r" *[\w-]+")
_IN_BRACKETS = regex(r"[,\[\]{}]")  # what ends a text there
_QUOTES = {"'": "an apostrophe", '"': "a quotation mark"}


def explain(failure: ParserError) -> Diagnostic | None:
    """Return what the author did, as far as it can be told; None where it follows from an alias that was told."""
    if isinstance(failure.last, AliasEvent):
        row = place(failure.last)[2] - 1
        if row == failure.row or marked_item(failure.lines, row):
            return None
    for rule in _RULES:
        diagnostic = rule(failure)
        if diagnostic:
            return diagnostic
    hint = "check indentation, quotes and brackets of this line and the line above"
    return Diagnostic("syntax-error", "the file cannot be read from here on", span=failure.span(), hint=hint)


def _merge_conflict(failure: ParserError) -> Diagnostic | None:
    row = next((at for at, line in enumerate(failure.lines[: failure.row + 1]) if _MARKER.match(line)), None)
    if row is None:
        return None
    hint = "keep one of the two versions, and remove the lines that start with <<<<<<<, ======= and >>>>>>>"
    span = failure.span(row=row, column=0, length=len(failure.lines[row]))
    return Diagnostic("merge-conflict", "unresolved merge conflict", span=span, hint=hint)


def _lookalike(failure: ParserError) -> Diagnostic | None:
    """A sign that only looks like a colon or a space, in the line where reading stopped or in one that led there."""
    items = {failure.start[0] if failure.start else failure.row, failure.row}
    found = (lookalike(failure.lines[row], row + 1, dash=row in items) for row in _suspects(failure))
    return next(filter(None, found), None)


def _list_marker(failure: ParserError) -> Diagnostic | None:
    """`* Too slow`, `1. Too slow`: in the line where reading stopped or in one that led there."""
    found = (marked_item(failure.lines, row) for row in _suspects(failure))
    return next(filter(None, found), None)


def _suspects(failure: ParserError) -> list[int]:
    """Return the rows where the slip may be, the likeliest first."""
    above = indentation.line_above(failure.lines, failure.row)
    start = failure.start[0] if failure.start else failure.row
    rows = dict.fromkeys((start, above, failure.row))
    return [row for row in rows if row is not None and row < len(failure.lines)]


def _tab(failure: ParserError) -> Diagnostic | None:
    found = re.match(r" *(\t+)", failure.line)
    if not found or found.end() < failure.column:
        return _tab_inside(failure)
    hint = "use two spaces per level; most editors can convert tabs to spaces"
    return Diagnostic(
        "tab-indent",
        "this line is indented with a tab",
        span=failure.span(column=found.start(1), length=len(found.group(1))),
        hint=hint,
    )


def _tab_inside(failure: ParserError) -> Diagnostic | None:
    if not failure.line.startswith("\t", failure.column) or not failure.mentions("cannot start any token"):
        return None
    hint = "use spaces; most editors can convert tabs to spaces"
    return Diagnostic("tab-indent", "expected a space, found a tab", span=failure.span(), hint=hint)


def _directive(failure: ParserError) -> Diagnostic | None:
    if not (failure.mentions("directive", "incompatible YAML", "%YAML") and failure.lines[failure.row].startswith("%")):
        return None
    hint = "remove the line; only `%YAML 1.2` is allowed"
    message = "a line that starts with % is a YAML directive, and this one is unknown"
    return Diagnostic("directive", message, span=failure.span(column=0, length=len(failure.line)), hint=hint)


def _escape(failure: ParserError) -> Diagnostic | None:
    if not failure.mentions("escape", "hexdecimal", "hexadecimal"):
        return None
    column = failure.line.rfind("\\", 0, failure.column + 1)
    if column < 0:
        return None
    word = failure.line[column : column + 2]
    hint = r"write \\ for a backslash, or put the text in 'single quotes', where a backslash is a backslash"
    message = f"{quoted(word)} is not a valid escape sequence"
    return Diagnostic("bad-escape", message, span=failure.span(column=column, length=len(word)), hint=hint)


def _open_quote(failure: ParserError) -> Diagnostic | None:
    if not failure.mentions("end of stream", "document indicator", "document separator") or not failure.mentions(
        "quoted scalar"
    ):
        return None
    row, column = failure.start or (failure.row, failure.column)
    return _unclosed_quote(failure, row, column)


def _quote_inside(failure: ParserError) -> Diagnostic | None:
    """A text that ended at a quote that was not meant to end it: on its own line, or on a later one."""
    last = failure.last
    if not (isinstance(last, ScalarEvent) and last.style in _QUOTES):
        return None
    line, column, end_line, end = place(last)
    if end_line - 1 != failure.row or failure.line[end - 1 : failure.column].strip():
        return None
    if line != end_line:
        return _unclosed_quote(failure, line - 1, column - 1)
    return _text_after_quote(failure, last.style, column - 1, end - 1)


def _text_after_quote(failure: ParserError, mark: str, start: int, end: int) -> Diagnostic:
    rest = without_comment(failure.line[end:])
    other = '"' if mark == "'" else "'"
    doubled = "''" if mark == "'" else '\\"'
    hint = f"write {doubled} for {_QUOTES[mark]} inside the text, or use {other} around the text"
    message = f"the text ends at {shortened(failure.line[start:end])}, and more follows"
    return Diagnostic("text-after-quote", message, span=failure.span(column=end, length=len(rest)), hint=hint)


def _unclosed_quote(failure: ParserError, row: int, column: int) -> Diagnostic:
    line = failure.lines[row]
    mark = line[column : column + 1] or '"'
    hint = f"end the text with {mark} on the same line, or use the other kind of quote around it"
    message = f"the text that starts here with {mark} does not end on this line"
    return Diagnostic("unclosed-quote", message, span=failure.span(row, column, len(line.rstrip()) - column), hint=hint)


def _colon_in_text(failure: ParserError) -> Diagnostic | None:
    """`goal: Now: or never`: the second colon makes a key of what was meant as text."""
    if not failure.mentions("mapping values are not allowed"):
        return None
    found = _ENTRY.match(without_comment(failure.line))
    if not found or found.end("key") >= failure.column:
        return None
    value = found["value"]
    hint = f"quote the text: {shortened(found['key'])}: {in_yaml(value)}" if len(value) <= _SHOWN else "quote the text"
    span = failure.span(column=found.start("value"), length=len(value))
    return Diagnostic("colon-in-text", "text with a colon looks like a key and its value", span=span, hint=hint)


def _sign(failure: ParserError) -> Diagnostic | None:
    """A text that begins with a sign that means something in YAML."""
    row, column = failure.row, failure.column
    if failure.start and failure.mentions("alphabetic or numeric"):  # what follows & or * is no name
        row, column = failure.start
    sign = failure.lines[row][column : column + 1]
    if failure.mentions("sequence entries are not allowed", "mapping keys are not allowed"):
        hint = f"start the list on its own line, or quote text that starts with {sign}"
        return Diagnostic(
            "special-character", f"{quoted(sign)} cannot follow a key on the same line", span=failure.span(), hint=hint
        )
    if not sign or not failure.mentions("cannot start any token", "node content", "alphabetic or numeric"):
        return None
    if sign == ",":
        return Diagnostic(
            "special-character",
            "nothing before this comma",
            span=failure.span(),
            hint="remove the comma, or quote the text",
        )
    text = without_comment(failure.lines[row][column:])
    word = shortened(_IN_BRACKETS.split(text)[0].rstrip() if failure.bracket else text)
    hint = f"quote the text: {in_yaml(word)}" if len(word) <= _SHOWN else "quote the text"
    message = f"text cannot start with {quoted(sign)}"
    return Diagnostic("special-character", message, span=failure.span(row, column), hint=hint)


def _text_after_bar(failure: ParserError) -> Diagnostic | None:
    """`action: > Looks around`: what follows the sign should stand on the next line."""
    if not failure.mentions("block scalar"):
        return None
    row, column = failure.start or (failure.row, failure.column)
    sign = failure.lines[row][column : column + 1]
    hint = f"start the text on the next line, indented more than the key; or quote it if {sign} is part of it"
    message = f"no text can follow {quoted(sign)} on the same line"
    return Diagnostic("special-character", message, span=failure.span(row, column), hint=hint)


def _missing_colon(failure: ParserError) -> Diagnostic | None:
    """A line that is no key and no value: `stages`, `summary How it went`, `title:Coffee`."""
    if failure.mentions("could not find expected ':'"):
        above = failure.start[0] if failure.start else None
    elif failure.mentions("mapping values are not allowed", "document start>"):
        above = indentation.line_above(failure.lines, failure.row)
    elif failure.mentions("did not find expected key", "expected <block end>"):
        above = indentation.line_above(failure.lines, failure.row)
        above = above if above is not None and _WORD.fullmatch(without_comment(failure.lines[above])) else None
    else:
        above = None
    if above is None or _ENTRY.match(without_comment(failure.lines[above])):
        return None
    return _no_colon(failure, above)


def _no_colon(failure: ParserError, row: int) -> Diagnostic:
    line = failure.lines[row]
    column = len(line) - len(line.lstrip(" -") or line.lstrip())
    text = without_comment(line[column:])
    span = failure.span(row, column, len(text))
    if re.match(r"[\w-]+:\S", text):
        return Diagnostic(
            "missing-colon",
            f"{quoted(text)} has no space after its colon",
            span=span,
            hint=f"write {shortened(text.replace(':', ': ', 1))}",
        )
    hint = "write a key, a colon, a space and the value; indent text of several lines more than its key"
    if _WORD.fullmatch(text) and text.strip("-"):
        hint = f"write {shortened(text)}: and the value after it"
    return Diagnostic("missing-colon", f"{quoted(text)} has no colon", span=span, hint=hint)


def _missing_key(failure: ParserError) -> Diagnostic | None:
    if not failure.line.lstrip(" ").startswith(":"):
        return None
    column = len(failure.line) - len(failure.line.lstrip(" "))
    return unsupported.key_not_text("", failure.span(column=column), "")


def _second_document(failure: ParserError) -> Diagnostic | None:
    above = indentation.line_above(failure.lines, failure.row)
    if not failure.mentions("document start>") or above is None or not failure.lines[above].startswith("..."):
        return None
    return unsupported.several_documents(failure.span())


def _indent(failure: ParserError) -> Diagnostic | None:
    """A line that begins in a column where nothing above begins, or where something else is listed."""
    line = failure.line
    begin = len(line) - len(line.lstrip(" "))
    dashes = len(line) - len(line.lstrip(" -"))
    if not line.strip() or failure.column > (_KEY if failure.mentions("mapping values are not allowed") else dashes):
        return None
    advice = indentation.advise(failure.lines, failure.row)
    if advice is None:
        return None
    message, hint = advice
    return Diagnostic(
        "bad-indent", message, span=failure.span(column=begin, length=len(without_comment(line[begin:]))), hint=hint
    )


_RULES: tuple[Callable[[ParserError], Diagnostic | None], ...] = (
    _merge_conflict,
    _lookalike,
    bracket_errors.other_comma,
    _list_marker,
    _tab,
    _directive,
    _escape,
    _open_quote,
    _quote_inside,
    comment_in_text,
    *bracket_errors.RULES,
    _colon_in_text,
    _text_after_bar,
    _sign,
    _second_document,
    _missing_colon,
    _missing_key,
    _indent,
)

"""A YAML syntax error -> a diagnostic in the words of someone who writes specs and no parsers.

A parser says what it expected; an author wants to know which of a dozen slips it was. Each rule below knows one slip,
by the parser's words and by what stands in the text; the first that answers is right.
"""

import re
from collections.abc import Callable

from yaml.events import AliasEvent, ScalarEvent

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import quoted, shortened
from mapgen.source import indentation, refusals
from mapgen.source.events import place
from mapgen.source.failure import Failure
from mapgen.source.indentation import without_comment
from mapgen.source.lookalikes import lookalike

_KEY = 1024  # characters that a key can have in YAML
_SHOWN = 30  # characters of the author's text that a hint repeats
_ENTRY = re.compile(
    r"(?P<lead>[ ]*(?:- +)*)(?P<key>[^\s#'\"\[\]{},&*!|>%@`:-][^:]*?|\"[^\"]*\"|'[^']*') *:(?: +|$)(?P<value>.*)"
)
_MARKER = re.compile(r"<{7}(?: |$)")
_WORD = re.compile(r" *[\w-]+")
_IN_BRACKETS = re.compile(r"[,\[\]{}]")  # what ends a text there
_QUOTES = {"'": "an apostrophe", '"': "a quotation mark"}


def explain(failure: Failure) -> Diagnostic | None:
    """Return what the author did, as far as it can be told; None where it follows from an alias that was told."""
    if isinstance(failure.last, AliasEvent) and place(failure.last)[2] - 1 == failure.row:
        return None
    for rule in _RULES:
        diagnostic = rule(failure)
        if diagnostic:
            return diagnostic
    hint = "look at the indentation, the quotes and the brackets of this line and the one above"
    return Diagnostic("syntax-error", "the file cannot be read from here on", span=failure.span(), hint=hint)


def _merge_conflict(failure: Failure) -> Diagnostic | None:
    row = next((at for at, line in enumerate(failure.lines[: failure.row + 1]) if _MARKER.match(line)), None)
    if row is None:
        return None
    hint = "choose between the two versions, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>"
    span = failure.span(row=row, column=0, length=len(failure.lines[row]))
    return Diagnostic("merge-conflict", "git left a merge conflict here", span=span, hint=hint)


def _lookalike(failure: Failure) -> Diagnostic | None:
    """A sign that only looks like a colon or a space, in the line where reading stopped or in one that led there."""
    above = indentation.line_above(failure.lines, failure.row)
    rows = dict.fromkeys((failure.start[0] if failure.start else failure.row, above, failure.row))
    found = (lookalike(failure.lines[row], row + 1) for row in rows if row is not None and row < len(failure.lines))
    return next(filter(None, found), None)


def _tab(failure: Failure) -> Diagnostic | None:
    found = re.match(r" *(\t+)", failure.line)
    if not found or found.end() < failure.column:
        return _tab_inside(failure)
    hint = "use spaces, two for each level; most editors turn a tab into spaces when told to"
    return Diagnostic(
        "tab-indent",
        "this line is indented with a tab",
        span=failure.span(column=found.start(1), length=len(found.group(1))),
        hint=hint,
    )


def _tab_inside(failure: Failure) -> Diagnostic | None:
    if not failure.line.startswith("\t", failure.column) or not failure.mentions("cannot start any token"):
        return None
    hint = "use spaces; most editors turn a tab into spaces when told to"
    return Diagnostic("tab-indent", "a tab stands where a space is expected", span=failure.span(), hint=hint)


def _directive(failure: Failure) -> Diagnostic | None:
    if not (failure.mentions("directive", "incompatible YAML", "%YAML") and failure.lines[failure.row].startswith("%")):
        return None
    hint = "take the line out; `%YAML 1.2` alone may stay"
    message = "a line that begins with % is an instruction to the YAML reader, and this one is not known"
    return Diagnostic("directive", message, span=failure.span(column=0, length=len(failure.line)), hint=hint)


def _escape(failure: Failure) -> Diagnostic | None:
    if not failure.mentions("escape", "hexdecimal", "hexadecimal"):
        return None
    column = failure.line.rfind("\\", 0, failure.column + 1)
    if column < 0:
        return None
    word = failure.line[column : column + 2]
    hint = r"write \\ for a backslash, or put the text in 'single quotes', where a backslash is a backslash"
    message = f"{quoted(word)} does not stand for a character here"
    return Diagnostic("bad-escape", message, span=failure.span(column=column, length=len(word)), hint=hint)


def _open_quote(failure: Failure) -> Diagnostic | None:
    if not failure.mentions("end of stream", "document indicator", "document separator") or not failure.mentions(
        "quoted scalar"
    ):
        return None
    row, column = failure.start or (failure.row, failure.column)
    return _unclosed_quote(failure, row, column)


def _quote_inside(failure: Failure) -> Diagnostic | None:
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


def _text_after_quote(failure: Failure, mark: str, start: int, end: int) -> Diagnostic:
    rest = without_comment(failure.line[end:])
    other = '"' if mark == "'" else "'"
    doubled = "''" if mark == "'" else '\\"'
    hint = f"write {doubled} for {_QUOTES[mark]} inside the text, or begin and end the text with {other}"
    message = f"the text ends at {quoted(failure.line[start:end])[1:-1]}, and more follows"
    return Diagnostic("text-after-quote", message, span=failure.span(column=end, length=len(rest)), hint=hint)


def _unclosed_quote(failure: Failure, row: int, column: int) -> Diagnostic:
    line = failure.lines[row]
    mark = line[column : column + 1] or '"'
    hint = f"end the text with {mark} on the same line, or begin and end it with the other kind of quote"
    message = f"the text that begins here with {mark} does not end in this line"
    return Diagnostic("unclosed-quote", message, span=failure.span(row, column, len(line.rstrip()) - column), hint=hint)


def _bracket(failure: Failure) -> Diagnostic | None:
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
        hint = f"put {closing} in its place, or take it out"
        message = f"{quoted(here)} stands where {quoted(closing)} is expected"
        return Diagnostic("unopened-bracket", message, span=failure.span(), hint=hint)
    if here and row == failure.row:
        hint = f"put a comma between two things in {opened}{closing}, and quotes around a text with : or , in it"
        message = f"a comma or {quoted(closing)} is missing before this"
        return Diagnostic("missing-comma", message, span=failure.span(), hint=hint)
    message = f"{quoted(opened)} begins something here that does not end"
    return Diagnostic("unclosed-bracket", message, span=failure.span(row, column), hint=f"put {closing} where it ends")


def _colon_in_text(failure: Failure) -> Diagnostic | None:
    """`goal: Now: or never`: the second colon makes a key of what was meant as text."""
    if not failure.mentions("mapping values are not allowed"):
        return None
    found = _ENTRY.match(without_comment(failure.line))
    if not found or found.end("key") >= failure.column:
        return None
    value = found["value"]
    hint = (
        f'put the text in quotes: {shortened(found["key"])}: "{value}"'
        if len(value) <= _SHOWN and '"' not in value
        else "put the text in quotes"
    )
    span = failure.span(column=found.start("value"), length=len(value))
    return Diagnostic("colon-in-text", "a text with a colon in it looks like a key and its value", span=span, hint=hint)


def _sign(failure: Failure) -> Diagnostic | None:
    """A text that begins with a sign that means something in YAML."""
    row, column = failure.row, failure.column
    if failure.start and failure.mentions("alphabetic or numeric"):  # what follows & or * is no name
        row, column = failure.start
    sign = failure.lines[row][column : column + 1]
    if failure.mentions("sequence entries are not allowed", "mapping keys are not allowed"):
        hint = f"begin the list on a line of its own; a text that begins with {sign} goes in quotes"
        return Diagnostic(
            "special-character", f"{quoted(sign)} cannot follow a key on its line", span=failure.span(), hint=hint
        )
    if not sign or not failure.mentions("cannot start any token", "node content", "alphabetic or numeric"):
        return None
    if sign == ",":
        return Diagnostic(
            "special-character",
            "there is nothing before this comma",
            span=failure.span(),
            hint="take the comma out, or quote the text",
        )
    text = without_comment(failure.lines[row][column:])
    word = shortened(_IN_BRACKETS.split(text)[0].rstrip() if failure.bracket else text)
    hint = f'put the text in quotes: "{word}"' if len(word) <= _SHOWN and '"' not in word else "put the text in quotes"
    message = f"a text cannot begin with {quoted(sign)}"
    return Diagnostic("special-character", message, span=failure.span(row, column), hint=hint)


def _text_after_bar(failure: Failure) -> Diagnostic | None:
    """`action: > Looks around`: what follows the sign should stand on the next line."""
    if not failure.mentions("block scalar"):
        return None
    row, column = failure.start or (failure.row, failure.column)
    sign = failure.lines[row][column : column + 1]
    hint = f"begin the text on the next line, indented more than the key; or put it in quotes if {sign} is part of it"
    message = f"after {quoted(sign)} no text can follow on the same line"
    return Diagnostic("special-character", message, span=failure.span(row, column), hint=hint)


def _bracket_too_many(failure: Failure) -> Diagnostic | None:
    sign = failure.line[failure.column : failure.column + 1]
    if not sign or sign not in "]}" or failure.mentions("alphabetic or numeric"):
        return None
    hint = "take it out, or put the text that it belongs to in quotes"
    return Diagnostic("unopened-bracket", f"{quoted(sign)} ends nothing that has begun", span=failure.span(), hint=hint)


def _missing_colon(failure: Failure) -> Diagnostic | None:
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


def _no_colon(failure: Failure, row: int) -> Diagnostic:
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
    hint = "write a key, a colon, a space and the value; a text of several lines is indented more than its key"
    if _WORD.fullmatch(text) and text.strip("-"):
        hint = f"write {shortened(text)}: and the value after it"
    return Diagnostic("missing-colon", f"{quoted(text)} has no colon", span=span, hint=hint)


def _missing_key(failure: Failure) -> Diagnostic | None:
    if not failure.line.lstrip(" ").startswith(":"):
        return None
    column = len(failure.line) - len(failure.line.lstrip(" "))
    return refusals.key_not_text("", failure.span(column=column), "")


def _second_document(failure: Failure) -> Diagnostic | None:
    above = indentation.line_above(failure.lines, failure.row)
    if not failure.mentions("document start>") or above is None or not failure.lines[above].startswith("..."):
        return None
    return refusals.several_documents(failure.span())


def _indent(failure: Failure) -> Diagnostic | None:
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


_RULES: tuple[Callable[[Failure], Diagnostic | None], ...] = (
    _merge_conflict,
    _lookalike,
    _tab,
    _directive,
    _escape,
    _open_quote,
    _quote_inside,
    _bracket,
    _bracket_too_many,
    _colon_in_text,
    _text_after_bar,
    _sign,
    _second_document,
    _missing_colon,
    _missing_key,
    _indent,
)

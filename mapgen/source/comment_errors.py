"""A YAML syntax error -> a diagnostic about a comment that cuts a text, and with it what was to follow."""

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import quote_hint, quoted
from mapgen.source.comments import cut_by_comment
from mapgen.source.indentation import indent, line_above
from mapgen.source.parser_error import ParserError

_LOOKED_AT = 100  # lines from the bracket on


def comment_in_text(failure: ParserError) -> Diagnostic | None:
    """`{name: Room #4}`: the comment takes the bracket; or a text of several lines with a comment within."""
    for row in _rows(failure):
        found = cut_by_comment(failure.lines[row])
        if found:
            column, text, comment, whole = found
            message = f"the text ends at {quoted(text)}: {quoted(comment)} is a comment"
            span = failure.span(row, column, len(text))
            return Diagnostic("cut-text", message, span=span, hint=quote_hint(whole))
    return None


def _rows(failure: ParserError) -> range:
    """Return the rows where the comment may be: in the brackets, or in the line that the one at fault goes on with."""
    begins = [place[0] for place in (failure.bracket, failure.start) if place and _opens(failure, place)]
    if begins:
        return range(begins[0], min(failure.row + 1, begins[0] + _LOOKED_AT))
    above = line_above(failure.lines, failure.row)
    goes_on = above is not None and indent(failure.line) > indent(failure.lines[above])
    return range(above, above + 1) if above is not None and goes_on else range(0)


def _opens(failure: ParserError, place: tuple[int, int]) -> bool:
    row, column = place
    return row < len(failure.lines) and failure.lines[row].startswith(("[", "{"), column)

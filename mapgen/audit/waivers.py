"""Comments, findings -> the findings that nobody has waived, and what is wrong with the waivers.

`# mapgen: allow hypothesis because we ask in May` stands on the line of what it is about, or above it. It covers the
thing that begins there with all that stands in it; beside a key, also what is found about the thing that has the key.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from mapgen.audit.comments import Comment, beginnings, comments
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import key, nearest, quoted
from mapgen.diagnostics.span import Span
from mapgen.record import record
from mapgen.source.tree import Source

_ALLOW = "allow"
_OTHERS = frozenset({"accept", "disable", "exclude", "except", "ignore", "noqa", "off", "skip", "suppress", "waive"})
_FORM = "write # mapgen: allow RULE because …"


@record
class Waiver:
    """Rules (ids) that are not to be told of what `pointers` lead to, and the comment that says so."""

    rules: tuple[str, ...]
    reason: str
    pointers: tuple[str, ...]
    comment: Comment

    def covers(self, finding: Diagnostic) -> bool:
        """Whether a finding is waived."""
        return finding.code in self.rules and any(_covers(pointer, finding.pointer) for pointer in self.pointers)


@record
class Waived:
    """What is left to be told, in the order it came, and how many findings are not."""

    told: tuple[Diagnostic, ...]
    number: int


def waive(source: Source, findings: Sequence[Diagnostic], rules: Collection[str], followed: Collection[str]) -> Waived:
    """Take out the findings that a comment of the spec waives, and add what is wrong with such comments.

    `rules` are all there are; of a waiver for one that was not `followed` nobody knows whether it is of use.
    """
    spoken = comments(source)
    if not spoken:
        return Waived(tuple(findings), 0)
    waivers = tuple(_waivers(source, spoken))
    told = tuple(one for one in findings if not any(waiver.covers(one) for waiver in waivers))
    wrong = [_misspelt(comment) for comment in spoken if _is_misspelt(comment)]
    for waiver in waivers:
        wrong += _faults(waiver, findings, told, rules, followed)
    return Waived((*told, *wrong), len(findings) - len(told))


def _waivers(source: Source, spoken: Sequence[Comment]) -> Iterator[Waiver]:
    about = beginnings(source, {comment.about for comment in spoken if comment.about is not None})
    for comment in spoken:
        word, _, rest = comment.said.partition(" ")
        if word == _ALLOW:
            named, _, reason = re.sub(r"\bbecause\b:?", "\0", rest, count=1).partition("\0")
            pointers = about.get(comment.about, []) if comment.about is not None else []
            yield Waiver(tuple(re.split(r"[\s,]+", named.strip(" ,"))), reason.strip(), tuple(pointers), comment)


def _covers(pointer: str, found: str) -> bool:
    inside = found == pointer or found.startswith(f"{pointer}/")
    parent, _, last = pointer.rpartition("/")
    return inside or (found == parent and bool(pointer) and not last.isdecimal())


def _faults(
    waiver: Waiver,
    findings: Sequence[Diagnostic],
    told: Sequence[Diagnostic],
    rules: Collection[str],
    followed: Collection[str],
) -> Iterator[Diagnostic]:
    """Say what is wrong with a waiver."""
    if waiver.rules == ("",):
        yield _unused(waiver.comment, f"{key('# mapgen: allow')} names no rule", _FORM)
        return
    if not waiver.reason:
        message = f"nobody says why {_listed(waiver.rules)} is allowed here"
        yield _told("waiver-without-reason", waiver.comment, message, "end the comment with: because …")
    for rule in dict.fromkeys(waiver.rules):
        if rule not in rules:
            near = nearest(rule, rules)
            hint = f"did you mean {quoted(near)}?" if near else "`mapgen rules` lists them"
            yield _unused(waiver.comment, f"there is no rule {quoted(rule)} to be waived", hint)
        elif rule in followed and not any(waiver.covers(one) for one in findings if one.code == rule):
            message = f"{quoted(rule)} finds nothing here that could be waived"
            yield _unused(waiver.comment, message, _elsewhere(one for one in told if one.code == rule))


def _listed(rules: Sequence[str]) -> str:
    return " or ".join(map(quoted, rules))


def _elsewhere(told: Iterable[Diagnostic]) -> str:
    lines = [one.span.line for one in told if one.span]
    return f"it is told of line {lines[0]}; the comment belongs there, or above" if lines else "take the comment out"


def _is_misspelt(comment: Comment) -> bool:
    word = comment.said.split()[0].rstrip(":,").casefold()
    if comment.said.split()[0] == _ALLOW:
        return False
    return word in _OTHERS or word.startswith(_ALLOW) or nearest(word, [_ALLOW]) is not None


def _misspelt(comment: Comment) -> Diagnostic:
    return _unused(comment, f"{quoted(comment.said.split()[0])} waives nothing", _FORM)


def _unused(comment: Comment, message: str, hint: str) -> Diagnostic:
    return _told("unused-waiver", comment, message, hint)


def _told(code: str, comment: Comment, message: str, hint: str) -> Diagnostic:
    span = Span(comment.line, comment.column, comment.line, comment.end)
    return Diagnostic(code, message, Severity.WARNING, span, hint)

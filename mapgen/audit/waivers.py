"""Comments, findings -> the findings without a waiver, and the problems of waivers.

`# mapgen: allow hypothesis because we ask in May` is on the line of the item that it applies to, or above it. It covers
the item that begins there with its content; next to a key, also findings about the item that has the key.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, islice

from mapgen.audit import renamed
from mapgen.audit.comments import WaiverComment, beginnings, comments
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import key, nearest, quoted
from mapgen.diagnostics.span import Span
from mapgen.record import record
from mapgen.source.parser import MAX_REPORTED
from mapgen.source.tree import Source

_ALLOW = "allow"
_OTHERS = frozenset({"accept", "disable", "exclude", "except", "ignore", "noqa", "off", "skip", "suppress", "waive"})
_FORM = "use `# mapgen: allow RULE because …`"


@record
class Waiver:
    """Rules (ids) whose findings at `pointers` are not reported, and the comment with the waiver."""

    rules: tuple[str, ...]
    reason: str
    pointers: tuple[str, ...]
    comment: WaiverComment


@record
class Waived:
    """The findings to report, in their order, and the number of waived ones."""

    reported: tuple[Diagnostic, ...]
    waived_count: int


def waive(source: Source, findings: Sequence[Diagnostic], rules: Collection[str], applied: Collection[str]) -> Waived:
    """Remove the findings that a comment of the spec waives, and add the problems of such comments.

    `rules` are all rules; whether a waiver is used is known only for those that were `applied`.
    """
    waiver_comments = comments(source)
    if not waiver_comments:
        return Waived(tuple(findings), 0)
    waivers = tuple(_waivers(source, waiver_comments))
    covered = _Covered(waivers)
    reported = tuple(finding for finding in findings if not covered.covers(finding))
    misspelled = (_misspelled(comment) for comment in waiver_comments if _is_misspelled(comment))
    check = _WaiverCheck(findings, reported, rules, applied)
    wrong = chain(misspelled, chain.from_iterable(map(check.faults, waivers)))
    return Waived((*reported, *islice(wrong, MAX_REPORTED)), len(findings) - len(reported))


class _Covered:
    """The waived findings by rule: those about an item or its content, and those about the owner of a key."""

    def __init__(self, waivers: Iterable[Waiver]) -> None:
        self._items: dict[str, set[str]] = defaultdict(set)
        self._owners: dict[str, set[str]] = defaultdict(set)
        for waiver in waivers:
            for rule in map(renamed.current, waiver.rules):
                self._items[rule].update(waiver.pointers)
                self._owners[rule].update(filter(None, map(_owner, waiver.pointers)))

    def covers(self, finding: Diagnostic) -> bool:
        """Return whether a finding is waived."""
        code, pointer = finding.code, finding.pointer
        items = self._items.get(code)
        return items is not None and (pointer in self._owners[code] or not items.isdisjoint(_around(pointer)))


def _owner(pointer: str) -> str | None:
    """Return the pointer to the owner of the last key; None for an item of a list, and for the document."""
    parent, _, last = pointer.rpartition("/")
    return parent if pointer and not last.isdecimal() else None


def _around(pointer: str) -> Iterator[str]:
    """Yield a pointer and those to all values around it."""
    yield pointer
    while pointer:
        pointer = pointer.rpartition("/")[0]
        yield pointer


def _waivers(source: Source, waiver_comments: Sequence[WaiverComment]) -> Iterator[Waiver]:
    about = beginnings(source, {comment.about for comment in waiver_comments if comment.about is not None})
    for comment in waiver_comments:
        word, _, rest = comment.text.partition(" ")
        if word == _ALLOW:
            named, _, reason = re.sub(r"\bbecause\b:?", "\0", rest, count=1).partition("\0")
            pointers = about.get(comment.about, []) if comment.about is not None else []
            yield Waiver(tuple(re.split(r"[\s,]+", named.strip(" ,"))), reason.strip(), tuple(pointers), comment)


class _WaiverCheck:
    """Checks waivers one by one against all findings, and against those that are reported."""

    def __init__(
        self,
        findings: Sequence[Diagnostic],
        reported: Sequence[Diagnostic],
        rules: Collection[str],
        applied: Collection[str],
    ) -> None:
        self._rules, self._applied = rules, applied
        self._pointers: dict[str, set[str]] = defaultdict(set)
        self._around: dict[str, set[str]] = defaultdict(set)
        self._lines: dict[str, int] = {}
        for finding in findings:
            self._pointers[finding.code].add(finding.pointer)
            self._around[finding.code].update(_around(finding.pointer))
        for finding in reported:
            if finding.span:
                self._lines.setdefault(finding.code, finding.span.line)

    def faults(self, waiver: Waiver) -> Iterator[Diagnostic]:
        """Yield the problems of a waiver."""
        if waiver.rules == ("",):
            yield _unused(waiver.comment, f"{key('# mapgen: allow')} names no rule", _FORM)
            return
        if not waiver.reason:
            message = f"the waiver of {_listed(waiver.rules)} has no reason"
            yield _warning("waiver-without-reason", waiver.comment, message, "end the comment with `because …`")
        for name in dict.fromkeys(waiver.rules):
            rule = renamed.current(name)
            if name in renamed.RENAMED:
                yield renamed.report(name, span=_span(waiver.comment))
            if rule not in self._rules:
                near = nearest(rule, self._rules)
                hint = f"did you mean {quoted(near)}?" if near else "`mapgen rules` lists all rules"
                yield _unused(waiver.comment, f"unknown rule {quoted(rule)} in a waiver", hint)
            elif rule in self._applied and not any(self._is_used(rule, pointer) for pointer in waiver.pointers):
                message = f"{quoted(rule)} reports nothing here to waive"
                yield _unused(waiver.comment, message, self._elsewhere(rule))

    def _is_used(self, rule: str, pointer: str) -> bool:
        return pointer in self._around[rule] or _owner(pointer) in self._pointers[rule]

    def _elsewhere(self, rule: str) -> str:
        line = self._lines.get(rule)
        if line is None:
            return "remove the comment"
        return f"it is reported on line {line}; move the comment there, or to the line above"


def _listed(rules: Sequence[str]) -> str:
    return " or ".join(map(quoted, rules))


def _is_misspelled(comment: WaiverComment) -> bool:
    word = comment.text.split()[0].rstrip(":,").casefold()
    if comment.text.split()[0] == _ALLOW:
        return False
    return word in _OTHERS or word.startswith(_ALLOW) or nearest(word, [_ALLOW]) is not None


def _misspelled(comment: WaiverComment) -> Diagnostic:
    return _unused(comment, f"{quoted(comment.text.split()[0])} does not waive anything", _FORM)


def _unused(comment: WaiverComment, message: str, hint: str) -> Diagnostic:
    return _warning("unused-waiver", comment, message, hint)


def _warning(code: str, comment: WaiverComment, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, message, Severity.WARNING, _span(comment), hint)


def _span(comment: WaiverComment) -> Span:
    return Span(comment.line, comment.column, comment.line, comment.end)

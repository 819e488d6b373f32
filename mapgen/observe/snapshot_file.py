"""Snapshot <-> the bytes of its file: JSON with one line for each touchpoint and transition, so that git diffs read.

The file holds counts, ids of the spec, and dates. It says nothing of the engine, the address of the data, or when it
was written: the same events give the same bytes. Its digest is of what it publishes, so that an edit or a merge by
hand is noticed, because figures of two snapshots do not belong together.
"""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import counted
from mapgen.diagnostics.span import Span
from mapgen.model.snapshot import Counts, JourneyCounts, Snapshot, TouchpointCounts
from mapgen.observe.snapshot_shape import WrongShapeError, fields, snapshot_of
from mapgen.record import replace
from mapgen.source.decoding import decode
from mapgen.source.tree import Json

FORMAT = "mapgen-observed"
VERSION = 1
MAX_SIZE = 20_000_000
"""Bytes; a thousand touchpoints in a year of months need about five million."""

_AGAIN = "run `mapgen observe` again, or take back the committed file with git"
_DIGITS = 20
_SINGLE = ("journey", "query", "mapping", "ends_after", "simultaneous", "hidden_below", "zone", "since", "until")
_FIGURES = ("settled_until", "rows", "mapped", "nameless", "tied")


def sealed(snapshot: Snapshot) -> Snapshot:
    """Return the snapshot with the digest of its content."""
    return replace(snapshot, digest=_digest(_content(snapshot)))


def write_snapshot(snapshot: Snapshot) -> bytes:
    """Return the file of a snapshot, with the digest of its content whatever its own says."""
    content = _content(snapshot)
    lines = ",\n".join((*_members(content), f'  "digest": "{_digest(content)}"'))
    return f"{{\n{lines}\n}}\n".encode()


def read_snapshot(data: bytes) -> tuple[Snapshot | None, tuple[Diagnostic, ...]]:
    """Return the snapshot of a file, or None and why there is none: it may be broken, foreign, newer or edited."""
    if len(data) > MAX_SIZE:
        return None, (_unreadable(f"the snapshot has more than {MAX_SIZE // 10**6} MB", None),)
    text, faults = decode(data, limit=MAX_SIZE)
    if text is None or faults:
        return None, tuple(_unreadable(fault.message, fault.span) for fault in faults)
    try:
        content = _loaded(text)
    except json.JSONDecodeError as error:
        span = Span(error.lineno, error.colno, error.lineno, error.colno + 1)
        return None, (_unreadable("the snapshot is not valid JSON", span),)
    except (ValueError, RecursionError) as error:
        return None, (_unreadable(str(error) if type(error) is ValueError else "it is nested too deep", None),)
    return _checked(text, content)


def _checked(text: str, content: Json) -> tuple[Snapshot | None, tuple[Diagnostic, ...]]:
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        return None, (_unreadable("the file is no snapshot of `mapgen observe`", Span(1, 1, 1, 2)),)
    version = content.get("version")
    if isinstance(version, int) and version > VERSION:
        message = f"the snapshot has version {min(version, 10**9)}, and this mapgen reads version {VERSION}"
        hint = 'update mapgen: `pip install --upgrade "mapgen[observe]"`'
        return None, (Diagnostic("newer-snapshot", message, span=_span(text, "/version"), hint=hint),)
    try:
        snapshot = snapshot_of(content, version=VERSION)
    except WrongShapeError as error:
        return None, (_unreadable(str(error), _span(text, error.pointer), error.pointer),)
    digest = _digest({key: value for key, value in content.items() if key != "digest"})
    if snapshot.digest != digest:
        message = "the snapshot was edited or merged by hand: its digest is of other figures"
        return None, (Diagnostic("edited-snapshot", message, span=_span(text, "/digest"), hint=_AGAIN),)
    return snapshot, ()


def _unreadable(message: str, span: Span | None, pointer: str = "") -> Diagnostic:
    return Diagnostic("unreadable-snapshot", message, span=span, hint=_AGAIN, pointer=pointer)


def _loaded(text: str) -> Json:
    """Return the data of JSON with whole numbers only; ValueError says what else is wrong."""
    loaded: Json = json.loads(
        text, object_pairs_hook=_unique, parse_int=_integer, parse_float=_fraction, parse_constant=_fraction
    )
    return loaded


def _unique(pairs: list[tuple[str, Json]]) -> Json:
    found = dict(pairs)
    if len(found) != len(pairs):
        message = f"{counted(len(pairs) - len(found), 'key')} of it stand twice in one place"
        raise ValueError(message)
    return found


def _integer(digits: str) -> int:
    if len(digits) > _DIGITS:
        message = f"a number of {len(digits)} digits is no count"
        raise ValueError(message)
    return int(digits)


def _fraction(_: str) -> int:
    message = "a number in it is not a whole one"
    raise ValueError(message)


def _span(text: str, pointer: str) -> Span | None:
    """Return where a value stands; JSON is read as the YAML that it is, because only an error asks for places."""
    from mapgen.source.parser import parse

    source, _ = parse(text, name="", limit=MAX_SIZE)
    return source.locate(pointer) if source else None


def _digest(content: Json) -> str:
    return "sha256:" + sha256(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def _content(snapshot: Snapshot) -> dict[str, Json]:
    """Return all of a snapshot as JSON but its digest."""
    head: dict[str, Json] = {"format": FORMAT, "version": VERSION}
    return (
        head
        | {name: getattr(snapshot, name) for name in (*_SINGLE, *_FIGURES)}
        | {
            "whole": _counts(snapshot.whole),
            "paths": [[list(path.touchpoints), path.journeys] for path in snapshot.paths],
            "periods": {
                period.name: {"provisional": period.provisional, **_counts(period.counts)}
                for period in snapshot.periods
            },
            "segments": {segment: _counts(counts) for segment, counts in snapshot.segments},
            "surveys": [[survey.place, survey.question, list(survey.answers)] for survey in snapshot.surveys],
        }
    )


def _counts(counts: Counts) -> dict[str, Json]:
    return {
        "touchpoints": {
            name: {field: getattr(found, field) for field in fields(TouchpointCounts)}
            for name, found in counts.touchpoints.items()
        },
        "transitions": [
            [found.start, found.end, found.visits, found.median, found.nine_in_ten] for found in counts.transitions
        ],
        "journeys": {field: getattr(counts.journeys, field) for field in fields(JourneyCounts)},
        "funnel": dict(counts.funnel),
        "reached": dict(counts.reached),
    }


_BROKEN_UP = frozenset({"whole", "touchpoints", "transitions", "paths", "periods", "segments", "surveys"})
"""What takes a line for each of its members; everything else stands on one line."""


def _members(content: dict[str, Json], depth: int = 1, *, named: bool = False) -> Iterator[str]:
    """Yield the lines of a mapping; with `named`, its keys are names of periods or segments."""
    margin = "  " * depth
    for key, value in content.items():
        start = f"{margin}{_line(key)}: "
        if not value or not (named or key in _BROKEN_UP):
            yield start + _line(value)
        elif isinstance(value, list):
            yield start + _block("[]", (f"{margin}  {_line(item)}" for item in value), margin)
        elif isinstance(value, dict) and key == "touchpoints" and not named:
            yield start + _block("{}", (f"{margin}  {_line(name)}: {_line(it)}" for name, it in value.items()), margin)
        elif isinstance(value, dict):
            inner = _members(value, depth + 1, named=not named and key in {"periods", "segments"})
            yield start + _block("{}", inner, margin)


def _block(brackets: str, lines: Iterable[str], margin: str) -> str:
    return f"{brackets[0]}\n" + ",\n".join(lines) + f"\n{margin}{brackets[1]}"


def _line(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)

"""JSON data -> Snapshot, or what is wrong with it: each value is looked at, because the file may come from a stranger.

What is read holds together: counts are from 0 to 2^53, parts are not larger than what they are parts of, and visits of
a touchpoint are those that go on and those that do not. Ids are not compared with a spec, which may have changed since.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, NamedTuple, NoReturn, TypeVar

from mapgen.diagnostics.phrases import counted, key
from mapgen.model.snapshot import (
    Counts,
    JourneyCounts,
    ObservedPath,
    Period,
    Snapshot,
    SurveyCounts,
    TouchpointCounts,
    TransitionCount,
)
from mapgen.source.decoding import is_forbidden
from mapgen.source.tree import Json
from mapgen.source.tree_builder import escaped

T = TypeVar("T")

MAX_COUNT = 2**53 - 1
"""The largest count: what a browser can hold too."""

ANSWERS = {"nps": 11, "csat": 5, "ces": 7}
"""How many answers a question of a survey has."""

_MAX_BUCKET = 1_000
_MAX_ID = 2_000  # characters; derived ids hold the ids of what they are in
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
_DURATION = re.compile(r"P[0-9A-Z.]{1,40}")
_ZONE = re.compile(r"[A-Za-z0-9_+/-]{1,64}")
_PERIOD = re.compile(r"[0-9]{4}(-[0-9A-Z]{1,4}){0,2}")
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?Z")


def fields(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - the class of any record
    """Return the names of the fields of a kind of record, in their order."""
    found: tuple[str, ...] = kind.__match_args__
    return found


class WrongShapeError(Exception):
    """A value that no snapshot has; the text says what is wrong, `pointer` where."""

    def __init__(self, pointer: str, message: str) -> None:
        """Take a message of one line."""
        super().__init__(message)
        self.pointer = pointer


class _At(NamedTuple):
    """A value of the file and the pointer to it."""

    pointer: str
    value: Json

    def refuse(self, message: str) -> NoReturn:
        raise WrongShapeError(self.pointer, message)

    def has_keys(self, *wanted: str) -> "_At":
        """Return this, a mapping with exactly these keys."""
        if not isinstance(self.value, dict):
            self.refuse("a mapping is wanted here")
        missing = [name for name in wanted if name not in self.value]
        if missing:
            self.refuse(f"{key(missing[0])} is missing here")
        for name in self.value:
            if name not in wanted:
                self.at(name).refuse(f"{key(name)} is no key of a snapshot")
        return self

    def at(self, name: str) -> "_At":
        """Return the value of a key that is known to be there."""
        return _At(f"{self.pointer}/{escaped(name)}", self.value[name] if isinstance(self.value, dict) else None)

    def items(self, count: int | None = None) -> list["_At"]:
        """Return the items of a list, `count` of them if that is fixed."""
        if not isinstance(self.value, list):
            self.refuse("a list is wanted here")
        if count is not None and len(self.value) != count:
            self.refuse(f"a list of {counted(count, 'item')} is wanted here")
        return [_At(f"{self.pointer}/{index}", value) for index, value in enumerate(self.value)]

    def members(self) -> Iterator[tuple[str, "_At"]]:
        """Yield the members of a mapping whose keys are ids."""
        if not isinstance(self.value, dict):
            self.refuse("a mapping is wanted here")
        for name in self.value:
            yield _At(f"{self.pointer}/{escaped(name)}", name).id(), self.at(name)

    def id(self) -> str:
        if not isinstance(self.value, str) or not 0 < len(self.value) <= _MAX_ID or is_forbidden(self.value):
            self.refuse("an id is wanted here")
        return self.value

    def text(self, pattern: re.Pattern[str], what: str) -> str:
        if not isinstance(self.value, str) or not pattern.fullmatch(self.value):
            self.refuse(f"{what} is wanted here")
        return self.value

    def time(self) -> str:
        text = self.text(_TIME, "a time such as 2026-01-01T00:00:00Z")
        try:
            datetime.fromisoformat(text)
        except ValueError:
            self.refuse("this time does not exist")
        return text

    def count(self, most: int = MAX_COUNT, least: int = 0) -> int:
        if not isinstance(self.value, int) or isinstance(self.value, bool) or not least <= self.value <= most:
            self.refuse(f"a whole number from {least} to {most} is wanted here")
        return self.value

    def flag(self) -> bool:
        if not isinstance(self.value, bool):
            self.refuse("true or false is wanted here")
        return self.value

    def optional(self, read: Callable[["_At"], T]) -> T | None:
        return None if self.value is None else read(self)


def snapshot_of(content: Json, *, version: int) -> Snapshot:
    """Return the snapshot; WrongShapeError says the first thing that is wrong."""
    top = _At("", content).has_keys("format", "version", *fields(Snapshot))
    top.at("version").count(version, version)
    since, until = (top.at(name).time() for name in ("since", "until"))
    if since > until:
        top.at("until").refuse("`until` is before `since`")
    return Snapshot(
        journey=top.at("journey").id(),
        query=top.at("query").count(),
        mapping=top.at("mapping").text(_DIGEST, "a digest"),
        ends_after=top.at("ends_after").optional(_duration),
        simultaneous=top.at("simultaneous").optional(_duration),
        hidden_below=top.at("hidden_below").count(least=1),
        zone=top.at("zone").text(_ZONE, "a time zone"),
        since=since,
        until=until,
        settled_until=top.at("settled_until").time(),
        rows=top.at("rows").count(),
        mapped=top.at("mapped").count(),
        nameless=top.at("nameless").count(),
        tied=top.at("tied").count(),
        whole=_counts(top.at("whole")),
        paths=tuple(_path(item) for item in top.at("paths").items()),
        periods=tuple(_period(*member) for member in top.at("periods").members()),
        segments=tuple((name, _counts(value)) for name, value in top.at("segments").members()),
        surveys=tuple(_survey(item) for item in top.at("surveys").items()),
        digest=top.at("digest").text(_DIGEST, "a digest"),
    )


def _duration(at: _At) -> str:
    return at.text(_DURATION, "a duration such as P30D")


def _figure(at: _At) -> int | None:
    return at.optional(_At.count)


def _counts(at: _At, *more: str) -> Counts:
    at.has_keys(*fields(Counts), *more)
    touchpoints = {name: _touchpoint(value) for name, value in at.at("touchpoints").members()}
    transitions = _transitions(at.at("transitions"), touchpoints)
    _check_visits(at.at("touchpoints"), touchpoints, transitions)
    return Counts(
        touchpoints=touchpoints,
        transitions=transitions,
        journeys=_journeys(at.at("journeys")),
        funnel=_funnel(at.at("funnel")),
        reached={name: _figure(value) for name, value in at.at("reached").members()},
    )


def _touchpoint(at: _At) -> TouchpointCounts:
    at.has_keys(*fields(TouchpointCounts))
    return TouchpointCounts(
        visits=_figure(at.at("visits")),
        exits=_figure(at.at("exits")),
        entries=_figure(at.at("entries")),
        open=_figure(at.at("open")),
        customers=_figure(at.at("customers")),
        merged_visits=at.at("merged_visits").count(),
    )


def _transitions(at: _At, touchpoints: dict[str, TouchpointCounts]) -> tuple[TransitionCount, ...]:
    found = tuple(_transition(item, touchpoints) for item in at.items())
    if len({(one.start, one.end) for one in found}) != len(found):
        at.refuse("a transition stands here twice")
    return found


def _transition(at: _At, touchpoints: dict[str, TouchpointCounts]) -> TransitionCount:
    start, end, visits, median, nine_in_ten = at.items(5)
    for place in (start, end):
        if place.id() not in touchpoints:
            place.refuse("this is none of the touchpoints above")
    return TransitionCount(
        start.id(), end.id(), visits.count(), median.optional(_bucket), nine_in_ten.optional(_bucket)
    )


def _bucket(at: _At) -> int:
    return at.count(_MAX_BUCKET)


def _check_visits(at: _At, touchpoints: dict[str, TouchpointCounts], transitions: tuple[TransitionCount, ...]) -> None:
    known = {name: (counts.exits or 0) + counts.merged_visits for name, counts in touchpoints.items()}
    for found in transitions:
        known[found.start] += found.visits
    for name, counts in touchpoints.items():
        if known[name] != (counts.visits or 0):
            at.at(name).refuse("its visits are not those that go on and those that end here")


def _journeys(at: _At) -> JourneyCounts:
    at.has_keys(*fields(JourneyCounts))
    found = JourneyCounts(*(_figure(at.at(name)) for name in fields(JourneyCounts)))
    parts = (found.as_planned, found.unknown_transition, found.unknown_entry, found.unknown_exit)
    if found.over is not None and max(part or 0 for part in parts) > found.over:
        at.refuse("a part of the journeys is larger than all of them")
    return found


def _funnel(at: _At) -> dict[str, int | None]:
    found = {name: _figure(value) for name, value in at.members()}
    known = [count for count in found.values() if count is not None]
    if sorted(known, reverse=True) != known:
        at.refuse("a stage of the funnel has more journeys than the one before")
    return found


def _path(at: _At) -> ObservedPath:
    touchpoints, journeys = at.items(2)
    return ObservedPath(tuple(item.id() for item in touchpoints.items()), journeys.count())


def _period(name: str, at: _At) -> Period:
    _At(at.pointer, name).text(_PERIOD, "the name of a period such as 2026-01")
    counts = _counts(at, "provisional")
    return Period(name, at.at("provisional").flag(), counts)


def _survey(at: _At) -> SurveyCounts:
    place, question, answers = at.items(3)
    name = question.id()
    if name not in ANSWERS:
        question.refuse("nps, csat or ces is wanted here")
    return SurveyCounts(place.id(), name, tuple(item.count() for item in answers.items(ANSWERS[name])))

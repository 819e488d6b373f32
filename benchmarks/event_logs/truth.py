"""Customers -> what happened, counted from what they did, by the definitions of docs/observed.md, without the log."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from benchmarks.event_logs.simulation import Customer, Stay
from benchmarks.event_logs.world import SECOND, World

Cut = str
"""`all`, a month such as 2026-03, or `platform:` and a platform."""


@dataclass(slots=True)
class Truth:
    """Counts by cut; those of touchpoints with their id, those of transitions with both, paths as ids.

    `over` counts the journeys that are over, `not_over` the others; `paths` those of the first of which the log surely
    has the begin.
    """

    visits: Counter[tuple[Cut, str]] = field(default_factory=Counter)
    exits: Counter[tuple[Cut, str]] = field(default_factory=Counter)
    entries: Counter[tuple[Cut, str]] = field(default_factory=Counter)
    open: Counter[tuple[Cut, str]] = field(default_factory=Counter)
    transitions: Counter[tuple[Cut, str, str]] = field(default_factory=Counter)
    over: Counter[Cut] = field(default_factory=Counter)
    not_over: Counter[Cut] = field(default_factory=Counter)
    paths: Counter[tuple[str, ...]] = field(default_factory=Counter)
    mapped: int = 0

    def add(self, world: World, customer: Customer) -> None:
        """Count a customer."""
        for journey in customer.journeys:
            visits = list(_seen(world, journey))
            if visits:
                self._add_journey(world, visits)

    def _add_journey(self, world: World, visits: list[Stay]) -> None:
        self.mapped += len([time for visit in visits for time in visit.times])
        platform = f"platform:{visits[0].platform}"
        settled_until = world.until - world.ends_after
        begin = visits[0].times[0]
        whole = ("all", month(begin), platform)
        whole_in_log = begin >= world.since + world.ends_after
        if whole_in_log:
            self.entries.update((cut, visits[0].touchpoint) for cut in whole)
        if visits[-1].times[-1] < settled_until:
            self.over.update(whole)
            if whole_in_log:
                self.paths[tuple(visit.touchpoint for visit in visits)] += 1
        else:
            self.not_over.update(whole)
        for visit, following in zip(visits, (*visits[1:], None), strict=True):
            last = visit.times[-1]
            cuts = ("all", month(last), platform)
            if last >= settled_until:
                self.open.update((cut, visit.touchpoint) for cut in cuts)
                continue
            self.visits.update((cut, visit.touchpoint) for cut in cuts)
            if following is None:
                self.exits.update((cut, visit.touchpoint) for cut in cuts)
            else:
                self.transitions.update((cut, visit.touchpoint, following.touchpoint) for cut in cuts)


def _seen(world: World, journey: Iterable[Stay]) -> Iterator[Stay]:
    """Yield the visits of a journey that the log shows: stays at the same touchpoint in a row are one visit."""
    pending: Stay | None = None
    for stay in journey:
        times = tuple(time for time in stay.times if world.since <= time < world.until)
        if not times:
            continue
        if pending is not None and pending.touchpoint == stay.touchpoint:
            pending = Stay(pending.touchpoint, pending.times + times, pending.platform)
            continue
        if pending is not None:
            yield pending
        pending = Stay(stay.touchpoint, times, stay.platform)
    if pending is not None:
        yield pending


def month(time: int) -> str:
    """Return the month of a time (microseconds since 1970) in UTC.

    >>> month(1_767_225_600_000_000)
    '2026-01'
    """
    return datetime.fromtimestamp(time // SECOND, UTC).strftime("%Y-%m")


def find_truth(world: World, customers: Iterable[Customer]) -> Truth:
    """Return what customers did in a world."""
    truth = Truth()
    for customer in customers:
        truth.add(world, customer)
    return truth

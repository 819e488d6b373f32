"""The definitions of what is counted, in plain Python: slow, and written without a look at the SQL."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from mapgen.model.event_mapping import EventMapping
from mapgen.observe.definitions import BUCKET_BOUNDS, DAY, PeriodSpan, Window
from mapgen.observe.paths import Packing
from mapgen.observe.plan import ObservablePlan
from mapgen.observe.rows import FIRST_SEGMENT, DataFigure, JourneyBit, Row, RowKind

Event = Mapping[str, Any]
"""A row of the source: `user`, `trip`, `name`, `at` (microseconds), `seq`, `platform`."""

Visit = dict[str, Any]


class Reference:
    """Counts the events of a source; what it has is in `rows`, as the statement gives them."""

    def __init__(
        self,
        plan: ObservablePlan,
        mapping: EventMapping,
        window: Window,
        periods: Sequence[PeriodSpan],
        source: Sequence[Event],
    ) -> None:
        self.plan, self.mapping, self.window, self.periods = plan, mapping, window, periods
        self.counts: Counter[tuple[int, ...]] = Counter()
        self.customers: defaultdict[tuple[int, ...], set[str]] = defaultdict(set)
        self.ends_after = mapping.ends_after or 0
        places = {event.name: number for number, one in enumerate(plan.touchpoints) for event in one.events}
        segments = dict(mapping.segment.values) if mapping.segment else {}
        events: defaultdict[tuple[str, str], list[Visit]] = defaultdict(list)
        for row in source:
            named = row["user"] and row["name"] and row["at"] is not None and (mapping.journey is None or row["trip"])
            if row["at"] is None or window.since <= row["at"] < window.until:
                self.note(DataFigure.ROWS)
                self.note(DataFigure.NAMELESS, not named)
                if named and row["name"] in places:
                    segment = segments.get(row["platform"])
                    group = plan.segments.index(segment) + 1 if segment else 0
                    owner = row["user"], row["trip"] if mapping.journey else ""
                    place = places[row["name"]]
                    events[owner].append({"at": row["at"], "seq": row["seq"], "place": place, "group": group})
        for (user, _), some in events.items():
            for journey in self.journeys(self.ordered(some)):
                self.count_journey(user, journey)
        self.describe(events)

    @property
    def rows(self) -> list[Row]:
        plain = {RowKind.DATA, RowKind.WAITS}
        found = []
        for key, count in self.counts.items():
            keys = (*key, *[-1] * (5 - len(key)))
            customers = 0 if key[0] in plain else len(self.customers[key])
            found.append((*keys, count, customers, 0))
        return sorted(found)  # type: ignore[arg-type]

    def note(self, figure: DataFigure, count: float = 1) -> None:
        self.counts[RowKind.DATA, figure] += int(count)

    def ordered(self, events: list[Visit]) -> list[Visit]:
        if not self.mapping.simultaneous:
            for one in events:
                one["rank"] = (one["seq"] is None, one["seq"]) if self.mapping.order else ()
            return sorted(events, key=lambda one: (one["at"], one["rank"], one["place"], one["group"]))
        last = start = None
        for one in sorted(events, key=lambda one: int(one["at"])):
            if last is None or one["at"] - last > self.mapping.simultaneous:
                start = one["at"]
            last, one["at"] = one["at"], start
        return sorted(events, key=lambda one: (one["at"], one["place"], one["group"]))

    def journeys(self, events: Sequence[Visit]) -> Iterator[list[Visit]]:
        """Yield the visits of each journey; a visit has `first`, `last` (times), `place` and `group`."""
        visits: list[Visit] = []
        before = None
        for one in events:
            if before and self.mapping.journey is None and one["at"] - before["at"] > self.ends_after:
                yield visits
                visits, before = [], None
            same = before is not None and before["place"] == one["place"]
            self.note(DataFigure.DUPLICATES, before is not None and same and before["at"] == one["at"])
            if before and same and (one["place"] not in self.plan.repeating or before["at"] == one["at"]):
                visits[-1]["last"] = one["at"]
            else:
                self.note(DataFigure.TIED, before is not None and before["at"] == one["at"])
                visits.append({**one, "first": one["at"], "last": one["at"]})
            before = one
        yield visits

    def count_journey(self, user: str, visits: list[Visit]) -> None:
        begin, group = visits[0]["first"], visits[0]["group"]
        settled_until, known_from = self.window.until - self.ends_after, self.window.since + self.ends_after
        mask = JourneyBit.MAY_HAVE_BEGUN_BEFORE if begin < known_from else 0
        if not mask:
            self.add(RowKind.ENTRIES, begin, group, user, visits[0]["place"])
            mask |= 0 if visits[0]["place"] in self.plan.entries else JourneyBit.UNKNOWN_ENTRY
        for visit, following in zip(visits, [*visits[1:], None], strict=True):
            place, last = visit["place"], visit["last"]
            settled = last < settled_until
            self.add(RowKind.VISITS if settled else RowKind.OPEN, last, group, user, place)
            mask |= 0 if settled else JourneyBit.OPEN
            if following:
                goal, wait = following["place"], bisect_right(BUCKET_BOUNDS, following["first"] - last)
                mask |= 0 if (place, goal) in self.plan.transitions else JourneyBit.UNKNOWN_TRANSITION
                if settled:
                    self.add(RowKind.TRANSITIONS, last, group, user, place, goal)
                    self.add(RowKind.WAITS, last, group, user, place, goal, wait)
            elif settled:
                self.add(RowKind.EXITS, last, group, user, place)
                mask |= 0 if place in self.plan.exits else JourneyBit.UNKNOWN_EXIT
        self.add(RowKind.JOURNEYS, begin, group, user, mask)
        stages = [self.plan.touchpoints[visit["place"]].stage for visit in visits]
        for stage in set(stages):
            self.add(RowKind.REACHED, begin, group, user, stage)
        depth = 0
        for stage in stages:
            if stage == depth:
                self.add(RowKind.FUNNEL, begin, group, user, stage)
                depth += 1
        self.count_path([visit["place"] for visit in visits], user, mask)

    def count_path(self, path: Sequence[int], user: str, mask: int) -> None:
        packing = Packing.of(len(self.plan.touchpoints))
        if mask < JourneyBit.OPEN and len(path) <= packing.longest:
            numbers = [0, 0, 0, 0]
            for position, place in enumerate(path):
                numbers[position // packing.digits] += (place + 1) * packing.base ** (position % packing.digits)
            key = (RowKind.PATHS, *numbers)
            self.counts[key] += 1
            self.customers[key].add(user)

    def add(self, kind: RowKind, time: int, group: int, user: str, *keys: int) -> None:
        cuts = [0]
        cuts += [number for number, one in enumerate(self.periods, 1) if one.since <= time < one.until]
        cuts += [FIRST_SEGMENT + group] if self.mapping.segment else []
        for cut in cuts:
            self.counts[kind, cut, *keys] += 1
            self.customers[kind, cut, *keys].add(user)

    def describe(self, events: Mapping[tuple[str, str], Sequence[Visit]]) -> None:
        for figure in DataFigure:
            self.note(figure, 0)
        times = [one["at"] for some in events.values() for one in some]
        users = {
            user: [one for _, some in group for one in some]
            for user, group in groupby(sorted(events.items(), key=lambda item: item[0]), key=lambda item: item[0][0])
        }
        self.note(DataFigure.MAPPED, len(times))
        self.note(DataFigure.CUSTOMERS, len(users))
        self.note(DataFigure.BUSIEST, max(map(len, users.values()), default=0))
        self.note(DataFigure.FIRST_TIME, min(times, default=0) // DAY * DAY)
        self.note(DataFigure.LAST_TIME, -(-max(times, default=0) // DAY) * DAY)

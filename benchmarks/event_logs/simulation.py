"""A world and a seed -> customers, one after the other: what they did, and the rows that they leave in the log.

All chances come from `random.Random.random`, whose sequence is the same in each version of Python, and whole numbers:
the same seed gives the same log everywhere.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from benchmarks.event_logs.world import DAY, SECOND, Event, World

_T = TypeVar("_T")

Row = tuple[str | None, str, int, str, bool, str, int]
"""Customer, name, time, platform, is a bot, page, order: the columns of a log."""

COLUMNS = ("user_id", "event_name", "ts", "platform", "is_bot", "page_path", "event_id")

_RUNS_BEFORE = 60 * DAY
"""Journeys begin before the data do, so that there are some of which the log does not have the begin."""


@dataclass(frozen=True, slots=True)
class Stay:
    """What a customer did at a touchpoint: the times of its events, ascending, and the platform of the first."""

    touchpoint: str
    times: tuple[int, ...]
    platform: str


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer: journeys of stays at touchpoints that leave a trace, in order, and all rows."""

    name: str
    journeys: tuple[tuple[Stay, ...], ...]
    rows: tuple[Row, ...]


class _Walker:
    def __init__(self, world: World, random: Random, number: int) -> None:
        self.world = world
        self.random = random
        self.name = f"c{number:09d}"
        self.platform = self.choose(world.platforms)
        self.rows: list[Row] = []
        self.rank = {touchpoint: rank for rank, touchpoint in enumerate(world.order)}

    def choose(self, chances: Mapping[_T, float]) -> _T:
        rest = self.random.random()
        choice = next(iter(chances))
        for choice, chance in chances.items():  # noqa: B007 - the last one is what rounding leaves
            rest -= chance
            if rest < 0:
                break
        return choice

    def below(self, most: int) -> int:
        return int(self.random.random() * most)

    def happens(self, chance: float) -> bool:
        return self.random.random() < chance

    def journeys(self) -> Iterator[tuple[Stay, ...]]:
        world = self.world
        begin = world.since - _RUNS_BEFORE + self.below(world.until - world.since + _RUNS_BEFORE)
        while begin < world.until:
            stays = tuple(self.walk(begin))
            if stays:
                yield stays
            if not self.happens(world.return_share):
                return
            last = stays[-1].times[-1] if stays else begin
            begin = last + world.ends_after + (1 + self.below(60)) * DAY + self.below(DAY)

    def walk(self, time: int) -> Iterator[Stay]:
        place: str | None = self.choose(self.world.entries)
        while place is not None:
            if place in self.world.events:
                stay = self.stay(place, time)
                time = stay.times[-1]
                yield stay
            before = place
            place = self.choose(self.world.steps_at(place, time))
            if place is not None:
                time += self.pause(before, place)

    def pause(self, before: str, place: str) -> int:
        seen = before in self.world.events and place in self.world.events
        if seen and self.rank[place] > self.rank[before] and self.happens(self.world.tie_share):
            return 0
        pauses = self.world.pauses
        number = self.below(len(pauses) - 1)
        return pauses[number] + self.below(pauses[number + 1] - pauses[number])

    def stay(self, place: str, time: int) -> Stay:
        platform = self.platform
        if self.happens(self.world.second_device_share):
            platform = self.choose(self.world.platforms)
        times = [time]
        while self.happens(self.world.reload_share):
            times.append(times[-1] + SECOND + self.below(29 * SECOND))
        for moment in times:
            events = self.world.events[place]
            self.write(events[self.below(len(events))], moment, platform)
            self.noise(moment, platform)
        return Stay(place, tuple(times), platform)

    def noise(self, time: int, platform: str) -> None:
        if self.happens(self.world.noise):
            self.write(Event("page_view", f"/songs/{self.below(100)}"), time + self.below(60 * SECOND), platform)
        if self.happens(self.world.nameless_share):
            self.rows.append((None, "search", time, platform, False, "", len(self.rows)))

    def write(self, event: Event, time: int, platform: str) -> None:
        self.rows.append((self.name, event.name, time, platform, False, event.page, len(self.rows)))


def simulate(world: World, seed: int, customers: int, *, first: int = 0) -> Iterator[Customer]:
    """Yield customers in the order of their numbers from `first` on; each depends on the seed and its number only."""
    for number in range(first, first + customers):
        walker = _Walker(world, Random(f"{seed}/{number}"), number)  # noqa: S311 - a log, no secret
        journeys = tuple(walker.journeys())
        yield Customer(walker.name, journeys, tuple(row for row in walker.rows if world.since <= row[2] < world.until))


def simulate_bots(world: World, seed: int) -> Iterator[Row]:
    """Yield the rows of bots, which fire the events of all touchpoints at random."""
    events = [event for some in world.events.values() for event in some]
    for number in range(world.bots):
        random = Random(f"{seed}/bot/{number}")  # noqa: S311 - a log, no secret
        for order in range(world.bot_events):
            event = events[int(random.random() * len(events))]
            time = world.since + int(random.random() * (world.until - world.since))
            yield f"bot{number}", event.name, time, "web", True, event.page, order

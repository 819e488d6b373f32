"""How customers move in a made-up world, and what noise is in the log that they leave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

SECOND = 1_000_000
DAY = 86_400 * SECOND

Steps = Mapping[str | None, float]
"""What comes next (the id of a touchpoint, None: leaves) with its chance; together 1."""


@dataclass(frozen=True, slots=True)
class Event:
    """An event as it is written: its name, and the page on which it happened."""

    name: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class Incident:
    """From a time on (microseconds since 1970), those at a touchpoint go elsewhere than before."""

    since: int
    touchpoint: str
    steps: Steps


@dataclass(frozen=True, slots=True)
class World:
    """Customers and their log. Times are microseconds since 1970 in UTC; `*_share` are chances from 0 to 1.

    `order` is that of the map. Touchpoints that are not in `events` leave no trace. `pauses` are what may lie between
    two touchpoints, from shortest to longest, equally likely and each lengthened by up to the distance to the next;
    two in a row stay below `ends_after`. `reload_share` is the chance that an event is repeated within half a minute,
    `tie_share` that the next touchpoint, if it comes later on the map, is at the same instant, `noise` how many
    unmapped events there are for each mapped one, and `nameless_share` how many have no customer.
    """

    order: tuple[str, ...]
    events: Mapping[str, Sequence[Event]]
    steps: Mapping[str, Steps]
    entries: Mapping[str, float]
    since: int
    until: int
    ends_after: int = 30 * DAY
    pauses: tuple[int, ...] = tuple(
        seconds * SECOND for seconds in (4, 15, 40, 90, 200, 420, 900, 3600, 18_000, 86_400, 260_000, 700_000)
    )
    platforms: Mapping[str, float] = field(default_factory=lambda: {"ios": 0.5, "android": 0.3, "web": 0.2})
    second_device_share: float = 0.05
    return_share: float = 0.12
    reload_share: float = 0.15
    tie_share: float = 0.04
    noise: float = 0.9
    nameless_share: float = 0.002
    bots: int = 0
    bot_events: int = 5_000
    incidents: tuple[Incident, ...] = ()

    def steps_at(self, touchpoint: str, time: int) -> Steps:
        """Return where those who are at a touchpoint at a time go next."""
        steps = self.steps[touchpoint]
        for incident in self.incidents:
            if incident.touchpoint == touchpoint and time >= incident.since:
                steps = incident.steps
        return steps


_JANUARY_2026 = 1_767_225_600 * SECOND
_OCTOBER_2026 = _JANUARY_2026 + 273 * DAY

MUSIC = World(
    order=(
        "hears-track", "sponsored-post", "search-song", "compare-plans", "read-reviews", "ask-chat", "start-trial",
        "enter-card", "first-mix", "share-playlist", "renewal-e-mail", "invite-friend", "year-in-review",
    ),
    events={
        "sponsored-post": (Event("ad_click"),),
        "search-song": (Event("search"),),
        "compare-plans": (Event("plans_view"), Event("page_view", "/plans"), Event("page_view", "/pricing")),
        "ask-chat": (Event("chat_open"),),
        "start-trial": (Event("trial_start"),),
        "enter-card": (Event("card_form"),),
        "first-mix": (Event("mix_play"),),
        "share-playlist": (Event("playlist_share"),),
        "renewal-e-mail": (Event("renewal_open"),),
        "invite-friend": (Event("invite_send"),),
        "year-in-review": (Event("story_view"),),
    },
    entries={"hears-track": 0.6, "sponsored-post": 0.3, "search-song": 0.07, "compare-plans": 0.03},
    steps={
        "hears-track": {"sponsored-post": 0.7, "search-song": 0.3},
        "sponsored-post": {"search-song": 0.7, None: 0.3},
        "search-song": {"compare-plans": 0.52, "sponsored-post": 0.03, None: 0.45},
        "compare-plans": {"read-reviews": 0.4, "start-trial": 0.18, None: 0.42},
        "read-reviews": {"start-trial": 0.5, "ask-chat": 0.3, None: 0.2},
        "ask-chat": {"start-trial": 0.5, "compare-plans": 0.02, None: 0.48},
        "start-trial": {"enter-card": 0.91, None: 0.09},
        "enter-card": {"first-mix": 0.26, "compare-plans": 0.14, "ask-chat": 0.09, None: 0.51},
        "first-mix": {"share-playlist": 0.93, "renewal-e-mail": 0.02, None: 0.05},
        "share-playlist": {"renewal-e-mail": 0.95, None: 0.05},
        "renewal-e-mail": {"first-mix": 0.42, "invite-friend": 0.3, None: 0.28},
        "invite-friend": {"year-in-review": 0.8, None: 0.2},
        "year-in-review": {None: 1.0},
    },
    since=_JANUARY_2026,
    until=_OCTOBER_2026,
    bots=3,
)  # fmt: skip
"""Customers of the example `music-subscription`, who do not all do what its map says; nine months of 2026."""


def with_incident(world: World, since: int, touchpoint: str, steps: Steps) -> World:
    """Return a world in which, from a time on, those at a touchpoint go elsewhere."""
    return replace(world, incidents=(*world.incidents, Incident(since, touchpoint, steps)))

"""View -> the scenarios that one can choose on the page: what is told of each, and how it feels on its way."""

from collections.abc import Iterator

from mapgen.analysis.path_summary import PathSummary, summarize_path
from mapgen.blocks import Text
from mapgen.lanes.lane import LaneContext
from mapgen.lanes.scale import along, neutral, written
from mapgen.layout.curve import stretches
from mapgen.layout.mirror import mirrored
from mapgen.layout.scene import Box, Circle, Item, Label, Line, Path
from mapgen.layout.series import gap_style
from mapgen.model.journey import Scenario, Touchpoint
from mapgen.record import record
from mapgen.render.formats.svg import EMPTY
from mapgen.render.markup import Xml
from mapgen.render.page.picture import Painter, picture
from mapgen.tables.kinds.scenarios import lowest

_STEP = 30.0
_TOP = 10.0
_HEIGHT = 64.0  # from the worst to the best
_NUMBER = 18.0  # from the worst to the baseline of the numbers
_RADIUS = 4.5


@record
class ScenarioCard:
    """A scenario; `facts` tell how often it is and what it is like, `curve` is drawn where it has an emotion.

    `feelings` tells the curve in words.
    """

    id: str
    name: str
    facts: tuple[Text, ...]
    description: str | None
    playbook: str | None
    curve: Xml
    feelings: str


def scenario_cards(view: LaneContext, writer: Painter) -> Iterator[ScenarioCard]:
    """Report each scenario; `writer` draws its curve."""
    touchpoints = {touchpoint.id: touchpoint for touchpoint in view.journey.touchpoints()}
    for scenario in view.journey.scenarios:
        way = summarize_path(scenario.path, touchpoints)
        yield ScenarioCard(
            id=scenario.id,
            name=scenario.name,
            facts=tuple(_facts(view, scenario, way)),
            description=scenario.description,
            playbook=scenario.playbook,
            curve=_curve(view, way, writer) if way.trough else EMPTY,
            feelings=", ".join(_feelings(view, way)),
        )


def _facts(view: LaneContext, scenario: Scenario, way: PathSummary) -> Iterator[Text]:
    """Report share, length and lowest moment."""
    words = view.words
    if scenario.share is not None:
        yield Text(words.percent(scenario.share), words("share"))
    yield Text(words.number(len(way.touchpoints)), words("touchpoints"))
    for text in lowest(view, way):
        yield Text(text.text, words("lowest-moment"))


def _feelings(view: LaneContext, way: PathSummary) -> Iterator[str]:
    for touchpoint in way.touchpoints:
        emotion = touchpoint.emotion
        if emotion and emotion.score is not None:
            score = written(view.words, view.journey.scale, emotion.score)
            yield f"{view.numbers[touchpoint.id]} {touchpoint.name}: {score}"


def _curve(view: LaneContext, way: PathSummary, writer: Painter) -> Xml:
    """Draw the curve over the numbers of the touchpoints, in the order in which they are met."""
    width = _STEP * len(way.touchpoints)
    middle = _y(along(view.journey.scale, neutral(view.journey.scale)))
    items: list[Item] = [Line(0, middle, width, middle, "line", 1, "2 3")]
    heights = [_height(view, touchpoint) for touchpoint in way.touchpoints]
    points = [None if share is None else (_x(place), _y(share)) for place, share in enumerate(heights)]
    for segments, is_gap in stretches(points, joins_gaps=view.journey.curve_gaps == "join"):
        line = Path(segments, stroke="ink", stroke_width=2)
        items.append(gap_style(line) if is_gap else line)
    for place, (touchpoint, share) in enumerate(zip(way.touchpoints, heights, strict=True)):
        x = _x(place)
        if share is not None:
            role = f"score-{min(5, int(share * 5) + 1)}"
            hollow = touchpoint.emotion is not None and view.is_guess(touchpoint.emotion.evidence)
            items.append(Circle(x, _y(share), _RADIUS, "paper" if hollow else role, role, 2))
        number, about = str(view.numbers[touchpoint.id]), f"#touchpoint-{touchpoint.id}"
        items.append(Label(x, _TOP + _HEIGHT + _NUMBER, number, 11, 400, "link", 0, "middle", about))
    drawn = mirrored(items, width) if view.words.direction == "rtl" else tuple(items)
    return picture(writer, drawn, Box(0, 0, width, _TOP + _HEIGHT + _NUMBER + 4))


def _height(view: LaneContext, touchpoint: Touchpoint) -> float | None:
    emotion = touchpoint.emotion
    return along(view.journey.scale, emotion.score) if emotion and emotion.score is not None else None


def _x(place: int) -> float:
    return _STEP * (place + 0.5)


def _y(share: float) -> float:
    return _TOP + (1 - share) * _HEIGHT

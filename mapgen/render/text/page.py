"""Journey -> the lines of the map in characters: the headline, the curve, and each stage with its touchpoints."""

from collections.abc import Iterator

from mapgen.analysis import Analysis
from mapgen.charts.poster_headline import headline
from mapgen.header.figures import poster_figures
from mapgen.lanes.lane import LaneContext, lane_context
from mapgen.lanes.scale import written as written_score
from mapgen.model import walk
from mapgen.model.journey import Emotion, Journey, Opportunity, Owner, PainPoint, Stage, Touchpoint
from mapgen.model.walk import Part
from mapgen.quotes import quote
from mapgen.render.text.curve import curve, tone
from mapgen.render.text.line import Style, StyledLine, StyledText, columns, plain, wrapped
from mapgen.words import Words

WIDTH = 100
"""The columns of a text file."""

MIN_WIDTH = 40
"""The fewest columns in which a map is readable; a narrower terminal breaks the lines."""

_INDENT = 5
_SEVERITIES: dict[str | None, Style] = {"critical": "bad", "high": "bad", "medium": "warn"}
_BETWEEN = " · "


def page(journey: Journey, analysis: Analysis, width: int = WIDTH) -> Iterator[StyledLine]:
    """Yield the lines of a map that is so many columns wide."""
    return _TextPage(lane_context(journey, analysis, Words(journey.language)), max(MIN_WIDTH, width)).lines()


class _TextPage:
    """Writes the lines of a map."""

    def __init__(self, view: LaneContext, width: int) -> None:
        self._view = view
        self._width = width
        self._remedies: dict[str, list[Opportunity]] = {}
        for idea, _ in walk.opportunities(view.journey):
            for pain in idea.addresses:
                self._remedies.setdefault(pain, []).append(idea)

    def lines(self) -> Iterator[StyledLine]:
        """Yield all lines."""
        journey = self._view.journey
        yield from self._text(journey.title, "bold")
        found = headline(self._view).text
        if found != journey.title:
            yield from self._text(found)
        yield from self._text(_BETWEEN.join(f"{one.value} {one.label}" for one in poster_figures(self._view)), "muted")
        yield from self._observed()
        yield from curve(self._view, self._width)
        for stage in journey.stages:
            yield ()
            yield from self._stage(stage)

    def _observed(self) -> Iterator[StyledLine]:
        """Yield how many journeys went as planned, where there is a snapshot."""
        if seen := self._view.analysis.observed:
            from mapgen.lanes.observed_text import conformance

            yield from self._text(conformance(self._view.words, seen) or "", "muted")

    def _text(self, text: str, style: Style = "plain", first: str = "") -> Iterator[StyledLine]:
        if text:
            before = StyledText(first)
            yield from wrapped([StyledText(plain(text), style)], self._width, first=before, rest=" " * columns(first))

    def _stage(self, stage: Stage) -> Iterator[StyledLine]:
        words = self._view.words
        about = [stage.when or "", words.duration(stage.duration) if stage.duration else ""]
        note = _BETWEEN.join(plain(one) for one in about if one)
        rest = self._width - columns(plain(stage.name)) - (columns(note) + 2 if note else 0) - 1
        yield from wrapped(
            [
                StyledText(plain(stage.name), "stage"),
                *([StyledText("  "), StyledText(note, "muted")] if note else ()),
                *([StyledText(" "), StyledText("─" * rest, "muted")] if rest > 0 else ()),
            ],
            self._width,
            rest="  ",
        )
        yield from self._text(stage.goal or "", "muted", " " * _INDENT)
        yield from self._facts(stage, stage.owner)
        for touchpoint in stage.touchpoints:
            yield from self._touchpoint(touchpoint, stage)

    def _touchpoint(self, touchpoint: Touchpoint, stage: Stage) -> Iterator[StyledLine]:
        number = str(self._view.numbers[touchpoint.id]).rjust(_INDENT - 2)
        star = [StyledText("★ ", "warn")] if touchpoint.moment_of_truth else []
        name = StyledText(plain(touchpoint.name), "bold")
        yield from wrapped([*star, name], self._width, first=StyledText(f"{number}  "), rest=" " * _INDENT)
        yield from self._facts(touchpoint, touchpoint.owner if touchpoint.owner != stage.owner else None)

    def _facts(self, part: Part, owner: Owner | None) -> Iterator[StyledLine]:
        """Yield how it is there: the emotion, where and with whom, thoughts, pain points and remedies."""
        yield from self._indented(self._about(part, owner), "")
        for thought in walk.thoughts(part)[:1]:
            yield from self._indented([StyledText(quote(plain(thought), self._view.words.quotes))], "")
        for pain in walk.pains(part):
            yield from self._indented(self._pain(pain), "▲ ", _SEVERITIES.get(pain.severity, "plain"))
            for idea in self._remedies.get(pain.id, ()):
                yield from self._indented(self._idea(idea), "  → ", "good")
        for idea in part.opportunities:
            if not idea.addresses:
                yield from self._indented(self._idea(idea), "→ ", "good")

    def _indented(self, line: StyledLine, sign: str, style: Style = "plain") -> Iterator[StyledLine]:
        if line:
            rest = " " * (_INDENT + columns(sign))
            yield from wrapped(line, self._width, first=StyledText(" " * _INDENT + sign, style), rest=rest)

    def _about(self, part: Part, owner: Owner | None) -> StyledLine:
        """Return a line with the emotion, the channels, how long it takes, and the owner; that of a stage once."""
        parts = [_felt(self._view, part.emotion)] if part.emotion else []
        others = [*(channel.name for channel in walk.channels(part)), owner.name if owner else ""]
        if isinstance(part, Touchpoint) and part.duration:
            others.append(self._view.words.duration(part.duration))
        parts += [[StyledText(plain(one), "muted")] for one in others if one]
        line: list[StyledText] = []
        for one in filter(None, parts):
            line += [StyledText(_BETWEEN, "muted")] if line else []
            line += one
        return line

    def _pain(self, pain: PainPoint) -> StyledLine:
        words = self._view.words
        severity = [StyledText(f" ({words(f'severity-{pain.severity}')})", "muted")] if pain.severity else []
        return [StyledText(plain(pain.text)), *severity]

    def _idea(self, idea: Opportunity) -> StyledLine:
        words = self._view.words
        status = [StyledText(f" ({words(f'status-{idea.status}')})", "muted")] if idea.status else []
        return [StyledText(plain(idea.text)), *status]


def _felt(view: LaneContext, emotion: Emotion) -> list[StyledText]:
    if emotion.score is None:
        return [StyledText(plain(emotion.feeling))] if emotion.feeling else []
    score = plain(written_score(view.words, view.journey.scale, emotion.score))
    style = tone(view, emotion.score)
    return [StyledText(score, style), *([StyledText(f" {plain(emotion.feeling)}", style)] if emotion.feeling else ())]

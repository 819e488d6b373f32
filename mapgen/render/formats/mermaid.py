"""Drawing -> a journey of Mermaid, for pages that draw Mermaid themselves, and what has no place in it."""

from collections.abc import Iterator, Mapping
from math import fsum

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import counted, listed, quoted
from mapgen.model import walk
from mapgen.model.journey import Emotion, Journey, Number, Persona, Stage, Touchpoint
from mapgen.render.drawing import Drawing
from mapgen.render.format import Format
from mapgen.render.mermaid_text import actor, label, title

_LOW, _HIGH = 1, 5  # what Mermaid has faces for
_NEUTRAL = 3
_LONGEST = 50_000  # characters of a diagram that Mermaid draws unless it is told otherwise
_CODE = "not-in-format"


def to_mermaid(journey: Journey, present: Mapping[str, tuple[Persona, ...]]) -> str:
    """Write a journey; `present` are the personas by touchpoint (id) who take part there, where that is said."""
    return "\n".join(_lines(journey, present)) + "\n"


def _lines(journey: Journey, present: Mapping[str, tuple[Persona, ...]]) -> Iterator[str]:
    yield "journey"
    yield f"    title {title(journey.title)}"
    if journey.summary:
        yield f"    accDescr: {title(journey.summary)}"
    for stage in journey.stages:
        yield f"    section {label(stage.name)}"
        for touchpoint in stage.touchpoints:
            score = _score(touchpoint, stage)
            shown = _NEUTRAL if score is None else _on_five(score, journey)
            people = ", ".join(actor(one.name) for one in present.get(touchpoint.id, journey.personas))
            yield f"      {label(touchpoint.name)}: {shown:g}" + (f": {people}" if people else "")


def _score(touchpoint: Touchpoint, stage: Stage) -> Number | None:
    """Return the score of a touchpoint, else that of its stage; None where nobody states one."""
    return next((score for score in map(_mean, (touchpoint.emotion, stage.emotion)) if score is not None), None)


def _mean(emotion: Emotion | None) -> Number | None:
    """Return the score of all customers, else the mean of those of the personas."""
    if emotion is None or emotion.score is not None or not emotion.by:
        return emotion.score if emotion else None
    return fsum(score for _, score in emotion.by) / len(emotion.by)


def _on_five(score: Number, journey: Journey) -> Number:
    """Return a score of the journey's scale on that of Mermaid."""
    scale = journey.scale
    return round(_LOW + (score - scale.low) * (_HIGH - _LOW) / (scale.high - scale.low), 2)


def _not_shown(drawing: Drawing, content: str) -> Iterator[Diagnostic]:
    """Yield what a reader of the diagram does not learn, or learns in another way."""
    journey = drawing.journey
    left_out = [f"{number:,} {one if number == 1 else more}" for number, one, more in _without_place(journey) if number]
    if left_out:
        message = f"a Mermaid journey has no place for {listed(left_out, joint='and')}"
        yield Diagnostic(_CODE, message, Severity.INFO, hint="build another format for them, such as `--to html`")
    low, high = journey.scale.low, journey.scale.high
    if (low, high) != (_LOW, _HIGH) and walk.emotions(journey):
        yield Diagnostic(_CODE, f"emotions from {low:g} to {high:g} are scores from 1 to 5 in Mermaid", Severity.INFO)
    silent = sum(1 for touchpoint, stage in walk.touchpoints(journey) if _score(touchpoint, stage) is None)
    if silent:
        message = f"Mermaid shows {counted(silent, 'touchpoint')} without an emotion as neutral, with score 3"
        yield Diagnostic(_CODE, message, Severity.WARNING, hint="add `emotion` to them")
    for stage in journey.stages:
        if not stage.touchpoints:
            message = f"Mermaid does not show the stage {quoted(stage.name)}, which has no touchpoints"
            yield Diagnostic(_CODE, message, Severity.WARNING, hint="add `touchpoints` to it", pointer=stage.pointer)
    if len(content) > _LONGEST:
        message = f"the diagram has {len(content):,} characters, and Mermaid draws at most {_LONGEST:,}"
        yield Diagnostic(_CODE, message, Severity.WARNING, hint="raise `maxTextSize` in the settings of Mermaid")


def _without_place(journey: Journey) -> Iterator[tuple[int, str, str]]:
    """Yield how many things there are of a kind that Mermaid does not know, and their names."""
    yield len(walk.pain_points(journey)), "pain point", "pain points"
    yield len(walk.opportunities(journey)), "opportunity", "opportunities"
    yield len(walk.metrics(journey)), "metric", "metrics"
    yield len(walk.exits(journey)), "exit", "exits"
    yield len(journey.channels), "channel", "channels"
    yield len(journey.owners), "owner", "owners"
    yield len(journey.evidence), "piece of evidence", "pieces of evidence"
    yield len(journey.flow), "edge of the flow", "edges of the flow"


def _render(drawing: Drawing) -> str:
    return to_mermaid(drawing.journey, drawing.analysis.participants.present)


FORMAT = Format(".mmd", _render, comment="%% {}", not_shown=_not_shown)

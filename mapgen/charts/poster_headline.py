"""LaneContext -> the headline: the main finding in one or two sentences, with only figures and names from the spec."""

from collections.abc import Iterator

from mapgen.analysis.emotion import Point
from mapgen.analysis.funnel import FunnelStage
from mapgen.header.story import as_extreme, extreme, joined
from mapgen.lanes.lane import LaneContext
from mapgen.lanes.scale import neutral
from mapgen.model.journey import Stage
from mapgen.record import record, replace

_MIN_LOSS = 0.05  # a smaller loss is not stated
_HALF = 0.5
_FEW = 3  # moments that feel equal
_MANY = {"headline-lowest": "headline-lowest-many", "headline-peak": "headline-peak-many"}
_MARKS = {"headline-lowest": "trough", "headline-peak": "peak"}


@record
class Loss:
    """The `share` of customers who leave at a stage; `of_all` is whether it is one of all who begin.

    `text` is the share as a percentage below zero.
    """

    stage: Stage
    share: float
    of_all: bool
    text: str


@record
class Headline:
    """The main finding; `note` is what it leaves open: of whom a share is, what loses more, what feels as bad.

    `longer` states the number of moments that feel equal, if they are many, where there is room for that. `loss` is the
    one that is stated, and `place` the id of the touchpoint or stage that is named, with `mark` as the word for it.
    `share`, from 0 to 1, is the part of all customers that the headline is about, if it states one.
    """

    sentences: tuple[str, ...]
    note: str = ""
    longer: "Headline | None" = None
    loss: Loss | None = None
    place: str | None = None
    mark: str = ""
    share: float | None = None

    @property
    def text(self) -> str:
        """The sentences on one line."""
        return joined(self.sentences)


def headline(view: LaneContext) -> Headline:
    """Return the author's headline, else where customers are lost and where they feel worst, else the title."""
    chosen = view.journey.poster.headline if view.journey.poster else None
    if chosen:
        return Headline((chosen,))
    loss, most = _loss(view), _most_extreme(view)
    found = (*_losses(view, loss), *_extremes(view, most))
    if not found:
        return Headline((view.journey.title,))
    sentences, notes = zip(*found, strict=True)
    place, mark = (most[1][0], view.words(_MARKS[most[0]])) if most else (None, "")
    longer = _longer(view, most)
    whole = Headline(sentences, joined(notes), None, loss, place, mark)
    if not longer:
        return whole
    return replace(whole, longer=replace(whole, sentences=(*sentences[:-1], longer), note=joined(notes[:-1])))


def _longer(view: LaneContext, found: tuple[str, Point] | None) -> str | None:
    """Return a sentence on how many moments feel worst, or best, if they are more than a few."""
    count = len(view.analysis.emotion.places(found[1][1])) if found else 0
    return extreme(view, _MANY[found[0]], found[1], n=count) if found and count > _FEW else None


def _most_extreme(view: LaneContext) -> tuple[str, Point] | None:
    """Return the lowest moment or, if nothing feels bad, the peak, with the key of its sentence."""
    emotion, middle = view.analysis.emotion, neutral(view.journey.scale)
    if emotion.trough and emotion.trough[1] < middle:
        return "headline-lowest", emotion.trough
    if emotion.peak and emotion.peak[1] > middle:
        return "headline-peak", emotion.peak
    return None


def _extremes(view: LaneContext, found: tuple[str, Point] | None) -> Iterator[tuple[str, str]]:
    """Yield a sentence on the lowest moment or, if nothing feels bad, on the peak, with a note on equal ones."""
    if found:
        key, point = found
        equal = "equally-bad" if key == "headline-lowest" else "equally-good"
        yield extreme(view, key, point), as_extreme(view, equal, point)


def _loss(view: LaneContext) -> Loss | None:
    """Return the most telling loss, unless it is small."""
    loss = _of_stages(view) or _of_all(view)
    return loss if loss and loss.share >= _MIN_LOSS else None


def _losses(view: LaneContext, loss: Loss | None) -> Iterator[tuple[str, str]]:
    """Yield a sentence on a loss, with a note on whom the percentage is of."""
    if loss:
        words, name = view.words, loss.stage.name
        share = words.percent(loss.share, decimals=0)
        note = words("share-of-start") if loss.of_all else words("share-of-stage", stage=name)
        yield words("headline-loss", share=share, stage=name), joined((note, _compared(view, loss)))


def _compared(view: LaneContext, loss: Loss) -> str:
    """Return a sentence on another stage of which a larger part is lost, or as large a part."""
    if loss.of_all:
        return ""
    stages = view.analysis.funnel.stages
    rates = ((stage, _rate(stages[stage.id]) or 0.0) for stage in view.journey.stages if stage is not loss.stage)
    stage, most = max(rates, key=lambda pair: round(pair[1], 2), default=(loss.stage, 0.0))
    if round(most, 2) > round(loss.share, 2):
        return view.words("loses-more", stage=stage.name, share=view.words.percent(most, decimals=0))
    return view.words("loses-as-many", stage=stage.name) if round(most, 2) == round(loss.share, 2) else ""


def _of_stages(view: LaneContext) -> Loss | None:
    """Return the last stage that at least half of those who reach it leave, else the one that most of them leave.

    Early in a journey, many only look; whoever leaves late wanted to go on. Where it is not known how many reach a
    stage, because customers come back to it, the stages cannot be compared in this way, unless nothing else is known.
    """
    funnel, stages = view.analysis.funnel, view.journey.stages
    rates = {stage: _rate(funnel.stages[stage.id]) for stage in stages}
    known = [(stage, rate) for stage, rate in rates.items() if rate is not None]
    if not known or (funnel.largest_loss and any(rates[stage] is None for stage in stages[:-1])):
        return None
    late = [(stage, rate) for stage, rate in known if round(rate, 2) >= _HALF]
    stage, rate = late[-1] if late else max(known, key=lambda pair: pair[1])
    return _as_loss(view, stage, rate, of_all=stage is stages[0])


def _rate(figure: FunnelStage) -> float | None:
    """Return the part of those who reach a stage that is lost there, none where others join; None if not known."""
    if figure.reach is None or (figure.conversion is None and figure.lost is None):
        return None
    return figure.loss_rate or 0.0


def _of_all(view: LaneContext) -> Loss | None:
    """Return the largest loss of the funnel, as a part of all who begin."""
    funnel = view.analysis.funnel
    stage = next((stage for stage in view.journey.stages if stage.id == funnel.largest_loss), None)
    return _as_loss(view, stage, funnel.stages[stage.id].lost or 0.0, of_all=True) if stage else None


def _as_loss(view: LaneContext, stage: Stage, share: float, *, of_all: bool) -> Loss:
    return Loss(stage, share, of_all, view.words.percent(-share, decimals=0))

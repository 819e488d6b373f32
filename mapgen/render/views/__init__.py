"""Drawing -> Scene: each way to look at a journey is one module."""

from mapgen.analysis import Analysis
from mapgen.model.journey import Journey
from mapgen.registry import Offers
from mapgen.render.view import ViewKind

VIEWS = Offers("mapgen.render.views", "VIEW", ViewKind)


def usual(journey: Journey, analysis: Analysis) -> tuple[str, ...]:
    """Return the views that are made where nobody chose, in order."""
    kinds = sorted(VIEWS.items(), key=lambda offer: offer[1].rank)
    return tuple(name for name, kind in kinds if kind.is_usual(journey, analysis))

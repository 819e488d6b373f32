"""What a part of the spec may name or must fit into: declarations, places, and the emotion scale."""

from mapgen.model.declarations import Declared
from mapgen.model.journey import EmotionScale
from mapgen.model.places import Places
from mapgen.record import record


@record
class Surroundings:
    """Handed to whatever reads a part of the stages or the flow; `scale` is None where the spec has none that works."""

    declared: Declared
    places: Places
    scale: EmotionScale | None

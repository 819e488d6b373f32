"""What the parts of a spec can reference: declarations, stages and touchpoints, and the emotion scale."""

from mapgen.model.declarations import Declared
from mapgen.model.journey import EmotionScale
from mapgen.model.spec_index import SpecIndex
from mapgen.record import record


@record
class BuildContext:
    """The context in which stages and the flow are read; `scale` is None if that of the spec is invalid."""

    declared: Declared
    places: SpecIndex
    scale: EmotionScale | None

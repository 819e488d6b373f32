"""The contract of a view: a module in `views/` offers one as `VIEW`; the module's name is the view's id."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from mapgen.analysis import Analysis
from mapgen.model.journey import Journey
from mapgen.record import record

if TYPE_CHECKING:
    from mapgen.layout.scene import Scene
    from mapgen.render.format import Drawing


@record
class ViewKind:
    """A way to look at a journey. `title` is the key of a word, `rank` the place among the views.

    `scene` draws it; EngineError where it cannot be drawn. `is_usual` tells whether it is made where nobody chose
    views. `uses_engine` is a view that Graphviz takes part in.
    """

    title: str
    rank: int
    scene: "Callable[[Drawing], Scene]"
    is_usual: Callable[[Journey, Analysis], bool]
    uses_engine: bool = False

"""An observer of `draw` that keeps all that it is told."""

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.pipeline import DrawObserver
from mapgen.render.drawing import Drawing
from mapgen.render.optional_engine import EngineError


class DrawRecorder(DrawObserver):
    def __init__(self) -> None:
        self.drawings: list[Drawing] = []
        self.omitted: list[EngineError] = []
        self.diagnostics: list[Diagnostic] = []

    def drawing_started(self, drawing: Drawing) -> None:
        self.drawings.append(drawing)

    def view_omitted(self, error: EngineError) -> None:
        self.omitted.append(error)

    def diagnostic_found(self, found: Diagnostic) -> None:
        self.diagnostics.append(found)

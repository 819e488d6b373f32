"""Graphviz, for all maps of a run."""

from mapgen.render.optional_engine import EngineError


class Graphviz:
    """Asks Graphviz, which is looked for when a view first needs it; once it has failed, it is not asked again."""

    def __init__(self) -> None:
        """Begin without knowing whether there is one."""
        self._failure: EngineError | None = None

    def __call__(self, text: str) -> str:
        """Return what Graphviz answers; EngineError where there is no answer."""
        from mapgen.graphviz import lay_out

        if self._failure:
            raise self._failure
        try:
            return lay_out(text)
        except EngineError as error:
            from mapgen.terminal.packages import runnable

            error.hint = runnable(error.hint)
            self._failure = error
            raise

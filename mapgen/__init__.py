"""Customer journey maps as code: a YAML spec -> the same map in SVG, HTML, Markdown and JSON.

    text ──parse──> Source ──check──> ──build──> Journey ──analyze──> Analysis
                      │                             └──────┬─────────────┘
                      └─> Diagnostics                   compose
                                                           v
    svg, html, md, json <──render── Scene <──arrange──    Map

    Journey, Journey ──compare──> Comparison ──tell──> sentences ──render──> text, md, json

`mapgen.check` goes as far as the journey, `mapgen.draw` from there to the files' contents; both are pure.
"""

TYPE_CHECKING = False  # type checkers take it for true; `typing` would cost the start 4 ms before Ctrl-C is quiet
if TYPE_CHECKING:
    from mapgen.pipeline import Checked, DrawObserver, DrawRequest, check, draw

__version__ = "0.1.0"
__all__ = ["Checked", "DrawObserver", "DrawRequest", "__version__", "check", "draw"]


def __getattr__(name: str) -> object:
    """Import the pipeline when it is first asked for: `mapgen --version` has no need of it."""
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from mapgen import pipeline

    return getattr(pipeline, name)

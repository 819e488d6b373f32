"""`mapgen observe --suggest`: a source of events -> a mapping to begin with, printed."""

from collections import Counter

from mapgen.engines.engine import EngineFailedError, EventEngine
from mapgen.model.journey import Journey
from mapgen.observe.suggestion import (
    frequent_names,
    guess_columns,
    pauses_statement,
    suggest,
    suggestion_request,
)


def suggested(journey: Journey, engine: EventEngine) -> str:
    """Return the mapping in YAML; EngineFailedError where the source cannot be read."""
    columns = engine.columns()
    guessed = guess_columns(columns)
    if not guessed.are_enough:
        return suggest(journey, guessed, columns, (), Counter())
    request = suggestion_request(guessed, engine.source, engine.dialect, texts=engine.texts)
    names = engine.ask(frequent_names(request))
    try:
        rows = engine.ask(pauses_statement(request))
    except EngineFailedError:  # the time may be a number, of which nobody knows the unit yet
        rows = ()
    return suggest(journey, guessed, columns, names, Counter({int(str(one)): int(str(count)) for one, count in rows}))

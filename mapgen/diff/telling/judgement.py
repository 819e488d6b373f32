"""Verdict -> one line that a person reads first."""

from collections.abc import Mapping

from mapgen.diff.changes import Comparison, Direction, Signal
from mapgen.diff.telling.values import WORDS
from mapgen.diff.telling.voice import Voice

VERDICTS: Mapping[Direction, str] = {
    "better": "better",
    "worse": "worse",
    "mixed": "better and worse",
    "same": "the same for the customer",
}
_COUNTED: Mapping[str, tuple[str, str, str, str]] = {
    "emotions": ("touchpoint feels", "touchpoints feel", "better", "worse"),
    "pain points": ("pain point", "pain points", "resolved", "new"),
    "exits": ("exit loses", "exits lose", "fewer", "more"),
    "metrics": ("metric", "metrics", "better", "worse"),
}
"""One and several of what is counted, and the words for what got better and worse."""

_ORDER: Mapping[Direction, int] = {"better": 0, "worse": 1, "mixed": 2, "same": 3}


def judgement(voice: Voice, comparison: Comparison) -> str:
    """Say whether it got better, and by which figures."""
    if not comparison.sections:
        return "no changes"
    direction = comparison.verdict.direction
    lead = f"the plan is {VERDICTS[direction]}" if comparison.planned else VERDICTS[direction]
    telling = [one for one in comparison.verdict.signals if one.direction != "same" or one.gains or one.losses]
    if direction == "worse":
        telling.sort(key=lambda one: -_ORDER[one.direction])
    elif direction == "mixed":
        telling.sort(key=lambda one: _ORDER[one.direction])
    figures = "; ".join(_signal(voice, signal) for signal in telling)
    return f"{lead}: {figures}" if figures else lead


def _signal(voice: Voice, signal: Signal) -> str:
    """Say one figure."""
    before, after = signal.before or 0, signal.after or 0
    if signal.name == "lowest moment":
        return f"lowest moment {voice.old.score(before)} → {voice.new.score(after)}"
    if signal.name == "conversion":
        return f"conversion {WORDS.percent(before)} → {WORDS.percent(after)}"
    if not signal.gains and not signal.losses:
        return f"{signal.name} {'less' if signal.direction == 'better' else 'more'} severe"
    one, several, good, bad = _COUNTED[signal.name]
    if not signal.gains and bad == "new":
        return f"{signal.losses} new {one if signal.losses == 1 else several}"
    first, rest = ((signal.gains, good), (signal.losses, bad)) if signal.gains else ((signal.losses, bad), (0, ""))
    said = f"{first[0]} {one if first[0] == 1 else several} {first[1]}"
    return f"{said}, {rest[0]} {rest[1]}" if rest[0] else said

"""Verdict -> a line that summarizes the comparison."""

from collections.abc import Mapping

from mapgen.diff.changes import Comparison, Direction, Signal
from mapgen.diff.wording.value_formatter import ValueFormatter
from mapgen.diff.wording.values import WORDS
from mapgen.record import replace

VERDICTS: Mapping[Direction, str] = {
    "better": "better",
    "worse": "worse",
    "mixed": "better and worse",
    "same": "unchanged for the customer",
}
_COUNTED: Mapping[str, tuple[str, str, str, str]] = {
    "emotions": ("touchpoint feels", "touchpoints feel", "better", "worse"),
    "pain points": ("pain point", "pain points", "resolved", "new"),
    "exits": ("exit loses", "exits lose", "fewer", "more"),
    "metrics": ("metric", "metrics", "better", "worse"),
    "times": ("duration or wait", "durations and waits", "shorter", "longer"),
}
"""Singular and plural of what is counted, and the words for improvements and deteriorations."""

_SHARES = {"conversion": "share who reach the last stage", "as planned": "observed as planned"}

_ORDER: Mapping[Direction, int] = {"better": 0, "worse": 1, "mixed": 2, "same": 3}


def verdict_line(formatter: ValueFormatter, comparison: Comparison) -> str:
    """Describe whether the journey got better, and by which measures."""
    if not comparison.sections:
        return "no changes"
    direction = comparison.verdict.direction
    lead = f"the plan is {VERDICTS[direction]}" if comparison.planned else VERDICTS[direction]
    relevant = [
        signal
        for signal in comparison.verdict.signals
        if signal.direction != "same" or signal.gains or signal.losses or signal.within_chance
    ]
    if direction == "worse":
        relevant.sort(key=lambda signal: -_ORDER[signal.direction])
    elif direction == "mixed":
        relevant.sort(key=lambda signal: _ORDER[signal.direction])
    figures = "; ".join(_signal(formatter, signal) for signal in relevant)
    return f"{lead}: {figures}" if figures else lead


def _signal(formatter: ValueFormatter, signal: Signal) -> str:
    """Describe a signal."""
    before, after = signal.before or 0, signal.after or 0
    if signal.name == "lowest moment":
        return f"lowest moment {formatter.old.score(before)} → {formatter.new.score(after)}"
    if signal.name in _SHARES:
        return f"{_SHARES[signal.name]} {WORDS.percent(before)} → {WORDS.percent(after)}"
    if signal.within_chance:
        others = _signal(formatter, replace(signal, within_chance=0)) if signal.gains or signal.losses else ""
        chance = f"{signal.within_chance} {'metric' if signal.within_chance == 1 else 'metrics'} within chance"
        return f"{others}, {chance}" if others else chance
    if not signal.gains and not signal.losses:
        return f"{signal.name} {'less' if signal.direction == 'better' else 'more'} severe"
    singular, plural, good, bad = _COUNTED[signal.name]
    if not signal.gains and bad == "new":
        return f"{signal.losses} new {singular if signal.losses == 1 else plural}"
    first, rest = ((signal.gains, good), (signal.losses, bad)) if signal.gains else ((signal.losses, bad), (0, ""))
    text = f"{first[0]} {singular if first[0] == 1 else plural} {first[1]}"
    return f"{text}, {rest[0]} {rest[1]}" if rest[0] else text

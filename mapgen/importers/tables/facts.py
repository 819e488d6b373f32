"""What a cell says, by the field of its column -> keys of a stage or a touchpoint."""

from collections.abc import Callable, Mapping

from mapgen.diagnostics.phrases import quoted
from mapgen.diagnostics.span import Span
from mapgen.importers.draft import Draft, Names
from mapgen.importers.remarks import Remarks
from mapgen.importers.tables.cells import CellSplitter
from mapgen.importers.tables.durations import duration_of
from mapgen.importers.tables.emotions import Scale, read_emotion
from mapgen.importers.tables.items import Item, add_custom, add_emotion, extend, is_scored
from mapgen.importers.tables.rank_words import MOMENTS, NO
from mapgen.importers.tables.values import link_of, number
from mapgen.source.tree import Json

_IMPORTANCE = range(1, 6)


class Facts:
    """Puts what cells say into stages and touchpoints."""

    def __init__(self, draft: Draft, scale: Scale, reading: CellSplitter, remarks: Remarks) -> None:
        """Work on a draft; emotions are on `scale`."""
        self._draft = draft
        self._scale = scale
        self._remarks = remarks
        self.reading = reading
        self._known: dict[tuple[int, str], tuple[Json, ...]] = {}  # cells repeat the same names

    def set(self, item: Item, field: str, cell: tuple[str, Span], *, stage: bool) -> None:
        """Put a cell into a stage or a touchpoint; what has no key there, or cannot be read, becomes a custom key."""
        text, span = cell
        setter = (_OF_STAGES if stage else _OF_TOUCHPOINTS).get(field)
        if setter is None or not setter(self, item, text, span):
            add_custom(item, f"x-{field.replace('_', '-')}", self.reading.texts(text))

    def channels(self, item: Item, text: str, _: Span) -> bool:
        """Set the main channel of a touchpoint, and those besides it."""
        found = self._references(self._draft.channels, text)
        if "channel" not in item and found:
            item["channel"] = found.pop(0)
        extend(item, "channels", [one for one in found if one != item.get("channel")])
        return True

    def channels_of_stage(self, item: Item, text: str, _: Span) -> bool:
        """Set the channels of a stage."""
        extend(item, "channels", self._references(self._draft.channels, text))
        return True

    def owner(self, item: Item, text: str, span: Span) -> bool:
        """Set the owner; more than one are contributors."""
        found = self._references(self._draft.owners, text)
        if "owner" not in item and found:
            item["owner"] = found.pop(0)
        others = [one for one in found if one != item.get("owner")]
        if others:
            message = f"{quoted(text)} names several owners; all but the first became contributors"
            self._remarks.guessed(message, span, group="several owners")
        extend(item, "contributors", others)
        return True

    def contributors(self, item: Item, text: str, _: Span) -> bool:
        """Set contributors."""
        found = self._references(self._draft.owners, text)
        extend(item, "contributors", [one for one in found if one != item.get("owner")])
        return True

    def personas(self, item: Item, text: str, _: Span) -> bool:
        """Set who takes part."""
        extend(item, "personas", self._references(self._draft.personas, text))
        return True

    def emotion(self, item: Item, text: str, span: Span) -> bool:
        """Set the score, and the feeling where the text says one."""
        read = read_emotion(text)
        score = self._scale.score(read)
        if score is None and read.score is not None:
            self._beyond(text, span)
        elif score is None and not is_scored(item):
            message = f"the feeling {quoted(text)} has no score"
            hint = "write a score before it in the table, or add one to the spec"
            self._remarks.guessed(message, span, hint, group="feeling without score")
        add_emotion(item, score=score, feeling=read.feeling)
        return True

    def target(self, item: Item, text: str, span: Span) -> bool:
        """Set the score that is aimed at."""
        score = self._scale.score(read_emotion(text))
        if score is None:
            self._beyond(text, span)
        add_emotion(item, target=score)
        return True

    def feeling(self, item: Item, text: str, span: Span) -> bool:
        """Set the feeling, as it is written; it gives a score only where no emotion does."""
        if not is_scored(item) and not self.reading.exact:
            return self.emotion(item, text, span)
        add_emotion(item, feeling=" ".join(text.split()))
        return True

    def duration(self, item: Item, text: str, span: Span, key: str = "duration") -> bool:
        """Set a duration, where the text is one in words that the language knows, or nearly."""
        read = duration_of(text)
        if read is None:
            message = f"{quoted(text)} is no duration; it became a custom key"
            hint = "write a number and a unit, such as 3 days or 7-10 days"
            self._remarks.guessed(message, span, hint, group=f"{key} in words")
            return False
        if not read.is_exact:
            message = f"{quoted(text)} was read as {read.words}"
            self._remarks.guessed(
                message, span, f"correct `{key}` in the spec if it is another duration", group=f"{key} read"
            )
        item[key] = read.words
        return True

    def wait(self, item: Item, text: str, span: Span) -> bool:
        """Set how long customers wait."""
        return self.duration(item, text, span, "wait")

    def importance(self, item: Item, text: str, span: Span, whose: str = "customer") -> bool:
        """Set the importance from 1 to 5."""
        value = number(text)
        if value not in _IMPORTANCE:
            message = f"the importance {quoted(text)} is no number from 1 to 5; it became a custom key"
            self._remarks.guessed(message, span, group="importance in words")
            return False
        held = item.setdefault("importance", {})
        if isinstance(held, dict):
            held[whose] = value
        return True

    def business_importance(self, item: Item, text: str, span: Span) -> bool:
        """Set the importance to the business."""
        return self.importance(item, text, span, "business")

    def moment_of_truth(self, item: Item, text: str, span: Span) -> bool:
        """Set what a moment of truth decides; that it is one is not enough."""
        if text.strip().casefold() in NO:
            return True
        word, _, why = text.partition(":")
        kind = MOMENTS.of(word)
        if kind:
            item["moment_of_truth"] = {"for": kind, "why": why.strip()} if why.strip() else kind
            return True
        message = f"the table does not say what this moment of truth decides: {quoted(text)}; it became a custom key"
        hint = "write `moment_of_truth:` with trust, conversion, churn or delight in the spec"
        self._remarks.guessed(message, span, hint, group="moment of truth")
        return False

    def links(self, item: Item, text: str, _: Span) -> bool:
        """Set links, where each text holds an address."""
        found = [link_of(one) for one in self.reading.texts(text)]
        if None in found:
            return False
        extend(item, "links", list(found))
        return True

    def _beyond(self, text: str, span: Span) -> None:
        ends = f"from {self._scale.low:g} to {self._scale.high:g}"
        message = f"the emotion {quoted(text)} is not on the scale {ends}, so it was left out"
        self._remarks.dropped(message, span, "correct it in the table", group="emotion beyond scale")

    def _references(self, declared: Names, text: str) -> list[Json]:
        key = id(declared), text
        if key not in self._known:
            found = dict.fromkeys(declared.reference(name) for name in self.reading.names(text))
            self._known[key] = tuple(found)
        return list(self._known[key])


Setter = Callable[[Facts, Item, str, Span], bool]


def _text(key: str) -> Setter:
    """Return a setter of one text; what a second cell says follows it."""

    def setter(facts: Facts, item: Item, text: str, _: Span) -> bool:
        held, new = item.get(key), text if facts.reading.exact else "\n".join(facts.reading.texts(text))
        if not isinstance(held, str):
            item[key] = new
        elif new not in held.split("\n"):
            item[key] = f"{held}\n{new}"
        return True

    return setter


def _first(single: str, several: str) -> Setter:
    """Return a setter of a text for which touchpoints have a key, and of those besides it."""

    def setter(facts: Facts, item: Item, text: str, _: Span) -> bool:
        found: list[Json] = [one for one in facts.reading.spoken(text) if one != item.get(single)]
        if single not in item and found:
            item[single] = found.pop(0)
        extend(item, several, found)
        return True

    return setter


def _list(key: str, split: Callable[[CellSplitter, str], list[str]] = CellSplitter.texts) -> Setter:
    """Return a setter of a list of texts."""

    def setter(facts: Facts, item: Item, text: str, _: Span) -> bool:
        extend(item, key, list(split(facts.reading, text)))
        return True

    return setter


_BOTH: Mapping[str, Setter] = {
    "emotion": Facts.emotion,
    "target": Facts.target,
    "feeling": Facts.feeling,
    "quotes": _list("quotes", CellSplitter.spoken),
    "delights": _list("delights"),
    "owner": Facts.owner,
    "contributors": Facts.contributors,
    "tools": _list("tools", CellSplitter.names),
    "duration": Facts.duration,
    "moment_of_truth": Facts.moment_of_truth,
}
_OF_TOUCHPOINTS: Mapping[str, Setter] = {
    **_BOTH,
    "channels": Facts.channels,
    "action": _text("action"),
    "thoughts": _first("thought", "thoughts"),
    "needs": _first("need", "needs"),
    "personas": Facts.personas,
    "wait": Facts.wait,
    "importance_customer": Facts.importance,
    "importance_business": Facts.business_importance,
    "frontstage": _list("frontstage"),
    "backstage": _list("backstage"),
    "support": _list("support"),
    "links": Facts.links,
}
_OF_STAGES: Mapping[str, Setter] = {
    **_BOTH,
    "channels": Facts.channels_of_stage,
    "thoughts": _list("thoughts", CellSplitter.spoken),
    "needs": _list("needs"),
    "goal": _text("goal"),
    "business_goal": _text("business_goal"),
    "definition": _text("definition"),
    "when": _text("when"),
    "questions": _list("questions"),
    "requirements": _list("requirements"),
}
OF_STAGES_ONLY = frozenset(_OF_STAGES) - frozenset(_OF_TOUCHPOINTS)
"""Fields that are facts of a stage, also where they stand beside a touchpoint."""

OF_TOUCHPOINTS_ONLY = frozenset(_OF_TOUCHPOINTS) - frozenset(_OF_STAGES)
"""Fields for which only touchpoints have a key."""

"""Change -> a sentence: its subject, what happened, the consequences, and the reasons."""

from mapgen.diff.changes import Change
from mapgen.diff.tree import Item
from mapgen.diff.wording.fields import changed, words
from mapgen.diff.wording.sentence import Sentence, joined, quoted, user_text
from mapgen.diff.wording.value_formatter import ValueFormatter, noun
from mapgen.diff.wording.values import Values
from mapgen.model.journey import Opportunity, PainPoint, Stage, Touchpoint


def sentence(formatter: ValueFormatter, change: Change) -> Sentence:
    """Describe a change."""
    return (*_subject(change), *_predicate(formatter, change), *_consequences(change), *_reasons(formatter, change))


def _subject(change: Change) -> Sentence:
    """Name the touchpoint; the stage is in the heading."""
    item, touchpoint = change.item, change.item.touchpoint
    if touchpoint is None or (item is touchpoint and change.what in {"added", "removed"}):
        return ()
    return (user_text(touchpoint.name), ": ")


def _predicate(formatter: ValueFormatter, change: Change) -> Sentence:
    match change.what:
        case "added":
            return _came(formatter.new, change.item)
        case "removed":
            return _went(formatter.old, change)
        case "moved":
            return _moved(formatter, change)
        case "reordered":
            return (*formatter.which(change), f"{words(change.field)} in another order")
        case "changed" if change.field.partition(".")[0] == "observed":
            from mapgen.diff.wording.observed import observed_change

            return observed_change(change)
        case "changed":
            return changed(formatter, change)


def _came(values: Values, item: Item) -> Sentence:
    return (f"new {noun(item)}: ", *values.label(item), *_details(values, item), *_place(item, ", after "))


def _went(values: Values, change: Change) -> Sentence:
    item = change.item
    end = "removed"
    if isinstance(item.value, PainPoint):
        end = "resolved" if change.effect == "better" else "no longer listed"
    return (f"{noun(item)} {end}: ", *values.label(item), *_details(values, item))


def _details(values: Values, item: Item) -> Sentence:
    """Return the important properties of an item that was added or removed."""
    parts: list[Sentence] = []
    match item.value:
        case PainPoint(severity=str(severity)):
            parts.append((severity,))
        case Stage(touchpoints=touchpoints, emotion=emotion, pain_points=pains):
            parts += _counted(len(touchpoints), "touchpoint", "touchpoints")
            parts += [("emotion ", *values.emotion(emotion))] if emotion else []
            parts += _counted(len(pains), "pain point", "pain points")
        case Opportunity(status=str(status)):
            parts.append((status.replace("-", " "),))
        case Touchpoint(emotion=emotion, pain_points=pains):
            parts += [("emotion ", *values.emotion(emotion))] if emotion else []
            parts += _counted(len(pains), "pain point", "pain points")
    return (" (", *joined(parts), ")") if parts else ()


def _counted(number: int, singular: str, plural: str) -> list[Sentence]:
    return [(f"{number} {singular if number == 1 else plural}",)] if number else []


def _place(item: Item, after: str) -> Sentence:
    """Describe the position of a stage or touchpoint."""
    if not item.kind.ordered or item.parent is None:
        return ()
    before = [sibling for sibling in item.parent.children if sibling.field == item.field and sibling.place < item.place]
    return (after, *quoted(before[-1].name)) if before else (", at the start",)


def _moved(formatter: ValueFormatter, change: Change) -> Sentence:
    """Describe a move: from where to where, or the new position."""
    item = change.item
    what: Sentence = () if item is item.touchpoint else (f"{noun(item)} ", *formatter.new.label(item), " ")
    if isinstance(change.before, Item) and isinstance(change.after, Item):
        return (*what, "moved from ", *_home(change.before), " to ", *_home(change.after))
    place = _place(item, " behind ")
    return (*what, "moved", *(place if len(place) > 1 else (" to the start",)))


def _home(item: Item) -> Sentence:
    return (user_text(item.name),) if item.name else (item.kind.word,)


def _consequences(change: Change) -> Sentence:
    """Name the pain points that an opportunity resolves, and those that it reopens."""
    consequences: Sentence = ()
    for pains, word in ((change.resolves, "resolved"), (change.reopens, "open again")):
        if pains:
            what = "pain point" if len(pains) == 1 else "pain points"
            consequences = (*consequences, f"; {what} {word}: ", *joined([quoted(pain.text) for pain in pains]))
    return consequences


def _reasons(formatter: ValueFormatter, change: Change) -> Sentence:
    """Name the opportunities that explain the change."""
    if not change.because:
        return ()
    names = joined([quoted(opportunity.text) for opportunity in change.because])
    return (" (through ", *names, ")") if formatter.planned else (" (done: ", *names, ")")

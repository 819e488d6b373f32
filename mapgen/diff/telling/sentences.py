"""Change -> a sentence: about what, what became of it, what follows, and why."""

from mapgen.diff.changes import Change
from mapgen.diff.telling.fields import changed, words
from mapgen.diff.telling.sentence import Sentence, joined, quoted, theirs
from mapgen.diff.telling.values import Values
from mapgen.diff.telling.voice import Voice, noun
from mapgen.diff.tree import Item
from mapgen.model.journey import Opportunity, PainPoint, Stage, Touchpoint


def sentence(voice: Voice, change: Change) -> Sentence:
    """Say a change."""
    return (*_subject(change), *_predicate(voice, change), *_consequences(change), *_reasons(voice, change))


def _subject(change: Change) -> Sentence:
    """Say at which touchpoint it is; the stage stands above."""
    item, touchpoint = change.thing, change.thing.touchpoint
    if touchpoint is None or (item is touchpoint and change.what in {"added", "removed"}):
        return ()
    return (theirs(touchpoint.name), ": ")


def _predicate(voice: Voice, change: Change) -> Sentence:
    match change.what:
        case "added":
            return _came(voice.new, change.thing)
        case "removed":
            return _went(voice.old, change)
        case "moved":
            return _moved(voice, change)
        case "reordered":
            return (*voice.which(change), f"{words(change.field)} in another order")
        case "changed":
            return changed(voice, change)


def _came(values: Values, item: Item) -> Sentence:
    return (f"new {noun(item)}: ", *values.label(item), *_details(values, item), *_place(item, ", after "))


def _went(values: Values, change: Change) -> Sentence:
    item = change.thing
    end = "removed"
    if isinstance(item.value, PainPoint):
        end = "resolved" if change.effect == "better" else "no longer listed"
    return (f"{noun(item)} {end}: ", *values.label(item), *_details(values, item))


def _details(values: Values, item: Item) -> Sentence:
    """Say what matters of a thing that came or went."""
    parts: list[Sentence] = []
    match item.value:
        case PainPoint(severity=str(severity)):
            parts.append((severity,))
        case Stage(touchpoints=touchpoints):
            parts += _counted(len(touchpoints), "touchpoint", "touchpoints")
        case Opportunity(status=str(status)):
            parts.append((status.replace("-", " "),))
        case Touchpoint(emotion=emotion, pain_points=pains):
            parts += [("emotion ", *values.emotion(emotion))] if emotion else []
            parts += _counted(len(pains), "pain point", "pain points")
    return (" (", *joined(parts), ")") if parts else ()


def _counted(number: int, one: str, several: str) -> list[Sentence]:
    return [(f"{number} {one if number == 1 else several}",)] if number else []


def _place(item: Item, after: str) -> Sentence:
    """Say behind what a stage or a touchpoint stands."""
    if not item.kind.ordered or item.parent is None:
        return ()
    before = [one for one in item.parent.children if one.field == item.field and one.place < item.place]
    return (after, *quoted(before[-1].name)) if before else (", at the start",)


def _moved(voice: Voice, change: Change) -> Sentence:
    """Say from where to where something moved, or behind what it stands now."""
    item = change.thing
    what: Sentence = () if item is item.touchpoint else (f"{noun(item)} ", *voice.new.label(item), " ")
    if isinstance(change.before, Item) and isinstance(change.after, Item):
        return (*what, "moved from ", *_home(change.before), " to ", *_home(change.after))
    place = _place(item, " behind ")
    return (*what, "moved", *(place if len(place) > 1 else (" to the start",)))


def _home(item: Item) -> Sentence:
    return (theirs(item.name),) if item.name else (item.kind.word,)


def _consequences(change: Change) -> Sentence:
    """Say which pain points an opportunity ends, and which return."""
    said: Sentence = ()
    for pains, word in ((change.resolves, "resolved"), (change.reopens, "open again")):
        if pains:
            what = "pain point" if len(pains) == 1 else "pain points"
            said = (*said, f"; {what} {word}: ", *joined([quoted(pain.text) for pain in pains]))
    return said


def _reasons(voice: Voice, change: Change) -> Sentence:
    """Say which opportunities explain it."""
    if not change.because:
        return ()
    names = joined([quoted(one.text) for one in change.because])
    return (" (through ", *names, ")") if voice.planned else (" (done: ", *names, ")")

"""Report -> a page with both versions of each map at one place, and the list of changes, each leading to its card."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from mapgen.diff.telling import Told, ToldChange
from mapgen.diff.telling.sentence import Sentence
from mapgen.record import record, replace
from mapgen.render.changes.drawing import Picture, picture
from mapgen.render.changes.report import ChangeFormat, Entry, Report
from mapgen.render.changes.summary import STAGE_OF_ALL, lead, title
from mapgen.render.format import Drawing
from mapgen.render.formats import svg
from mapgen.render.markup import Xml
from mapgen.render.page import scripts, styles
from mapgen.render.page.fonts import fonts
from mapgen.render.page.policy import policy
from mapgen.render.page.templates import environment
from mapgen.render.page.whole import inner_styles
from mapgen.render.theme import NAMES, theme
from mapgen.words import Words

_STYLES = ("base", "front", "tools", "map", "text", "changes")
_SCRIPTS = ("page", "ground", "compare")
_SIGNS = {"added": "+", "removed": "−", "moved": "↔", "changed": "~", "reordered": "↔"}  # noqa: RUF001 - a minus
_EFFECTS = {"better": "▲", "worse": "▼", None: ""}
_IDLE = "Opportunities without an effect in the plan"


@record
class Line:
    """A change: its sign, "better", "worse" or "" and what that means, the id of what it is marked on, its sentence."""

    sign: str
    effect: str
    meaning: str
    href: str | None
    sentence: Sentence


@record
class Group:
    """The changes of a stage."""

    title: str
    changes: tuple[Line, ...]


@record
class Version:
    """One of the pictures; `word` is the key of what it is called."""

    id: str
    word: str
    svg: Xml


@record
class Spec:
    """What the page tells of a spec; one that was not compared has neither groups nor versions."""

    id: str
    title: str
    lead: str
    name: str
    old_name: str | None
    groups: tuple[Group, ...] = ()
    versions: tuple[Version, ...] = ()


def render(report: Report) -> str:
    """Write the page."""
    pictures = [_picture(entry, number, report) for number, entry in enumerate(report.entries, start=1)]
    drawings = [found.both for found in pictures if found]
    language = drawings[0].map.language if drawings else "en"
    specs = [
        _spec(entry, found, f"spec-{number}")
        for number, (entry, found) in enumerate(zip(report.entries, pictures, strict=True), start=1)
    ]
    look = drawings[0].theme if drawings else theme(NAMES[0])
    values = {
        "report": report,
        "specs": specs,
        "title": specs[0].title if len(specs) == 1 else "mapgen diff",
        "language": language,
        "words": Words(language),
    }
    script = scripts.script(_SCRIPTS)
    template = environment().get_template("html/changes.html.j2")
    plain = template.render(**values, policy="", style="", script="")
    own = _fonts(drawings, plain) + styles.variables(look) + styles.sheet(_STYLES)
    return template.render(  # in `plain`, the first style sheet is the one that was not there yet
        **values,
        policy=policy((own, *inner_styles(plain)[1:]), (script,)),
        style=Markup(own),  # noqa: S704 - our own style sheet; it holds no text of the author
        script=Markup(script),  # noqa: S704 - our own script; it holds no text of the author
    )


def _picture(entry: Entry, number: int, report: Report) -> Picture | None:
    """Draw the maps of a spec, with ids that no other picture of the page has."""
    if entry.told is None:
        return None
    found = picture(entry.told, (report.old, report.new), entry.name, fonts="stack")
    return replace(
        found,
        both=_named(found.both, f"_{number}"),
        old=_named(found.old, f"_{number}_before"),
        new=_named(found.new, f"_{number}_now"),
    )


def _named(drawing: Drawing, end: str) -> Drawing:
    """Return a drawing with another id."""
    made = drawing._replace()
    made.__dict__.update(drawing.__dict__ | {"scene": drawing.scene._replace(id=f"{drawing.scene.id}{end}")})
    return made


def _fonts(drawings: Sequence[Drawing], text: str) -> str:
    if drawings and drawings[0].theme.font == "Inter":
        return fonts(drawings[0], text)
    return ""


def _spec(entry: Entry, found: Picture | None, name: str) -> Spec:
    if entry.told is None or found is None:
        return Spec(name, title(entry), lead(entry), entry.name, entry.old_name)
    drawings = (("changes", found.both), ("before", found.old), ("now", found.new))
    return Spec(
        name,
        title(entry),
        lead(entry),
        entry.name,
        entry.old_name,
        groups=tuple(_groups(entry.told, found)),
        versions=tuple(Version(f"{name}-{word}", word, svg.svg(drawing)) for word, drawing in drawings),
    )


def _groups(told: Told, found: Picture) -> Iterator[Group]:
    root = f"mapgen-{found.both.scene.id}"
    anchors = iter(found.marks.anchors)
    words = Words(found.both.map.language)
    for section in told.sections:
        lines = []
        for one in section.changes:
            _, anchor = next(anchors)
            lines.append(_line(one, f"{root}-{anchor}" if anchor else None, words))
        yield Group(section.stage or STAGE_OF_ALL, tuple(lines))
    if told.idle:
        yield Group(_IDLE, tuple(Line("?", "", "", None, (name,)) for name in told.idle))


def _line(one: ToldChange, href: str | None, words: Words) -> Line:
    effect = one.change.effect
    meaning = words(f"sign-{effect}") if effect else ""
    return Line(f"{_SIGNS[one.change.what]}{_EFFECTS[effect]}", effect or "", meaning, href, one.sentence)


FORMAT = ChangeFormat(suffix=".html", render=render)

"""Report -> a page with both versions of each map at one place, and the list of changes, each leading to its card."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from mapgen.ci_commands import inert_markup
from mapgen.diff.wording import DescribedChange, DescribedComparison
from mapgen.diff.wording.sentence import Sentence
from mapgen.record import record, replace
from mapgen.render.diff.drawing import ComparedDrawing, compared_drawing
from mapgen.render.diff.report import DiffReport, SpecReport
from mapgen.render.diff.summary import STAGE_OF_ALL, lead, title
from mapgen.render.drawing import Drawing
from mapgen.render.formats import svg
from mapgen.render.markup import Xml
from mapgen.render.options import Options
from mapgen.render.page import javascript, styles
from mapgen.render.page.assemble import inner_styles
from mapgen.render.page.fonts import fonts
from mapgen.render.page.policy import policy
from mapgen.render.page.templates import environment
from mapgen.render.report_format import ReportFormat
from mapgen.render.theme import NAMES
from mapgen.render.theme_file import theme
from mapgen.words import Words

_STYLES = ("base", "front", "tools", "map", "text", "changes")
_SIGNS = {"added": "+", "removed": "−", "moved": "↔", "changed": "~", "reordered": "↔"}  # noqa: RUF001 - a minus
_EFFECTS = {"better": "▲", "worse": "▼", None: ""}
_FONT_IN_PAGE = Options(fonts="stack", is_font_in_page=True)
_IDLE = "Opportunities without effect in the plan"


@record
class ChangeLine:
    """A change: its sign, "better", "worse" or "" and what that means, the id of what it is marked on, its sentence."""

    sign: str
    effect: str
    meaning: str
    href: str | None
    sentence: Sentence


@record
class ChangeGroup:
    """The changes of a stage."""

    title: str
    changes: tuple[ChangeLine, ...]


@record
class VersionView:
    """One of the pictures; `word` is the key of what it is called.

    `unchanged` shows the lanes that the picture folds, None if there are none; `fold` is the title of the fold.
    """

    id: str
    word: str
    svg: Xml
    unchanged: Xml | None = None
    fold: str = ""


@record
class SpecView:
    """What the page tells of a spec; one that was not compared has neither groups nor versions."""

    id: str
    title: str
    lead: str
    name: str
    old_name: str | None
    groups: tuple[ChangeGroup, ...] = ()
    versions: tuple[VersionView, ...] = ()


def render(report: DiffReport) -> str:
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
        "alone": len(specs) == 1,
        "language": language,
        "words": Words(language),
        "unstyled_scheme": styles.unstyled_scheme(look),
    }
    script = javascript.script("changes")
    template = environment().get_template("html/changes.html.j2")
    plain = template.render(**values, policy="", style="", script="")
    rules = styles.sheet(_STYLES)
    own = _fonts(drawings, plain) + styles.variables(look, rules) + rules
    made = template.render(  # in `plain`, the first style sheet is the one that was not there yet
        **values,
        policy=policy((own, *inner_styles(plain)[1:]), (script,)),
        style=Markup(own),  # noqa: S704 - our own style sheet; it holds no text of the author
        script=Markup(script),  # noqa: S704 - our own script; it holds no text of the author
    )
    return inert_markup(made)


def _picture(entry: SpecReport, number: int, report: DiffReport) -> ComparedDrawing | None:
    """Draw the maps of a spec, with ids that no other picture of the page has."""
    if entry.told is None:
        return None
    found = compared_drawing(entry.told, (report.old, report.new), entry.paths, options=_FONT_IN_PAGE, titled=False)
    return replace(
        found,
        both=_named(found.both, f"_{number}"),
        old=_named(found.old, f"_{number}_before"),
        new=_named(found.new, f"_{number}_now"),
        unchanged=_named(found.unchanged, f"_{number}_unchanged") if found.unchanged else None,
    )


def _named(drawing: Drawing, end: str) -> Drawing:
    """Return a drawing with another id."""
    return drawing.showing(drawing.scene._replace(id=f"{drawing.scene.id}{end}"))


def _fonts(drawings: Sequence[Drawing], text: str) -> str:
    if drawings and drawings[0].theme.font == "Inter":
        return fonts(drawings[0], text)
    return ""


def _spec(entry: SpecReport, found: ComparedDrawing | None, name: str) -> SpecView:
    if entry.told is None or found is None:
        return SpecView(name, title(entry), lead(entry), entry.name, entry.old_name)
    drawings = (("changes", found.both), ("before", found.old), ("now", found.new))
    drawn = [(word, *svg.scoped(drawing)) for word, drawing in drawings]
    unchanged = svg.scoped(found.unchanged)[1] if found.unchanged else None
    both, *others = (VersionView(f"{name}-{word}", word, picture) for word, _, picture in drawn)
    return SpecView(
        name,
        title(entry),
        lead(entry),
        entry.name,
        entry.old_name,
        groups=tuple(_groups(entry.told, found, drawn[0][1])),
        versions=(replace(both, unchanged=unchanged, fold=found.fold), *others),
    )


def _groups(told: DescribedComparison, found: ComparedDrawing, scope: Xml) -> Iterator[ChangeGroup]:
    anchors = iter(found.marks.anchors)
    words = Words(found.both.map.language)
    for section in told.sections:
        lines = []
        for one in section.changes:
            _, anchor = next(anchors)
            lines.append(_line(one, f"{scope}-{anchor}" if anchor else None, words))
        yield ChangeGroup(section.stage or STAGE_OF_ALL, tuple(lines))
    if told.idle:
        yield ChangeGroup(_IDLE, tuple(ChangeLine("?", "", "", None, (name,)) for name in told.idle))


def _line(one: DescribedChange, href: str | None, words: Words) -> ChangeLine:
    effect = one.change.effect
    meaning = words(f"sign-{effect}") if effect else ""
    return ChangeLine(f"{_SIGNS[one.change.what]}{_EFFECTS[effect]}", effect or "", meaning, href, one.sentence)


FORMAT = ReportFormat(suffix=".html", render=render)

"""Scene -> SVG: presentation attributes for light ground, one style block with the font and the dark colors."""

from _blake2 import blake2b  # `hashlib` has the same, and loads OpenSSL first
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Literal, assert_never

from mapgen.ci_commands import inert_markup
from mapgen.layout.line_breaking import HYPHEN
from mapgen.layout.paper import SLIDE_PIXELS
from mapgen.layout.scene import Anchor, Circle, Group, ImageItem, Item, Label, Line, Path, Rect, Scene, Weight
from mapgen.layout.shape_overrides import LOGO
from mapgen.layout.typeface import WEIGHTS, Typeface
from mapgen.lazy import regex
from mapgen.render.drawing import Drawing
from mapgen.render.format import Format
from mapgen.render.markup import Xml, safe_url, xml
from mapgen.render.theme import Font, Pattern, Theme

STACK = "Inter, 'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
SYSTEM = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif"
_NOT_COPIED = Xml("-webkit-user-select:none;user-select:none")
_BEFORE_HYPHEN = {"start": 1.0, "middle": 0.5, "end": 0.0}
_BLANKS = regex(r"^\s|\s\s|\s$")
PaintKind = Literal["fill", "stroke", "stop-color"]
Paint = tuple[PaintKind, str]
"""What is painted, and the role whose color it has."""

EMPTY = Xml()
SCOPE = Xml("\0")
"""Stands for the scope of a drawing until it is known; no text of an author has it."""

_ANCHORS = {"start": EMPTY, "middle": Xml(' text-anchor="middle"'), "end": Xml(' text-anchor="end"')}
_SIZE = Xml('width="{}" height="{}"')
_PLACE = Xml('x="{}" y="{}" width="{}" height="{}"')
_SLANTED = Xml(' font-style="italic"')
_SPACES = Xml(' xml:space="preserve"')
_HYPHENATED = Xml('{}<tspan class="hyphen" aria-hidden="true">{}</tspan>')
_CLASSES = {"fill": "f", "stroke": "s", "stop-color": "c"}
_FADES = ((0.0, 0.95), (0.5, 0.5), (1.0, 0.15))
"""How light fades: the opacity at each part of the way."""
_FADE = Xml(
    '<linearGradient id="{id}" gradientUnits="userSpaceOnUse" x1="0" y1="{top}" x2="0" y2="{bottom}">'
    "{stops}</linearGradient>"
)
_STOP = Xml('<stop offset="{}"{} stop-opacity="{}"/>')
_TEXT = Xml('<text x="{}" y="{}"{}{}>{}</text>')


def render(drawing: Drawing) -> str:
    """Return a whole SVG file."""
    return inert_markup(f"{svg(drawing)}\n")


def svg(drawing: Drawing) -> Xml:
    """Return the `<svg>` element, fit to stand in a file of its own or in a page beside others."""
    return scoped(drawing)[1]


def scoped(drawing: Drawing) -> tuple[Xml, Xml]:
    """Return the scope of a drawing, and its `<svg>` element.

    The scope is a digest of what is drawn. Each id begins with it, each style rule counts only below it, and an
    embedded font is called by it: so drawings that differ share nothing on one page.
    """
    drawn = _unscoped(drawing)
    digest = blake2b(f"{drawing.scene.id}{drawn}".encode(), digest_size=4).hexdigest()
    scope = Xml("mapgen-{}").fill(xml(digest))
    return scope, drawn.swapped(SCOPE, scope)


def _unscoped(drawing: Drawing) -> Xml:
    scene = drawing.scene
    writer = SvgWriter(scene, drawing.theme, drawing, root=SCOPE)
    body = EMPTY.joined((writer.ground(), *writer.items(scene.items)))
    fonts = _fonts(drawing.typeface, scene) if drawing.embeds else EMPTY
    hyphens = Xml("#{} .hyphen{{{}}}").fill(writer.root, _NOT_COPIED) if Xml('class="hyphen"') in body else EMPTY
    return Xml(
        '<svg xmlns="http://www.w3.org/2000/svg" id="{root}" {size} viewBox="0 0 {width} {height}"'
        ' lang="{language}"{rtl} role="graphics-document document" aria-labelledby="{root}-title"'
        ' aria-describedby="{root}-desc" font-family="{own}{family}" xml:space="preserve">'
        '<title id="{root}-title">{title}</title><desc id="{root}-desc">{story}</desc>'
        "<style>{fonts}{dark}{hyphens}</style>{body}</svg>"
    ).fill(
        root=writer.root,
        size=_size(scene),
        width=number(scene.width),
        height=number(scene.height),
        language=xml(scene.language),
        rtl=direction(scene),
        own=Xml("{}, ").fill(writer.root) if fonts else EMPTY,
        family=xml(stack(drawing.theme.font)),
        title=xml(scene.title),
        story=xml(scene.story),
        fonts=fonts,
        dark=writer.dark(),
        hyphens=hyphens,
        body=body,
    )


def direction(scene: Scene) -> Xml:
    """Return the attribute of a scene that reads from right to left."""
    return Xml(' direction="rtl"') if scene.direction == "rtl" else EMPTY


def stack(font: Font) -> str:
    """Return the families in which a text is set, the first that is there."""
    return STACK if font == "Inter" else SYSTEM


def _size(scene: Scene) -> Xml:
    """Return width and height as attributes: in pixels, or in millimetres on paper."""
    if scene.sheet is None:
        return sized(scene.width, scene.height)
    if scene.sheet.is_slide:
        return sized(SLIDE_PIXELS[0], SLIDE_PIXELS[1] * scene.sheet.sheets)
    height = number(scene.sheet.height * scene.sheet.sheets)
    return Xml('width="{}mm" height="{}mm"').fill(number(scene.sheet.width), height)


def sized(width: float, height: float) -> Xml:
    """Return width and height as attributes."""
    return _SIZE.fill(number(width), number(height))


@lru_cache(maxsize=1 << 16)
def number(value: float) -> Xml:
    """Write a number with at most two decimals, the shortest way."""
    if value == int(value):
        return xml(str(int(value)))
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return xml("0" if text == "-0" else text)


def _shared(item: Item) -> tuple[object, ...] | None:
    """Return what texts must have in common to be written together; None for all else, and for links."""
    if not isinstance(item, Label) or item.url:
        return None
    return item.size, item.weight, item.anchor, item.fill, item.slant


def _text(label: Label, style: Xml) -> Xml:
    spaces = _SPACES if _BLANKS.search(label.text) else EMPTY  # browsers ask each text, not the root
    text = xml(label.text)
    if label.hyphen:
        word, sign, mark = label.text.rpartition(HYPHEN)
        text = _HYPHENATED.fill(xml(word), xml(sign + mark))
    return _TEXT.fill(number(label.x), number(label.y), style, spaces, text)


def _place(item: Rect | ImageItem) -> Xml:
    return _PLACE.fill(*map(number, item[:4]))


class SvgWriter:
    """Writes items; remembers which roles and ids it has met."""

    round_ends = Xml(' stroke-linecap="round" stroke-linejoin="round"')
    """The attributes of lines that are not the border of an area."""

    def __init__(self, scene: Scene, colors: Theme, drawing: Drawing, *, root: Xml | None = None) -> None:
        """Begin with nothing met; `root` is what ids begin with, by default the id of the scene."""
        self.root = root or xml(f"mapgen-{scene.id}")
        self._scene = scene
        self.colors = colors
        self.drawing = drawing
        self.used: set[Paint] = set()
        self._ids: set[str] = set()
        self._cuts = 0
        self._fades: dict[tuple[str, tuple[float, float]], Xml] = {}
        self._shapes: dict[tuple[str | None, str | None, float, str | None, bool], Xml] = {}
        self._styles: dict[tuple[float, Weight, Anchor, str, bool], Xml] = {}

    def ground(self) -> Xml:
        """Paint the paper, and have the theme's patterns ready."""
        size = sized(self._scene.width, self._scene.height)
        return Xml("{}<rect {}{}/>").fill(self.patterns(), size, self.paint("fill", "paper"))

    def patterns(self) -> Xml:
        """Define what areas are filled with on top of their color; nothing where the theme has no patterns."""
        patterns = EMPTY.joined(self._pattern(role, one) for role, one in sorted(self.colors.patterns.items()))
        return Xml("<defs>{}</defs>").fill(patterns) if patterns else EMPTY

    def _pattern(self, role: str, pattern: Pattern) -> Xml:
        """Define the filling of a role: slanted lines or dots on its own color."""
        hatch, dots = Xml('<rect width="1.5" height="5"'), Xml('<circle cx="2.5" cy="2.5" r="0.9"')
        return Xml(
            '<pattern id="{}-p-{}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
            '<rect width="5" height="5"{}/>{}{}/></pattern>'
        ).fill(
            self.root,
            xml(role),
            self.paint("fill", role),
            hatch if pattern.kind == "hatch" else dots,
            self.paint("fill", pattern.ink),
        )

    def dark(self) -> Xml:
        """Return the colors on dark ground of each role that was used, where the theme has other ones there."""
        if self.colors.ground != "both":
            return EMPTY
        rule = Xml("#{} .{}{{{}:{}}}")
        rules = (
            rule.fill(self.root, xml(f"{_CLASSES[kind]}-{role}"), xml(kind), xml(self.colors.dark[role]))
            for kind, role in sorted(self.used)
        )
        return Xml("@media (prefers-color-scheme:dark){{{}}}").fill(EMPTY.joined(rules))

    def color(self, role: str) -> str:
        """Return the color of a role on light ground."""
        return self.colors.light[role]

    def paint(self, kind: PaintKind, role: str) -> Xml:
        """Return an attribute with the color of a role on light ground."""
        return Xml("{}{}").fill(self._tint(kind, role), self._classes(((kind, role),)))

    def _classes(self, paints: Sequence[Paint]) -> Xml:
        """Return the attribute by which style rules know colors."""
        self.used.update(paints)
        names = " ".join(f"{_CLASSES[kind]}-{role}" for kind, role in paints if self.is_classed(role))
        return Xml(' class="{}"').fill(xml(names)) if names else EMPTY

    def is_classed(self, role: str) -> bool:  # noqa: ARG002 - others know some roles by their colors
        """Return whether what has the color of a role is known by a class."""
        return True

    def _tint(self, kind: PaintKind, role: str) -> Xml:
        """Return the attribute alone, for those who read no style."""
        return Xml(' {}="{}"').fill(xml(kind), xml(self.colors.light[role]))

    def shape(self, fill: str | None, stroke: str | None, width: float, dash: str | None, *, area: bool = False) -> Xml:
        """Return fill and stroke as attributes, once for all that look the same."""
        key = (fill, stroke, width, dash, area)
        known = self._shapes.get(key)
        if known is None:
            known = self._shapes[key] = self._look(fill, stroke, width, dash, area=area)
        return known

    def _look(self, fill: str | None, stroke: str | None, width: float, dash: str | None, *, area: bool) -> Xml:
        """Write fill and stroke as attributes; the dark colors hang on the classes, those of a pattern on its own."""
        paints: list[Paint] = []
        parts: list[Xml] = []
        if area and fill in self.colors.patterns:
            parts.append(Xml(' fill="url(#{}-p-{})"').fill(self.root, xml(fill or "")))
        elif fill:
            paints.append(("fill", fill))
            parts.append(self._tint("fill", fill))
        else:
            parts.append(Xml(' fill="none"'))
        if stroke:
            paints.append(("stroke", stroke))
            parts.append(self._tint("stroke", stroke))
            if width != 1:
                parts.append(Xml(' stroke-width="{}"').fill(number(width)))
            if dash:
                parts.append(Xml(' stroke-dasharray="{}"').fill(xml(dash)))
        return EMPTY.joined((*parts, self._classes(paints)))

    def items(self, items: tuple[Item, ...]) -> Iterator[Xml]:
        """Write items in their order, the ones behind first."""
        for shared, run in groupby(items, _shared):
            if shared is None:
                yield from self._each(run)
            else:
                yield from self.texts([item for item in run if isinstance(item, Label)])

    def _each(self, items: Iterable[Item]) -> Iterator[Xml]:
        for item in items:
            match item:
                case Label():
                    yield self.label(item)
                case Rect():
                    yield self._rect(item)
                case Line():
                    yield self._line(item)
                case Circle():
                    yield self._circle(item)
                case Path():
                    yield self._path(item)
                case ImageItem():
                    yield self._picture(item)
                case Group():
                    yield from self._group(item)
                case _:
                    assert_never(item)

    def texts(self, run: Sequence[Label]) -> Iterator[Xml]:
        """Write lines that follow each other in one style, which is written once."""
        if len(run) == 1:
            yield self.label(run[0])
            return
        yield Xml("<g{}>").fill(self._type(run[0]))
        for label in run:
            yield self.written(label, EMPTY)
        yield Xml("</g>")

    def written(self, label: Label, style: Xml) -> Xml:
        """Write a text; a hyphen that is not part of it is a shape, where the place of its end is known."""
        if not label.hyphen or not self.drawing.embeds or self._scene.direction == "rtl":
            return _text(label, style)
        word = without_hyphen(label, self.drawing.typeface)
        em, data = self.drawing.typeface.outline(HYPHEN, label.weight)
        left = word.x + _BEFORE_HYPHEN[label.anchor] * word.width
        place = Xml("translate({} {}) scale({})").fill(number(left), number(label.y), xml(f"{label.size / em:.6f}"))
        fill = self.paint("fill", label.fill) if style else EMPTY
        hyphen = Xml('<path transform="{}" d="{}"{}/>').fill(place, xml(data), fill)
        return EMPTY.joined((_text(word, style), hyphen))

    def _type(self, label: Label) -> Xml:
        key = (label.size, label.weight, label.anchor, label.fill, label.slant)
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._style(*key)
        return style

    def label(self, label: Label) -> Xml:
        """Write one line of text."""
        text = self.written(label, self._type(label))
        url = safe_url(label.url) if label.url else None
        return Xml('<a href="{}">{}</a>').fill(xml(url), text) if url else text

    def _style(self, size: float, weight: Weight, anchor: Anchor, fill: str, slant: bool) -> Xml:  # noqa: FBT001 - a key
        heavy = Xml(' font-weight="{}"').fill(weight) if weight != WEIGHTS[0] else EMPTY
        slanted = _SLANTED if slant else EMPTY
        color = self.paint("fill", fill)
        return Xml(' font-size="{}"{}{}{}{}').fill(number(size), heavy, slanted, _ANCHORS[anchor], color)

    def _rect(self, rect: Rect) -> Xml:
        radius = Xml(' rx="{}"').fill(number(rect.radius)) if rect.radius else EMPTY
        shape = self.shape(rect.fill, rect.stroke, rect.stroke_width, rect.dash, area=True)
        return Xml("<rect {}{}{}/>").fill(_place(rect), radius, shape)

    def _line(self, line: Line) -> Xml:
        shape = self.shape(None, line.stroke, line.width, line.dash)
        return Xml('<line x1="{}" y1="{}" x2="{}" y2="{}"{}/>').fill(
            number(line.x1), number(line.y1), number(line.x2), number(line.y2), shape
        )

    def _circle(self, circle: Circle) -> Xml:
        shape = self.shape(circle.fill, circle.stroke, circle.stroke_width, circle.dash)
        place = (number(circle.cx), number(circle.cy), number(circle.radius))
        return Xml('<circle cx="{}" cy="{}" r="{}"{}/>').fill(*place, shape)

    def _path(self, path: Path) -> Xml:
        if path.fade and path.fill:
            return self._faded(path, path.fill, path.fade)
        ends = self.round_ends if path.stroke and not path.fill else EMPTY
        shape = self.shape(path.fill, path.stroke, path.stroke_width, path.dash)
        return Xml('<path d="{}"{}{}/>').fill(xml(self.outline(path)), shape, ends)

    def _faded(self, path: Path, role: str, fade: tuple[float, float]) -> Xml:
        """Write a path that is filled like light; what fades alike shares a gradient, which comes before the first."""
        known = self._fades.get((role, fade))
        name = known or Xml("{}-fade-{}").fill(self.root, xml(str(len(self._fades) + 1)))
        self._fades[role, fade] = name
        top, bottom = map(number, fade)
        color = self.paint("stop-color", role)
        stops = EMPTY.joined(_STOP.fill(number(offset), color, number(opacity)) for offset, opacity in _FADES)
        gradient = _FADE.fill(id=name, top=top, bottom=bottom, stops=stops)
        shape = Xml('<path d="{}" fill="url(#{})"/>').fill(xml(self.outline(path)), name)
        return shape if known else EMPTY.joined((gradient, shape))

    def outline(self, path: Path) -> str:
        """Write the segments of a path."""
        return "".join(command + " ".join(map(number, places)) for command, places in path.segments)

    def _picture(self, picture: ImageItem) -> Xml:
        place = _place(picture)
        name = Xml("<title>{}</title>").fill(xml(picture.alt))
        data = self.drawing.pictures.get(picture.src)
        if data is None:
            return Xml('<rect {} rx="4"{}>{}</rect>').fill(place, self.shape("panel", "line", 1, None), name)
        if picture.is_round:
            return self._round(picture, place, name, data)
        end = Xml("xMin") if self._scene.direction == "rtl" else Xml("xMax")
        fit = Xml(' preserveAspectRatio="{}YMid meet"').fill(end) if picture.src == LOGO else EMPTY
        return Xml('<image {}{} href="{}" role="img">{}</image>').fill(place, fit, xml(data), name)

    def _round(self, picture: ImageItem, place: Xml, name: Xml, data: str) -> Xml:
        """Draw an image that fills a circle; what is outside of it is cut off."""
        self._cuts += 1
        cut = Xml("{}-cut-{}").fill(self.root, xml(str(self._cuts)))
        radius = picture.width / 2
        circle = (number(picture.x + radius), number(picture.y + radius), number(radius))
        return Xml(
            '<clipPath id="{}"><circle cx="{}" cy="{}" r="{}"/></clipPath>'
            '<image {} preserveAspectRatio="xMidYMid slice" clip-path="url(#{})" href="{}" role="img">{}</image>'
        ).fill(cut, *circle, place, cut, xml(data), name)

    def _group(self, group: Group) -> Iterator[Xml]:
        name = Xml(' role="group"') if group.tip else self.named(group)
        anchor = EMPTY
        if group.anchor and group.anchor not in self._ids:
            self._ids.add(group.anchor)
            anchor = Xml(' id="{}-{}"').fill(self.root, xml(group.anchor))
        yield Xml("<g{}{}>").fill(anchor, name) if anchor or name else EMPTY
        yield Xml("<title>{}</title>").fill(xml(group.tip)) if group.tip else EMPTY
        yield from self.items(group.items)
        yield Xml("</g>") if anchor or name else EMPTY

    def named(self, group: Group) -> Xml:
        """Return the attributes that name a group."""
        return Xml(' role="group" aria-label="{}"').fill(xml(group.name)) if group.name else EMPTY


def without_hyphen(label: Label, typeface: Typeface) -> Label:
    """Return a label without the hyphen that was added to it, its text at the same place as with it."""
    if not label.hyphen:
        return label
    word = label.text.removesuffix(HYPHEN)
    width = typeface.width(word, label.size, label.weight)
    x = label.x - (1 - _BEFORE_HYPHEN[label.anchor]) * (label.width - width)
    return label._replace(text=word, x=x, width=width, hyphen=False)


def labels(items: tuple[Item, ...]) -> Iterator[Label]:
    """Yield each text of a scene."""
    for item in items:
        if isinstance(item, Label):
            yield item
        elif isinstance(item, Group):
            yield from labels(item.items)


def _fonts(typeface: Typeface, scene: Scene) -> Xml:
    """Embed of each weight just the characters that the scene shows, as a family of this drawing alone."""
    used: dict[Weight, set[str]] = {weight: set() for weight in WEIGHTS}
    for label in labels(scene.items):
        used[label.weight].update(label.text)
    rule = Xml("@font-face{{font-family:{};font-weight:{};src:url(data:font/ttf;base64,{})}}")
    return EMPTY.joined(
        rule.fill(SCOPE, weight, xml(b64encode(typeface.subset(sorted(characters), weight)).decode("ascii")))
        for weight, characters in used.items()
        if characters
    )


FORMAT = Format(".svg", render, comment="<!-- {} -->", by_view=True)

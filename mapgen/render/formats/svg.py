"""Scene -> SVG: presentation attributes for light ground, one style block with the font and the dark colours."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Literal, assert_never

from mapgen.layout.looks import LOGO
from mapgen.layout.scene import Anchor, Circle, Group, Item, Label, Line, Path, Picture, Rect, Scene, Weight
from mapgen.layout.typeface import WEIGHTS, Typeface
from mapgen.render.format import Drawing, Format
from mapgen.render.markup import safe_url, xml_attribute, xml_text
from mapgen.render.theme import Font, Pattern, Theme

STACK = "Inter, 'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
SYSTEM = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif"
_BLANKS = re.compile(r"^\s|\s\s|\s$")
_ANCHORS = {"start": "", "middle": ' text-anchor="middle"', "end": ' text-anchor="end"'}


def render(drawing: Drawing) -> str:
    """Return a whole SVG file."""
    return svg(drawing) + "\n"


def svg(drawing: Drawing) -> str:
    """Return the `<svg>` element, fit to stand in a file of its own or in a page beside others."""
    scene = drawing.scene
    writer = Writer(scene, drawing.theme, drawing)
    body = f"{writer.ground()}{''.join(writer.items(scene.items))}"
    fonts = _fonts(drawing.typeface, scene) if drawing.embeds else ""
    rtl = ' direction="rtl"' if scene.direction == "rtl" else ""
    width, height = number(scene.width), number(scene.height)
    size = f'{_size(scene)} viewBox="0 0 {width} {height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" id="{writer.root}" {size} lang="{xml_attribute(scene.language)}"{rtl}'
        f' role="graphics-document document" aria-labelledby="{writer.root}-title"'
        f' aria-describedby="{writer.root}-desc" font-family="{stack(drawing.theme.font)}" xml:space="preserve">'
        f'<title id="{writer.root}-title">{xml_text(scene.title)}</title>'
        f'<desc id="{writer.root}-desc">{xml_text(scene.story)}</desc>'
        f"<style>{fonts}{writer.dark()}</style>"
        f"{body}</svg>"
    )


def stack(font: Font) -> str:
    """Return the families in which a text is set, the first that is there."""
    return STACK if font == "Inter" else SYSTEM


def _size(scene: Scene) -> str:
    """Return width and height as attributes: in pixels, or in millimetres on paper."""
    if scene.sheet is None:
        return f'width="{number(scene.width)}" height="{number(scene.height)}"'
    return f'width="{number(scene.sheet.width)}mm" height="{number(scene.sheet.height * scene.sheet.sheets)}mm"'


@lru_cache(maxsize=1 << 16)
def number(value: float) -> str:
    """Write a number with at most two decimals, the shortest way."""
    if value == int(value):
        return str(int(value))
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _shared(item: Item) -> tuple[object, ...] | None:
    """Return what texts must have in common to be written together; None for all else, and for links."""
    if not isinstance(item, Label) or item.url:
        return None
    return item.size, item.weight, item.anchor, item.fill


def _text(label: Label, style: str) -> str:
    spaces = ' xml:space="preserve"' if _BLANKS.search(label.text) else ""  # browsers ask each text, not the root
    return f'<text x="{number(label.x)}" y="{number(label.y)}"{style}{spaces}>{xml_text(label.text)}</text>'


def _place(item: Rect | Picture) -> str:
    x, y, width, height = map(number, item[:4])
    return f'x="{x}" y="{y}" width="{width}" height="{height}"'


class Writer:
    """Writes items; remembers which roles and ids it has met."""

    round_ends = ' stroke-linecap="round" stroke-linejoin="round"'
    """The attributes of lines that are not the border of an area."""

    def __init__(self, scene: Scene, colors: Theme, drawing: Drawing) -> None:
        """Begin with nothing met."""
        self.root = f"mapgen-{scene.id}"
        self._scene = scene
        self._colors = colors
        self.drawing = drawing
        self._used: set[str] = set()
        self._ids: set[str] = set()
        self._shapes: dict[tuple[str | None, str | None, float, str | None, bool], str] = {}
        self._styles: dict[tuple[float, Weight, Anchor, str], str] = {}

    def ground(self) -> str:
        """Paint the paper, and have the theme's patterns ready."""
        size = f'width="{number(self._scene.width)}" height="{number(self._scene.height)}"'
        return f"{self.patterns()}<rect {size}{self.paint('fill', 'paper')}/>"

    def patterns(self) -> str:
        """Define what areas are filled with on top of their colour; nothing where the theme has no patterns."""
        patterns = "".join(self._pattern(role, one) for role, one in sorted(self._colors.patterns.items()))
        return patterns and f"<defs>{patterns}</defs>"

    def _pattern(self, role: str, pattern: Pattern) -> str:
        """Define the filling of a role: slanted lines or dots on its own colour."""
        drawn = '<rect width="1.5" height="5"' if pattern.kind == "hatch" else '<circle cx="2.5" cy="2.5" r="0.9"'
        return (
            f'<pattern id="{self.root}-p-{role}" width="5" height="5" patternUnits="userSpaceOnUse"'
            f' patternTransform="rotate(45)"><rect width="5" height="5"{self.paint("fill", role)}/>'
            f"{drawn}{self.paint('fill', pattern.ink)}/></pattern>"
        )

    def dark(self) -> str:
        """Return the colours on dark ground of each role that was used, where the theme has other ones there."""
        if self._colors.ground != "both":
            return ""
        return f"@media (prefers-color-scheme:dark){{{self.rules(self._colors.dark.__getitem__)}}}"

    def rules(self, color: Callable[[str], str]) -> str:
        """Return a rule for each class that was used, with the colour of its role."""
        kinds = {"f": "fill", "s": "stroke"}
        named = ((name, kinds[name[0]], color(name[2:])) for name in sorted(self._used))
        return "".join(f"#{self.root} .{name}{{{kind}:{value}}}" for name, kind, value in named)

    def color(self, role: str) -> str:
        """Return the colour of a role on light ground."""
        return self._colors.light[role]

    def paint(self, kind: Literal["fill", "stroke"], role: str) -> str:
        """Return an attribute with the colour of a role on light ground."""
        name = f"{kind[0]}-{role}"
        self._used.add(name)
        return f'{self.tint(kind, role)} class="{name}"'

    def tint(self, kind: Literal["fill", "stroke"], role: str) -> str:
        """Return the attribute alone, for those who read no style."""
        return f' {kind}="{self._colors.light[role]}"'

    def _shape(
        self, fill: str | None, stroke: str | None, width: float, dash: str | None, *, area: bool = False
    ) -> str:
        """Return fill and stroke as attributes, once for all that look the same."""
        key = (fill, stroke, width, dash, area)
        known = self._shapes.get(key)
        if known is None:
            known = self._shapes[key] = self._look(fill, stroke, width, dash, area=area)
        return known

    def _look(self, fill: str | None, stroke: str | None, width: float, dash: str | None, *, area: bool) -> str:
        """Write fill and stroke as attributes; the dark colours hang on the classes, those of a pattern on its own."""
        classes, parts = [], []
        if area and fill in self._colors.patterns:
            parts.append(f' fill="url(#{self.root}-p-{fill})"')
        elif fill:
            classes.append(f"f-{fill}")
            parts.append(self.tint("fill", fill))
        else:
            parts.append(' fill="none"')
        if stroke:
            classes.append(f"s-{stroke}")
            parts.append(self.tint("stroke", stroke))
            if width != 1:
                parts.append(f' stroke-width="{number(width)}"')
            if dash:
                parts.append(f' stroke-dasharray="{dash}"')
        self._used.update(classes)
        named = f' class="{" ".join(classes)}"' if classes else ""
        return f"{''.join(parts)}{named}"

    def items(self, items: tuple[Item, ...]) -> Iterator[str]:
        """Write items in their order, the ones behind first."""
        for shared, run in groupby(items, _shared):
            if shared is None:
                yield from self._each(run)
            else:
                yield from self.texts([item for item in run if isinstance(item, Label)])

    def _each(self, items: Iterable[Item]) -> Iterator[str]:
        for item in items:
            match item:
                case Label():
                    yield self.label(item)
                case Rect():
                    radius = f' rx="{number(item.radius)}"' if item.radius else ""
                    shape = self._shape(item.fill, item.stroke, item.stroke_width, item.dash, area=True)
                    yield f"<rect {_place(item)}{radius}{shape}/>"
                case Line():
                    place = (
                        f'x1="{number(item.x1)}" y1="{number(item.y1)}" x2="{number(item.x2)}" y2="{number(item.y2)}"'
                    )
                    yield f"<line {place}{self._shape(None, item.stroke, item.width, item.dash)}/>"
                case Circle():
                    shape = self._shape(item.fill, item.stroke, item.stroke_width, item.dash)
                    yield f'<circle cx="{number(item.cx)}" cy="{number(item.cy)}" r="{number(item.radius)}"{shape}/>'
                case Path():
                    yield self._path(item)
                case Picture():
                    yield self._picture(item)
                case Group():
                    yield from self._group(item)
                case _:
                    assert_never(item)

    def texts(self, run: Sequence[Label]) -> Iterator[str]:
        """Write lines that follow each other in one style, which is written once."""
        if len(run) == 1:
            yield self.label(run[0])
            return
        yield f"<g{self._type(run[0])}>"
        for label in run:
            yield _text(label, "")
        yield "</g>"

    def _type(self, label: Label) -> str:
        key = (label.size, label.weight, label.anchor, label.fill)
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._style(*key)
        return style

    def label(self, label: Label) -> str:
        """Write one line of text."""
        text = _text(label, self._type(label))
        url = safe_url(label.url) if label.url else None
        return f'<a href="{xml_attribute(url)}">{text}</a>' if url else text

    def _style(self, size: float, weight: Weight, anchor: Anchor, fill: str) -> str:
        heavy = f' font-weight="{weight}"' if weight != WEIGHTS[0] else ""
        return f' font-size="{number(size)}"{heavy}{_ANCHORS[anchor]}{self.paint("fill", fill)}'

    def _path(self, path: Path) -> str:
        data = "".join(command + " ".join(map(number, places)) for command, places in path.segments)
        ends = self.round_ends if path.stroke and not path.fill else ""
        return f'<path d="{data}"{self._shape(path.fill, path.stroke, path.stroke_width, path.dash)}{ends}/>'

    def _picture(self, picture: Picture) -> str:
        place = _place(picture)
        name = f"<title>{xml_text(picture.alt)}</title>"
        data = self.drawing.pictures.get(picture.src)
        if data is None:
            return f'<rect {place} rx="4"{self._shape("panel", "line", 1, None)}>{name}</rect>'
        end = "xMin" if self._scene.direction == "rtl" else "xMax"
        fit = f' preserveAspectRatio="{end}YMid meet"' if picture.src == LOGO else ""
        return f'<image {place}{fit} href="{xml_attribute(data)}" role="img">{name}</image>'

    def _group(self, group: Group) -> Iterator[str]:
        name = f' role="group" aria-label="{xml_attribute(group.name)}"' if group.name else ""
        name = ' role="group"' if group.tip else name
        anchor = ""
        if group.anchor and group.anchor not in self._ids:
            self._ids.add(group.anchor)
            anchor = f' id="{self.root}-{xml_attribute(group.anchor)}"'
        yield f"<g{anchor}{name}>" if anchor or name else ""
        yield f"<title>{xml_text(group.tip)}</title>" if group.tip else ""
        yield from self.items(group.items)
        yield "</g>" if anchor or name else ""


def labels(items: tuple[Item, ...]) -> Iterator[Label]:
    """Yield each text of a scene."""
    for item in items:
        if isinstance(item, Label):
            yield item
        elif isinstance(item, Group):
            yield from labels(item.items)


def _fonts(typeface: Typeface, scene: Scene) -> str:
    """Embed of each weight just the characters that the scene shows."""
    used: dict[Weight, set[str]] = {weight: set() for weight in WEIGHTS}
    for label in labels(scene.items):
        used[label.weight].update(label.text)
    rules = []
    for weight, characters in used.items():
        if characters:
            data = b64encode(typeface.subset(sorted(characters), weight)).decode("ascii")
            source = f"src:url(data:font/ttf;base64,{data})"
            rules.append(f"@font-face{{font-family:Inter;font-weight:{weight};{source}}}")
    return "".join(rules)


FORMAT = Format(".svg", render, comment="<!-- {} -->", by_view=True)

"""A picture -> the same picture in fewer bytes: what shapes have in common is written once, at their group."""

from collections import Counter
from functools import lru_cache

from mapgen.lazy import regex
from mapgen.render.markup import Xml

_TAG = regex(r'<(/?)(\w+)((?: [\w:-]+="[^"]*")*)(/?)>')
_ATTRIBUTE = regex(r' ([\w:-]+)="([^"]*)"')
_SMOOTH = regex(r' rx="| d="(?:m[^a-z]*[a-z][^a-z]*)+"')  # a rounded rectangle, paths of one segment
_THIN = regex(r' d="(?:m[^a-z]*[hvl][^a-z]*)+"')  # straight lines, which have no area
_CLOSED = regex(r' d="(?:m[^mz]*z)+"')  # a path without ends
_PLACES = frozenset({"x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "width", "height"})
_ROLE = {"fill": "f-", "stroke": "s-"}
_GROUPS = frozenset({"svg", "g", "a"})
_TEXT = frozenset({"text"})
_AREAS = frozenset({"rect", "circle", "path", "text"})
_SHAPES = _AREAS | {"line"}
_LINES = frozenset({"path", "line"})
_CORNERS = frozenset({"path", "rect"})
_LOOKS = {
    "fill": (_AREAS, ""),
    "stroke": (_SHAPES, "none"),
    "stroke-width": (_SHAPES, "1"),
    "stroke-dasharray": (_SHAPES, "none"),
    "stroke-linecap": (_SHAPES, "butt"),
    "stroke-linejoin": (_CORNERS, "miter"),
    "font-size": (_TEXT, ""),
    "font-weight": (_TEXT, "400"),
    "text-anchor": (_TEXT, "start"),
}
"""The attributes that are inherited: the elements that need one, and what counts where nobody writes it."""

Pairs = tuple[tuple[str, str], ...]
"""Attributes with their values. Elements with the same ones recur, so what is made of them is made once."""

Plan = tuple[tuple[str, str, tuple[str, ...]], ...]
"""What an element says: a look, its value, and the inherited values with which it does not say so."""

Savings = tuple[tuple[str, str, int], ...]
"""How many characters an element and what is in it have less to write if they inherit a value of a look."""

_remembered = lru_cache(maxsize=1 << 12)


class _Element:
    """An element, and what it says; a color stands with the class that may change it: `#111827 f-ink`."""

    __slots__ = ("attributes", "content", "name", "others", "plan", "said", "savings")

    def __init__(self, name: str, attributes: str, others: str, said: Pairs, looks: Pairs) -> None:
        self.name = name
        self.attributes = attributes
        self.others = others
        self.said = said
        self.plan, self.savings = _planned(looks)
        self.content: list[_Element | str] = []


def shared(picture: Xml) -> Xml:
    """Return a picture that looks the same, in which no shape repeats what its group can say for all.

    >>> dot = Xml('<circle r="1" fill="#111827" class="f-ink"/>')
    >>> shared(Xml("<svg>{}{}</svg>").fill(dot, dot))
    '<svg fill="#111827" class="f-ink"><circle r="1"/><circle r="1"/></svg>'
    """
    out: list[str] = []
    _write(_read(picture), (), out)
    return Xml("".join(out))  # noqa: S704 - the tags and texts of the picture that was given


def _read(picture: str) -> _Element:
    """Read a picture, and give each group the looks with which there is least to write."""
    top = _Element("", "", "", (), ())
    path = [top]
    end = 0
    for tag in _TAG.finditer(picture):
        parent = path[-1]
        if tag.start() > end:
            parent.content.append(picture[end : tag.start()])
        end = tag.end()
        closes, name, written, is_empty = tag.groups()
        if closes:
            closed = path.pop()
            if closed.name in _GROUPS:
                inside = tuple([one.savings for one in closed.content if isinstance(one, _Element)])
                closed.plan, closed.savings = _pooled(inside)
            continue
        element = _opened(parent, name, written)
        parent.content.append(element)
        if not is_empty:
            path.append(element)
    return top


def _opened(parent: _Element, name: str, written: str) -> _Element:
    """Read the tag of an element, and take the looks out of its attributes."""
    kept, looks = [], []
    is_shape = name in _SHAPES
    has_looks = is_shape or name in _GROUPS
    for key, value in _ATTRIBUTE.findall(written):
        if key == "class" or (has_looks and key in _LOOKS):
            looks.append((key, value))
        else:
            kept.append(f' {key}="{_rough(name, key, value) if is_shape and key in _PLACES else value}"')
    others, said = _taken(tuple(looks), parent.said) if looks else ("", parent.said)
    return _Element(name, "".join(kept), others, said, _needed(name, said, _lacking(written)) if is_shape else ())


def _lacking(written: str) -> frozenset[str]:
    """Return the looks that would not show on a shape with these attributes."""
    lacking = ((_SMOOTH, "stroke-linejoin"), (_THIN, "fill"), (_CLOSED, "stroke-linecap"))
    return frozenset(look for shape, look in lacking if shape.search(written))


def _rough(name: str, key: str, length: str) -> str:
    """Round a length to a tenth of a pixel, and the place of a text to a whole one."""
    if "." not in length:
        return length
    return f"{float(length):.{0 if name in _TEXT and key in {'x', 'y'} else 1}f}".removesuffix(".0")


@_remembered
def _taken(written: Pairs, inherited: Pairs) -> tuple[str, Pairs]:
    """Return the classes that are no colors, and what counts where these looks are written; colors get their class."""
    looks = dict(written)
    others = []
    for role in looks.pop("class", "").split():
        look = next((look for look, start in _ROLE.items() if look in looks and role.startswith(start)), None)
        if look:
            looks[look] = f"{looks[look]} {role}"
        else:
            others.append(role)
    return " ".join(others), tuple(sorted((dict(inherited) | looks).items()))


@_remembered
def _needed(name: str, counts: Pairs, lacking: frozenset[str]) -> Pairs:
    """Return the looks that a shape needs by itself, of all that count for it, without those that it is `lacking`."""
    said = dict(counts)
    is_stroked = said.get("stroke", "none") != "none"
    is_dashed = said.get("stroke-dasharray", "none") != "none"
    hidden = {look for look in lacking if look != "stroke-linecap" or not is_dashed}
    if not is_stroked or (name not in _LINES and not is_dashed):
        hidden.add("stroke-linecap")
    return tuple(
        (look, said.get(look, usual))
        for look, (needing, usual) in _LOOKS.items()
        if name in needing and (is_stroked or not look.startswith("stroke-")) and look not in hidden
    )


@_remembered
def _planned(looks: Pairs) -> tuple[Plan, Savings]:
    """Return what a shape says, and what it saves: it says what it needs, if it does not inherit it."""
    needed = tuple((look, value) for look, value in looks if value)
    return (
        tuple((look, value, (value,)) for look, value in needed),
        tuple((look, value, _length(look, value)) for look, value in needed),
    )


@_remembered
def _pooled(parts: tuple[Savings, ...]) -> tuple[Plan, Savings]:
    """Return what a group says, and what it saves: it says of each look the value that saves most, if that pays."""
    sums: dict[str, Counter[str]] = {}
    for look, value, saved in (saving for part in parts for saving in part):
        sums.setdefault(look, Counter())[value] += saved
    plan: list[tuple[str, str, tuple[str, ...]]] = []
    savings: list[tuple[str, str, int]] = []
    for look in (look for look in _LOOKS if look in sums):
        counts = sums[look]
        gains = {value: count - _length(look, value) for value, count in counts.items()}
        best = max(gains, key=gains.__getitem__)
        gain = max(0, gains[best])
        if gain:
            plan.append((look, best, tuple(value for value, count in counts.items() if count >= gain)))
        savings += ((look, value, count - gain) for value, count in counts.items() if count > gain)
    return tuple(plan), tuple(savings)


def _length(look: str, value: str) -> int:
    return len(look) + len(value) + 2


def _write(element: _Element, inherited: Pairs, out: list[str]) -> None:
    looks, roles, inside = _told(element.plan, inherited)
    classes = f"{element.others} {roles}".strip()
    if element.name == "g" and not (element.attributes or looks or classes):
        element.name = ""
    if element.name:
        end = ">" if element.content else "/>"
        out.append(f"<{element.name}{element.attributes}{looks}" + (f' class="{classes}"' if classes else "") + end)
    for part in element.content:
        if isinstance(part, str):
            out.append(part)
        else:
            _write(part, inside, out)
    if element.name and element.content:
        out.append(f"</{element.name}>")


@_remembered
def _told(plan: Plan, inherited: Pairs) -> tuple[str, str, Pairs]:
    """Return the attributes and the classes that an element has to write, and what its content inherits."""
    above = dict(inherited)
    looks = {look: value for look, value, spared in plan if above.get(look, _LOOKS[look][1]) not in spared}
    parts, roles = [], []
    for look, value in looks.items():
        color, _, role = value.partition(" ") if look in _ROLE else (value, "", "")
        parts.append(f' {look}="{color}"')
        roles += [role] if role else []
    return "".join(parts), " ".join(roles), tuple(sorted((above | looks).items()))

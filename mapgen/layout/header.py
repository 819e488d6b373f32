"""The lens -> items: title, summary, facts, the figures that matter, and who it is about."""

from collections.abc import Iterator, Sequence
from functools import partial
from math import ceil, fsum

from mapgen.blocks import Text
from mapgen.header import Figure, Header, Profile, ProfileFacet
from mapgen.layout import dimensions as m
from mapgen.layout.pagination import MapPart
from mapgen.layout.pieces import beside, stacked
from mapgen.layout.scene import Box, Circle, Group, ImageItem, Item, Rect
from mapgen.layout.series import person_role
from mapgen.layout.text import TextLine, TextMeasurer
from mapgen.layout.text_block import TONES, FittedBlock, placed_lines, prose

_FIGURE_GAP = 30.0
_FACT_GAP = 18.0
_LABEL_GAP = 6.0
_IDENTITY = 212.0
_PROFILE_GAP = 14.0
_NAME_PAD = 4.0
_PROFILE_MIN = 330.0  # personas stand side by side from this width on
_PROFILE_WIDE = 620.0  # and from this width on, what is told of one stands beside who it is


def lens_parts(lens: Header, x: float, width: float, ruler: TextMeasurer) -> Iterator[MapPart]:
    """Yield the parts of the top of the map."""
    gap = m.ZONE_GAP if not lens.profiles else _PROFILE_GAP
    if lens.titled or lens.summary or lens.facts or lens.figures:
        yield MapPart(partial(_header, lens, x, width, ruler), gap)
    if lens.profiles:
        profiles = _profiles(lens.profiles, width, ruler)

        def draw(y: float, out: list[Item]) -> float:
            profiles.place(x, y, profiles.height, out)
            return y + profiles.height

        yield MapPart(draw, m.ZONE_GAP)


def _header(lens: Header, x: float, width: float, ruler: TextMeasurer, y: float, out: list[Item]) -> float:
    """Draw title, summary, facts and figures."""
    items: list[Item] = []
    figures, figures_height = _figures(lens.figures, x + width, y, width * 0.62, ruler, items)
    room = width - figures - (_FIGURE_GAP if figures else 0)
    title = ruler.lines(lens.title, m.TITLE, room) if lens.titled else ()
    placed_lines(title, x, y, m.TITLE, items)
    bottom = y + len(title) * m.TITLE.leading + 4
    if lens.summary:
        summary = ruler.lines(lens.summary, m.SUMMARY, min(room, 900.0))
        placed_lines(summary, x, bottom, m.SUMMARY, items)
        bottom += len(summary) * m.SUMMARY.leading + 4
    bottom = max(bottom, y + figures_height + 6)
    bottom = placed_facts(lens.facts, x, bottom, width, ruler, items)
    out.append(Group(tuple(items), lens.title, None, Box(x, y, width, bottom - y)))
    return bottom


def _profiles(profiles: Sequence[Profile], width: float, ruler: TextMeasurer) -> FittedBlock:
    """Fit the personas into rows that are as even as can be; those who are only a name follow in lines."""
    names = _names([profile for profile in profiles if profile.is_name], width, ruler)
    profiles = [profile for profile in profiles if not profile.is_name]
    if not profiles:
        return names
    most = max(1, int((width + _PROFILE_GAP) / (_PROFILE_MIN + _PROFILE_GAP)))
    count = ceil(len(profiles) / ceil(len(profiles) / most))
    own = (width + _PROFILE_GAP) / count - _PROFILE_GAP
    cards = beside([_profile(profile, own, ruler) for profile in profiles], width, count, _PROFILE_GAP)
    return stacked([cards, names], _PROFILE_GAP) if names.height else cards


def _names(profiles: Sequence[Profile], width: float, ruler: TextMeasurer) -> FittedBlock:
    """Fit names into lines, each name in a frame of its own."""
    rows: list[list[tuple[Profile, tuple[TextLine, ...], float]]] = []
    used = width
    for profile in profiles:
        lines = ruler.lines(profile.name, m.PERSONA_TAG, width - 2 * m.PANEL_PAD)
        own = max(line.width for line in lines) + 2 * m.PANEL_PAD
        if used + own > width:
            rows.append([])
            used = 0.0
        rows[-1].append((profile, lines, own))
        used += own + m.CARD_GAP
    heights = [max(len(lines) for _, lines, _ in row) * m.PERSONA_TAG.leading + _NAME_PAD * 2 for row in rows]

    def place(x: float, y: float, _: float, out: list[Item]) -> None:
        for row, height in zip(rows, heights, strict=True):
            left = x
            for profile, lines, own in row:
                box = Box(left, y, own, height)
                items: list[Item] = [_ground(profile, box)]
                placed_lines(lines, left + m.PANEL_PAD, y + _NAME_PAD, m.PERSONA_TAG, items)
                out.append(Group(tuple(items), profile.name, f"persona-{profile.id}", box))
                left += own + m.CARD_GAP
            y += height + m.CARD_GAP

    return FittedBlock(fsum(heights) + m.CARD_GAP * max(0, len(rows) - 1), place)


def _figures(
    figures: Sequence[Figure], right: float, y: float, most: float, ruler: TextMeasurer, out: list[Item]
) -> tuple[float, float]:
    """Set the figures in columns from the right; return the width and height that they take."""
    widest, used, height, top = 0.0, 0.0, 0.0, y
    for figure in reversed(figures):
        value = ruler.lines(figure.value, m.FIGURE, most)
        label = ruler.lines(figure.label, m.FIGURE_LABEL, max(150.0, value[0].width))
        own = max(line.width for line in (*value, *label))
        if used and used + own + _FIGURE_GAP > most:
            top, used = y + height + 10, 0.0
        used += own + (_FIGURE_GAP if used else 0)
        x = right - used + own
        fill = None if figure.tone == "plain" else TONES[figure.tone]
        placed_lines(value, x, top, m.FIGURE, out, anchor="end", fill=fill)
        below = top + len(value) * m.FIGURE.leading
        placed_lines(label, x, below, m.FIGURE_LABEL, out, anchor="end")
        widest = max(widest, used)
        height = max(height, below + len(label) * m.FIGURE_LABEL.leading - y)
    return widest, height


def placed_facts(
    facts: Sequence[Text], x: float, y: float, width: float, ruler: TextMeasurer, out: list[Item]
) -> float:
    """Set labeled facts one after the other; one that is longer than a line has lines of its own.

    A label that several facts share stands before the first of them on each line.
    """
    left, full = x, x + width
    for before, fact in zip((None, *facts), facts, strict=False):
        own = min(ruler.width(fact.label, m.FACT_LABEL) + _LABEL_GAP, width * 0.4) if fact.label else 0.0
        shared = before is not None and before.label == fact.label
        whole = ruler.width(fact.text.replace("\n", " "), m.FACT)
        if left > x and left + (0.0 if shared else own) + whole > full:
            left, y = x, y + m.FACT.leading
        named, label = (None, 0.0) if shared and left > x else (fact.label, own)
        lines = ruler.lines(fact.text, m.FACT, full - left - label)
        names = ruler.lines(named, m.FACT_LABEL, max(1.0, label - _LABEL_GAP)) if named else ()
        placed_lines(names, left, y, m.FACT_LABEL, out)
        placed_lines(lines, left + label, y, m.FACT, out, fill="link" if fact.url else None, url=fact.url)
        if max(len(lines), len(names)) > 1:
            left, y = x, y + max(len(lines), len(names)) * m.FACT.leading
        else:
            left += label + lines[0].width + _FACT_GAP
    return y + (m.FACT.leading if left > x else 0)


def _profile(profile: Profile, width: float, ruler: TextMeasurer) -> FittedBlock:
    """Fit a persona into a panel: who it is, and beside or below that quote and facets."""
    room = width - 2 * m.PANEL_PAD
    wide = width >= _PROFILE_WIDE
    who = _identity(profile, _IDENTITY if wide else room, ruler)
    story_x = _IDENTITY + 20 if wide else 0.0
    story = _story(profile, room - story_x, ruler)
    story_y = 0.0 if wide else who.height + (10 if story.height else 0)
    height = max(who.height, story_y + story.height) + 2 * m.PANEL_PAD

    def place(x: float, y: float, own: float, out: list[Item]) -> None:
        items: list[Item] = [_ground(profile, Box(x, y, width, own))]
        left, top = x + m.PANEL_PAD, y + m.PANEL_PAD
        who.place(left, top, who.height, items)
        story.place(left + story_x, top + story_y, story.height, items)
        out.append(Group(tuple(items), profile.name, f"persona-{profile.id}", Box(x, y, width, own)))

    return FittedBlock(height, place)


def _identity(profile: Profile, width: float, ruler: TextMeasurer) -> FittedBlock:
    """Fit the initials in a circle, and name and position beside it."""
    inset = 2 * m.AVATAR + 12
    name = ruler.lines(profile.name, m.PERSONA_NAME, width - inset)
    said = [text for text in (profile.line, profile.note) if text]
    about = [line for text in said for line in ruler.lines(text, m.PERSONA_LINE, width - inset)]
    height = len(name) * m.PERSONA_NAME.leading + len(about) * m.PERSONA_LINE.leading

    def place(x: float, y: float, _: float, out: list[Item]) -> None:
        out += _avatar(profile, x + m.AVATAR, y + m.AVATAR, ruler)
        top = y + max(0.0, (2 * m.AVATAR - height) / 2)
        placed_lines(name, x + inset, top, m.PERSONA_NAME, out)
        placed_lines(about, x + inset, top + len(name) * m.PERSONA_NAME.leading, m.PERSONA_LINE, out)

    return FittedBlock(max(2 * m.AVATAR, height), place)


def _ground(profile: Profile, box: Box) -> Rect:
    if profile.hypothesis:
        return Rect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1, "paper", "line", 1, m.PANEL_RADIUS, "4 3")
    return Rect(*box, "panel", radius=m.PANEL_RADIUS)


def _avatar(profile: Profile, cx: float, cy: float, ruler: TextMeasurer) -> list[Item]:
    """Draw the photo in a ring, or the initials; a persona that is a hypothesis is hollow."""
    role = person_role(profile.place)
    if profile.photo:
        side = 2 * m.AVATAR
        return [
            ImageItem(cx - m.AVATAR, cy - m.AVATAR, side, side, profile.photo, profile.name, is_round=True),
            Circle(cx, cy, m.AVATAR - 1, None, role, 2, "4 3" if profile.hypothesis else None),
        ]
    ring = Circle(cx, cy, m.AVATAR - 1, "paper" if profile.hypothesis else role, role, 1.5)
    items: list[Item] = [ring]
    line = TextLine(profile.initials, ruler.width(profile.initials, m.INITIALS))
    fill = role if profile.hypothesis else "paper"
    placed_lines([line], cx, cy - m.INITIALS.leading / 2, m.INITIALS, items, anchor="middle", fill=fill)
    return items


def _story(profile: Profile, width: float, ruler: TextMeasurer) -> FittedBlock:
    parts = []
    if profile.description:
        parts.append(prose(Text(profile.description), width, ruler, m.PERSONA_LINE))
    for quote in profile.quotes:
        source = [prose(Text(quote.source), width, ruler, m.QUOTE_SOURCE)] if quote.source else []
        parts.append(stacked([prose(Text(quote.marked), width, ruler, m.PERSONA_QUOTE), *source], 0))
    if profile.facets:
        count = max(1, min(len(profile.facets), int((width + 16) / (m.FACET_MIN + 16))))
        own = (width + 16) / count - 16
        parts.append(beside([_facet(facet, own, ruler) for facet in profile.facets], width, count, 16))
    return stacked(parts, 8)


def _facet(facet: ProfileFacet, width: float, ruler: TextMeasurer) -> FittedBlock:
    title = ruler.lines(facet.title, m.SMALL_CAPS, width)
    lines = [line for item in facet.items for line in ruler.lines(item, m.PERSONA_LINE, width)]

    def place(x: float, y: float, _: float, out: list[Item]) -> None:
        placed_lines(title, x, y, m.SMALL_CAPS, out)
        placed_lines(lines, x, y + len(title) * m.SMALL_CAPS.leading + 1, m.PERSONA_LINE, out)

    return FittedBlock(len(title) * m.SMALL_CAPS.leading + 1 + len(lines) * m.PERSONA_LINE.leading, place)

"""The closed set of things that a map is made of: a lane or a table makes blocks, a layout or a renderer shows them.

A renderer matches over `Block` and ends in `assert_never`, so that a block that is new cannot be forgotten. Every text
in a block is the author's or already in the map's language; no renderer adds words of its own.
"""

from typing import Literal

from mapgen.quotes import quote
from mapgen.record import record

Tone = Literal["plain", "muted", "good", "bad", "caution"]
"""What a block means; a theme gives it a color. Never the only sign: a word or a shape says it too."""


@record
class Text:
    """A run of prose. `label` stands before it ("Business"), `url` makes it a link.

    `about` is the anchor of the thing that it names, `order` what a table sorts it by where that is not the text.
    """

    text: str
    label: str | None = None
    url: str | None = None
    tone: Tone = "plain"
    about: str | None = None
    order: float | None = None


@record
class Bullets:
    """Several short texts, one under the other."""

    items: tuple[Text, ...]


@record
class Chip:
    """A word or two in a pill. `icon` is the id of a channel's icon."""

    text: str
    icon: str | None = None
    tone: Tone = "plain"


@record
class Chips:
    """Names in a row: channels, owners, tools."""

    items: tuple[Chip, ...]


@record
class Quote:
    """What the customer says or thinks; `marks` are the quotation marks of the map's language, for where they are used.

    `source` names who said it and how one knows, on a line of its own below.
    `number` is the touchpoint's, where the cell holds those of several; so it is in a meter and a marker. `touchpoint`
    is its name, where no lane of the picture says which touchpoint has which number.
    `anchor` is an id that is unique within the map and lets others point here, as in a card; a marker's, a meter's and
    a score's are the same.
    """

    text: str
    marks: tuple[str, str]
    number: int | None = None
    anchor: str | None = None
    touchpoint: str | None = None
    source: str | None = None

    @property
    def marked(self) -> str:
        """The text between quotation marks."""
        return quote(self.text, self.marks)


@record
class Card:
    """A thing with a face of its own: a touchpoint, a pain point, an opportunity, an exit.

    Read from top to bottom: `number` or `touchpoint` (see `Quote`), `overline` and, at the far side, `note`; then
    `title`; then `body`; then `foot`.
    `starred` is a moment of truth, `hypothesis` a claim without evidence: drawn hollow, and told in words by `note`.
    `level` is how bad it is, from 1 to 4, which `overline` tells in words; 0 shows nothing.
    `icon` is the id of a channel, or `mapgen:exit` for an arrow that leaves, `mapgen:check` for a check mark.
    `share` is the fraction of customers who take an exit, which gives its arrow a width.
    `anchor` is an id that is unique within the map and lets others point here.
    """

    title: str
    number: int | None = None
    overline: str | None = None
    note: str | None = None
    body: tuple[Text, ...] = ()
    foot: str | None = None
    icon: str | None = None
    tone: Tone = "plain"
    starred: bool = False
    hypothesis: bool = False
    level: int = 0
    anchor: str | None = None
    share: float | None = None
    touchpoint: str | None = None


@record
class PainPair:
    """A pain point and what is done about it, side by side in a picture.

    `remedies` are the cards of opportunities that stand beside it; `notes` say what has no card here: the name of an
    opportunity that stands beside another pain point, or that nobody works on it.
    """

    pain: Card
    remedies: tuple[Card, ...] = ()
    notes: tuple[Text, ...] = ()


Noted = tuple[tuple[str, str], ...]
"""Items, each with its note, "" if it has none."""


def _noted(items: tuple[str, ...], notes: tuple[str, ...]) -> Noted:
    return tuple(zip(items, notes or ("",) * len(items), strict=True))


@record
class ItemList:
    """Short names of things that belong to a touchpoint: tools, or what the business does there.

    `number` is the touchpoint's, where the cell holds those of several; `touchpoint` its name, where no lane says which
    touchpoint has which number. `notes` say of each item who does it, how long it takes and what hurts; "" if nothing.
    """

    items: tuple[str, ...]
    number: int | None = None
    touchpoint: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def noted(self) -> Noted:
        """Each item with its note."""
        return _noted(self.items, self.notes)

    @property
    def line(self) -> Text:
        """The items beside each other, behind the number."""
        items = (f"{item} ({note})" if note else item for item, note in self.noted)
        return Text(" \u00b7 ".join(items), reference(self))


@record
class BlueprintStep:
    """What stands under a touchpoint in one lane of a picture, an item a card.

    `notes` are as in `ItemList`. With `arrow`, an arrow comes in from above; it passes where there are no items, and
    `leads_on` to the lanes below. `start` names the touchpoint, in the lane where its arrow begins.
    """

    items: tuple[str, ...]
    start: str | None = None
    arrow: bool = False
    leads_on: bool = False
    notes: tuple[str, ...] = ()

    @property
    def noted(self) -> Noted:
        """Each item with its note."""
        return _noted(self.items, self.notes)


@record
class Point:
    """One score of one series; `share` is where it lies on the scale, from 0, worst, to 1, best."""

    series: int
    share: float
    label: str


@record
class Score:
    """How a touchpoint feels: one point a series (see `Axis.series`), the feeling in words, and what is aimed at.

    `label` is the score as a person writes it ("+2"); `marks` are the map's words for peak, trough and end.
    Where two versions are shown together, `before` are the points of the old one, and `only` says that the touchpoint
    is in one of them alone: a curve passes by those that are not in its version.
    """

    points: tuple[Point, ...]
    feeling: str | None
    target: Point | None
    marks: tuple[str, ...]
    hypothesis: bool
    anchor: str | None = None
    before: tuple[Point, ...] = ()
    only: Literal["before", "now"] | None = None


@record
class Meter:
    """A metric: its name, its value in words, and a bar where the value can be put in proportion.

    `share` and `target` are from 0 to 1 along the bar; `tone` is good or bad where a target says which, else plain.
    `distance` is how far the value is from its target, as a part of the target, so that metrics of all units compare:
    above 0 where it is better, below 0 where it is worse; without a direction, above 0 where it is higher.
    `readings` are its values over time, oldest first and the last that of today: when, from 0 to 1 of that time, and
    where between the lowest and the highest. `trend` tells how it moved last, `trend_tone` how good that is.
    `whisker` has the ends of the confidence interval in the measure of `distance`, the left one first, and `span` has
    them along the bar, from 0 to 1.
    """

    name: str
    value: str
    share: float | None
    target: float | None
    target_text: str | None
    note: str | None
    tone: Tone
    hypothesis: bool
    readings: tuple[tuple[float, float], ...] = ()
    trend: str | None = None
    trend_tone: Tone = "plain"
    number: int | None = None
    anchor: str | None = None
    distance: float | None = None
    touchpoint: str | None = None
    whisker: tuple[float, float] | None = None
    span: tuple[float, float] | None = None


@record
class Marker:
    """A moment of truth: what it decides, and why."""

    title: str
    text: str | None
    number: int | None = None
    anchor: str | None = None
    touchpoint: str | None = None


@record
class ImageBlock:
    """A raster image of the author's; `src` is the relative path in the spec."""

    src: str
    alt: str


Numbered = Quote | Card | ItemList | Meter | Marker
"""A block that may belong to one of several touchpoints in its cell."""

Block = (
    Text | Bullets | Chips | Quote | Card | PainPair | ItemList | BlueprintStep | Score | Meter | Marker | ImageBlock
)


def reference(block: Numbered) -> str | None:
    """Return what tells of which touchpoint a block is: its name, else its number; None where nobody needs telling."""
    return block.touchpoint or (None if block.number is None else str(block.number))

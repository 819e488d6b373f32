"""The lanes of pain points and of opportunities -> one lane in which each pain point stands beside its remedies.

Only a picture pairs them; documents keep both lanes. An opportunity that addresses several pain points has its card
beside the first; the others name it.
"""

from collections.abc import Iterator, Sequence

from mapgen.blocks import Block, Card, PainPair, Text
from mapgen.lanes.grid import Cell, Column, Pairing, Row
from mapgen.record import replace

PAINS, REMEDIES = "pain-points", "opportunities"


def paired(rows: Sequence[Row], columns: Sequence[Column], pairing: Pairing) -> tuple[Row, ...]:
    """Put the rows of pain points and opportunities together, where the first of them stands."""
    pains = next((row for row in rows if row.id == PAINS), None)
    if pains is None:
        return tuple(rows)
    remedies = next((row.cells for row in rows if row.id == REMEDIES), ())
    both = replace(pains, title=pairing.title, cells=tuple(_cells(pains.cells, remedies, columns, pairing)))
    first = next(row for row in rows if row.id in {PAINS, REMEDIES})
    return tuple(both if row is first else row for row in rows if row is first or row.id not in {PAINS, REMEDIES})


def _cells(
    pains: Sequence[Cell], remedies: Sequence[Cell], columns: Sequence[Column], pairing: Pairing
) -> Iterator[Cell]:
    """Yield the cells of both rows: pairs, then the opportunities that address no pain point of the map."""
    known = {card.anchor for _, card in _cards(pains)}
    answers: dict[str | None, list[tuple[Cell, Card]]] = {}
    blocks: dict[tuple[int, int], list[Block]] = {(cell.first, cell.last): [] for cell in (*pains, *remedies)}
    unpaired: list[tuple[Cell, Card]] = []
    for cell, card in _cards(remedies):
        addressed = dict.fromkeys(text.about for text in card.body if text.about in known)
        bare = replace(card, body=tuple(text for text in card.body if text.about not in known))
        for anchor in addressed:
            answers.setdefault(anchor, []).append((cell, bare))
        if not addressed:
            unpaired.append((cell, bare))
    shown: set[str | None] = set()
    general = {(cell.first, card.number) for cell, card in unpaired}
    for cell, pain in _cards(pains):
        beside = [_numbered(card, home, cell, columns) for home, card in answers.get(pain.anchor, ())]
        alone = pain.anchor not in pairing.gone and (cell.first, pain.number) not in general
        blocks[cell.first, cell.last].append(_pair(pain, beside, shown, pairing.nobody if alone else None))
    for cell, card in unpaired:
        blocks[cell.first, cell.last].append(card)
    return (Cell(first, last, tuple(found)) for (first, last), found in sorted(blocks.items()) if found)


def _pair(pain: Card, answers: Sequence[Card], shown: set[str | None], nobody: str | None) -> PainPair:
    """Pair a pain point with the cards that are not `shown` yet, and with the names of the others, or with `nobody`."""
    fresh = tuple(card for card in answers if card.anchor not in shown)
    notes = tuple(Text(card.title, about=card.anchor) for card in answers if card.anchor in shown)
    shown.update(card.anchor for card in fresh)
    if nobody and not answers:
        notes = (Text(nobody, tone="bad"),)
    return PainPair(pain, fresh, notes)


def _numbered(card: Card, home: Cell, cell: Cell, columns: Sequence[Column]) -> Card:
    """Give a card that stands in another stage than its `home` the number of its touchpoint."""
    if card.number is not None or home.first == cell.first:
        return card
    return replace(card, number=columns[home.first].number, touchpoint=columns[home.first].name)


def _cards(cells: Sequence[Cell]) -> Iterator[tuple[Cell, Card]]:
    return ((cell, block) for cell in cells for block in cell.blocks if isinstance(block, Card))

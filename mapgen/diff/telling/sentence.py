"""The words of a change: ours, and the author's, which are marked so that each format can escape them."""

from mapgen.record import record

LONG = 200
"""Characters of an author's text that a sentence shows."""


@record
class Theirs:
    """Words of the author."""

    text: str


Piece = str | Theirs
Sentence = tuple[Piece, ...]
"""What is said one after the other, with all blanks."""


def theirs(text: str) -> Theirs:
    """Take the author's words on one line, cut where they are long."""
    line = " ".join(text.split())
    return Theirs(line if len(line) <= LONG else line[: LONG - 1].rstrip() + "…")


def quoted(text: str) -> Sentence:
    """Say what the author says, in quotes."""
    return ("“", theirs(text), "”")


def joined(sentences: "list[Sentence] | tuple[Sentence, ...]", between: str = ", ") -> Sentence:
    """Say several things, with something between."""
    said: Sentence = ()
    for sentence in sentences:
        said = (*said, between, *sentence) if said else sentence
    return said


def plain(sentence: Sentence) -> str:
    """Return the words without marks."""
    return "".join(piece.text if isinstance(piece, Theirs) else piece for piece in sentence)

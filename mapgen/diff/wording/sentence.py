"""The description of a change: our words, and those of the author, marked so that each format can escape them."""

from mapgen.quotes import parted
from mapgen.record import record
from mapgen.shortening import shortened

LONG = 200
"""Characters of an author's text that a sentence shows."""


@record
class UserText:
    """Words of the author."""

    text: str


Piece = str | UserText
Sentence = tuple[Piece, ...]
"""The parts of a sentence in order, with all blanks."""


def user_text(text: str) -> UserText:
    """Return words of the author on one line, shortened if they are long."""
    line = " ".join(text.split())
    return UserText(shortened(line, LONG))


def quoted(text: str) -> Sentence:
    """Return words of the author in quotation marks, or in those that they have."""
    begin, inner, end = parted(text)
    return (begin or "“", user_text(inner), end or "”")


def joined(sentences: "list[Sentence] | tuple[Sentence, ...]", between: str = ", ") -> Sentence:
    """Join sentences with a separator."""
    result: Sentence = ()
    for sentence in sentences:
        result = (*result, between, *sentence) if result else sentence
    return result


def plain(sentence: Sentence) -> str:
    """Return the words without marks."""
    return "".join(piece.text if isinstance(piece, UserText) else piece for piece in sentence)

"""What people write for an emotion -> a score on the scale that they used, and a feeling.

Numbers keep their scale. Words and faces have a level from -2 to 2, which becomes a score on that scale.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from math import fsum
from typing import NamedTuple

from mapgen.importers.tables.emotion_words import FACES, LEVELS, SIGNS, TYPED
from mapgen.importers.tables.headers import plain_text
from mapgen.importers.tables.values import number

_RATINGS = frozenset(
    word
    for words in LEVELS.values()
    for word in words.split(", ")
    if re.search(
        r"positi|negati|good|bad|neutr|^ok|gut$|schlecht|mittel|average|goed|slecht|gemiddeld|bien|^mal$|mauvais|moyen"
        r"|buen|malo|mala|bom|boa|ruim|medio|media|excellent|great|terrible|regular|normal",
        word,
    )
)
_WORDS = {word: level for level, words in LEVELS.items() for word in words.split(", ")}
_SIGNS_OF_FACES = {sign: level for level, signs in FACES.items() for sign in signs}
_OF = re.compile(r"([-+−]?[0-9]+(?:[.,][0-9]+)?)\s*(?:/|of|von|van|sur|de|out of)\s*([0-9]{1,3})", re.IGNORECASE)
_LEADING = re.compile(r"([-+−]?[0-9]+(?:[.,][0-9]+)?)\s*(?:[-–—:=.,;/]\s*|\(|\s)\s*(\D.*?)\)?", re.DOTALL)
_STARS = re.compile(r"([★⭐]+)([☆✩]*)")
_RANGE = re.compile(
    r"(?<![0-9])([-−]?[0-9]{1,3})\s*(?:-|–|—|to|bis|tot|a|à|\.\.\.?|…|/|,)\s*([+-]?[0-9]{1,3})(?![0-9])"
)


class EmotionReading(NamedTuple):
    """What a cell says: a number on the scale of the table, or a level from -2 to 2, and a feeling.

    `most` is the end of the scale where the cell names it, as in 4/5.
    """

    score: float | None = None
    level: float | None = None
    feeling: str = ""
    most: int | None = None


class Scale(NamedTuple):
    """The scale of a table; `guessed` where another one would fit as well."""

    low: float
    high: float
    guessed: bool = False

    @property
    def is_default(self) -> bool:
        """Whether a spec need not say it."""
        return (self.low, self.high) == (-2, 2)

    def score(self, emotion: EmotionReading) -> float | None:
        """Return a score on this scale, None where the cell has none, or one beyond its ends."""
        if emotion.score is not None:
            return emotion.score if self.low <= emotion.score <= self.high else None
        if emotion.level is None:
            return None
        value = round(self.low + (emotion.level + 2) / 4 * (self.high - self.low), 2)
        return int(value) if float(value).is_integer() else value


_USUAL = (Scale(-2, 2), Scale(1, 5), Scale(-5, 5), Scale(0, 10), Scale(-10, 10), Scale(0, 100), Scale(-100, 100))


@lru_cache(1_000)  # a table repeats the same few
def read_emotion(text: str) -> EmotionReading:
    """Return what a cell says of an emotion; what is neither number, known word nor face is a feeling."""
    value = number(text)
    if value is not None:
        return EmotionReading(value)
    bare = text.strip()
    if part := _OF.fullmatch(bare):
        return EmotionReading(number(part[1]), most=int(part[2]))
    if percent := re.fullmatch(r"(\S+?)\s?%", bare):
        share = number(percent[1])
        return EmotionReading(share, most=100) if share is not None else EmotionReading(feeling=bare)
    if stars := _STARS.fullmatch(bare.replace("\ufe0f", "")):
        return EmotionReading(len(stars[1]), most=max(5, len(stars[0])))
    if leading := _LEADING.fullmatch(bare):
        return EmotionReading(number(leading[1]), feeling=_feeling(leading[2]))
    level = SIGNS.get(bare, TYPED.get(bare.casefold()))
    return _in_words(bare) if level is None else EmotionReading(level=level)


def scale_of(emotions: Iterable[EmotionReading], header: str = "") -> Scale:
    """Return the scale that a column uses: as its header says, else the narrowest usual one that holds its numbers."""
    told = _RANGE.search(header)
    found = list(emotions)
    scores = [one.score for one in found if one.score is not None]
    if told:
        low, high = (int(end.replace("−", "-")) for end in told.groups())
        if low < high and len([one for one in scores if low <= one <= high]) * 2 >= len(scores):
            return Scale(low, high)
    most = max((one.most or 0 for one in found), default=0)
    if most:
        return Scale(1 if most <= 10 and min(scores, default=1) >= 1 else 0, most)  # noqa: PLR2004 - stars and grades begin at 1
    return _usual(scores)


def _usual(scores: list[float]) -> Scale:
    if not scores:
        return _USUAL[0]
    low, high = min(scores), max(scores)
    if low >= 1 and high <= 5:  # noqa: PLR2004 - the scale from 1 to 5
        return Scale(1, 5, guessed=high <= 2)  # noqa: PLR2004 - where -2 to 2 holds all as well
    for scale in _USUAL:
        if scale.low <= low and high <= scale.high:
            return scale._replace(guessed=low >= 0 and scale.is_default)
    return Scale(min(low, 0), max(high, 0), guessed=True)


def _in_words(text: str) -> EmotionReading:
    faces = [_SIGNS_OF_FACES[sign] for sign in text if sign in _SIGNS_OF_FACES]
    words = "".join(" " if sign in _SIGNS_OF_FACES or sign in "\ufe0f\u200d" else sign for sign in text)
    feeling = _feeling(words)
    if faces:
        return EmotionReading(level=fsum(faces) / len(faces), feeling=feeling)
    levels = [_WORDS[part] for part in _parts(text) if part in _WORDS]
    return EmotionReading(level=fsum(levels) / len(levels) if levels else None, feeling=feeling)


def _feeling(text: str) -> str:
    """Return a text as a feeling; "" where it only names a step of a scale."""
    bare = " ".join(text.split()).strip("()[],;:-– ")
    return "" if plain_text(bare) in _RATINGS else bare


def _parts(text: str) -> list[str]:
    """Return the words that may name a feeling: the whole text, and what commas and the like part."""
    whole = plain_text(text)
    return (
        [whole]
        if whole in _WORDS
        else [plain_text(part) for part in re.split(r"[,;/\n&+]| and | und | en | et | y | e ", text)]
    )

"""Durations as people write them in tables."""

import pytest

from mapgen.importers.tables.durations import duration_of

EXACT = {
    "1 hour 30 minutes to 2 hours": "1 hour 30 minutes to 2 hours",
    "1h30": "1 hour 30 minutes",
    "1h30 - 2h": "1 hour 30 minutes to 2 hours",
    "1:30 h": "1 hour 30 minutes",
    "1 Stunde und 30 Minuten": "1 hour 30 minutes",
    "90 min.": "90 minutes",
    "1½ hours": "1.5 hours",
    "half an hour": "30 minutes",
    "eine halbe Stunde": "30 minutes",
    "une demi-heure": "30 minutes",
    "a week": "1 week",
    "un an": "1 year",
    "two days": "2 days",
    "2 a 3 días": "2 to 3 days",
    "entre 2 et 3 jours": "2 to 3 days",
    "von 2 bis 3 Tagen": "2 to 3 days",
    "15min-1h": "15 minutes to 1 hour",
}
NEARLY = {"ca. 2 Wochen": "2 weeks", "~5 min": "5 minutes", "environ 2 à 3 jours": "2 to 3 days", "0:15": "15 minutes"}
NONE = (
    "soon",
    "up to 3 days",
    "5+ days",
    "3 working days",
    "10-5 days",
    "30 minutes 1 hour",
    "3",
    "days",
    "0:75",
    "",
    "-",
)


@pytest.mark.parametrize("text", EXACT)
def test_durations_in_six_languages(text: str) -> None:
    assert duration_of(text) == (EXACT[text], True)


@pytest.mark.parametrize("text", NEARLY)
def test_what_is_only_nearly_a_duration_says_so(text: str) -> None:
    assert duration_of(text) == (NEARLY[text], False)


@pytest.mark.parametrize("text", NONE)
def test_other_texts_are_none(text: str) -> None:
    assert duration_of(text) is None

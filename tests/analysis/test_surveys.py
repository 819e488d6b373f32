"""Figures of surveys: their values, and intervals that hold the truth as often as they say."""

from random import Random

import pytest

from mapgen.analysis.surveys import survey_figure
from mapgen.model.snapshot import SurveyCounts

NPS = (0.05, 0.02, 0.02, 0.03, 0.04, 0.06, 0.08, 0.1, 0.15, 0.2, 0.25)
CSAT = (0.1, 0.1, 0.2, 0.35, 0.25)
CES = (0.05, 0.1, 0.1, 0.15, 0.2, 0.25, 0.15)


def test_the_net_promoter_score_is_promoters_less_detractors() -> None:
    found = survey_figure(SurveyCounts("pay", "nps", (10, 0, 0, 0, 0, 0, 20, 15, 15, 10, 30)))

    assert found
    assert (found.name, found.value, found.unit, found.sample) == ("NPS", 10, None, 100)
    assert found.interval.low == pytest.approx(-6.27, abs=0.01)
    assert found.interval.high == pytest.approx(25.69, abs=0.01)


def test_customer_effort_is_a_mean() -> None:
    found = survey_figure(SurveyCounts("pay", "ces", (0, 0, 10, 0, 10, 0, 0)))

    assert found
    assert (found.name, found.value, found.sample) == ("CES", 4, 20)
    assert found.interval.low == pytest.approx(3.55, abs=0.01)


@pytest.mark.parametrize(("question", "size"), [("nps", 11), ("csat", 5), ("ces", 7)])
def test_an_interval_is_around_its_value_and_on_its_scale(question: str, size: int) -> None:
    low, high = {"nps": (-100, 100), "csat": (0, 100), "ces": (1, 7)}[question]
    for at in range(size):
        for number in (1, 2, 30):
            answers = tuple(number if one == at else 0 for one in range(size))
            found = survey_figure(SurveyCounts("pay", question, answers))

            assert found
            assert low <= found.interval.low <= found.value <= found.interval.high <= high


def test_without_answers_there_is_no_figure() -> None:
    assert survey_figure(SurveyCounts("pay", "nps", 11 * (0,))) is None


@pytest.mark.parametrize(
    ("question", "parts", "truth"),
    [("nps", NPS, 15.0), ("csat", CSAT, 60.0), ("ces", CES, 4.7)],
)
@pytest.mark.parametrize("size", [30, 200])
def test_an_interval_holds_the_truth_in_19_of_20_surveys(
    question: str, parts: tuple[float, ...], truth: float, size: int
) -> None:
    random, held = Random(1), 0  # noqa: S311 - a simulation
    for _ in range(400):
        drawn = random.choices(range(len(parts)), parts, k=size)
        found = survey_figure(SurveyCounts("pay", question, tuple(drawn.count(at) for at in range(len(parts)))))
        held += bool(found and found.interval.low <= truth <= found.interval.high)

    assert 0.92 <= held / 400 <= 0.985

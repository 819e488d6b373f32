"""The top and the foot of a map: facts, figures, profiles, legend, footer, story."""

from textwrap import dedent

import pytest

from mapgen.analysis import analyze
from mapgen.composition import Map, compose
from mapgen.header import Figure, ProfileFacet
from mapgen.pipeline import check

COFFEE = """
title: Morning coffee
summary: From the queue to the cup.
state: future
market: b2c
scenario: A rainy Monday
goals: {customer: [Coffee in five minutes], business: [A second cup]}
duration: PT20M
period: P1W
links: [{title: Board, url: "https://example.com"}]
review: {owner: bar, reviewed: 2026-10-31, every: P1M}
segments: [{id: early, name: Early birds}, Students]
owners: [{id: bar, name: The bar}]
evidence: [{id: watched, title: A week at the counter, sample: 80}]
personas:
  - name: Ada de Vries
    position: Baker
    department: Night shift
    buying_role: user
    segment: early
    demographics: {age: 31, city: Delft}
    quote: I have six minutes.
    goals: [Wake up]
    behaviors: [Pays by phone]
    motivators: [Smell]
    needs: [A lid]
    challenges: [Time]
    objections: [Price]
    evidence: [watched]
  - Tom
stages:
  - name: Queue
    volume: 80
    touchpoints:
      - name: Waits
        emotion: {score: -1, evidence: [watched]}
        moment_of_truth: churn
        pain_points: [{text: One till, severity: low}, {id: rain, text: Rain, severity: high}]
        opportunities: [{text: Awning, addresses: [rain], status: done}]
  - name: Drink
    volume: 60
    touchpoints: [{name: Sips, emotion: {score: 2, target: 2}}]
"""


def drawn(text: str) -> Map:
    """Compose the map of a spec without faults."""
    checked = check(dedent(text), name="a.journey.yaml")
    assert checked.journey, [found.message for found in checked.diagnostics]
    return compose(checked.journey, analyze(checked.journey))


def test_facts_have_names() -> None:
    assert [f"{fact.label}: {fact.text}" for fact in drawn(COFFEE).lens.facts] == [
        "State: Future",
        "Market: B2C",
        "Segment: Early birds · Students",
        "Scenario: A rainy Monday",
        "Customer goal: Coffee in five minutes",
        "Business goal: A second cup",
        "Duration: 20 minutes",
        "Counting period: 1 week",
        "Link: Board",
    ]


def test_figures_that_matter() -> None:
    nb = "\N{NO-BREAK SPACE}"

    assert drawn(COFFEE).lens.figures == (
        Figure(value=f"33{nb}%", label="evidence-backed", tone="plain"),
        Figure(value="1", label="open pain point", tone="plain"),
        Figure(value="\N{MINUS SIGN}1", label="lowest moment", tone="bad"),
        Figure(value="+2 · +2", label="peak · end", tone="good"),
        Figure(value=f"75{nb}%", label="reach the last stage", tone="plain"),
    )


@pytest.mark.parametrize(
    ("scores", "tone"), [((2, 1), "good"), ((2, -1), "plain"), ((-1, -2), "bad"), ((1, 0), "plain")]
)
def test_peak_and_end_are_good_or_bad_only_where_both_are(scores: tuple[int, int], tone: str) -> None:
    touchpoints = ", ".join(f"{{name: T{number}, emotion: {score}}}" for number, score in enumerate(scores))
    *_, figure = drawn(f"{{title: A, stages: [{{name: B, touchpoints: [{touchpoints}]}}]}}").lens.figures

    assert (figure.label, figure.tone) == ("peak · end", tone)


def test_a_figure_that_cannot_be_computed_is_left_out() -> None:
    assert drawn("{title: A, stages: [B]}").lens.figures == ()


def test_an_overall_conversion_above_one_is_left_out() -> None:
    labels = [figure.label for figure in drawn(COFFEE.replace("volume: 60", "volume: 90")).lens.figures]

    assert "reach the last stage" not in labels


def test_a_profile_tells_all_of_a_persona() -> None:
    ada, tom = drawn(COFFEE).lens.profiles

    assert (ada.initials, ada.line) == ("A", "Baker · Night shift · User")
    assert [quote.marked for quote in ada.quotes] == ["“I have six minutes.”"]
    assert ada.facets == (
        ProfileFacet("Goals", ("Wake up",)),
        ProfileFacet("Needs", ("A lid",)),
        ProfileFacet("Motivators", ("Smell",)),
        ProfileFacet("Objections", ("Price",)),
        ProfileFacet("Challenges", ("Time",)),
        ProfileFacet("Behaviors", ("Pays by phone",)),
        ProfileFacet("Demographics", ("age: 31", "city: Delft")),
        ProfileFacet("Segment", ("Early birds",)),
    )
    assert (ada.hypothesis, ada.note) == (False, "A week at the counter (n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}80)")
    assert (tom.hypothesis, tom.note, tom.line, tom.facets) == (True, "hypothesis", None, ())


def test_the_legend_explains_what_is_used() -> None:
    assert [sign.symbol for sign in drawn(COFFEE).legend] == [
        "moment-of-truth",
        "hypothesis",
        "target-emotion",
    ]
    assert drawn("{title: A, stages: [B]}").legend == ()
    metric = "{name: M, value: 5, interval: [4, 6], target: 7, evidence: [e]}"
    measured = f"{{title: A, evidence: [{{id: e, title: E}}], stages: [{{name: B, metrics: [{metric}]}}]}}"
    assert [sign.symbol for sign in drawn(measured).legend] == ["target", "interval"]


def test_the_foot_tells_who_answers_and_until_when() -> None:
    assert drawn(COFFEE).footer == (
        "Owner: The bar",
        "reviewed 2026-10-31",
        "every 1 month",
        "next review 2026-11-30",
    )
    assert drawn("{title: A, stages: [B]}").footer == ()


def test_the_story() -> None:
    assert drawn(COFFEE).story == (
        "Morning coffee: Queue, Drink. The best moment is “Sips” (+2). "
        "The worst moment is “Waits” (\N{MINUS SIGN}1). The worst pain point is “One till”."
    )


def test_the_story_of_equal_scores_names_one_and_tells_of_the_others() -> None:
    given = ((1, "A"), (-1, "B"), (1, "C"), (-1, "D"), (-1, "E"))
    touchpoints = ", ".join(f"{{name: {name}, emotion: {score}}}" for score, name in given)

    assert drawn(f"{{title: T, stages: [{{name: S, touchpoints: [{touchpoints}]}}]}}").story == (
        "T: S. The best moment is “A” (+1). “C” feels just as good. "
        "The worst moment is “B” (\N{MINUS SIGN}1). 2 other moments feel just as bad."
    )


@pytest.mark.parametrize(
    ("language", "pair"),
    [
        ("ar", "\u200e+1\u200f \u00b7 \u200e\u22121\u200f"),
        ("he", "\u200e+1 \u00b7 \u200e\u22121"),  # the label is English
        ("fa", "\u200e+1 \u00b7 \u200e\u22121"),
        ("ur", "\u200e+1 \u00b7 \u200e\u22121"),
    ],
)
def test_peak_and_end_stand_in_the_order_of_their_label_where_a_map_runs_from_the_right(
    language: str, pair: str
) -> None:
    spec = "title: T\nstages: [{name: A, touchpoints: [{name: B, emotion: 1}, {name: C, emotion: -1}]}]\n"
    figures = drawn(f"language: {language}\n{spec}").lens.figures

    assert [figure.value for figure in figures if " \u00b7 " in figure.value] == [pair]


def test_a_persona_without_anything_but_a_name_is_only_a_name() -> None:
    spec = "title: T\npersonas: [Ada, {name: Bo, position: Baker}]\nstages: [{name: A}]\n"

    assert [profile.is_name for profile in drawn(spec).lens.profiles] == [True, False]


GAP = """\
title: A
stages: [{name: B, touchpoints: [{name: C, emotion: 1}, D, {name: E, emotion: 1}]}, {name: F, emotion: 0}]
"""


def test_where_no_emotion_is_stated_the_legend_and_the_story_tell() -> None:
    told = "The emotion is not stated at 1 of 3 touchpoints."

    assert [sign.symbol for sign in drawn(GAP).legend] == ["emotion-gap"]
    assert told in drawn(GAP).story
    broken = drawn(f"emotion_curve: {{gaps: break}}\n{GAP}")
    assert [sign.symbol for sign in broken.legend] == []
    assert told in broken.story


def test_segments_that_only_divide_what_is_counted_are_not_whom_the_journey_is_about() -> None:
    events = "{customer: u, name: e, time: t, ends_after: P1D, segment: {column: c, values: {a: early, b: apps}}}"
    text = COFFEE.replace("Students]", f"Students, {{id: apps, name: App users}}]\nevents: {events}")
    composed = drawn(text.replace("name: Waits\n", "name: Waits\n        events: [wait]\n"))

    assert "Early birds · Students" in [fact.text for fact in composed.lens.facts if fact.label == "Segment"]

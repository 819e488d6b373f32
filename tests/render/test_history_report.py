"""The picture of a history, drawn as before; look at it before you accept another."""

from collections.abc import Callable
from pathlib import Path

from lxml import etree

from mapgen import pipeline
from mapgen.diff import version
from mapgen.diff.history import CommitInfo, trace
from mapgen.render.formats import svg
from mapgen.render.history import HISTORY_FORMATS
from mapgen.render.history.picture import newest, pictured
from mapgen.render.history.report import HistoryReport, courses
from mapgen.render.options import Options
from mapgen.words import NO_BREAK
from tests.cli.test_story import FIRST, STORY
from tests.layout.geometry import faults
from tests.render.reading import shown_in

GOLDEN = Path(__file__).parent / "history.svg"


def story() -> HistoryReport:
    """The chronicle of the story that the tests of `mapgen diff` tell."""
    text, specs = FIRST, [FIRST]
    for _, edits, _ in STORY:
        for old, new in edits:
            text = text.replace(old, new)
        specs.append(text)
    journeys = [pipeline.check(spec, name="bike.journey.yaml").journey for spec in specs]
    subjects = ["First map", *(subject for subject, _, _ in STORY)]
    moments = tuple(
        CommitInfo(f"2026-03-{n + 1:02}", f"{n:07x}", "Maya", subject) for n, subject in enumerate(subjects)
    )
    return HistoryReport("bike.journey.yaml", moments, trace([version(one) if one else None for one in journeys]))


def test_a_story_is_drawn_as_before(expect: Callable[[Path, str], None]) -> None:
    look = newest(story()).with_options(Options(fonts="stack", is_font_in_page=True))
    drawing = pictured(look, story())

    assert faults(drawing.scene) == []
    expect(GOLDEN, svg.render(drawing))


def test_a_page_shows_its_title_once_in_a_heading() -> None:
    chronicle = story()
    page, title = HISTORY_FORMATS["html"].render(chronicle), chronicle.history.title

    assert shown_in(page, title) == [("h1", title)]
    assert title in "".join(etree.fromstring(HISTORY_FORMATS["svg"].render(chronicle).encode()).itertext("{*}text"))  # type: ignore[arg-type]  # of text elements alone


def test_metrics_over_time_say_how_precise_they_are_and_what_may_be_chance() -> None:
    measured = (
        "value: 68, sample: 45",
        "value: 62, sample: 40",
        "value: 30, sample: 400",
        "value: 30, interval: [26, 35]",
    )
    specs = [f"{{title: T, stages: [{{name: S, metrics: [{{name: M, unit: '%', {what}}}]}}]}}" for what in measured]
    moments = tuple(CommitInfo(f"2026-0{n}-01", f"{n:07x}", "Maya", "Measure") for n in range(1, 5))
    journeys = [pipeline.check(spec, name="t.journey.yaml").journey for spec in specs]
    chronicle = HistoryReport("t.journey.yaml", moments, trace([version(one) if one else None for one in journeys]))

    [(_, course)] = courses(chronicle)

    assert course.replace(NO_BREAK, " ") == (
        "68 %, n = 45 (2026-01-01) → 62 %, n = 40, within chance (2026-02-01) → 30 %, n = 400 (2026-03-01)"
        " → 30 %, between 26 % and 35 % (2026-04-01)"
    )

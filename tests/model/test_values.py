from collections.abc import Callable

import pytest

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.model.journey import Journey

Read = Callable[[str], Journey]
Told = Callable[[str], tuple[Diagnostic, ...]]

LINK_HINT = "use https, http, mailto, or a path relative to the map: notes/interviews.html"


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("evidence: [{title: x, date: 2026-02-30}]", '"2026-02-30" is not a date'),
        ("review: {reviewed: 2025-02-29}", '"2025-02-29" is not a date'),
        ("experiments: [{name: x, from: 2026-13-01}]", '"2026-13-01" is not a date'),
        ("experiments: [{name: x, to: 20260101}]", None),
        (
            "experiments: [{name: No card, from: 2026-10-01, to: 2026-09-01}]",
            'the experiment "No card" ends on 2026-09-01, before it starts on 2026-10-01',
        ),
    ],
)
def test_a_day_that_does_not_exist_is_told(told_of: Told, journey_of: Read, key: str, message: str | None) -> None:
    spec = f"title: t\nstages: [s]\n{key}"
    if message is None:
        assert journey_of(spec).experiments[0].end is None  # a number: the schema has its word on that
        return
    (told,) = told_of(spec)

    assert (told.code, told.message) == ("bad-date", message)


def test_the_twenty_ninth_of_february_exists_in_a_leap_year(journey_of: Read) -> None:
    assert (
        journey_of("{title: t, stages: [s], evidence: [{title: x, date: 2028-02-29}]}").evidence[0].date == "2028-02-29"
    )


@pytest.mark.parametrize("duration", ["P", "PT", "soon", "P1D2Y", f"P{'9' * 400}D", "1 day 2 days", "5 minutes 1 hour"])
def test_a_length_of_time_that_says_nothing_is_refused(told_of: Told, duration: str) -> None:
    (told,) = told_of(f"{{title: t, stages: [s], duration: {duration}}}")

    assert told.code == "bad-duration"
    assert told.hint == "write 3 days, P3D, PT20M or {value: 3, unit: days}"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/a?b=c:d#e",
        "HTTP://example.com",
        "mailto:cx@example.com",
        "notes/interviews.html",
        "../board.html#top",
        "#pay",
        "/wiki/a:b",
        "notes/javascript:1",
        "board.html?a=1&copy=2",
    ],
)
def test_a_link_may_lead_to_the_web_to_mail_or_nearby(journey_of: Read, url: str) -> None:
    assert journey_of(f'{{title: t, stages: [s], links: [{{url: "{url}"}}]}}').links[0].url == url


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("javascript:alert(1)", 'begins with "javascript:"'),
        ("  JavaScript:alert(1)", 'begins with "JavaScript:"'),
        (r"java\tscript:alert(1)", 'begins with "javascript:"'),
        ("java script:alert(1)", 'begins with "javascript:"'),
        (r"java\u00a0script:alert(1)", 'begins with "javascript:"'),
        ("javascript&colon;alert(1)", 'begins with "javascript:"'),
        ("&#106;avascript:alert(1)", 'begins with "javascript:"'),
        ("&sol;&sol;evil.example", 'begins with "//"'),
        ("data:text/html,x", 'begins with "data:"'),
        ("file:///etc/passwd", 'begins with "file:"'),
        ("vbscript:x", 'begins with "vbscript:"'),
        ("//evil.example", 'begins with "//"'),
        ("/ /evil.example", 'begins with "//"'),
        (r"\\\\evil.example", "has a backslash"),
        (r"https:\\/evil.example", "has a backslash"),
        ("https:evil.example", "has no target"),
        ("https:///evil.example", "has no target"),
        ("mailto:", "has no target"),
        ("  ", "is empty"),
    ],
)
def test_a_link_that_could_do_harm_is_refused(told_of: Told, url: str, reason: str) -> None:
    (told,) = told_of(f'{{title: t, stages: [s], evidence: [{{title: x, url: "{url}"}}]}}')

    assert told.code == "unsafe-link"
    assert told.message.endswith(f" {reason}")
    assert told.hint == LINK_HINT


@pytest.mark.parametrize(
    ("src", "reason"),
    [
        ("../card.png", "leaves the folder of the spec"),
        ("images/../../card.png", "leaves the folder of the spec"),
        ("/etc/card.png", "leaves the folder of the spec"),
        ("https://example.com/card.png", "is not a plain path"),
        (r"images\\card.png", "is not a plain path"),
        ("C:/card.png", "is not a plain path"),
        ("card.svg", "is not a PNG, JPEG or WebP"),
        (".png", "is not a PNG, JPEG or WebP"),
    ],
)
def test_an_image_stays_below_the_folder_of_the_spec(told_of: Told, src: str, reason: str) -> None:
    (told,) = told_of(
        f'{{title: t, stages: [{{name: s, touchpoints: [{{name: a, images: [{{src: "{src}", alt: x}}]}}]}}]}}'
    )

    assert told.code == "bad-image"
    assert told.message.endswith(f" {reason}")


@pytest.mark.parametrize("src", ["card.png", "images/Card form.JPG", "./a.b/card.webp", "名片.jpeg"])
def test_a_raster_image_nearby_is_fine(journey_of: Read, src: str) -> None:
    journey = journey_of(
        f'{{title: t, stages: [{{name: s, touchpoints: [{{name: a, images: [{{src: "{src}", alt: x}}]}}]}}]}}'
    )

    assert next(journey.touchpoints()).images[0].src == src


@pytest.mark.parametrize(
    ("emotion", "message"),
    [
        ("12", "emotion 12 is outside the scale of -2 to 2"),
        ("{score: -2.5}", "emotion -2.5 is outside the scale of -2 to 2"),
        ("{score: 1, target: 3}", "target 3 is outside the scale of -2 to 2"),
        ("{score: 1, by: {tom: 5}}", "emotion 5 is outside the scale of -2 to 2"),
    ],
)
def test_an_emotion_lies_on_the_scale(told_of: Told, emotion: str, message: str) -> None:
    (told,) = told_of(
        f"{{title: t, personas: [Tom], stages: [{{name: s, touchpoints: [{{name: a, emotion: {emotion}}}]}}]}}"
    )

    assert (told.code, told.message) == ("emotion-out-of-range", message)
    assert told.hint == "use a score on the scale, or define another scale with `emotion_scale`"


def test_a_scale_of_the_author_has_labels_from_worst_to_best(journey_of: Read) -> None:
    scale = journey_of("{title: t, stages: [s], emotion_scale: {min: 1, max: 5, labels: {5: happy, 1: angry}}}").scale

    assert (scale.low, scale.high, scale.labels) == (1, 5, ((1, "angry"), (5, "happy")))


@pytest.mark.parametrize(
    ("scale", "message"),
    [
        ("{min: 5, max: 1}", "the emotion scale runs from 5 to 1"),
        ("{min: 2}", "the emotion scale runs from 2 to 2"),
        ("{max: 1e300}", "the emotion scale runs from -2 to 1e300"),
        ("{labels: {7: happy}}", 'the label "happy" is for "7", which is not on the emotion scale'),
        ("{labels: {top: happy}}", 'the label "happy" is for "top", which is not on the emotion scale'),
    ],
)
def test_a_scale_goes_from_worst_to_best(told_of: Told, scale: str, message: str) -> None:
    (told,) = told_of(
        f"{{title: t, emotion_scale: {scale}, stages: [{{name: s, touchpoints: [{{name: a, emotion: 1}}]}}]}}"
    )

    assert (told.code, told.message) == ("bad-scale", message)


def test_a_lane_of_the_author_needs_something_to_show(told_of: Told) -> None:
    (told,) = told_of("{title: t, lanes: [touchpoints, x-cost], stages: [s]}")

    assert (told.code, told.pointer) == ("unknown-lane", "/lanes/1")
    assert told.message == 'lane "x-cost" is empty: no stage or touchpoint has this key'


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("P3D", ((3, "days"),), ()),
        ("3 days", ((3, "days"),), ()),
        ("1 hour 30 minutes", ((1, "hours"), (30, "minutes")), ()),
        ("1.5 hours", ((1.5, "hours"),), ()),
        ("{value: 2, unit: weeks}", ((2, "weeks"),), ()),
        ("7-10 days", ((7, "days"),), ((10, "days"),)),
        ("7\N{EN DASH}10 days", ((7, "days"),), ((10, "days"),)),
        ("7 to 10 days", ((7, "days"),), ((10, "days"),)),
        ("30 minutes to 2 hours", ((30, "minutes"),), ((2, "hours"),)),
        ("1 hour 30 minutes to 2 hours", ((1, "hours"), (30, "minutes")), ((2, "hours"),)),
        ("{min: P7D, max: 10 days}", ((7, "days"),), ((10, "days"),)),
        ("{min: {value: 1.5, unit: days}, max: P2D}", ((1.5, "days"),), ((2, "days"),)),
    ],
)
def test_a_length_of_time_and_a_range(journey_of: Read, written: str, low: object, high: object) -> None:
    spec = f"title: t\nstages: [{{name: s, touchpoints: [{{name: a, duration: {written}, wait: {written}}}]}}]\n"
    touchpoint = next(journey_of(spec).touchpoints())

    assert touchpoint.duration == touchpoint.wait
    assert touchpoint.duration
    assert (touchpoint.duration.parts, touchpoint.duration.most) == (low, high)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("10-7 days", 'the range "10-7 days" does not begin with the shorter duration'),
        ("{min: P3D, max: 3 days}", "the range `duration` does not begin with the shorter duration"),
        ("{min: P3D}", "a range has the keys `min` and `max`, and `duration` has min"),
        ("{min: P3D, max: P4D, unit: days}", "a range has the keys `min` and `max`, and `duration` has min, max, unit"),
        ("{value: 3}", "`duration` has only one of `value` and `unit`"),
    ],
)
def test_a_range_that_says_nothing_is_refused(told_of: Told, written: str, message: str) -> None:
    (told,) = told_of(f"{{title: t, stages: [s], duration: {written}}}")

    assert (told.code, told.message) == ("bad-duration", message)


def test_a_period_is_no_range(told_of: Told) -> None:
    (told,) = told_of("{title: t, stages: [s], period: 1-2 months}")

    assert told.code == "bad-duration"


def test_a_month_is_a_date(journey_of: Read, told_of: Told) -> None:
    spec = "{title: t, stages: [s], experiments: [{name: a, from: 2026-05, to: 2026-05-03}]}"

    assert journey_of(spec).experiments[0].start == "2026-05"
    (told,) = told_of("{title: t, stages: [s], experiments: [{name: a, from: 2026-05-03, to: 2026-04}]}")
    assert told.code == "bad-date"

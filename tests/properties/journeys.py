"""Valid journeys of all shapes, as data that can be written as JSON, which is YAML."""

import json
from typing import Any

from hypothesis import strategies as st

_SAMPLES = (
    "Reads app-store reviews", "Do I have to give my card for a free trial?", "<script>alert(1)</script>", "a & b ]]> c",
    "| pipe | `code` | **bold** |", "{{ 7 * 7 }} {% x %}", "[x](javascript:alert(1))", "# not a heading", "1. not a list",
    "Ελληνικά", "Русский текст", "الرحلة إلى العميل", "שלום עולם", "顧客の旅路、とても長い文章です。", "고객 여정", "ทดสอบภาษาไทย",
    "नमस्ते दुनिया", "👩‍👩‍👧 family 🎿", "e\u0301galite\u0301", "W" * 60, "one\ntwo", "   blanks   ", "@mention #1 :smile:", "http://example.com",
    "no", "1:30", "~", "\\", "\"quoted\" 'text'", "$math$ _under_ ~strike~", "&lt;already&gt; &amp;",
)  # fmt: skip

texts = st.one_of(
    st.sampled_from(_SAMPLES),
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp", "Co")), min_size=1, max_size=40),
).filter(lambda text: text.strip())
shares = st.floats(0, 0.3).map(lambda share: round(share, 3))
scores = st.integers(-2, 2)


def few(one: st.SearchStrategy[object], most: int = 2) -> st.SearchStrategy[list[object]]:
    """Draw a short list."""
    return st.lists(one, min_size=1, max_size=most)


def around_value(metric: dict[str, Any]) -> dict[str, Any]:
    """Make an interval of so much on both sides of the value, where there is one."""
    value, half = metric.get("value"), metric.get("interval")
    if half is None:
        return metric
    others = {key: held for key, held in metric.items() if key != "interval"}
    return others if value is None else {**others, "interval": [value - half, value + half]}


metrics = st.fixed_dictionaries(
    {"name": texts},
    optional={
        "value": st.floats(-1e6, 1e6).map(lambda value: round(value, 2)),
        "unit": st.sampled_from(["%", "min", "€", "/7"]),
        "target": st.integers(0, 100),
        "better": st.sampled_from(["higher", "lower"]),
        "as_of": st.just("2026-10-01"),
        "sample": st.integers(1, 5000),
        "interval": st.integers(0, 100),
    },
).map(around_value)
quotes = texts | st.fixed_dictionaries(
    {"text": texts}, optional={"by": st.sampled_from(["p1", "A nurse"]), "evidence": st.just(["e"])}
)
pains = texts | st.fixed_dictionaries(
    {"text": texts},
    optional={
        "severity": st.sampled_from(["low", "medium", "high", "critical"]),
        "quotes": few(quotes),
        "evidence": st.just(["e"]),
        "kind": texts,
    },
)
opportunities = texts | st.fixed_dictionaries(
    {"text": texts},
    optional={
        "impact": st.integers(1, 5),
        "effort": st.integers(1, 5),
        "status": st.sampled_from(["idea", "planned", "in-progress", "done", "dropped"]),
        "owner": st.just("o"),
        "links": st.just([{"title": "More & more", "url": "https://example.com/?a=1&b=2"}]),
    },
)
emotions = scores | st.fixed_dictionaries(
    {},
    optional={
        "score": scores, "feeling": texts, "target": scores, "evidence": st.just(["e"]),
        "by": st.dictionaries(st.sampled_from(["p1", "p2"]), scores, min_size=1),
    },
)  # fmt: skip
items = st.fixed_dictionaries(
    {"text": texts}, optional={"by": st.just("o"), "duration": st.just("5 minutes"), "pain_points": few(pains)}
)
touchpoints = st.fixed_dictionaries(
    {"name": texts},
    optional={
        "channel": st.sampled_from(["app", "shop"]), "action": texts, "duration": st.sampled_from(["PT20M", "7-10 days"]), "wait": st.just("1 month"),
        "thought": texts, "need": texts, "emotion": emotions,
        "channels": st.just(["shop"]), "thoughts": few(texts), "quotes": few(quotes), "needs": few(texts),
        "moment_of_truth": st.sampled_from(["trust", "delight"]) | st.fixed_dictionaries({"for": st.just("churn"), "why": texts}),
        "pain_points": few(pains), "delights": few(texts), "opportunities": few(opportunities), "metrics": few(metrics),
        "owner": st.just("o"), "contributors": st.just(["o"]), "tools": few(texts), "frontstage": few(texts | items),
        "backstage": few(texts), "support": few(texts), "asks_feedback": st.booleans(), "entry": st.booleans() | shares.map(lambda share: share / 50),
        "personas": st.just(["p1"]), "events": st.just("seen"),
        "importance": st.just({"customer": 4, "business": 2}), "x-anything": texts,
        "exits": few(st.fixed_dictionaries({"kind": st.sampled_from(["abandon", "churn", "convert", "pause"])},
                                           optional={"share": shares, "reason": texts})),
    },
)  # fmt: skip
stages = st.fixed_dictionaries(
    {"name": texts},
    optional={
        "touchpoints": st.lists(touchpoints, max_size=5), "definition": texts, "goal": texts, "business_goal": texts,
        "questions": few(texts | st.fixed_dictionaries({"text": texts, "asked_by": st.just(["p2"])})), "owner": st.just("o"), "duration": st.sampled_from(["P7D", "1-2 weeks"]), "when": texts,
        "channels": st.just(["shop"]), "thoughts": few(texts), "quotes": few(quotes), "needs": few(texts), "emotion": emotions, "tools": few(texts),
        "moment_of_truth": st.just("trust"), "pain_points": few(pains), "delights": few(texts), "opportunities": few(opportunities),
        "repeats": st.booleans(), "volume": st.integers(0, 10**6), "metrics": few(metrics),
        "requirements": few(st.fixed_dictionaries({"text": texts}, optional={"met": st.booleans()})),
    },
)  # fmt: skip
_PERSONA = st.fixed_dictionaries(
    {"name": texts},
    optional={
        "description": texts,
        "role": texts,
        "position": texts,
        "x-archetype": texts,
        "quote": texts,
        "quotes": few(quotes),
        "goals": few(texts),
        "needs": few(texts),
        "evidence": st.just(["e"]),
    },
)


def _mapped(journey: dict[str, Any]) -> dict[str, Any]:
    """Give each touchpoint with events one of its own, and the journey the columns to read them."""
    seen = [one for stage in journey["stages"] for one in stage.get("touchpoints", ()) if "events" in one]
    for number, one in enumerate(seen):
        one["events"] = [f"seen-{number}", {"name": "page", "where": {"path": [f"/{number}"]}}]
    return {**journey, "events": {"layout": "ga4", "ends_after": "P30D"}} if seen else journey


journeys = st.fixed_dictionaries(
    {
        "title": texts,
        "stages": st.lists(stages, min_size=1, max_size=4),
        "personas": st.tuples(_PERSONA, _PERSONA).map(
            lambda pair: [{**persona, "id": f"p{number}"} for number, persona in enumerate(pair, start=1)]
        ),
        "channels": st.just([{"id": "app", "name": "Mobile app", "mode": "online", "x-vendor": "Acme & co"}, {"id": "shop", "name": "Shop"}]),
        "owners": st.just([{"id": "o", "name": "Owner & co", "contact": "o@example.com", "x-desk": "4 <b>"}]),
        "evidence": st.just([{"id": "e", "title": "Interviews <12>", "kind": "interview", "sample": 12, "sources": ["Binder <4>"]}]),
    },
    optional={
        "summary": texts, "scenario": texts, "language": st.sampled_from(["en", "de", "ar", "ja", "he", "fr"]),
        "goals": st.fixed_dictionaries({"customer": few(texts), "business": few(texts)}),
        "emotion_curve": st.sampled_from([{"gaps": "join"}, {"gaps": "break"}]),
        "state": st.sampled_from(["current", "future"]), "market": st.sampled_from(["b2c", "b2b"]),
    },
).map(_mapped)  # fmt: skip


def spec(journey: dict[str, object]) -> str:
    """Write a journey as a spec."""
    return json.dumps(journey, ensure_ascii=False, indent=1)

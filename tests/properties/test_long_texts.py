"""Whatever is long in a spec, a setting, an argument or a commit: no message is, and what differs is still seen."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapgen import pipeline
from mapgen.diff import compare, version
from mapgen.diff.wording import describe
from mapgen.diff.wording.sentence import plain
from mapgen.shortening import shortened, shortened_apart

SPECS = sorted((Path(__file__).parents[1] / "specs").glob("*.yaml"))
MOST = 8_000
TAIL = "ж" * 20_000
GUILTY = re.compile(r"(?m)^(.*?)[ \t]# (?:error|warning|info)\[")


def lengthened(text: str) -> Iterator[str]:
    """Yield a faulty spec with each word of a guilty line made long, and each line break and blank many."""
    for line in GUILTY.finditer(text):
        for word in re.finditer(r"\w+", line[1]):
            at = line.start(1) + word.end()
            yield f"{text[:at]}{TAIL}{text[at:]}"
        at = line.end(1)
        yield f"{text[:at]}{TAIL}{text[at:]}"


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_no_long_text_makes_a_message_long(path: Path) -> None:
    for text in lengthened(path.read_text(encoding="utf-8")):
        for one in pipeline.check(text, name="a").diagnostics:
            assert len(one.message.encode()) <= MOST, one.code
            assert len((one.hint or "").encode()) <= MOST, one.code


def test_many_candidates_make_no_message_long() -> None:
    words = [f"word-{number}" for number in range(10_000)]
    data = {
        "title": "Pay",
        **dict.fromkeys(("owners", "channels", "personas"), words),
        "evidence": [{"id": word, "title": word} for word in words],
        "lanes": ["nothing", *words],
        "stages": [
            {
                "name": "A",
                **dict.fromkeys(words, 1),
                "touchpoints": [{"name": "b", "owner": "x", "channel": words, "personas": words, "emotion": words}],
            }
        ],
    }
    for spec in (
        data,
        {**data, "lanes": [], "stages": [{"name": "A", "touchpoints": [{"name": "b", "owner": "none"}]}]},
    ):
        found = pipeline.check(json.dumps(spec), name="a").diagnostics

        assert found
        assert [one for one in found if len(f"{one.message}{one.hint}".encode()) > MOST] == []


@given(st.text("ab", max_size=30), st.text("ab", max_size=30), st.integers(8, 20))
def test_shortened_texts_show_that_they_differ(one: str, other: str, length: int) -> None:
    first, second = shortened_apart(one, other, length)

    assert max(len(first), len(second), len(shortened(one, length))) <= length
    assert (first == second) is (one == other)
    assert shortened(one, 30) == one


@pytest.mark.parametrize("at", [0, 150, 500, 999])
def test_a_diff_shows_what_differs_in_two_long_texts(at: int) -> None:
    texts = [f"{'a' * at}{middle}{'a' * (999 - at)}" for middle in "xy"]
    specs = [f"title: T\nstages: [{{name: A, touchpoints: [{{name: b, thought: {text}}}]}}]\n" for text in texts]
    old, new = (version(made) for made in (pipeline.check(spec, name="a").journey for spec in specs) if made)
    (section,) = describe(compare(old, new)).sections
    sentence = plain(section.changes[0].sentence)

    assert "x" in sentence
    assert "y" in sentence
    assert len(sentence) < 500

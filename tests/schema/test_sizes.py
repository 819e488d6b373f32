"""What is too large is refused at its place, with the limit; what is as large as the limit is not."""

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest

from mapgen.config import settings, toml_positions, toml_reader
from mapgen.files import patterns
from mapgen.files.image_header import MAX_IMAGE_PIXELS
from mapgen.files.images import MAX_IMAGE_SIZE, MAX_IMAGES_PIXELS, MAX_IMAGES_SIZE
from mapgen.files.reading import MAX_SPEC_SIZE
from mapgen.model import flow
from mapgen.model.library import MAX_LIBRARIES, MAX_LIBRARY_SIZE
from mapgen.pipeline import check
from mapgen.render.formats import html
from mapgen.schema.sizes import MAX_ENTRIES, MAX_LABELS, MAX_TOUCHPOINTS
from mapgen.source import parser, unsupported

STAGES = "stages: [{name: S, touchpoints: [{id: t, name: T, x-a: b}]}]\n"
ENTRIES = {
    "stages": "{{name: S{}}}",
    "personas": "{{name: S{}}}",
    "segments": "{{name: S{}}}",
    "owners": "{{name: S{}}}",
    "channels": "{{name: S{}}}",
    "evidence": "{{id: e{}, title: E, kind: survey}}",
    "flow": "{{from: t, to: t, kind: repeat, trigger: a{}}}",
    "scenarios": "{{name: S{}, path: [t]}}",
    "experiments": "{{name: S{}}}",
    "lanes": "x-{}",
}
NOUNS = {"flow": "edges in its flow", "evidence": "pieces of evidence"}


def faults(text: str) -> list[tuple[str, int, str]]:
    found = check(text, name="a").diagnostics
    return [(one.code, one.span.line if one.span else 0, one.message) for one in found if one.code == "file-too-large"]


@pytest.mark.parametrize("name", MAX_ENTRIES)
def test_a_list_of_the_journey_has_a_limit(name: str) -> None:
    most = MAX_ENTRIES[name]

    def spec(number: int) -> str:
        entries = ", ".join(ENTRIES[name].format(index) for index in range(number))
        return f"title: A\n{STAGES if name != 'stages' else ''}{name}: [{entries}]\n"

    assert faults(spec(most)) == []
    assert faults(spec(most + 1)) == [
        (
            "file-too-large",
            2 if name == "stages" else 3,
            f"the journey has {most + 1:,} {NOUNS.get(name, name)}; the maximum is {most:,}",
        )
    ]


def test_the_touchpoints_of_all_stages_are_counted_together() -> None:
    half = ", ".join(["T"] * (MAX_TOUCHPOINTS // 2))
    text = f"title: A\nstages:\n- {{name: S, touchpoints: [{half}]}}\n- {{name: S, touchpoints: [{half}, T]}}\n"

    assert faults(text.replace(", T]", "]")) == []
    assert faults(text) == [("file-too-large", 2, "the journey has 10,001 touchpoints; the maximum is 10,000")]


def test_the_labels_of_the_emotion_scale_have_a_limit() -> None:
    labels = ", ".join(f"{index}: a" for index in range(MAX_LABELS + 1))

    ((_, line, message),) = faults(f"title: A\n{STAGES}emotion_scale: {{min: 0, max: 1000, labels: {{{labels}}}}}\n")

    assert (line, message) == (3, "the journey has 101 labels of its emotion scale; the maximum is 100")


def test_keys_and_values_have_a_limit() -> None:
    ((_, _, message),) = faults(f"title: A\nx-a: [{'1,' * parser.MAX_EVENTS}]\n{STAGES}")

    assert message.startswith("the file has more than 300,000 keys, values and ends of lists")


@pytest.mark.parametrize("around", ["? {key}\n: [{values}]\n", "x-a: {open}[{values}]{close}\n"])
def test_long_keys_around_many_values_are_refused(around: str) -> None:
    long, key = "x-" + "k" * 50_000, "k" * 1000
    text = around.format(key=long, open=f"{{{key}: " * 30, values="1," * 5000, close="}" * 30)

    ((_, _, message),) = faults(f"title: A\n{text}{STAGES}")

    assert message == "the keys of the file are too long for the number of values below them"


def test_the_documentation_names_each_limit() -> None:
    limits = (Path(__file__).parents[2] / "docs/commands.md").read_text(encoding="utf-8").partition("## Limits")[2]
    numbers = (
        toml_reader.MAX_DEPTH, toml_positions.MAX_ENTRIES, settings.MAX_TEXT, patterns.MAX_PATTERN, parser.MAX_REPORTED,
        parser.MAX_EVENTS, parser.MAX_DEPTH, unsupported.MAX_SCALAR_LENGTH, html.MAX_THINGS, MAX_TOUCHPOINTS,
        MAX_LABELS, *MAX_ENTRIES.values(),
    )  # fmt: skip

    assert [number for number in numbers if f"| {number:,} |" not in limits] == []
    assert f"| size of a library | {MAX_LIBRARY_SIZE // 1_000_000} MB |" in limits
    assert f"| libraries of a spec, with those that they use | {MAX_LIBRARIES} |" in limits
    assert f"| {MAX_SPEC_SIZE // 1_000_000} MB |" in limits
    assert f"| {MAX_IMAGE_SIZE // 1_000_000} MB, {MAX_IMAGE_PIXELS // 1_000_000} million pixels |" in limits
    assert f"| {MAX_IMAGES_SIZE // 1_000_000} MB, {MAX_IMAGES_PIXELS // 1_000_000} million pixels |" in limits
    assert f"| {settings.MAX_SIZE // 1_000_000} MB |" in limits


def test_no_more_lookalike_signs_are_reported_than_anybody_reads() -> None:
    items = ", ".join(["a\N{FULLWIDTH COMMA}b"] * 500)

    found = check(f"title: A\nx-a: [{items}]\n{STAGES}", name="a").diagnostics

    assert len(found) == parser.MAX_REPORTED


def test_the_keys_of_a_thing_are_gone_through_once_for_all_that_are_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds: list[object] = []

    def counted(value: Iterable[str]) -> Iterable[tuple[str, str]]:
        rounds.append(value)
        return pairwise(value)

    monkeypatch.setattr("mapgen.schema.key_errors.pairwise", counted)
    unknown = ", ".join(map(str, range(1, 300)))

    found = check(f"title: A\nstages: [{{name: S, touchpoints: [{{name: T, emotion: 0,{unknown}}}]}}]\n", name="a")

    assert {one.code for one in found.diagnostics} == {"unknown-key"}
    assert len(rounds) == 1


def test_few_touchpoints_are_looked_at_for_one_in_between() -> None:
    class Asked(dict[str, dict[str, None]]):
        asked = 0

        def __getitem__(self, key: str) -> dict[str, None]:
            self.asked += 1
            return super().__getitem__(key)

    names = [f"t{index}" for index in range(1000)]
    out = Asked({name: {} for name in names} | {"t0": dict.fromkeys(names)})

    flow._next_step_hint("t0", "t999x", flow.Adjacency(out, {"t0": 0, "t999x": 1}))  # noqa: SLF001 - it is what looks

    assert out.asked <= flow.LOOKED_AT + 5

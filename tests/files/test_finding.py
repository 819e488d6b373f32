"""The names of files that belong together."""

import pytest

from mapgen.files.finding import snapshot_name


@pytest.mark.parametrize(
    ("spec", "name"),
    [
        ("x.journey.yaml", "x.observed.json"),
        ("a/b.journey.yml", "a/b.observed.json"),
        ("journey.yaml", "journey.observed.json"),
        (".journey.yaml", ".journey.observed.json"),
        ("a\\b.yaml", "a\\b.observed.json"),
        ("spec", "spec.observed.json"),
    ],
)
def test_a_snapshot_lies_beside_its_spec(spec: str, name: str) -> None:
    assert snapshot_name(spec) == name

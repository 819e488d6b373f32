import importlib
import pkgutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import mapgen
from mapgen.analysis import Analysis, analyze
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.model.builder import build
from mapgen.model.journey import Journey
from mapgen.source.parser import parse

settings.register_profile("mapgen", deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
settings.load_profile("mapgen")  # the same examples each time, however slow the machine is

# Hypothesis draws some values from the constants of the modules that are loaded. So all are, before the first test:
# the examples do not depend on which tests ran before in the same process.
for module in pkgutil.walk_packages(mapgen.__path__, f"{mapgen.__name__}."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)


def build_text(text: str) -> tuple[Journey | None, tuple[Diagnostic, ...]]:
    source, faults = parse(text, name="test.journey.yaml")
    assert source is not None
    assert faults == ()
    return build(source)


@pytest.fixture
def journey_of() -> Callable[[str], Journey]:
    """The journey of a spec without a problem."""

    def read(text: str) -> Journey:
        journey, told = build_text(text)
        assert told == ()
        assert journey is not None
        return journey

    return read


@pytest.fixture
def told_of() -> Callable[[str], tuple[Diagnostic, ...]]:
    """What is told about a spec of which no journey can be made."""

    def read(text: str) -> tuple[Diagnostic, ...]:
        journey, told = build_text(text)
        assert journey is None
        return told

    return read


@pytest.fixture
def analysis_of(journey_of: Callable[[str], Journey]) -> Callable[[str], Analysis]:
    """What is computed from a spec without a problem."""
    return lambda text: analyze(journey_of(text))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write the expected outputs anew; `git diff` reviews them")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show each reason to skip once, with how many tests it holds back, so that failures stay in sight."""
    reasons = Counter(report.longrepr[2] for report in terminalreporter.stats.get("skipped", ()))
    for reason, count in reasons.most_common():
        terminalreporter.write_line(f"skipped {count}: {reason.removeprefix('Skipped: ')}")


@pytest.fixture
def expect(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Hold a text against a file of the checkout, or write the file where the outputs are accepted."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--accept"):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"{path.name} is missing; write it with --accept and look at it"
        assert text == path.read_text(encoding="utf-8")

    return compare

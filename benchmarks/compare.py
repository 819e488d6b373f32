"""What each command costs for journeys of several sizes, beside bare Python and other tools that are installed.

CPU time is that of user and system together, the median of several runs that take turns; memory is the largest of
them. A build writes its files in the first run, and finds them up to date in the others. Each CPU time is
also given as a multiple of bare Python in the same run. Tools of others check the same file, or draw only a
chain of as many steps; those that are not on the path are named as missing.
"""

import argparse
import compileall
import platform
import shutil
import statistics
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import mapgen
from benchmarks.bench import COMMAND, SPECS, Cost, once, write

RESULTS = Path(__file__).with_name("RESULTS.md")
SIZES = {15: (3, 5), 96: (8, 12), 1_000: (50, 20), 10_000: (100, 100)}
LARGEST_FOR_OTHERS = 1_000
SCHEMA = str(Path(__file__).parents[1] / "schemas/journey.schema.json")
BARE = "python -c pass"
Commands = dict[str, tuple[str, ...]]


def main() -> None:
    """Measure, and write the table to `benchmarks/RESULTS.md`; with `--quick`, print that of the smallest journey."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="measure the smallest journey once, and write nothing")
    quick: bool = parser.parse_args().quick
    compileall.compile_dir(str(Path(mapgen.__file__).parent), quiet=1)
    lines = _head()
    with tempfile.TemporaryDirectory() as name:
        for touchpoints in list(SIZES)[: 1 if quick else None]:
            lines += _of_one(Path(name, str(touchpoints)), touchpoints, runs=1 if quick else 5)
        if not quick:
            lines += _of_many(Path(name, "many"), runs=5)
    text = "\n".join(lines) + "\n"
    print(text)
    if not quick:
        RESULTS.write_text(text, encoding="utf-8", newline="\n")


def _head() -> list[str]:
    day = datetime.now(UTC).date().isoformat()
    machine = f"{platform.system()} on {platform.machine()}, Python {platform.python_version()}"
    missing = ", ".join(name for name in ("mmdc", "d2", "dot", *_checkers("")) if not shutil.which(name)) or "none"
    return [
        "# Benchmarks",
        "",
        f"{day}, mapgen {mapgen.__version__}, {machine}. Tools that are not installed: {missing}.",
    ]


def _of_one(folder: Path, touchpoints: int, *, runs: int) -> list[str]:
    """Return the table of one journey."""
    folder.mkdir()
    stages, each = SIZES[touchpoints]
    spec = write(folder / "a.journey.yaml", stages=stages, touchpoints=each)
    other = str(shutil.copy(spec, folder / "b.journey.yaml"))
    once((*COMMAND, "fmt", spec, other))  # so that the measured runs find nothing to change
    commands: Commands = {
        BARE: (sys.executable, "-c", "pass"),
        "validate": (*COMMAND, "validate", spec),
        "fmt": (*COMMAND, "fmt", spec),
        "diff": (*COMMAND, "diff", spec, other),
        "build --to svg, files up to date": (*COMMAND, "build", "--to", "svg", "-o", f"{folder}/svg/", spec),
        "build, files up to date": (*COMMAND, "build", "-o", f"{folder}/all/", spec),
    }
    commands |= {f"`{name}`": command for name, command in _checkers(spec).items() if shutil.which(name)}
    if touchpoints <= LARGEST_FOR_OTHERS:
        commands |= _drawers(folder, touchpoints)
    return _table(f"{touchpoints:,} touchpoints", _medians(commands, runs=runs), folder)


def _of_many(folder: Path, *, runs: int) -> list[str]:
    """Return the table of many specs."""
    folder.mkdir()
    for number in range(SPECS):
        write(folder / f"{number}.journey.yaml", stages=5, touchpoints=10)
    commands: Commands = {
        BARE: (sys.executable, "-c", "pass"),
        "validate": (*COMMAND, "validate", "--quiet", str(folder)),
        "build, files up to date": (*COMMAND, "build", "--quiet", "-o", f"{folder}/all/", str(folder)),
    }
    return _table(f"{SPECS} specs of 50 touchpoints", _medians(commands, runs=runs), folder)


def _checkers(spec: str) -> Commands:
    """Return the commands of others that check a spec, by the name of the tool."""
    return {
        "check-jsonschema": ("check-jsonschema", "--schemafile", SCHEMA, spec),
        "yamllint": ("yamllint", "-d", "{extends: relaxed, rules: {line-length: disable}}", spec),
    }


def _drawers(folder: Path, touchpoints: int) -> Commands:
    """Return the commands of installed tools that draw, with their input: a chain of as many steps, without the rest.

    It is written here, since mapgen exports a large journey to DOT by its stages only.
    """
    names = [f"Touchpoint {number}" for number in range(touchpoints)]
    inputs = {
        "mmd": ["journey", "title A long way", "section All", *(f"{name}: 3" for name in names)],
        "d2": [f"{one} -> {following}" for one, following in pairwise(names)],
        "dot": ["digraph {", *(f'"{one}" -> "{following}"' for one, following in pairwise(names)), "}"],
    }
    for ending, lines in inputs.items():
        (folder / f"chain.{ending}").write_text("\n".join(lines) + "\n", encoding="utf-8")
    known: Commands = {
        "mmdc": ("mmdc", "-i", f"{folder}/chain.mmd", "-o", f"{folder}/mmdc.svg"),
        "d2": ("d2", f"{folder}/chain.d2", f"{folder}/d2.svg"),
        "dot": ("dot", "-Tsvg", f"{folder}/chain.dot", "-o", f"{folder}/dot.svg"),
    }
    return {f"`{name}`": command for name, command in known.items() if shutil.which(name)}


def _medians(commands: Mapping[str, tuple[str, ...]], *, runs: int) -> dict[str, Cost]:
    """Run commands in turn, and return the median of the CPU time of each, and its largest memory."""
    costs: dict[str, list[Cost]] = {title: [] for title in commands}
    for _ in range(runs):
        for title, command in commands.items():
            costs[title].append(once(command))
    return {
        title: Cost(statistics.median(one.cpu for one in found), max(one.memory for one in found))
        for title, found in costs.items()
    }


def _table(title: str, costs: Mapping[str, Cost], folder: Path) -> list[str]:
    bare = costs[BARE].cpu
    lines = ["", f"## {title}", "", "| command | CPU, ms | times bare Python | peak memory, MB |", "|---|--:|--:|--:|"]
    lines += [f"| {name} | {c.cpu:,.0f} | {c.cpu / bare:,.1f} | {c.memory:,.0f} |" for name, c in costs.items()]
    sizes = [file.stat().st_size for file in sorted((folder / "all").rglob("*")) if file.is_file()]
    return [*lines, "", f"`build` writes {len(sizes):,} files of {statistics.fmean(sizes) / 1000:,.0f} kB on average."]


if __name__ == "__main__":
    main()

"""What a start and a large map cost: CPU time and memory of whole processes, beside `python -c pass`.

CPU time is that of user and system together; of several runs the best counts, because other work on the machine only
adds. Bytecode is compiled before, as an installer does.
"""

import compileall
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import mapgen

MEGABYTE = 1 << 20
SIZES = ((10, 100), (50, 100), (100, 100))
COMMAND = (str(Path(sys.executable).with_name("mapgen")),)
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
SPECS, SECONDS = 200, 3
TITLE = 40  # characters


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took: CPU time in milliseconds, memory at its peak in megabytes."""

    cpu: float
    memory: float


@dataclass(frozen=True, slots=True)
class Budget:
    """What a command may take: CPU time as a multiple of bare Python's or in seconds, memory in megabytes."""

    times: float | None = None
    seconds: float | None = None
    memory: float | None = None


def main() -> None:
    """Print the figures of the README, and what part of its budget each takes."""
    compileall.compile_dir(str(Path(mapgen.__file__).parent), quiet=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start(folder)
        large(folder)
        many(folder / "many")


def start(folder: Path) -> None:
    """Print what a cold start costs, as a multiple of bare Python; the runs take turns, as a machine has its moods."""
    small = write(folder / "small.journey.yaml", stages=3, touchpoints=5)
    rows: dict[str, tuple[tuple[str, ...], Budget]] = {
        "python -c pass": ((sys.executable, "-c", "pass"), Budget()),
        "mapgen --version": ((*COMMAND, "--version"), Budget()),
        "validate, 15 touchpoints": ((*COMMAND, "validate", small), Budget()),
        "build to svg, 15 touchpoints": ((*COMMAND, "build", "--to", "svg", small), Budget(times=11)),
        "build to svg, html, md, json": ((*COMMAND, "build", "--to", "svg,html,md,json", small), Budget()),
    }
    costs = measure({title: command for title, (command, _) in rows.items()}, runs=20)
    bare = costs["python -c pass"].cpu
    for title, cost in costs.items():
        times = cost.cpu / bare
        used = said([(times, rows[title][1].times, "CPU")])
        print(f"{title:{TITLE}}{cost.cpu:9.1f} ms {times:6.1f} times bare Python {used}")


def large(folder: Path) -> None:
    """Print what large maps cost, and how that grows: what each touchpoint takes should stay the same."""
    rows = (
        ("validate", ("validate",), Budget(seconds=3)),
        ("build to svg", ("build", "--to", "svg"), Budget(seconds=6, memory=600)),
    )
    for title, arguments, budget in rows:
        for stages, touchpoints in SIZES:
            count = stages * touchpoints
            spec = write(folder / f"{count}.journey.yaml", stages=stages, touchpoints=touchpoints)
            cost = measure({title: (*COMMAND, *arguments, spec)}, runs=3)[title]
            last = (stages, touchpoints) == SIZES[-1]
            limits = [(cost.cpu / 1000, budget.seconds, "CPU"), (cost.memory, budget.memory, "memory")]
            each = 1000 * cost.cpu / count
            line = f"{f'{title}, {count:,} touchpoints':{TITLE}}{cost.cpu:9.1f} ms {each:6.0f} us each"
            print(f"{line}{cost.memory:7.0f} MB {said(limits) if last else ''}")


def many(folder: Path) -> None:
    """Print what it costs to validate many specs, beside two tools of others that look at the same files once."""
    folder.mkdir()
    specs = [write(folder / f"{number}.journey.yaml", stages=5, touchpoints=10) for number in range(SPECS)]
    own = once((*COMMAND, "validate", "--quiet", str(folder)))
    limits = [(own.cpu / 1000, SECONDS, "CPU")]
    print(f"{f'validate, {SPECS} specs of 50 touchpoints':{TITLE}}{own.cpu:9.1f} ms {said(limits)}")
    others = {
        "check-jsonschema": ("--schemafile", str(Path(__file__).parents[1] / "schemas/journey.schema.json"), *specs),
        "yamllint": ("-d", "{extends: relaxed, rules: {line-length: disable}}", *specs),
    }
    commands = {name: Path(sys.executable).with_name(name) for name in others}
    missing = [name for name, path in commands.items() if not path.exists()]
    if missing:
        print(f"not compared with others: {' and '.join(missing)}, of the group hooks, not installed")
        return
    both = sum(once((str(commands[name]), *words)).cpu for name, words in others.items())
    print(f"{' + '.join(others):{TITLE}}{both:9.1f} ms {both / own.cpu:6.1f} times `mapgen validate`")


def said(limits: Iterable[tuple[float, float | None, str]]) -> str:
    """Say what part of each budget is used: (figure, budget, what of)."""
    used = (f"{what} {100 * figure / limit:.0f} % of {limit:g}" for figure, limit, what in limits if limit)
    told = ", ".join(used)
    return f" budget: {told}" if told else ""


def write(path: Path, *, stages: int, touchpoints: int) -> str:
    """Write a journey in which each touchpoint says what touchpoints usually say; return its path."""
    lines = ["title: A long way", "channels: [{id: web, name: Web}, {id: shop, name: Shop}]", "stages:"]
    for stage in range(stages):
        lines += [f"  - name: Stage {stage}", "    goal: To get on without asking", "    touchpoints:"]
        for touchpoint in range(touchpoints):
            lines += [
                f"      - name: Touchpoint {stage} {touchpoint}",
                f"        channel: {'web' if touchpoint % 3 else 'shop'}",
                f"        emotion: {(stage * 7 + touchpoint * 3) % 5 - 2}",
                "        thought: What comes next, and when?",
                "        pain_points: [The page takes too long]",
                f"        opportunities: [{{text: Faster page {stage} {touchpoint}, impact: 4, effort: 2}}]",
            ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def measure(commands: Mapping[str, tuple[str, ...]], *, runs: int) -> dict[str, Cost]:
    """Run commands in turn, so many times, and return by title the least that each took."""
    costs: dict[str, list[Cost]] = {title: [] for title in commands}
    for _ in range(runs):
        for title, command in commands.items():
            costs[title].append(once(command))
    return {title: Cost(min(c.cpu for c in found), min(c.memory for c in found)) for title, found in costs.items()}


def once(command: tuple[str, ...]) -> Cost:
    """Run a command once, to a good end, and return what it took."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(1000 * (usage.ru_utime + usage.ru_stime), usage.ru_maxrss * unit / MEGABYTE)


if __name__ == "__main__":
    main()

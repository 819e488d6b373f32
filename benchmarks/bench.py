"""What a start and a large map cost: CPU time and memory of whole processes, beside `python -c pass`.

CPU time is that of user and system together; of several runs the best counts, because other work on the machine only
adds. Bytecode is compiled before, as an installer does.
"""

import compileall
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import mapgen

MEGABYTE = 1 << 20
SIZES = ((10, 100), (50, 100), (100, 100))
COMMAND = (str(Path(sys.executable).with_name("mapgen")),)
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took: CPU time in milliseconds, memory at its peak in megabytes."""

    cpu: float
    memory: float


def main() -> None:
    """Print the figures of the README, and by how much each stays within its budget."""
    compileall.compile_dir(str(Path(mapgen.__file__).parent), quiet=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare = measure((sys.executable, "-c", "pass"), runs=30)
        print(f"{'python -c pass':42}{bare.cpu:9.1f} ms")
        start(folder, bare)
        large(folder)


def start(folder: Path, bare: Cost) -> None:
    """Print what a cold start costs, as a multiple of bare Python."""
    small = write(folder / "small.journey.yaml", stages=3, touchpoints=5)
    rows = (
        ("mapgen --version", ("--version",)),
        ("validate, 15 touchpoints", ("validate", small)),
        ("build to svg, 15 touchpoints (budget 11)", ("build", "--to", "svg", small)),
        ("build to svg, html, md, 15 touchpoints", ("build", small)),
    )
    for title, arguments in rows:
        cost = measure((*COMMAND, *arguments), runs=15)
        print(f"{title:42}{cost.cpu:9.1f} ms  {cost.cpu / bare.cpu:5.1f} times bare Python")


def large(folder: Path) -> None:
    """Print what large maps cost, and how that grows."""
    for title, arguments in (("validate", ("validate",)), ("build to svg", ("build", "--to", "svg"))):
        for stages, touchpoints in SIZES:
            count = stages * touchpoints
            spec = write(folder / f"{count}.journey.yaml", stages=stages, touchpoints=touchpoints)
            cost = measure((*COMMAND, *arguments, spec), runs=2)
            each = 1000 * cost.cpu / count
            print(f"{f'{title}, {count:,} touchpoints':42}{cost.cpu:9.1f} ms  {each:5.0f} us each{cost.memory:7.0f} MB")


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


def measure(command: tuple[str, ...], *, runs: int) -> Cost:
    """Run a command several times and return the least that it took."""
    costs = [once(command) for _ in range(runs)]
    return Cost(min(cost.cpu for cost in costs), min(cost.memory for cost in costs))


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

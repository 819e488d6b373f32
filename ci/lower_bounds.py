"""pyproject.toml -> on standard output, constraints for pip: the oldest release that each run-time dependency allows.

`.ci/run` runs the suite with them, so that no bound says more than was tried.
"""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
BOUND = re.compile(r"(?P<name>[A-Za-z0-9._-]+) *>= *(?P<version>[0-9.]+)(?P<marker> *;.*)?")


def constraints() -> list[str]:
    """Return a line of constraints for each run-time dependency, extras included."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    lines = []
    for requirement in wanted:
        bound = BOUND.fullmatch(requirement)
        if bound is None:
            message = f"a dependency without a lower bound: {requirement}"
            raise SystemExit(message)
        lines.append(f"{bound['name']}=={bound['version']}{bound['marker'] or ''}")
    return lines


if __name__ == "__main__":
    print("\n".join(constraints()))

"""What is installed is what stands in the checkout."""

import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

import pytest

import mapgen

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built by the backend itself, so that no network is needed."""
    if find_spec("hatchling") is None:
        pytest.skip("hatchling is not installed; it is in the dev group")
    folder = tmp_path_factory.mktemp("wheel")
    line = "import sys, hatchling.build as backend; print(backend.build_wheel(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", line, str(folder)], cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def files(*folders: str) -> dict[str, bytes]:
    """Return what stands in folders of the checkout, by path."""
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    return {p.relative_to(ROOT).as_posix(): p.read_bytes() for p in paths if "__pycache__" not in p.parts}


def test_the_wheel_holds_the_package_and_all_that_it_reads(wheel: Path) -> None:
    expected = files("mapgen") | {
        f"mapgen/_bundled/{name}": data for name, data in files("schemas", "templates").items()
    }

    with zipfile.ZipFile(wheel) as archive:
        held = {name: archive.read(name) for name in archive.namelist() if not name.startswith("mapgen-")}

    assert held.keys() == expected.keys()
    assert held == expected


def test_the_wheel_works_without_the_checkout(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    line = (
        "import mapgen; from mapgen import resources as r; print(mapgen.__file__, len(r.schema()), *r.templates('new'))"
    )

    said = subprocess.run(
        [sys.executable, "-c", line], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout.split()

    assert said[0].startswith(str(tmp_path))
    assert int(said[1]) == (ROOT / "schemas/journey.schema.json").stat().st_size
    assert said[2:] == sorted(path.name for path in (ROOT / "templates/new").iterdir())


def test_the_wheel_works_from_a_zip(wheel: Path, tmp_path: Path) -> None:
    line = (
        f"import sys; sys.path.insert(0, {str(wheel)!r});"
        "from mapgen import resources as r; print(len(r.schema()), *r.templates('new'))"
    )

    said = subprocess.run(
        [sys.executable, "-c", line], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout.split()

    assert len(said) == 1 + len(list((ROOT / "templates/new").iterdir()))


def test_the_metadata_says_who_may_use_it_and_with_what(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        folder = f"mapgen-{mapgen.__version__}.dist-info"
        metadata = archive.read(f"{folder}/METADATA").decode()
        licence = archive.read(f"{folder}/licenses/LICENSE").decode()

    assert "License-Expression: MIT AND OFL-1.1\n" in metadata
    assert "Requires-Python: >=3.11\n" in metadata
    assert licence == (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_the_changelog_is_kept() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    unreleased, *released = re.findall(r"^## \[(.+)\]", text, re.MULTILINE)

    assert unreleased == "Unreleased"
    assert released[:1] in ([], [mapgen.__version__])
    assert set(re.findall(r"^### (.+)", text, re.MULTILINE)) <= {
        *("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")
    }


def test_each_ignored_rule_and_each_dependency_has_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    settings = tomllib.loads(text)
    codes = settings["tool"]["ruff"]["lint"]["ignore"]

    lines = [line for line in text.splitlines() if re.match(r'\s+"[A-Z]+\d*",', line)]

    assert len(lines) >= len(codes)
    assert all(" # " in line for line in lines)


GROUPS = {
    "dev.txt": ["dev", "docs"],
    "ci.txt": ["dev", "docs", "browser", "hooks"],
    "release.txt": ["release"],
}
LOCKS = [ROOT / "requirements" / name for name in GROUPS]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_one_version_with_hashes_of_whatever_is_needed(lock: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = GROUPS[lock.name]
    extras = project["project"]["optional-dependencies"].values()
    wanted = [one for group in groups for one in project["dependency-groups"][group]]
    if "dev" in groups:
        wanted += [*project["project"]["dependencies"], *chain(*extras)]
    text = lock.read_text(encoding="utf-8")
    locked = {name.lower().replace("_", "-") for name in re.findall(r"^([\w.-]+)==", text, re.MULTILINE)}

    missing = {re.match(r"[\w.-]+", one)[0].lower() for one in wanted} - locked  # type: ignore[index]  # each has a name

    assert missing == set(), "run `make lock`"
    assert all("--hash=sha256:" in entry for entry in re.split(r"^(?=\w)", text, flags=re.MULTILINE)[1:])
    assert "://" not in text


def test_each_dependency_has_a_lower_bound_that_ci_tries() -> None:
    done = subprocess.run([sys.executable, ROOT / "ci/lower_bounds.py"], capture_output=True, text=True, check=True)

    assert "click==8.2.0" in done.stdout.splitlines()

"""A package that is missing or broken is reported with the command that installs it."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from mapgen.terminal import packages
from mapgen.terminal.packages import runnable
from tests.cli.cli_runner import SMALL, spec

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DEPENDENCIES = {re.split(r"[>=;]", one)[0] for one in PROJECT["dependencies"]}
ABSENT = "import sys; sys.modules.update(dict.fromkeys({modules!r})); from mapgen.cli import main; main()"


def without(folder: Path, *modules: str, text: str = SMALL) -> subprocess.CompletedProcess[str]:
    """Build two specs in a Python that lacks some modules."""
    for name in "ab":
        spec(folder / f"{name}.journey.yaml", text)
    program = ABSENT.format(modules=modules)
    return subprocess.run(
        [sys.executable, "-c", program, "build"], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize(
    ("modules", "package"),
    [
        (["click"], "click"),
        (["yaml"], "pyyaml"),
        (["jinja2"], "jinja2"),
        (["markupsafe"], "markupsafe"),
        (["jsonschema_rs", "jsonschema"], "jsonschema"),
    ],
)
def test_a_missing_package_is_named_once_with_the_command_that_installs_it(
    tmp_path: Path, modules: list[str], package: str
) -> None:
    ended = without(tmp_path, *modules, text=f"{SMALL}nothing_known: 1\n" if "jsonschema" in modules else SMALL)

    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == (
        f"error[missing-package]: mapgen needs the package {package}, which is not installed\n"
        f"  = hint: {sys.executable} -m pip install {package}\n"
    )
    assert package in DEPENDENCIES | {"markupsafe"}


@pytest.mark.parametrize(
    "module", ["uharfbuzz", "fontpkg_inter", "uniseg", "graphviz", "graphviz_pure", "jsonschema_rs"]
)
def test_a_map_in_latin_letters_is_built_without(tmp_path: Path, module: str) -> None:
    assert without(tmp_path, module).returncode == 0


@pytest.mark.parametrize("content", ["raise ImportError('no libjinja.so')", "from os import no_libjinja"])
def test_a_package_that_cannot_be_imported_is_named_with_the_reason(tmp_path: Path, content: str) -> None:
    (tmp_path / "jinja2.py").write_text(content)

    ended = without(tmp_path)

    assert ended.returncode == 1
    assert ended.stderr.startswith(
        "error[missing-package]: mapgen needs the package jinja2, which cannot be imported: "
    )
    assert "libjinja" in ended.stderr
    assert ended.stderr.endswith(f"  = hint: {sys.executable} -m pip install --upgrade --force-reinstall jinja2\n")


def test_a_module_of_mapgen_that_is_missing_is_a_fault_of_mapgen(tmp_path: Path) -> None:
    assert "error[internal-error]" in without(tmp_path, "mapgen.layout").stderr


@pytest.mark.parametrize(("extra", "module", "package"), [("png", "resvg_py", "resvg-py"), ("pdf", "typst", "typst")])
def test_a_missing_extra_is_reported_with_the_command_that_installs_its_package(
    tmp_path: Path, extra: str, module: str, package: str
) -> None:
    hidden = (
        f"import importlib.util as u; find = u.find_spec; u.find_spec = lambda n: None if n == {module!r} else find(n)"
    )
    program = f"{hidden}; {ABSENT.format(modules=(module,))}"
    spec(tmp_path / "a.journey.yaml", SMALL)

    command = [sys.executable, "-c", program, "build", "--to", extra]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert ended.returncode == 2
    assert ended.stderr.endswith(f"  = hint: {sys.executable} -m pip install {package}\n")
    assert [re.split("[>=]", one)[0] for one in PROJECT["optional-dependencies"][extra]] == [package]


def test_packages_are_installed_with_the_tool_that_installed_mapgen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(sys, "executable", "/my tools/python")
    assert runnable("pip install typst") == '"/my tools/python" -m pip install typst'

    monkeypatch.setattr(packages, "find_spec", lambda _: None)
    assert (
        runnable("`pip install typst` installs it") == '`uv pip install --python "/my tools/python" typst` installs it'
    )
    assert runnable(runnable("pip install typst")) == runnable("pip install typst")

    (tmp_path / "pipx_metadata.json").touch()
    assert runnable("pip install typst") == "pipx runpip mapgen install typst"
    assert runnable(None) is None

"""What only a process shows: streams, signals, locales, and the last net."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mapgen.terminal import console, crash
from tests.cli.cli_runner import SMALL, names, spec

COMMAND = (sys.executable, "-m", "mapgen")
ENVIRONMENT = {"PATH": os.environ["PATH"], "PYTHONPATH": str(Path(__file__).parents[2])}


def shell(line: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["/bin/sh", "-c", line, "sh", *COMMAND],
        cwd=folder,
        env=ENVIRONMENT | environment,
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def coffee(tmp_path: Path) -> Path:
    """A folder with a spec."""
    spec(tmp_path / "café.journey.yaml", SMALL.replace("Morning", "Morgen, é中😀"))
    return tmp_path


def test_a_start_imports_nothing_that_it_does_not_need() -> None:
    line = "import sys; from mapgen.cli.group import run; run(['--version']); print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", line], env=ENVIRONMENT, capture_output=True, text=True, check=True)

    loaded = set(ended.stdout.split())

    assert not loaded & {"yaml", "jsonschema_rs", "uharfbuzz", "jinja2", "uniseg", "tomllib", "importlib.metadata"}


def test_a_map_of_plain_texts_is_drawn_without_what_other_texts_need(tmp_path: Path) -> None:
    flow = "flow: [{from: a, to: c}]"
    spec(tmp_path / "a.journey.yaml", f"title: Tea\nstages: [{{name: Order, touchpoints: [A, B, C]}}]\n{flow}\n")
    build = ["build", "--to", "svg", "--view", "poster,map,flow", "-q"]
    line = f"import sys; from mapgen.cli.group import run; run({build}); print(*sys.modules)"
    ended = subprocess.run(
        [sys.executable, "-c", line], cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True, check=True
    )

    loaded = set(ended.stdout.split())

    assert "mapgen.layout.flow.nodes" in loaded
    assert not loaded & {"hashlib", "mapgen.layout.hyphens", "uniseg", "jsonschema_rs", "uharfbuzz", "jinja2"}


def test_ctrl_c_is_quiet_before_anything_is_imported(tmp_path: Path) -> None:
    line = (
        "import sys, _signal; before = set(sys.modules); from mapgen.cli import main;"
        "_signal.signal = lambda *_: sys.exit(' '.join(sorted(set(sys.modules) - before - {'gc'}))); main()"
    )
    ended = subprocess.run(
        [sys.executable, "-c", line], cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )

    assert ended.stderr == "mapgen mapgen.cli\n"


def test_standard_input_is_read_up_to_a_limit(tmp_path: Path) -> None:
    ended = shell('"$@" validate - </dev/zero', tmp_path)

    assert ended.returncode == 1
    assert b"the spec cannot be read: it is larger than 10 MB" in ended.stderr


def test_a_build_to_svg_needs_no_templates_and_no_settings_parser(coffee: Path) -> None:
    line = (
        "import sys; from mapgen.cli.group import run;"
        f"run(['build', '--quiet', '--to', 'svg', {str(coffee)!r}]); print(*sys.modules)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", line], cwd=coffee, env=ENVIRONMENT, capture_output=True, text=True, check=True
    )

    loaded = set(ended.stdout.split())

    assert not loaded & {"jinja2", "uniseg", "tomllib", "importlib.metadata", "traceback", "socketserver", "asyncio"}
    assert not loaded & {"jsonschema_rs", "jsonschema", "dataclasses", "difflib", "decimal", "html", "tempfile"}
    assert not loaded & {"uharfbuzz", "fontpkg_inter", "resvg_py", "typst"}
    assert not loaded & {"mapgen.schema.messages", "mapgen.source.yaml_errors", "mapgen.render.markdown"}


@pytest.mark.parametrize("line", ['"$@" >&-', '"$@" 2>&-', '"$@" <&-', '"$@" >&- 2>&- <&-', '"$@" | true'])
def test_closed_streams_do_not_matter(coffee: Path, line: str) -> None:
    ended = shell(line.replace('"$@"', '"$@" build --to svg *.yaml'), coffee)

    assert ended.returncode == 0
    assert ended.stderr == b""
    assert names(coffee) == ["café.journey.svg", "café.journey.yaml"]
    assert (coffee / "café.journey.svg").read_bytes().startswith(b"<svg ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_standard_output_that_is_full_is_told(coffee: Path) -> None:
    ended = shell('"$@" schema > /dev/full', coffee)

    assert ended.returncode == 1
    assert ended.stderr == b"error[cannot-write]: cannot write to standard output: No space left on device\n"


def test_every_locale_gives_the_same_files(coffee: Path) -> None:
    line = '"$@" build *.yaml -o "$OUT"'
    shell(line, coffee, OUT="a", LC_ALL="C.UTF-8")

    ended = shell(line, coffee, OUT="b", LC_ALL="POSIX", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")

    assert ended.returncode == 0
    assert names(coffee / "a") == names(coffee / "b")
    assert all((coffee / "a" / name).read_bytes() == (coffee / "b" / name).read_bytes() for name in names(coffee / "a"))


def test_an_unforeseen_error_is_one_line_with_a_way_to_report_it(capsys: pytest.CaptureFixture[str]) -> None:
    code = crash.handle_exceptions(ValueError("no\x1b"))

    assert code == 1
    assert capsys.readouterr().err == (
        "error[internal-error]: internal error: ValueError: no<U+001B>\n"
        "  = hint: please report it: run again with MAPGEN_DEBUG=1, and include the output and the spec\n"
    )


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (MemoryError(), "error[out-of-memory]: not enough memory for this map\n"),
        (ImportError("x.so: failed to map segment from shared object"), "error[out-of-memory]: "),
        (OSError(24, "Too many open files"), "error[cannot-open]: too many files are open\n"),
        (PermissionError(13, "Permission denied", "font.ttf"), "error[cannot-open]: font.ttf: Permission denied\n"),
        (console.OutputError("No space left"), "error[cannot-write]: cannot write to standard output: No space left\n"),
    ],
)
def test_a_machine_at_its_end_is_told_so(error: Exception, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert crash.handle_exceptions(error) == 1
    assert capsys.readouterr().err.startswith(said)

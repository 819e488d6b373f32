"""`mapgen serve` and `mapgen build --watch` as processes: what they say, what they show, and how they end."""

import json
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.request import urlopen

import pytest

from mapgen.preview.server import Server
from mapgen.preview.site import Site
from tests.cli.cli_runner import FAULTY, SMALL, Command, names, spec
from tests.cli.test_process import COMMAND, ENVIRONMENT

posix = pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")


class Running:
    """A command that goes on; `said` is its next line."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def said(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline()

    def end(self) -> tuple[int, str]:
        """Press Ctrl-C; return the exit code, and what was said to standard error."""
        self.process.send_signal(signal.SIGINT)
        _, err = self.process.communicate(timeout=30)
        return self.process.returncode, err


@pytest.fixture
def start(folder: Path) -> Iterator[Callable[..., Running]]:
    """Start the command in the folder."""
    with ExitStack() as stack:

        def started(*arguments: str) -> Running:
            process = subprocess.Popen(
                [*COMMAND, *arguments],
                cwd=folder,
                env=ENVIRONMENT,
                text=True,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
            stack.enter_context(process)
            stack.callback(process.kill)
            return Running(process)

        yield started


def news(address: str) -> Iterator[dict[str, object]]:
    """Yield the news of the page at an address, as its script is told them."""
    with urlopen(f"{address}~news", timeout=30) as stream:  # noqa: S310 - the address is that of our own server
        for line in stream:
            if line.startswith(b"data: "):
                yield json.loads(line.removeprefix(b"data: "))


@posix
def test_a_save_is_shown_and_ctrl_c_ends_it_quietly(start: Callable[..., Running], folder: Path) -> None:
    path = spec(folder / "coffee.journey.yaml")
    serving = start("serve", "coffee.journey.yaml", "--port", "0", "--no-open")
    (address,) = re.findall(r"^preview at (http://127\.0\.0\.1:\d+/); press Ctrl-C to stop$", serving.said().rstrip())
    assert serving.said() == "coffee.journey.yaml built\n"
    told = news(address)
    before = next(told)
    path.write_text(SMALL.replace("Morning", "Evening"))
    next(one for one in told if one["version"] != before["version"])

    with urlopen(address, timeout=30) as page:  # noqa: S310 - the address is that of our own server
        assert b"<title>Evening coffee</title>" in page.read()
    assert serving.said() == "coffee.journey.yaml built\n"
    path.write_text(FAULTY)
    assert [one["code"] for one in next(told)["notices"]] == ["unknown-key"]  # type: ignore[attr-defined]
    code, err = serving.end()
    assert code == 0
    assert err.startswith("error[unknown-key]: ")
    assert "Traceback" not in err
    assert names(folder) == ["coffee.journey.yaml"]


def test_a_port_that_is_taken_is_told(mapgen: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("signal.signal", lambda *_: None)
    spec(folder / "x.journey.yaml")
    with Server(Site(), 0, print) as taken:
        port = taken.server_address[1]
        ended = mapgen("serve", "x.journey.yaml", "--port", str(port), "--no-open")

    said = f"error[file-error]: cannot listen on port {port}: the port is in use\n"
    assert ended == (1, "", said)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("serve", "none.yaml", "--no-open", "--port", "0"), 2, "none.yaml cannot be read: no such file"),
        (("serve", "-", "--no-open", "--port", "0"), 2, "standard input cannot be watched"),
        (("serve", "x.yaml", "--port", "70000"), 2, "70000 is not in the range"),
        (("serve", "x.yaml", "--lanes", "pains"), 2, 'unknown lane "pains"'),
        (("serve", "x.yaml", "--hide", "heads"), 2, 'unknown part "heads"; did you mean "head"?'),
        (("build", "none.yaml", "--watch"), 2, "none.yaml cannot be read: no such file"),
        (("build", "x.yaml", "--watch", "-o", "-"), 2, "--watch cannot be combined"),
        (("build", "x.yaml", "--watch", "--check"), 2, "--watch cannot be combined"),
        (("build", "x.yaml", "--watch", "--output-format", "json"), 2, "--watch cannot be combined"),
    ],
)
def test_what_cannot_begin_is_told(
    mapgen: Command, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: int, said: str
) -> None:
    monkeypatch.setattr("signal.signal", lambda *_: None)
    ended = mapgen(*arguments)

    assert (ended.code, ended.out) == (code, "")
    assert said in ended.err


@posix
def test_a_build_that_watches_makes_each_map_anew_and_survives_errors(
    start: Callable[..., Running], folder: Path
) -> None:
    spec(folder / "a.journey.yaml")
    path = spec(folder / "b.journey.yaml")
    building = start("build", ".", "--watch", "--to", "md", "-o", "maps")
    first = [building.said(), building.said()]
    path.write_text(FAULTY)
    (folder / "maps/a.journey.md").unlink()
    assert building.process.stderr
    told = building.process.stderr.readline()
    path.write_text(SMALL.replace("Morning", "Evening"))
    second = building.said()

    assert first == [f"{name}.journey.yaml -> maps/{name}.journey.md\n" for name in "ab"]
    assert told.startswith("error[unknown-key]: ")
    assert second == "b.journey.yaml -> maps/b.journey.md\n"
    assert "Evening coffee" in (folder / "maps/b.journey.md").read_text()
    assert not (folder / "maps/a.journey.md").exists()
    code, err = building.end()
    assert code == 0
    assert "Traceback" not in err


@posix
def test_a_build_that_watches_goes_on_where_it_cannot_write(start: Callable[..., Running], folder: Path) -> None:
    path = spec(folder / "a.journey.yaml")
    (folder / "maps").write_text("a file where a folder should be")
    building = start("build", "a.journey.yaml", "--watch", "--to", "md", "-o", "maps")
    assert building.process.stderr
    assert building.process.stderr.readline().startswith("error[file-error]: maps cannot be the output folder")
    (folder / "maps").unlink()
    path.write_text(SMALL + "\n")

    assert building.said() == "a.journey.yaml -> maps/a.journey.md\n"
    assert building.end() == (0, "")

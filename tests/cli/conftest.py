from pathlib import Path

import pytest

from mapgen.cli.group import run
from tests.cli.cli_runner import Command, Ended


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder that is the top of a repository, so that no settings above it count."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path


@pytest.fixture
def mapgen(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> Command:  # noqa: ARG001 - where one types
    """Run `mapgen` with arguments, as if they were typed in the folder."""

    def typed(*arguments: str) -> Ended:
        code = run(arguments)
        said = capsysbinary.readouterr()
        return Ended(code, said.out.decode(), said.err.decode())

    return typed

"""DuckDB reads the files that were named, refuses everything else, and what it says is not passed on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mapgen.engines.duckdb import DuckDbFiles, DuckDbLimits
from mapgen.engines.engine import EngineFailedError

CANARY = "canary-5f1c"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "it's.csv"
    path.write_text(f"user,event,ts\n{CANARY},a,2026-01-01 10:00:00\n007,b,31.12.2026\n", encoding="utf-8")
    (tmp_path / "other.csv").write_text("x\n1\n", encoding="utf-8")
    return path


@pytest.fixture
def engine(file: Path) -> Iterator[DuckDbFiles]:
    opened = DuckDbFiles([file], DuckDbLimits(threads=1, memory="200MB"))
    yield opened
    opened.close()


def test_it_reads_the_files_that_were_named_as_texts(engine: DuckDbFiles) -> None:
    assert engine.columns() == ("user", "event", "ts")
    assert [row[0] for row in engine.ask(f"FROM {engine.source}")] == [CANARY, "007"]


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM glob('/etc/*')",
        "SELECT * FROM read_csv('{folder}/other.csv')",
        "SELECT * FROM '{folder}/other.csv'",
        "SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')",
        "COPY (SELECT 1) TO '{folder}/out.csv'",
        "EXPORT DATABASE '{folder}/out'",
        "ATTACH '{folder}/out.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "SET allowed_paths = ['/etc/passwd']",
        "RESET allowed_paths",
        "SET temp_directory = '/tmp'",
        "SET autoload_known_extensions = true",
    ],
)
def test_it_refuses_everything_else(engine: DuckDbFiles, file: Path, statement: str) -> None:
    before = sorted(path.name for path in file.parent.iterdir())

    with pytest.raises(EngineFailedError):
        engine.ask(statement.format(folder=file.parent))
    assert sorted(path.name for path in file.parent.iterdir()) == before


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT CAST(user AS INTEGER) FROM {source}",
        "SELECT error(user) FROM {source}",
        "SELECT * FROM {source} WHERE missing = 'canary-5f1c'",
    ],
)
def test_what_it_says_is_not_passed_on(engine: DuckDbFiles, statement: str) -> None:
    with pytest.raises(EngineFailedError) as caught:
        engine.ask(statement.format(source=engine.source))

    assert CANARY not in f"{caught.value} {caught.value.hint}"
    assert caught.value.__cause__ is None


def test_what_did_not_fit_in_memory_is_removed(file: Path) -> None:
    opened = DuckDbFiles([file], DuckDbLimits(threads=1))
    folder = Path(opened._spill)  # noqa: SLF001 - where it would be
    assert folder.is_dir()
    opened.close()

    assert not folder.exists()


@pytest.mark.parametrize("memory", ["much", "1'; DROP"])
def test_a_limit_that_it_does_not_know_is_told(file: Path, memory: str) -> None:
    with pytest.raises(EngineFailedError, match="cannot be started with these limits"):
        DuckDbFiles([file], DuckDbLimits(memory=memory))


def test_a_file_that_is_not_what_its_name_says_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_text(CANARY, encoding="utf-8")
    opened = DuckDbFiles([path], DuckDbLimits(threads=1))

    with pytest.raises(EngineFailedError, match="the files cannot be read as one table") as caught:
        opened.columns()
    assert CANARY not in str(caught.value)
    opened.close()

"""A database is asked where it is; its address is shown without what is secret in it."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from mapgen.engines.database import Database, shown_address
from mapgen.engines.engine import EngineFailedError

CANARY = "canary-5f1c"


@pytest.fixture
def address(tmp_path: Path) -> str:
    path = tmp_path / "events.db"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE events (user_id TEXT, name TEXT, ts INTEGER)")
        database.execute("INSERT INTO events VALUES (?, '100%:x', 1)", (CANARY,))
    database.close()
    return f"sqlite:///{path}"


def test_signs_in_a_statement_are_no_parameters(address: str) -> None:
    database = Database(address, "events")

    assert database.columns() == ("user_id", "name", "ts")
    assert list(database.ask("SELECT ts FROM events WHERE name = '100%:x'")) == [(1,)]
    database.close()


def test_what_it_says_is_not_passed_on(address: str) -> None:
    database = Database(address, "events")
    with pytest.raises(EngineFailedError) as caught:
        database.ask(f"SELECT json('{CANARY}')")
    assert CANARY not in f"{caught.value} {caught.value.hint}"
    database.close()

    missing = Database(address, "no_table")
    with pytest.raises(EngineFailedError, match='has no table "no_table"'):
        missing.columns()
    missing.close()


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("postgresql://ann:secret@db.example/shop?sslpassword=secret", "postgresql://db.example/shop"),
        ("sqlite:////home/ann/secret.db", "sqlite://"),
    ],
)
def test_an_address_is_shown_without_its_secrets(address: str, shown: str) -> None:
    assert shown_address(make_url(address)) == shown


@pytest.mark.parametrize("address", ["nosuchengine://ann:secret@host/db", "://secret", "sqlite:////no/such/secret.db"])
def test_an_address_that_leads_nowhere_is_told_without_it(address: str) -> None:
    with pytest.raises(EngineFailedError) as caught:
        Database(address, "events")

    assert "secret" not in f"{caught.value} {caught.value.hint}"

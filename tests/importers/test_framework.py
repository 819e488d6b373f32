"""What is the same for all importers: names, encodings, cleaning, detection, and remarks of one kind."""

import pytest

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.importers import IMPORTERS
from mapgen.importers.decoding import decode
from mapgen.importers.detection import detect
from mapgen.importers.draft import Draft, Names
from mapgen.importers.finishing import finish, title_of
from mapgen.importers.importer import Imported, ImportFile, ImportOptions
from mapgen.importers.remarks import MAX_ALIKE, Remarks
from mapgen.pipeline import check
from mapgen.source.tree import Json

TABLE = "Stage;Touchpoint;Emotion\nBuy;Pays für sich;1\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_text_is_read_in_the_encoding_that_it_has(encoding: str) -> None:
    remarks = Remarks()

    assert decode(TABLE.encode(encoding), remarks) == TABLE
    assert remarks.all() == ()


def test_other_text_is_read_as_windows_1252_and_that_is_told() -> None:
    remarks = Remarks()

    assert decode(TABLE.encode("cp1252"), remarks) == TABLE
    assert [one.code for one in remarks.all()] == ["import-guess"]


def test_what_is_no_text_is_refused() -> None:
    assert isinstance(decode(b"SQLite format 3\0" + b"\0\1\2" * 50, Remarks()), Diagnostic)


@pytest.mark.parametrize(
    "names",
    [
        ["Web shop", "web  SHOP", "Web-shop", "web_shop"],
        ["C++", "C", "C#", "c-2"],
        ["C", "C++"],
        ["🙂", "++", "?"],
        ["Ärger", "Aerger", "Arger", "ÄRGER"],
        ["a" * 70, "a" * 71, "a" * 64],
    ],
)
def test_each_name_can_be_referred_to(names: list[str]) -> None:
    """Names that a spec takes for one thing are declared once, and those that it could confuse get ids."""
    channels = Names()
    touchpoints: list[Json] = [
        {"name": f"Step {at}", "channel": channels.reference(name)} for at, name in enumerate(names)
    ]
    spec: dict[str, Json] = {"channels": channels.declared(), "stages": [{"name": "A", "touchpoints": touchpoints}]}

    text, _ = finish(Imported(spec), "a.csv")
    checked = check(text, name="a.journey.yaml")

    assert checked.diagnostics == ()
    assert checked.journey is not None
    meant = [touchpoint.channel.name for touchpoint in checked.journey.touchpoints() if touchpoint.channel]
    assert [one.casefold() for one in meant] == [" ".join(name.split()).casefold() for name in names]


def test_a_stage_that_comes_up_again_is_the_same() -> None:
    draft = Draft()
    draft.stage("Buy")["goal"] = "Done"
    draft.stage("Use")
    draft.stage("BUY ")["touchpoints"] = ["Pays"]

    assert draft.spec()["stages"] == [{"name": "Buy", "goal": "Done", "touchpoints": ["Pays"]}, "Use"]


def test_texts_are_cleaned_and_that_is_told() -> None:
    text, told = finish(Imported({"stages": ["A\x00b", "  c\u2028d\ufeff ", "e\x0bf\r\ng"]}), "a.csv")
    checked = check(text, name="a.journey.yaml")

    assert [stage.name for stage in checked.journey.stages] == ["Ab", "c\nd", "e\nf\ng"] if checked.journey else False
    assert [one.message for one in told] == ["control characters were removed from 1 text"]


@pytest.mark.parametrize(
    ("given", "found", "name", "title"),
    [
        ("Shop", "Store", "a.csv", "Shop"),
        (None, "Store", "a.csv", "Store"),
        (None, None, "maps/check-out_flow.csv", "Check out flow"),
        (None, None, "<stdin>", "Imported journey"),
    ],
)
def test_the_title_is_that_given_then_that_found_then_the_name(
    given: str | None, found: str | None, name: str, title: str
) -> None:
    text, _ = finish(Imported({"title": found, "stages": ["A"]}), name, given)

    assert f"\ntitle: {title}\n" in text


@pytest.mark.parametrize("nothing", [None, "", " ", [], {}, [""], {"a": []}, [[], {}]])
def test_what_says_nothing_is_left_out(nothing: Json) -> None:
    text, _ = finish(Imported({"stages": ["A"], "summary": nothing}), "a.csv")

    assert "summary" not in text


def test_a_title_of_signs_alone_is_none() -> None:
    assert title_of("__.csv") == "Imported journey"


def test_many_remarks_of_one_kind_are_counted() -> None:
    remarks = Remarks()
    for number in range(MAX_ALIKE + 7):
        remarks.dropped(f"cell {number} is odd", group="odd")
    remarks.doubted("cell 1 is even")

    told = [one.message for one in remarks.all()]

    assert len(told) == MAX_ALIKE + 2
    assert told[-1] == "7 more remarks like the others, the last: cell 9 is odd"


@pytest.mark.parametrize("name", IMPORTERS)
@pytest.mark.parametrize("data", [b"", b"\0", b"\xff\xfe", b"a", b"PK\x03\x04", bytes(range(256)), b"[" * 10_000])
def test_an_importer_takes_any_bytes(name: str, data: bytes) -> None:
    importer = IMPORTERS[name]
    importer.recognize(ImportFile("", data))
    imported = importer.read(ImportFile("", data), ImportOptions())

    assert imported.spec is not None or imported.remarks


def test_a_table_is_recognized_by_what_is_in_it() -> None:
    assert detect(ImportFile("", TABLE.encode())) == "csv"
    assert detect(ImportFile("notes.txt", b"Hello there")) is None

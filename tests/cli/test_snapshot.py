"""The snapshot that lies beside a spec is read with it; a broken one is told, and nothing is shown without a word."""

import json
from pathlib import Path

import pytest

import mapgen as package
from mapgen.model.snapshot import JourneyCounts, Snapshot
from mapgen.observe.snapshot_file import write_snapshot
from tests.cli.cli_runner import Command, spec
from tests.cli.repo import Repo
from tests.cli.test_watcher import Begin, watching
from tests.snapshots import Flows, counts, snapshot

__all__ = ["watching"]

SHOP = """\
title: Shop
stages:
  - name: Look
    touchpoints: [{id: search, name: Searches}]
  - name: Buy
    touchpoints: [{id: pay, name: Pays, exits: [{kind: convert, share: 0.9}, {kind: abandon, share: 0.1}]}]
"""

EARLY_FLOWS: Flows = {"search": {"pay": 800, None: 200}, "pay": {None: 700}}
EARLY = snapshot(counts(EARLY_FLOWS))
LATE = snapshot(counts({"search": {"pay": 900, None: 600}, "pay": {None: 800}}))


def save(path: Path, seen: Snapshot) -> None:
    path.write_bytes(write_snapshot(seen))


@pytest.fixture
def shop(folder: Path) -> Path:
    save(folder / "shop.observed.json", EARLY)
    return spec(folder / "shop.journey.yaml", SHOP)


def exits(folder: Path, name: str = "shop") -> int:
    told = json.loads((folder / f"{name}.journey.json").read_text("utf-8"))["computed"]["observed"]
    return int(told["touchpoints"][0]["exit"]["count"])


def test_what_was_observed_is_in_the_outputs(mapgen: Command, shop: Path) -> None:
    assert mapgen("build", str(shop), "--to", "json").code == 0

    assert exits(shop.parent) == 200


def test_times_between_visits_are_told_in_seconds_as_precisely_as_they_are_known(shop: Path) -> None:
    told = json.loads(package.load(shop).to("json"))["computed"]["observed"]["transitions"]

    (onward,) = [one for one in told if (one["from"], one["to"]) == ("search", "pay")]
    assert (onward["median"], onward["nine_in_ten"]) == ([100, 125.8925], [398.1072, 501.1872])


@pytest.mark.usefixtures("observed_months")
def test_the_terminal_shows_how_many_went_as_planned(mapgen: Command) -> None:
    told = mapgen("show", "shop.journey.yaml").out.replace("\N{NO-BREAK SPACE}", " ")

    assert "60 % of 300 journeys went as planned; 0 % took a transition" in told


def test_without_a_snapshot_nothing_is_said_of_one(mapgen: Command, shop: Path) -> None:
    (shop.parent / "shop.observed.json").unlink()
    assert mapgen("build", str(shop), "--to", "json").code == 0

    assert "observed" not in (shop.parent / "shop.journey.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"{}", "shop.observed.json, line 1: the file is no snapshot of `mapgen observe`"),
        (b'{\n"a":', "shop.observed.json, line 2: the snapshot is not valid JSON"),
        (b"\xff", "shop.observed.json, line 1: the file is not UTF-8"),
        (write_snapshot(EARLY).replace(b"800", b"801"), "shop.observed.json, line"),
    ],
)
def test_a_broken_snapshot_is_an_error_that_names_its_file_and_line(
    mapgen: Command, shop: Path, content: bytes, told: str
) -> None:
    (shop.parent / "shop.observed.json").write_bytes(content)

    for command in ("validate", "build"):
        ended = mapgen(command, str(shop))
        assert ended.code == 1
        assert told in ended.err + ended.out


def test_a_snapshot_that_is_a_folder_is_an_error(mapgen: Command, shop: Path) -> None:
    (shop.parent / "shop.observed.json").unlink()
    (shop.parent / "shop.observed.json").mkdir()

    ended = mapgen("validate", shop.name)

    assert ended.code == 1
    assert "the snapshot shop.observed.json cannot be read: it is a folder, not a file" in ended.err + ended.out


def test_programs_get_it_too(shop: Path) -> None:
    found = package.load(shop)

    assert found.journey.observed
    assert found.journey.observed.whole.touchpoints["search"].exits == 200
    assert json.loads(found.to("json"))["computed"]["observed"]["since"] == "2026-01-01T00:00:00Z"


def test_a_broken_one_is_a_value_for_programs(shop: Path) -> None:
    (shop.parent / "shop.observed.json").write_bytes(b"{}")

    assert [one.code for one in package.load(shop).diagnostics] == ["unreadable-snapshot"]


def test_a_snapshot_that_comes_changes_or_goes_is_noticed(watching: Begin, shop: Path) -> None:
    beside = shop.parent / "shop.observed.json"
    beside.unlink()
    rounds = watching("shop.journey.yaml")

    def seen() -> Snapshot | None:
        (read,) = next(rounds).reads
        return read.checked.journey.observed if read.checked.journey else None

    assert seen() is None
    save(beside, EARLY)
    assert seen() == package.load(shop).journey.observed
    save(beside, LATE)
    assert seen() == package.load(shop).journey.observed
    beside.unlink()
    assert seen() is None


@pytest.fixture
def repo(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repository with two snapshots of one spec."""
    (folder / ".git").rmdir()
    monkeypatch.setenv("HOME", str(folder))
    repo = Repo(folder)
    repo.commit("draw", shop=SHOP)
    save(folder / "shop.observed.json", EARLY)
    repo.commit("observe")
    save(folder / "shop.observed.json", LATE)
    repo.commit("observe again")
    return repo


@pytest.mark.usefixtures("repo")
def test_a_new_snapshot_is_a_version_of_its_own(mapgen: Command) -> None:
    data = json.loads(mapgen("history", "shop.journey.yaml", "--to", "json").out)

    assert [one["subject"] for one in data["versions"]] == ["draw", "observe", "observe again"]


def test_a_snapshot_is_compared_though_the_spec_is_the_same(repo: Repo, mapgen: Command) -> None:
    def lines(*revisions: str) -> list[str]:
        told = mapgen("diff", *revisions).out.replace("\N{NO-BREAK SPACE}", " ")
        return [line.strip() for line in told.splitlines() if line.startswith("  ~")]

    committed = lines("HEAD~1..HEAD")
    save(repo.folder / "shop.observed.json", EARLY)
    uncommitted = lines()

    assert committed[0] == "~ Searches: 40 % leave, 20 % before"
    assert uncommitted[0] == "~ Searches: 20 % leave, 40 % before"
    assert lines("HEAD~2..HEAD~1") == ["~ observed from 2026-01-01 until 2026-09-01"]


def test_two_files_are_compared_with_the_snapshot_beside_each(folder: Path, shop: Path, mapgen: Command) -> None:
    spec(folder / "later.journey.yaml", SHOP)
    save(folder / "later.observed.json", LATE)

    told = mapgen("diff", shop.name, "later.journey.yaml").out.replace("\N{NO-BREAK SPACE}", " ")

    assert "Searches: 40 % leave, 20 % before" in told


def test_a_broken_snapshot_of_an_old_commit_is_told_of_that_commit(repo: Repo, mapgen: Command) -> None:
    (repo.folder / "shop.observed.json").write_bytes(b"{}")
    repo.commit("break")
    save(repo.folder / "shop.observed.json", LATE)
    repo.commit("mend")

    ended = mapgen("history", "shop.journey.yaml")

    assert ended.code == 1
    assert "shop.observed.json, line 1: the file is no snapshot" in ended.err


MONTHS: dict[str, tuple[Flows, int]] = {
    "2026-07": ({"search": {"pay": 80, None: 20}, "pay": {None: 70, "search": 30}}, 60),
    "2026-08": ({"search": {"pay": 60, None: 40}, "pay": {None: 55, "search": 45}}, 50),
    "2026-09": ({"search": {"pay": 90, None: 10}, "pay": {None: 20, "search": 80}}, 90),
}


@pytest.fixture
def observed_months(repo: Repo) -> Repo:
    """A repository whose newest snapshot has three months, the last of which is not complete."""
    periods = [
        (name, counts(flows, journeys=JourneyCounts(100, planned, 0, 0, 0, 0, 0), funnel={"look": 100, "buy": planned}))
        for name, (flows, planned) in MONTHS.items()
    ]
    seen = snapshot(
        counts(EARLY_FLOWS, journeys=JourneyCounts(300, 180, 0, 0, 0, 0, 0)), periods=periods, provisional=["2026-09"]
    )
    save(repo.folder / "shop.observed.json", seen)
    repo.commit("months")
    return repo


@pytest.mark.usefixtures("observed_months")
def test_history_tells_each_period_of_the_newest_snapshot(mapgen: Command) -> None:
    text = mapgen("history", "shop.journey.yaml").out.replace("\N{NO-BREAK SPACE}", " ")
    rows = [" ".join(line.split()) for line in text.splitlines()]

    assert rows[2].endswith("Evidence As planned")
    assert rows[6].endswith("– 60 %")  # noqa: RUF001 - no evidence
    start = rows.index("Period Journeys As planned reach the last stage Exits: Searches")
    assert rows[start + 1 : start + 4] == [
        "2026-07 100 60 % 60 % 20 %",
        "2026-08 100 50 % 50 % 40 %",
        "2026-09 (provisional) 100 90 % 90 % 10 %",
    ]


@pytest.mark.usefixtures("observed_months")
def test_history_in_other_formats_has_the_periods_too(mapgen: Command) -> None:
    told = json.loads(mapgen("history", "shop.journey.yaml", "--to", "json").out)
    page = mapgen("history", "shop.journey.yaml", "--to", "html", "-o", "-").out
    picture = mapgen("history", "shop.journey.yaml", "--to", "svg", "-o", "-").out
    text = mapgen("history", "shop.journey.yaml", "--to", "md", "-o", "-").out

    assert told["periods"][1] == {
        "period": "2026-08",
        "provisional": False,
        "over": 100,
        "as_planned": 0.5,
        "conversion": 0.5,
        "exits": {"search": 0.4},
    }
    assert [version["figures"].get("as_planned") for version in told["versions"]] == [None, None, None, 0.6]
    assert "| 2026-09 (provisional) | 100 |" in text
    assert "2026-09 (provisional)" in page
    assert "60\N{NO-BREAK SPACE}% → 50\N{NO-BREAK SPACE}%" in picture  # of the complete months
    assert 'stroke-width="1.5"' in picture


PATHS = f"""{SHOP}scenarios:
  - {{name: Straight, path: [search, pay], share: 0.8}}
"""


@pytest.fixture
def walked(folder: Path) -> Path:
    flows = {"search": {"pay": 800, None: 200}, "pay": {None: 700, "search": 100}}
    over = JourneyCounts(1000, 700, 0, 0, 200, 0, 0)
    paths = [(("search", "pay"), 700), (("search",), 200), (("search", "pay", "search"), 60)]
    seen = snapshot(counts(flows, journeys=over, entries={"search": 1000}), paths=paths)
    save(folder / "shop.observed.json", seen)
    return spec(folder / "shop.journey.yaml", PATHS)


def test_scenarios_are_told_with_how_often_they_were_walked(mapgen: Command, walked: Path) -> None:
    told = mapgen("scenarios", str(walked)).out.replace("\N{NO-BREAK SPACE}", " ")

    assert "of 1,000 observed journeys, 70 % took the path of a scenario" in told
    assert "1.   80 %  700 (70 %)            2  Straight" in told
    assert told[told.index("Observed paths") :].splitlines() == [
        "Observed paths that no scenario names, most frequent first",
        "",
        "        observed  touchpoints",
        "  1.  200 (20 %)  1",
        "      path: 1 Searches",
        "  2.    60 (6 %)  3",
        "      path: 1 Searches → 2 Pays → 1 Searches",
    ]


def test_other_formats_of_scenarios_have_them_too(mapgen: Command, walked: Path) -> None:
    told = json.loads(mapgen("scenarios", str(walked), "--to", "json").out)
    rows = mapgen("scenarios", str(walked), "--to", "csv").out.splitlines()
    page = mapgen("scenarios", str(walked), "--to", "md").out

    assert (told["over"], told["scenarios"][0]["walked"]) == (1000, 700)
    assert [(one["touchpoints"], one["walked"]) for one in told["observed"]] == [
        (["search"], 200),
        (["search", "pay", "search"], 60),
    ]
    assert [row.rsplit(",", 1)[-1] for row in rows[:2]] == ["walked", "700"]
    assert [row.partition(",")[0] for row in rows[-2:]] == ["observed", "observed"]
    assert "| Scenario | Share | Observed | Touchpoints |" in page
    assert "## Observed paths that no scenario names, most frequent first" in page


@pytest.mark.parametrize(("kind", "sign"), [("txt", ""), ("md", "## ")])
def test_where_no_scenario_is_named_that_is_not_said(mapgen: Command, walked: Path, kind: str, sign: str) -> None:
    spec(walked, SHOP)
    told = mapgen("scenarios", str(walked), *(() if kind == "txt" else ("--to", kind))).out

    assert f"\n{sign}Observed paths, most frequent first\n" in told


def test_without_a_snapshot_scenarios_are_as_before(mapgen: Command, walked: Path) -> None:
    (walked.parent / "shop.observed.json").unlink()

    for kind in ("text", "json", "csv", "md"):
        told = mapgen("scenarios", str(walked), "--to", kind).out
        assert "bserved" not in told
        assert "walked" not in told


def test_without_shares_the_likeliest_paths_are_those_that_were_observed(mapgen: Command, walked: Path) -> None:
    spec(walked, PATHS.replace(", share: 0.9", "").replace(", share: 0.1", "").replace(", {kind: abandon}", ""))

    told = mapgen("scenarios", str(walked)).out.replace("\N{NO-BREAK SPACE}", " ")
    made = mapgen("build", str(walked), "--to", "svg", "--view", "funnel", "-o", "-")

    assert "the spec has no shares; chances are those that were observed" in told
    assert "1.    70 %  700 (70 %)            2  converts at 2 Pays" in told
    assert made.code == 0

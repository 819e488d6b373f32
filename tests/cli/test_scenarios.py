"""`mapgen scenarios` tells the ways through a journey."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.cli_runner import FAULTY, Command, spec

SHOP = """\
title: Buying boots
channels: [Shop, Web]
stages:
  - name: Look
    touchpoints:
      - {name: Browses, channel: web, emotion: 1}
      - {name: Tries on, channel: shop, emotion: -1, exits: [{kind: abandon, share: 0.25, reason: They pinch}]}
  - name: Buy
    touchpoints: [{name: Pays, channel: shop, exits: [{kind: convert, reason: Has boots}]}]
flow:
  - {from: browses, to: pays, kind: skip, share: 0.4, trigger: Knows the size}
  - {from: tries-on, to: browses, kind: back, share: 0.25}
scenarios:
  - {name: Sure of it, path: [browses, pays], share: 0.4, playbook: Wave them through.}
"""

TOLD = """\
“Buying boots”
  of all who start, 82.4 % convert, 17.6 % abandon
  those who convert pass 2.8 touchpoints on average

Scenarios

      share  touchpoints  scenario
  1.   40 %            2  Sure of it
      lowest: +1 at 1 Browses
      channels: Web, Shop
      path: 1 Browses → 3 Pays
      playbook: Wave them through.

Paths through the flow, most likely first; there are more than 3; these 3 paths cover 85 % of all who start

      chance  touchpoints  end
  1.    40 %            2  converts at 3 Pays (Has boots)
      lowest: +1 at 1 Browses
      channels: Web, Shop
      path: 1 Browses → 3 Pays
  2.    30 %            3  converts at 3 Pays (Has boots)
      lowest: −1 at 2 Tries on
      channels: Web, Shop
      path: 1 Browses … 3 Pays
  3.    15 %            2  abandons at 2 Tries on (They pinch)
      lowest: −1 at 2 Tries on
      channels: Web, Shop
      path: 1 Browses → 2 Tries on
"""  # noqa: RUF001 - the minus of a score


def test_the_ways_are_told_most_likely_first(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", SHOP)

    code, out, err = mapgen("scenarios", "x.journey.yaml", "--most", "3")

    assert (code, err) == (0, "")
    assert out.replace("\N{NO-BREAK SPACE}", " ") == TOLD


def test_only_those_to_one_kind_of_end_can_be_asked_for(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", SHOP)

    told = json.loads(mapgen("scenarios", "x.journey.yaml", "--end", "abandon", "--to", "json").out)

    assert [path["end"] for path in told["paths"]] == ["abandon", "abandon"]
    assert told["complete"]


def test_an_end_that_nobody_comes_to_is_told(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", SHOP)

    out = mapgen("scenarios", "x.journey.yaml", "--end", "churn").out

    assert "No path through the flow reaches such an end\n" in out


def test_without_shares_it_says_so(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", "title: t\nstages: [{name: s, touchpoints: [a, b, c]}]")

    code, out, _ = mapgen("scenarios", "x.journey.yaml")

    assert code == 0
    assert "the spec has no shares; paths are sorted by length\n" in out
    assert "%" not in out


def test_shares_that_are_missing_are_told_with_what_they_leave_open(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", SHOP.replace("kind: back, share: 0.25", "kind: back"))

    out = mapgen("scenarios", "x.journey.yaml").out

    assert "of all who start, at least 40 % convert, 15 % abandon\n" in out
    assert "shares are missing at touchpoint 2: the outcome of 45 % is unknown\n" in out
    assert "  ≤ 45 %" in out
    assert "≤: a share on the path is missing" in out


def test_json_names_things_by_id(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", SHOP)

    told = json.loads(mapgen("scenarios", "x.journey.yaml", "--to", "json", "--most", "1").out)

    assert told["scenarios"] == [
        {
            "id": "sure-of-it",
            "name": "Sure of it",
            "share": 0.4,
            "playbook": "Wave them through.",
            "chance": 0.4,
            "bound": False,
            "touchpoints": ["browses", "pays"],
            "trough": {"touchpoint": "browses", "score": 1},
            "channels": ["web", "shop"],
        }
    ]
    assert told["paths"][0]["reason"] == "Has boots"
    assert told["chances"]["conversion"] == pytest.approx(0.7 / 0.85, abs=1e-9)
    assert (told["sorted_by"], told["complete"]) == ("chance", False)


def test_a_spreadsheet_takes_no_cell_for_a_formula(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", SHOP.replace("name: Sure of it", "name: =1+1").replace("They pinch", "'-2 sizes'"))

    rows = list(
        csv.DictReader(io.StringIO(mapgen("scenarios", "x.journey.yaml", "--to", "csv").out.removeprefix("\ufeff")))
    )

    assert (rows[0]["kind"], rows[0]["name"], rows[0]["share"]) == ("scenario", "'=1+1", "0.4")
    assert {row["reason"] for row in rows if row["end"] == "abandon"} == {"'-2 sizes"}
    assert {row["lowest"] for row in rows} == {"1", "-1"}


def test_markdown_is_two_tables(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", SHOP.replace("Sure of it", "A | b"))

    out = mapgen("scenarios", "x.journey.yaml", "--to", "md", "--most", "1").out.replace("\N{NO-BREAK SPACE}", " ")

    assert out.splitlines()[0] == "# Buying boots"
    assert "| A \\| b | 40 % | 2 | +1 at 1 Browses | Web, Shop | 1 Browses → 3 Pays | Wave them through. |" in out
    assert "| 40 % | 2 | converts at 3 Pays (Has boots) | +1 at 1 Browses | Web, Shop | 1 Browses → 3 Pays |" in out


@pytest.mark.parametrize(("file", "kind"), [("p.txt", "text"), ("p.md", "md"), ("p.json", "json"), ("p.csv", "csv")])
def test_a_file_has_the_format_that_its_name_says(mapgen: Command, folder: Path, file: str, kind: str) -> None:
    spec(folder / "x.journey.yaml", SHOP)

    assert mapgen("scenarios", "x.journey.yaml", "-o", file) == (0, "", "")
    assert (folder / file).read_bytes().decode() == mapgen("scenarios", "x.journey.yaml", "--to", kind).out


def test_a_file_of_another_kind_is_refused(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", SHOP)

    code, _, err = mapgen("scenarios", "x.journey.yaml", "-o", "paths.svg")

    assert code == 2
    assert "name a file that ends in" in err
    assert not (folder / "paths.svg").exists()


def test_no_line_can_be_taken_for_an_order_to_a_ci_service(mapgen: Command, folder: Path) -> None:
    words = "word " * 25 + "::error::x"
    spec(folder / "x.journey.yaml", SHOP.replace("Wave them through.", f'"{words}\\e[2J"'))

    lines = mapgen("scenarios", "x.journey.yaml").out.splitlines()

    assert not any(line.strip().startswith(("::", "##")) for line in lines)
    assert not any("\x1b" in line for line in lines)


def test_names_of_any_script_and_length_fit(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", SHOP.replace("name: Browses", f"id: browses, name: {'長い名前' * 30}"))

    code, out, _ = mapgen("scenarios", "x.journey.yaml")

    assert code == 0
    assert "長い名前" in out


def test_a_spec_with_errors_is_told(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", FAULTY)

    code, out, err = mapgen("scenarios", "x.journey.yaml")

    assert (code, out) == (1, "")
    assert err.startswith("error[unknown-key]: ")


def test_one_spec_is_meant(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", SHOP)
    spec(folder / "y.journey.yaml", SHOP)

    code, _, err = mapgen("scenarios", ".")

    assert code == 2
    assert "`scenarios` takes one spec, got 2" in err

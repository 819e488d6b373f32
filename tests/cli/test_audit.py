"""`mapgen validate` as an auditor: what it tells, what makes it fail, and what a project can say about that."""

import io
import json
import sys
from pathlib import Path

import pytest

from mapgen.audit import RULES
from tests.cli.cli_runner import FAULTY, SMALL, Command, names, spec

ASKING = """\
title: Morning coffee
evidence: [{id: talks, title: Talks}]
personas: [{name: Ada, evidence: [talks]}, Ben]
stages:
  - name: Order
    touchpoints:
      - {name: Waits, exits: [{kind: abandon, share: 0.35}]}
      - Pays
"""
STUCK = SMALL + "flow: [{from: sees-the-queue, to: sees-the-queue, kind: repeat, share: 1}]\n"


def settings(folder: Path, text: str, name: str = "mapgen.toml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_findings_are_told_at_their_lines_with_a_total(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", ASKING)

    ended = mapgen("validate", "x.journey.yaml")

    assert ended.code == 0
    assert ended.out == "1 spec: 1 warning, 1 note\n"
    assert ended.err.startswith("""\
info[hypothesis]: persona "Ben" has no evidence
 --> x.journey.yaml:3:44
""")
    assert 'warning[high-abandonment]: 35 % of customers leave at "Waits"\n --> x.journey.yaml:7:31\n' in ended.err


@pytest.mark.parametrize(
    ("text", "bar", "code"),
    [
        (ASKING, "error", 0),
        (ASKING, "warning", 1),
        (ASKING.replace("0.35", "0.25"), "warning", 0),
        (ASKING.replace("0.35", "0.25"), "info", 1),
        (STUCK, "error", 1),
        (FAULTY, "error", 1),
        (SMALL, "info", 0),
    ],
)
def test_the_caller_says_what_makes_it_fail(mapgen: Command, folder: Path, text: str, bar: str, code: int) -> None:
    spec(folder / "x.journey.yaml", text)

    assert mapgen("validate", "x.journey.yaml", "--fail-on", bar).code == code


def test_the_audit_can_be_left_out(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", STUCK)

    assert mapgen("validate", "x.journey.yaml", "--no-audit") == (
        0,
        "x.journey.yaml: no problems (1 stage, 1 touchpoint)\n",
        "",
    )


def test_rules_can_be_chosen(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", ASKING)

    assert mapgen("validate", ".", "--select", "hypothesis").out == "1 spec: 1 note\n"
    assert mapgen("validate", ".", "--ignore", "hypothesis,dead-end").out == "1 spec: 1 warning\n"
    assert mapgen("validate", ".", "--select", "hypotesis") == (
        2,
        "",
        (
            'error[usage]: `--select`: unknown rule "hypotesis"; did you mean "hypothesis"?\n'
            "  = hint: `mapgen validate --help` explains the usage\n"
        ),
    )


def test_the_day_can_be_said(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", SMALL + "review: {reviewed: 2026-01-01, every: P30D}\n")

    assert mapgen("validate", ".", "--as-of", "2026-01-31").code == 0
    assert mapgen("validate", ".", "--as-of", "2026-02-01", "--fail-on", "warning").code == 1
    for wrong in ("yesterday", "2026-02-30", "20260201"):
        assert mapgen("validate", ".", "--as-of", wrong).code == 2


def test_without_a_day_today_counts(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", SMALL + "review: {reviewed: 1999-01-01, every: P30D}\n")

    assert "stale-review" in mapgen("validate", ".").err


def test_several_specs_are_counted_together(mapgen: Command, folder: Path) -> None:
    spec(folder / "a.journey.yaml")
    spec(folder / "b.journey.yaml", ASKING)

    ended = mapgen("validate", ".")

    assert ended.out.splitlines() == [
        "a.journey.yaml: no problems (1 stage, 1 touchpoint)",
        "2 specs: 1 warning, 1 note",
    ]
    assert mapgen("validate", ".", "--quiet").out == ""


def test_a_waiver_is_followed_and_counted(mapgen: Command, folder: Path) -> None:
    waiver = "# mapgen: allow hypothesis, high-abandonment because we are new here\n"
    spec(folder / "x.journey.yaml", waiver + ASKING)

    assert mapgen("validate", ".") == (
        0,
        "x.journey.yaml: no problems (1 stage, 2 touchpoints)\n1 spec: no problems; 2 waived\n",
        "",
    )


def test_the_settings_say_which_rules_and_how_bad(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", ASKING)
    settings(folder, '[audit]\nhypothesis = "error"\nhigh-abandonment = {threshold = 0.4}\n')

    ended = mapgen("validate", ".")

    assert (ended.code, ended.out) == (1, "1 spec: 1 error\n")
    settings(folder, '[audit]\nhypothesis = "off"\n[audit.high-abandonment]\nseverity = "info"\n')
    assert mapgen("validate", ".").out == "1 spec: 1 note\n"
    settings(folder, '[tool.mapgen.audit]\nignore = ["hypothesis"]\n', "pyproject.toml")
    (folder / "mapgen.toml").unlink()
    assert mapgen("validate", ".").out == "1 spec: 1 warning\n"


def test_the_command_line_selects_what_the_settings_turn_off(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", ASKING)
    settings(folder, '[audit]\nhypothesis = "off"\nignore = ["high-abandonment"]\nstrict = true\n')

    assert mapgen("validate", ".", "--select", "hypothesis,high-abandonment").out == "1 spec: 1 warning, 1 note\n"
    assert "touchpoint-without-owner" in mapgen("validate", ".").err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "[audit]\nhigh-abandonmnt = {threshold = 0.4}\n",
            "`high-abandonmnt` is not a rule or audit setting\n --> mapgen.toml:2:1",
        ),
        (
            "[audit]\nhigh-abandonment = {treshold = 0.4}\n",
            'the rule "high-abandonment" has no setting `treshold`\n --> mapgen.toml:2:1',
        ),
        (
            "[audit.high-abandonment]\n\nthreshold = 40\n",
            "`threshold` is not a number from 0 to 1\n --> mapgen.toml:3:1",
        ),
        ('[audit]\nhigh-abandonment.threshold = "much"\n', "`threshold` is not a number from 0 to 1"),
        ("[audit.emotion-without-relief]\nlength = 2.5\n", "`length` is not a whole number from 2 to 10000"),
        ("[audit.hypothesis]\nall = 1\n", "`all` must be true or false"),
        (
            '[audit.pain-point-without-opportunity]\nfrom = "worst"\n',
            "`from` is none of low, medium, high and critical",
        ),
        ('[audit]\nhypothesis = "fatal"\n', '`hypothesis` is "fatal", which is not a severity'),
        ('[audit.hypothesis]\nseverity = "fatal"\n', '`severity` is "fatal", which is not a severity'),
        ('[audit]\nignore = "hypothesis"\n', "`ignore` must be a list of strings"),
        (
            '[audit]\nselect = ["hypotesis"]\n',
            '`select` is wrong: unknown rule "hypotesis"; did you mean "hypothesis"?',
        ),
        ('[audit]\nstrict = "yes"\n', "`strict` must be true or false"),
        ("[audit]\nin-maps = 0\n", "`in-maps` must be true or false"),
        ('audit = "strict"\n', "`audit` must be a table"),
    ],
)
def test_what_is_wrong_with_the_settings_is_told_at_its_line(
    mapgen: Command, folder: Path, text: str, said: str
) -> None:
    spec(folder / "x.journey.yaml")
    settings(folder, text)

    ended = mapgen("validate", ".")

    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


def test_an_old_project_starts_green_and_only_what_is_new_is_told(mapgen: Command, folder: Path) -> None:
    path = spec(folder / "maps/x.journey.yaml", ASKING)

    assert mapgen("validate", ".", "--update-baseline").out == ("mapgen-baseline.json contains 2 findings\n")
    assert mapgen("validate", ".", "--fail-on", "info") == (
        0,
        ("maps/x.journey.yaml: no problems (1 stage, 2 touchpoints)\n1 spec: no problems; 2 in mapgen-baseline.json\n"),
        "",
    )
    spec(path, "# moved\n" + ASKING.replace("Pays", "{name: Pays, exits: [{kind: churn, share: 0.5}]}"))
    assert mapgen("validate", ".").out == "1 spec: 1 warning; 2 in mapgen-baseline.json\n"


def test_the_baseline_lies_beside_the_settings(mapgen: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings(folder, 'specs = ["maps"]\n')
    spec(folder / "maps/x.journey.yaml", ASKING)
    monkeypatch.chdir(folder / "maps")

    assert mapgen("validate", "--update-baseline").out == "../mapgen-baseline.json contains 2 findings\n"

    assert names(folder) == ["mapgen-baseline.json", "mapgen.toml", "maps/x.journey.yaml"]
    assert list(json.loads((folder / "mapgen-baseline.json").read_bytes())["findings"]) == ["maps/x.journey.yaml"]


def test_what_is_mended_is_told_of_and_leaves_with_the_next_update(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", ASKING)
    spec(folder / "y.journey.yaml", ASKING)
    mapgen("validate", ".", "--update-baseline")
    spec(folder / "x.journey.yaml", ASKING.replace("0.35", "0.1"))
    (folder / "y.journey.yaml").unlink()

    ended = mapgen("validate", "x.journey.yaml")

    assert ended.code == 0
    assert (
        ended.err
        == """\
info[stale-baseline]: a finding of "x.journey.yaml" in the baseline is fixed: high-abandonment
 --> mapgen-baseline.json
   = hint: `mapgen validate --update-baseline` removes them

"""
    )
    assert mapgen("validate", ".", "--update-baseline").out == "mapgen-baseline.json contains 1 finding\n"
    assert list(json.loads((folder / "mapgen-baseline.json").read_bytes())["findings"]) == ["x.journey.yaml"]


def test_an_update_tells_what_no_baseline_can_hold(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", FAULTY)

    ended = mapgen("validate", ".", "--update-baseline")

    assert ended.code == 1
    assert ended.err.startswith("error[unknown-key]: ")
    assert mapgen("validate", ".", "--update-baseline", "--no-audit").code == 2


@pytest.mark.parametrize("text", ["<<<<<<< ours", "[]"])
def test_a_baseline_that_cannot_be_followed_is_told(mapgen: Command, folder: Path, text: str) -> None:
    spec(folder / "x.journey.yaml")
    (folder / "mapgen-baseline.json").write_text(text, encoding="utf-8")

    ended = mapgen("validate", ".")

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("error[usage]: mapgen-baseline.json is invalid: it is not ")


def test_standard_input_has_no_baseline(mapgen: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ASKING.encode())))

    assert mapgen("validate", "-", "--update-baseline").out == "mapgen-baseline.json contains 0 findings\n"
    assert (folder / "mapgen-baseline.json").is_file()


def test_programs_are_told_the_findings_too(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", ASKING)

    data = json.loads(mapgen("validate", ".", "--output-format", "json").out)

    assert data["totals"] == {"error": 0, "warning": 1, "info": 1}
    assert [one["code"] for one in data["files"][0]["findings"]] == ["hypothesis", "high-abandonment"]


def test_the_rules_are_listed_as_they_hold_here(mapgen: Command, folder: Path) -> None:
    settings(folder, '[audit]\nhypothesis = "off"\nhigh-abandonment = {threshold = 0.4, severity = "error"}\n')

    lines = {line.split()[0]: line for line in mapgen("rules").out.splitlines()}

    assert set(lines) == set(RULES)
    assert lines["hypothesis"].split()[1] == "off"
    assert lines["high-abandonment"].split()[1] == "error"
    assert "(threshold=0.4 drop-off=0.7 also-answered=false)" in lines["high-abandonment"]
    assert lines["dead-end"].split()[1] == "error"


def test_a_rule_is_explained_with_its_settings(mapgen: Command) -> None:
    page = mapgen("explain", "high-abandonment").out

    assert page.startswith("high-abandonment: Many customers leave, and no opportunity addresses it.\n")
    assert "\nBad:\n\n    title: Morning coffee\n" in page
    assert "Settings, under [audit.high-abandonment]:\n\n    threshold = 0.3  # " in page


SENTENCE = "Many customers leave here, and no opportunity addresses it"


def test_a_build_shows_no_findings_unless_it_is_asked_to(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", ASKING)

    assert mapgen("build", ".").code == 0
    assert not any(SENTENCE in path.read_text(encoding="utf-8") for path in folder.glob("x.journey.*"))
    assert mapgen("build", ".", "--check").code == 0


@pytest.mark.parametrize("asked", ["command", "settings"])
def test_a_build_shows_findings_in_documents_alone(mapgen: Command, folder: Path, asked: str) -> None:
    spec(folder / "x.journey.yaml", ASKING + "review: {reviewed: 1999-01-01, every: P30D}\n")
    if asked == "settings":
        settings(folder, "[audit]\nin-maps = true\n")
    options = ["--findings"] if asked == "command" else []

    ended = mapgen("build", ".", *options)

    assert (ended.code, ended.err) == (0, "")
    made = {suffix: (folder / f"x.journey{suffix}").read_text(encoding="utf-8") for suffix in (".svg", ".html", ".md")}
    assert {suffix for suffix, text in made.items() if SENTENCE in text} == {".html", ".md"}
    assert not any("overdue" in text or "high-abandonment" in text for text in made.values())
    assert mapgen("build", ".", *options, "--check").code == 0


def test_a_stale_page_is_mended_with_its_findings(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", ASKING)
    mapgen("build", ".")

    for option in ("--findings", "--without-findings"):
        ended = mapgen("build", ".", option, "--lanes", "channels", "--check")

        assert f"run `mapgen build --lanes channels {option} .`" in ended.err


@pytest.mark.parametrize("quiet", ["settings", "option", "waiver", "baseline"])
def test_a_build_shows_nothing_that_is_turned_off_waived_or_held(mapgen: Command, folder: Path, quiet: str) -> None:
    waiver = "# mapgen: allow hypothesis, high-abandonment because we are new here\n# mapgen: allow dead-end\n"
    spec(folder / "x.journey.yaml", (waiver if quiet == "waiver" else "") + ASKING)
    settings(folder, f"[audit]\nin-maps = {'false' if quiet == 'settings' else 'true'}\n")
    if quiet == "baseline":
        mapgen("validate", ".", "--update-baseline")
    options = ["--without-findings"] if quiet == "option" else []

    assert "Findings" not in mapgen("build", ".", "--to", "md", "-o", "-", *options).out


def test_a_build_stops_at_a_baseline_that_cannot_be_followed(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml")
    (folder / "mapgen-baseline.json").write_text("<<<<<<< ours", encoding="utf-8")

    ended = mapgen("build", ".", "--findings")

    assert (ended.code, ended.err) == (
        1,
        "error[file-error]: mapgen-baseline.json is invalid: it is not valid JSON\n",
    )

"""Explanations of the codes about waivers and the baseline."""

from mapgen.diagnostics.codes.explanation import Explanation

WAIVERS = (
    Explanation(
        code="unused-waiver",
        summary="A waiver comment has no effect.",
        why="The comment names an unknown rule, or the rule reports nothing there. `# mapgen: allow RULE because …`"
        " goes on the line of the item that it applies to, or on the line above. Remove the waiver once the problem is"
        " fixed; otherwise it would hide the next finding.",
    ),
    Explanation(
        code="waiver-without-reason",
        summary="A waiver comment without a reason.",
        why="Anyone who reads the spec in a year needs to know whether the reason still applies: `# mapgen: allow"
        " hypothesis because the interviews are in May`.",
    ),
    Explanation(
        code="renamed-rule",
        summary="The former id of a rule or code is used.",
        why="Former ids keep working in waivers, settings, baselines and options. Replace them with the current"
        " id, which the hint names.",
    ),
    Explanation(
        code="stale-baseline",
        summary="The baseline contains a finding that no longer occurs.",
        why="`mapgen-baseline.json` lists the findings that a project accepts for now. Remove the fixed ones, so that"
        " they are reported if they come back: `mapgen validate --update-baseline` updates the file.",
    ),
)

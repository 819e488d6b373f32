"""Comments that waive a finding, and the baseline: explanations of their codes."""

from mapgen.diagnostics.codes.explanation import Explanation

WAIVERS = (
    Explanation(
        code="unused-waiver",
        summary="A comment waives a finding that is not there, or names a rule that is not there.",
        why="A comment `# mapgen: allow RULE because …` stands on the line of what it is about, or above it. What has"
        " been mended needs no waiver any more; one that is left behind would hide the next finding.",
    ),
    Explanation(
        code="waiver-without-reason",
        summary="A comment waives a finding and does not say why.",
        why="Whoever reads the spec in a year wants to know whether the reason still holds:"
        " `# mapgen: allow hypothesis because the interviews are in May`.",
    ),
    Explanation(
        code="stale-baseline",
        summary="The baseline holds a finding that is not there any more.",
        why="`mapgen-baseline.json` holds what a project lives with for now. What has been mended should leave it, so"
        " that it is told when it comes back; `mapgen validate --update-baseline` writes the file anew.",
    ),
)

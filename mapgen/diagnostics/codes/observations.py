"""Explanations of the codes about observed journeys: the snapshot, and the events that it is counted from."""

from mapgen.diagnostics.codes.explanation import Explanation

OBSERVATIONS = (
    Explanation(
        code="unreadable-snapshot",
        summary="The snapshot of observed counts cannot be read.",
        why="A file that ends in .observed.json beside a spec holds what `mapgen observe` counted. It is JSON of at"
        " most 20 MB with counts, ids and dates that hold together. Figures of a file that is damaged are not shown."
        " Run `mapgen observe` again, restore the file with git, or delete it to build the map without observed"
        " figures.",
    ),
    Explanation(
        code="newer-snapshot",
        summary="The snapshot of observed counts was written by a newer mapgen.",
        why="Its figures may mean something else than this version knows, so they are not read. Update mapgen.",
    ),
    Explanation(
        code="edited-snapshot",
        summary="The snapshot of observed counts is not as `mapgen observe` wrote it.",
        why="A snapshot ends with a digest of what it holds. When git merges two snapshots line by line, or somebody"
        " edits one, counts of different data stand side by side, and shares that are computed from them are wrong."
        " Take one of the two files as a whole, or run `mapgen observe` again.",
    ),
    Explanation(
        code="unreadable-survey",
        summary="A table of answers to a survey cannot be read.",
        why="`mapgen observe --survey` counts the rows of a CSV file that has the columns `touchpoint` (or `stage`),"
        " `question` and `answer`.",
    ),
    Explanation(
        code="unusable-answer",
        summary="Rows of a survey were not counted.",
        why="Each row needs a touchpoint or stage of the journey, a question (nps, csat or ces) and a whole number of"
        " its scale. The rows are not shown, since they may hold what somebody wrote.",
    ),
    Explanation(
        code="no-mapping",
        summary="The spec does not say how the journey shows in events.",
        why="`mapgen observe` counts events that the spec maps: `events` of the journey names columns, and `events` of"
        " touchpoints the names of events.",
    ),
    Explanation(
        code="missing-snapshot",
        summary="There is no snapshot of observed counts beside the spec.",
        why="`mapgen observe --check` checks the file that ends in .observed.json. `mapgen observe --from` writes it.",
    ),
    Explanation(
        code="outdated-snapshot",
        summary="The snapshot of observed counts is old, or of another plan.",
        why="After touchpoints, transitions or `events` change, what was counted of whole journeys is about the plan"
        " as it was. Old counts may no longer be true. Count again.",
    ),
    Explanation(
        code="unusable-counts",
        summary="The counts are not those of the statement that `mapgen observe --sql` prints.",
        why="The statement gives eight columns of integers. They belong to one version of the spec, one time and one"
        " length of periods, so they are read with the same options.",
    ),
    Explanation(
        code="unknown-event",
        summary="No row of the data has a name of an event that the spec uses.",
        why="A name that is misspelled makes a touchpoint look unused. Only names that enough customers have are"
        " suggested, because a rare one may hold an address or a name.",
    ),
    Explanation(
        code="unknown-column",
        summary="The data have no column of a name that the spec uses.",
        why="Without the column, rows cannot be read, so nothing is counted.",
    ),
    Explanation(
        code="no-events",
        summary="No row of the data is an event of a touchpoint in the time that counts.",
        why="Conditions in `only` and `without`, the time from `--since` until `--until`, or the names of events leave"
        " nothing over.",
    ),
    Explanation(
        code="unreadable-time",
        summary="Times of rows cannot be read.",
        why="A row without a time cannot be put in order, and is left out. If more than 1% are, nothing is counted. No"
        " value is shown, because rows are about customers.",
    ),
    Explanation(
        code="mixed-time-zones",
        summary="Some times have an offset, and some have none.",
        why="The same moment would be read as two, hours apart, and customers would seem to go back and forth.",
    ),
    Explanation(
        code="time-out-of-range",
        summary="Times are before 1990 or in the future.",
        why="Numbers that are read in the wrong unit give such times. A few are left out; if more than one in a"
        " thousand is, nothing is counted.",
    ),
    Explanation(
        code="nameless-rows",
        summary="More than 1% of the rows have no customer, name or time.",
        why="Nobody can say whose they are, or when and what they were, so they are left out. If they are not of"
        " robots, the counts are too low.",
    ),
    Explanation(
        code="duplicate-rows",
        summary="Many events are in the data twice.",
        why="Events of one touchpoint in a row are one visit, so it does no harm; but a file may be read twice.",
    ),
    Explanation(
        code="one-customer-too-many",
        summary="One customer makes a large part of the events.",
        why="It is probably a robot or a test account, whose visits distort all shares.",
    ),
    Explanation(
        code="data-too-short",
        summary="The data are shorter than twice the pause that ends a journey.",
        why="Only when nothing has followed for that long is it known that a customer left. In shorter data, nothing is"
        " known of anybody.",
    ),
    Explanation(
        code="open-period",
        summary="Journeys of a period may still go on.",
        why="Until at most 1% of its journeys are open, the shares of a period are too good, because short journeys are"
        " over sooner. They change when it is counted again.",
    ),
    Explanation(
        code="engine-failed",
        summary="The engine that counts events failed.",
        why="What it says is not repeated, because messages of engines quote rows of data and addresses with passwords."
        " Look at the log of the engine.",
    ),
)

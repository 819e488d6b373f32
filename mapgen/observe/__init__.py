"""A journey and the events of its customers: what to count, and what was counted, without a person in it.

    plan        journey -> what of it can be observed
    statement   plan and dialect -> one SQL statement that gives counts only
    rows        what the statement gives: integers
    suppression rows that were counted -> what may be published of them: `tally`, `publication`, `alternatives`
    snapshot_file  the snapshot (`mapgen.model.snapshot`), which is what is published of them, as a file

Everything here is pure; drivers of databases are in `mapgen/engines`.
"""

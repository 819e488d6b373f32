"""A key that is no setting -> where it can be set: under another name, in the table of the audit, or by an option."""

from collections.abc import Collection, Mapping

from mapgen.diagnostics.phrases import key, listed, nearest

OTHER_NAMES: Mapping[str, str] = {"to": "formats", "view": "views", "lane": "lanes", "spec": "specs"}
"""A name, mostly of an option, and the setting that is meant."""

IN_AUDIT: Mapping[str, str] = {
    "findings": "in-maps",
    **{name: name for name in ("in-maps", "strict", "select", "ignore")},
}
"""A name, and the setting in the table of the audit that is meant."""

OPTIONS: Mapping[str, str] = {
    **dict.fromkeys(("check", "force", "scenario", "watch"), "build"),
    **dict.fromkeys(
        ("as-of", "fail-on", "no-audit", "output-format", "quiet", "update-baseline"),
        "validate",
    ),
    **dict.fromkeys(("no-open", "port"), "serve"),
    **dict.fromkeys(("agents", "blank", "gitattributes", "list", "model", "schema"), "init"),
    **dict.fromkeys(("end", "most"), "scenarios"),
    **dict.fromkeys(("ascii", "color"), "show"),
    **dict.fromkeys(("actors", "dry-run", "fence", "from", "map", "sheet", "title"), "import"),
    "diff": "fmt",
    "editor": "schema",
    "exit-code": "diff",
    "marker-size": "merge-driver",
    "since": "history",
    **dict.fromkeys(
        (
            "accept",
            "counts",
            "hide-below",
            "max-age",
            "memory",
            "periods",
            "sql",
            "suggest",
            "survey",
            "table",
            "threads",
            "until",
        ),
        "observe",
    ),
}
"""An option that has no setting, and a command that has it."""


def hint(name: str, known: Collection[str]) -> str:
    """Return what to write instead of a key that is not among the `known` settings.

    >>> hint("fail_on", ["specs"]), hint("select", ["specs"])
    ('use `mapgen validate --fail-on`, which has no setting', 'move `select` to the table `audit`')
    """
    option = name.replace("_", "-").removeprefix("--")
    if option in OPTIONS:
        return f"use `mapgen {OPTIONS[option]} --{option}`, which has no setting"
    if inner := IN_AUDIT.get(option):
        return f"move {key(name)} to the table `audit`" if inner == name else f"use {key(inner)} in the table `audit`"
    near = OTHER_NAMES.get(option) or nearest(name, known)
    return f"did you mean {key(near)}?" if near else _place(name, known)


def _place(name: str, known: Collection[str]) -> str:
    from mapgen.audit import RULES
    from mapgen.audit.renamed import current

    if current(name) in RULES:
        return f"move {key(name)} to the table `audit`"
    return f"settings: {listed([*known], joint='and')}"

"""A group of keys -> the text in it that a comma cuts, of which the rest became keys without a value."""

from collections.abc import Mapping

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import key as keyed
from mapgen.diagnostics.phrases import quote_hint
from mapgen.source.tree import Json, Source
from mapgen.source.tree_builder import escaped


def cut_text(
    source: Source, pointer: str, mapping: Mapping[str, Json], rest: list[str], severity: Severity = Severity.ERROR
) -> Diagnostic:
    """Return the diagnostic for `{name: Pays (card, cash)}`, where `rest` are the keys that belong to the text before.

    `pointer` leads to the group of keys.
    """
    names = list(mapping)
    holder = names[names.index(rest[0]) - 1]
    place = f"{pointer}/{escaped(holder)}"
    hint = quote_hint(", ".join([str(mapping[holder]), *rest]))
    message = f"the text of {keyed(holder)} ends at the comma in it"
    return Diagnostic("cut-text", message, severity, source.locate(place), hint, place)

"""What files for TheyDo have in common: the envelope, keys that stay the same, and texts in Markdown.

The shapes are those of MetricsFile and OpportunitiesFile in https://github.com/theydo/theydo-s3-integrations. TheyDo
leaves alone what a file does not mention, so that a value which a spec lacks is omitted and not null.
"""

from collections.abc import Iterable, Mapping, Sequence

from mapgen.ci_commands import json_text
from mapgen.lazy import regex
from mapgen.model.journey import Journey, Owner
from mapgen.model.walk import Location
from mapgen.render.markdown import Markdown, Md
from mapgen.render.stamp import THEYDO_KEY

Item = dict[str, object]
_EMAIL = regex(r"(?!\.)(?!.*\.\.)[A-Za-z0-9_'+.-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}")
_ESCAPE = Markdown()


def theydo_file(kind: str, items: Sequence[Mapping[str, object]]) -> str:
    """Write a file with all items of a kind, such as "metrics"; what is None is omitted.

    >>> print(theydo_file("metrics", [{"importKey": "mapgen:a/b", "unit": "", "target": None}]))
    {
      "format": "THEYDO_METRICS_V1",
      "metrics": [
        {
          "importKey": "mapgen:a/b",
          "unit": ""
        }
      ]
    }
    <BLANKLINE>
    """
    stated = [{key: value for key, value in item.items() if value is not None} for item in items]
    return json_text({"format": f"THEYDO_{kind.upper()}_V1", kind: stated}) + "\n"


def import_key(journey: Journey, id_: str) -> str:
    """Return the key by which TheyDo knows an item again when a later file has it, too."""
    return f"{THEYDO_KEY}{journey.id}/{id_}"


def email(owner: Owner | None) -> str | None:
    """Return the address of an owner, where the contact is one."""
    contact = owner.contact if owner else None
    return contact if contact and _EMAIL.fullmatch(contact) else None


def place(location: Location) -> str:
    """Return the names of a stage, and of a touchpoint in it."""
    names = (location.stage.name, location.touchpoint.name if location.touchpoint else "")
    return " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} ".join(filter(None, names))


def description(facts: Iterable[tuple[str, Sequence[str]]]) -> str:
    """Return paragraphs in Markdown, each a fact with its label; those without texts are omitted."""
    lines = (
        Md("**{}:** {}").fill(_ESCAPE.inline(label), Md("; ").joined(map(_ESCAPE.inline, texts)))
        for label, texts in facts
        if texts
    )
    return str(Md("\n\n").joined(lines))

"""Drawing -> the opportunities of a journey as a file that TheyDo imports."""

from mapgen.model import walk
from mapgen.model.journey import Journey, Opportunity
from mapgen.model.walk import Location
from mapgen.render.drawing import Drawing
from mapgen.render.format import Format
from mapgen.render.markup import safe_url
from mapgen.render.theydo import Item, description, email, import_key, place, theydo_file
from mapgen.words import Words


def to_theydo_opportunities(journey: Journey) -> str:
    """Write the opportunities of a journey, in the order of the spec."""
    words = Words(journey.language)
    pains = {pain.id: pain.text for pain, _ in walk.pain_points(journey)}
    return theydo_file("opportunities", [_item(journey, words, pains, *one) for one in walk.opportunities(journey)])


def _item(journey: Journey, words: Words, pains: dict[str, str], idea: Opportunity, location: Location) -> Item:
    """Return an opportunity; tags are not written, as they would replace those that people set in TheyDo."""
    links = [link.url for link in idea.links if link.url.startswith(("https://", "http://")) and safe_url(link.url)]
    return {
        "importKey": import_key(journey, idea.id),
        "title": idea.text,
        "description": description(
            (
                (words("place"), (place(location),)),
                (words("addresses"), tuple(pains[pain] for pain in idea.addresses)),
                (words("impact"), () if idea.impact is None else (words.number(idea.impact),)),
                (words("effort"), () if idea.effort is None else (words.number(idea.effort),)),
                (words("owner"), (idea.owner.name,) if idea.owner else ()),
            )
        ),
        "status": words(f"status-{idea.status}") if idea.status else None,
        "externalLinks": links or None,
        "ownerEmail": email(idea.owner),
    }


def _render(drawing: Drawing) -> str:
    return to_theydo_opportunities(drawing.journey)


FORMAT = Format(".theydo-opportunities.json", _render)

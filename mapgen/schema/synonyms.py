"""Words that other tools and trades use -> the words of the language."""

from collections.abc import Collection, Iterator

_SAME = (
    ("stages", "phase phases stage steps_in_journey journey_stages"),
    (
        "touchpoints",
        "step steps task tasks touchpoint action actions activity activities interaction interactions moment moments",
    ),
    ("personas", "persona actor actors customer customers user users character characters"),
    (
        "pain_points",
        "pain pains pain_point painpoint painpoints frustration frustrations problem problems issue issues friction",
    ),
    ("delights", "delight gain gains highlight highlights wow joys"),
    (
        "opportunities",
        "opportunity idea ideas improvement improvements solution solutions recommendation recommendations",
    ),
    ("emotion", "emotions feeling feelings mood sentiment score satisfaction experience"),
    ("feeling", "emotion mood label name"),
    ("score", "value level rating emotion"),
    ("thought", "thoughts thinking think thinks quote says"),
    ("thoughts", "thought thinking think thinks says"),
    ("action", "actions doing does do activity behaviour behavior description"),
    ("need", "needs want wants"),
    ("needs", "need want wants"),
    ("channel", "channels medium device platform"),
    ("channels", "channel"),
    ("metrics", "metric kpi kpis measure measures measurement measurements"),
    ("sample", "n sample_size respondents"),
    ("interval", "confidence_interval ci margin range"),
    ("owner", "owners responsible team lead"),
    ("owners", "owner teams team departments responsible"),
    ("contributors", "contributor stakeholder stakeholders involved"),
    ("tools", "tool system systems technology technologies software"),
    ("moment_of_truth", "mot moments_of_truth key_moment"),
    ("title", "name label heading"),
    ("name", "title label heading text stage phase touchpoint step task"),
    ("text", "name title label description pain"),
    ("summary", "description desc about subtitle overview"),
    ("definition", "description desc about summary"),
    ("links", "link url href reference references"),
    ("images", "image picture pictures screenshot screenshots photo"),
    ("kind", "type category"),
    ("mode", "type kind"),
    ("from", "start source begin"),
    ("to", "end target destination finish"),
    ("share", "probability percentage percent rate ratio weight"),
    ("language", "lang locale"),
    ("mapgen", "version"),
    ("position", "role job occupation job_title"),
    ("demographics", "demographic age gender location"),
    ("behaviors", "behaviours behavior behaviour"),
    ("quote", "quotes"),
    ("quotes", "quote verbatim verbatims says voices voice_of_the_customer"),
    ("by", "who speaker source persona"),
    ("date", "as_of when"),
    ("as_of", "date when"),
    ("flow", "edges transitions paths connections"),
    ("lanes", "lane rows swimlanes tracks"),
    ("segments", "segment audience"),
    ("goals", "goal objectives objective"),
    ("goal", "goals objective customer_goal"),
    ("url", "href link address"),
    ("sources", "source transcript transcripts recording recordings file files"),
    ("src", "file path url"),
    ("alt", "text caption description"),
    ("better", "direction good"),
    ("path", "touchpoints steps stages"),
    ("evidence", "source sources research proof"),
)


def synonyms(word: str, keys: Collection[str]) -> Iterator[str]:
    """Yield those of `keys` that mean what another tool calls `word`."""
    plain = word.casefold().replace("-", "_").replace(" ", "_")
    return (ours for ours, theirs in _SAME if ours in keys and plain in theirs.split())

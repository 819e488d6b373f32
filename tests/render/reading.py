"""What a reader of a page sees of a text, and in which element."""

import html5lib

_UNSEEN = ("title", "style", "script", "desc")


def shown_in(page: str, text: str) -> list[tuple[str, str]]:
    """Return the elements, each with all that it holds itself, that show a text."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    elements = ((str(element.tag).rpartition("}")[2], element.text or "") for element in tree.iter())
    return [(tag, held) for tag, held in elements if text in held and tag not in _UNSEEN]

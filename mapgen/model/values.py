"""A date, a link or the path of an image as written -> the value, or a problem if it is invalid."""

import re

from mapgen.diagnostics.phrases import quoted
from mapgen.model.calendar import last_day
from mapgen.model.journey import Image, Link
from mapgen.model.node import SpecNode
from mapgen.quotes import parted

DATE = r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?"

LINK_NOISE = r"[\x00-\x20\x7f-\xa0]+"
"""Characters that browsers remove from a link before they read its scheme, and more."""

SCHEME = r"([^/?#]*?):"
WEB = r"(?i)https?://[^/?#]"
MAIL = r"(?i)mailto:[^/?#]"

PICTURE = r"(?i).\.(?:png|jpe?g|webp)$"
NOT_IN_PATHS = r"[\x00-\x1f\x7f\\:]"


def read_date(node: SpecNode, key: str) -> str | None:
    """Return a day or a month that exists, in ISO 8601."""
    text = node.text(key)
    if text is None or _is_date(text):
        return text
    hint = "write a date as year-month-day, 2026-02-28, or as year-month, 2026-02"
    node.problems.add("bad-date", f"{quoted(text)} is not a date", node.at(key), hint=hint)
    return None


def read_links(node: SpecNode, key: str = "links") -> tuple[Link, ...]:
    """Return the links of an item; a link without a title shows its address."""
    if key not in node.fields:
        return ()
    links = []
    for item in node.children(key):
        url = read_url(item, "url")
        if url is not None:
            links.append(Link(url, item.text("title") or url))
    return tuple(links)


def read_url(node: SpecNode, key: str) -> str | None:
    """Return a link that is safe to follow: https, http, mailto, or relative to the map."""
    text = node.text(key)
    if text is None:
        return None
    reason = next(filter(None, (_danger(re.sub(LINK_NOISE, "", reading)) for reading in _readings(text))), None)
    if reason is None:
        return text.strip()
    hint = "use https, http, mailto, or a path relative to the map: notes/interviews.html"
    if parted(text)[0] not in {"", '"', "'"}:  # YAML takes only straight ones off
        hint = 'put it in straight quotes: "…"'
    node.problems.add("unsafe-link", f"the link {quoted(text)} {reason}", node.at(key), hint=hint)
    return None


def read_images(node: SpecNode, key: str = "images") -> tuple[Image, ...]:
    """Return the images whose paths stay below the folder of the spec; the files are read elsewhere."""
    if key not in node.fields:
        return ()
    items = ((item, item.required_text("src")) for item in node.children(key))
    below = ((item, src) for item, src in items if _is_below(item, "src", src))
    return tuple(Image(src, item.required_text("alt"), item.at("src")) for item, src in below)


def read_photo(node: SpecNode) -> str | None:
    """Return the path of a photo, under the same conditions as those of images."""
    src = node.text("photo")
    return src if src and _is_below(node, "photo", src) else None


def _is_below(node: SpecNode, key: str, src: str) -> bool:
    """Return whether the path of an image is allowed; report it otherwise."""
    reason = _stray(src)
    if reason is None:
        return True
    hint = "put a PNG, JPEG or WebP below the folder of the spec, and use its path: images/card.png"
    node.problems.add("bad-image", f"the image {quoted(src)} {reason}", node.at(key), hint=hint)
    return False


def _is_date(text: str) -> bool:
    if not re.fullmatch(DATE, text):
        return False
    try:
        last_day(text)
    except ValueError:
        return False
    return True


def _readings(link: str) -> tuple[str, ...]:
    """Return how a link can be read: as it is, and as it is after a reader resolves entities once too often.

    >>> _readings("a?b=1"), _readings("javascript&colon;x")
    (('a?b=1',), ('javascript&colon;x', 'javascript:x'))
    """
    if "&" not in link:
        return (link,)
    from html import unescape

    return (link, unescape(link))


def _danger(bare: str) -> str | None:
    """Return why a link, without what browsers ignore, is refused.

    >>> _danger("javascript:alert(1)")
    'begins with "javascript:"'
    >>> _danger("//evil.example")
    'begins with "//"'
    >>> _danger("notes/a:b.html"), _danger("#card"), _danger("https://example.com/a:b")
    (None, None, None)
    """
    if not bare:
        return "is empty"
    if "\\" in bare:
        return "has a backslash"
    if bare.startswith("//"):
        return 'begins with "//"'
    scheme = re.match(SCHEME, bare)
    if scheme is None or re.match(WEB, bare) or re.match(MAIL, bare):
        return None
    if scheme[1].lower() in {"http", "https", "mailto"}:
        return "has no target"
    return f"begins with {quoted(scheme[0])}"


def _stray(src: str) -> str | None:
    """Return why the path of an image is refused.

    >>> _stray("../card.png"), _stray("card.svg"), _stray("images/card.png")
    ('leaves the folder of the spec', 'is not a PNG, JPEG or WebP', None)
    """
    if re.search(NOT_IN_PATHS, src):
        return "is not a plain path"
    if src.startswith("/") or ".." in src.split("/"):
        return "leaves the folder of the spec"
    return None if re.search(PICTURE, src) else "is not a PNG, JPEG or WebP"

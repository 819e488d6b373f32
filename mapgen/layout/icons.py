"""A channel -> its icon, drawn as lines in a square of 14 pixels; a letter where no icon is known."""

import re
from functools import lru_cache

from mapgen.layout.scene import Item, Path
from mapgen.lazy import regex

SIZE = 14.0

# Strokes in a square of 14: absolute M, L, C and Z only.
_DRAWN = {
    "phone": "M4 1 L10 1 C10.6 1 11 1.4 11 2 L11 12 C11 12.6 10.6 13 10 13 L4 13 C3.4 13 3 12.6 3 12 L3 2 "
    "C3 1.4 3.4 1 4 1 Z M6.2 11 L7.8 11",
    "browser": "M1 2.5 L13 2.5 L13 11.5 L1 11.5 Z M1 5.2 L13 5.2 M2.8 3.9 L3.2 3.9 M4.6 3.9 L5 3.9",
    "laptop": "M2.5 3 L11.5 3 L11.5 9.5 L2.5 9.5 Z M0.8 11.5 L13.2 11.5",
    "envelope": "M1 3 L13 3 L13 11 L1 11 Z M1 3.4 L7 8 L13 3.4",
    "letter": "M1 6 L7 1.5 L13 6 L13 12.5 L1 12.5 Z M1 6.4 L7 10 L13 6.4",
    "bubble": "M1 2 L13 2 L13 9.5 L6.5 9.5 L3.5 12.5 L3.5 9.5 L1 9.5 Z",
    "message": "M1 2 L13 2 L13 9.5 L6.5 9.5 L3.5 12.5 L3.5 9.5 L1 9.5 Z M4 5.8 L4.2 5.8 M6.9 5.8 L7.1 5.8 M9.8 5.8 L10 5.8",
    "handset": "M2.2 1.5 L4.6 1 L6 4.2 L4.4 5.4 C5 7.2 6.8 9 8.6 9.6 L9.8 8 L13 9.4 L12.5 11.8 "
    "C12.4 12.6 11.8 13 11 13 C5.6 12.8 1.2 8.4 1 3 C1 2.2 1.4 1.6 2.2 1.5 Z",
    "storefront": "M2 6 L2 12.5 L12 12.5 L12 6 M1 5.5 L2.5 1.5 L11.5 1.5 L13 5.5 Z M5.6 12.5 L5.6 8.5 L8.4 8.5 L8.4 12.5",
    "share": "M4.2 6.2 L9.8 3.3 M4.2 7.8 L9.8 10.7 M1.2 7 C1.2 4.9 4.4 4.9 4.4 7 C4.4 9.1 1.2 9.1 1.2 7 Z "
    "M9.6 2.6 C9.6 0.5 12.8 0.5 12.8 2.6 C12.8 4.7 9.6 4.7 9.6 2.6 Z M9.6 11.4 C9.6 9.3 12.8 9.3 12.8 11.4 "
    "C12.8 13.5 9.6 13.5 9.6 11.4 Z",
    "search": "M1.5 6 C1.5 0 10.5 0 10.5 6 C10.5 12 1.5 12 1.5 6 Z M9.2 9.2 L13 13",
    "megaphone": "M1 5.5 L4 5.5 L11.5 1.8 L11.5 12.2 L4 8.5 L1 8.5 Z M4 8.7 L5 12.8 L7 12.8 L6.2 9.8",
    "play": "M1 2.5 L13 2.5 L13 11.5 L1 11.5 Z M5.6 4.8 L9.4 7 L5.6 9.2 Z",
    "person": "M4.4 4 C4.4 0.4 9.6 0.4 9.6 4 C9.6 7.6 4.4 7.6 4.4 4 Z M1.5 13 C1.5 6.6 12.5 6.6 12.5 13",
    "people": "M2.6 4.2 C2.6 1.4 6.6 1.4 6.6 4.2 C6.6 7 2.6 7 2.6 4.2 Z M0.8 12 C0.8 6.8 8.4 6.8 8.4 12 "
    "M8.6 2.4 C12 1.6 12 6.6 8.8 6.2 M9.8 7.8 C12 8.2 13.2 9.6 13.2 12",
    "van": "M0.8 3 L8.4 3 L8.4 10.4 L0.8 10.4 Z M8.4 5.4 L11.2 5.4 L13.2 8 L13.2 10.4 L8.4 10.4 "
    "M2 10.6 C2 8.6 5 8.6 5 10.6 C5 12.6 2 12.6 2 10.6 Z M9.2 10.6 C9.2 8.6 12.2 8.6 12.2 10.6 C12.2 12.6 9.2 12.6 9.2 10.6 Z",
    "calendar": "M1.2 2.8 L12.8 2.8 L12.8 12.6 L1.2 12.6 Z M1.2 5.8 L12.8 5.8 M4.2 1.2 L4.2 4 M9.8 1.2 L9.8 4",
    "rings": "M1 7 C1 3 8.6 3 8.6 7 C8.6 11 1 11 1 7 Z M5.4 7 C5.4 3 13 3 13 7 C13 11 5.4 11 5.4 7 Z",
    "screen": "M1 2 L13 2 L13 9.6 L1 9.6 Z M7 9.6 L7 12.4 M4.2 12.4 L9.8 12.4",
    "microphone": "M5 3.4 C5 0.6 9 0.6 9 3.4 L9 6.6 C9 9.4 5 9.4 5 6.6 Z M2.8 6.4 C2.8 11.6 11.2 11.6 11.2 6.4 "
    "M7 10.4 L7 13 M4.8 13 L9.2 13",
    "page": "M2.5 1 L8.8 1 L11.5 3.8 L11.5 13 L2.5 13 Z M4.8 6.2 L9.2 6.2 M4.8 8.4 L9.2 8.4 M4.8 10.6 L7.6 10.6",
    "star": "M7 1 L8.8 5 L13 5.5 L9.9 8.4 L10.7 12.7 L7 10.5 L3.3 12.7 L4.1 8.4 L1 5.5 L5.2 5 Z",
    "bell": "M2 10.4 C3.6 9 3.4 7.4 3.6 5.6 C4 1 10 1 10.4 5.6 C10.6 7.4 10.4 9 12 10.4 Z M5.6 12.4 L8.4 12.4",
    "card": "M1 3 L13 3 L13 11.4 L1 11.4 Z M1 5.8 L13 5.8 M3 9 L6 9",
    "box": "M1.2 4 L7 1.2 L12.8 4 L12.8 10.2 L7 13 L1.2 10.2 Z M1.2 4 L7 6.8 L12.8 4 M7 6.8 L7 13",
    "pin": "M7 13 C3.4 9 2.4 7.4 2.4 5.4 C2.4 -0.4 11.6 -0.4 11.6 5.4 C11.6 7.4 10.6 9 7 13 Z "
    "M5.4 5.4 C5.4 3.4 8.6 3.4 8.6 5.4 C8.6 7.4 5.4 7.4 5.4 5.4 Z",
    "plane": "M6 1.6 C6.4 0.6 7.6 0.6 8 1.6 L8 5 L13.2 8.4 L13.2 9.8 L8 8.2 L8 11 L9.6 12.2 L9.6 13.2 L7 12.6 "
    "L4.4 13.2 L4.4 12.2 L6 11 L6 8.2 L0.8 9.8 L0.8 8.4 L6 5 Z",
    "train": "M3 1.4 L11 1.4 L11 10 L3 10 Z M3 5.6 L11 5.6 M4 12.8 L5.4 10 M10 12.8 L8.6 10 M5 7.8 L5.4 7.8 M8.6 7.8 L9 7.8",
    "house": "M1 7 L7 1.4 L13 7 M2.8 5.6 L2.8 12.6 L11.2 12.6 L11.2 5.6 M5.6 12.6 L5.6 8.6 L8.4 8.6 L8.4 12.6",
    "counter": "M1 8 L13 8 L13 12.6 L1 12.6 Z M5 3 C5 0.6 9 0.6 9 3 C9 5.4 5 5.4 5 3 Z M3.6 8 C3.6 5 10.4 5 10.4 8",
    "watch": "M4 4 L10 4 L10 10 L4 10 Z M5 4 L5.4 1 L8.6 1 L9 4 M5 10 L5.4 13 L8.6 13 L9 10",
    "robot": "M2 4.4 L12 4.4 L12 12 L2 12 Z M7 4.4 L7 1.6 M5 7.8 L5.4 7.8 M8.6 7.8 L9 7.8 M5 10 L9 10",
    "seat": "M3 1.4 L5.6 1.4 L7 7.4 L11.4 7.4 L12 12.8 M3 1.4 L4.6 9.8 L10.6 9.8 M3.4 12.8 L12 12.8",
    "exit": "M6 1.5 L2 1.5 L2 12.5 L6 12.5 M5.5 7 L13 7 M10 4 L13 7 L10 10",
    "question": "M7 1 C15 1 15 13 7 13 C-1 13 -1 1 7 1 Z M5.2 5.4 C5.2 3.2 8.8 3.2 8.8 5.4 C8.8 6.8 7 6.8 7 8.2 M7 10.2 L7 10.3",
}

_WORDS = {
    "phone": "app mobile smartphone ios android",
    "browser": "web website site online webshop portal page pages landing checkout shopfront",
    "laptop": "desktop laptop product software platform saas workspace",
    "envelope": "email mail e-mail newsletter inbox",
    "letter": "post letter postal invoice",
    "bubble": "chat livechat conversation messenger whatsapp",
    "message": "sms text texting messages",
    "handset": "phone call telephone hotline callcentre callcenter line",
    "storefront": "shop store retail branch showroom boutique outlet",
    "share": "social instagram facebook linkedin tiktok network",
    "search": "search seo google engine",
    "megaphone": "ad ads advert advertising campaign banner display",
    "play": "video youtube tutorial webinar stream",
    "person": "person personal face visit meeting sales representative rep technician friend mouth home-visit",
    "people": "community forum group friends family word-of-mouth",
    "van": "van delivery courier truck logistics shipping field",
    "calendar": "event fair booking appointment conference calendar",
    "rings": "partner reseller marketplace agency affiliate comparison",
    "screen": "tv kiosk display terminal screen monitor self-service machine",
    "microphone": "voice podcast radio assistant audio",
    "page": "print brochure document report contract paper leaflet catalogue flyer docs documentation",
    "star": "review reviews rating ratings",
    "bell": "push notification notifications alert",
    "card": "payment card wallet bank cash",
    "box": "package parcel packaging box unboxing",
    "pin": "map location navigation place outdoor billboard street",
    "plane": "plane aircraft cabin flight airline onboard",
    "train": "train bus metro transit station rail transfer",
    "house": "house home door",
    "counter": "counter desk reception gate lounge check-in airport",
    "watch": "watch wearable",
    "robot": "bot chatbot robot ai",
    "seat": "seat",
    "exit": "mapgen:exit",
    "question": "help faq support helpdesk helpcentre service",
}
_ICONS = {word: icon for icon, words in _WORDS.items() for word in words.split()}
_SPLIT = regex(r"[^a-z]+")


def icon_of(channel: str, name: str) -> str | None:
    """Return the icon for a channel by the words of its id, then of its name; None where none is known.

    >>> icon_of("shop", "Shop"), icon_of("seat-screen", "Seat screen"), icon_of("zeppelin", "Zeppelin")
    ('storefront', 'seat', None)
    """
    for text in (channel.lower(), name.lower()):
        for word in (text, *_SPLIT.split(text)):
            if word in _ICONS:
                return _ICONS[word]
    return None


def icon(name: str, x: float, y: float, stroke: str, size: float = SIZE) -> Item:
    """Draw an icon with its top left corner at x, y in a square of `size` pixels."""
    scale = size / SIZE
    segments = tuple(
        (command, tuple(place * scale + (y if index % 2 else x) for index, place in enumerate(places)))
        for command, places in _segments(name)
    )
    return Path(segments, stroke=stroke, stroke_width=1.2 * scale)


@lru_cache(maxsize=64)
def _segments(name: str) -> tuple[tuple[str, tuple[float, ...]], ...]:
    found = re.findall(r"([MLCZ])([^MLCZ]*)", _DRAWN[name])
    return tuple((command, tuple(map(float, places.split()))) for command, places in found)
